import type { Issue } from '../issue'

/** What went wrong with one input. The rest of the corpus is read all the same. */
export interface InputIssue extends Issue {
  /** File as the caller named it; `-` for standard input. */
  readonly path: string
  /** 1-based line or row inside the file, where one can be named. */
  readonly record: number | null
}

export type OnIssue = (issue: InputIssue) => void

/** An issue whose message begins with `path:line: `, as compilers print it. */
export function inputIssue(
  code: Issue['code'],
  path: string,
  record: number | null,
  what: string,
  severity: Issue['severity'] = 'error',
): InputIssue {
  return { code, severity, path, record, message: `${path}${record === null ? '' : `:${record}`}: ${what}` }
}

/** First line of an error's message, without the stack and without the path that Node repeats. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'EISDIR') return 'is a folder'
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return `damaged gzip data (${message})`
  return (message ?? String(error)).split('\n')[0]!
}
