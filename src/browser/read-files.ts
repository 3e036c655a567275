import type { RawReport } from '../report/report'
import { decodeBytes } from '../text/index'

/** What a page gets from a drop or a file field: `File` objects, or anything with a name and bytes. */
export interface NamedFile {
  readonly name: string
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * Reads files dropped on a page: `.txt .md .html .htm` (one report each), `.json .jsonl .ndjson` (one a record). A file or
 * line that cannot be read is told to `onIssue`, and the rest is read all the same.
 *
 * @example
 * input.onchange = async () => codeReports(readFiles(input.files), { vocabulary })
 */
export async function* readFiles(
  files: Iterable<NamedFile>,
  options: { readonly encoding?: string; readonly onIssue?: (message: string) => void } = {},
): AsyncGenerator<RawReport> {
  const tell = options.onIssue ?? ((message: string) => console.warn(message))
  for (const file of files) {
    const { text, encoding, issues } = decodeBytes(
      new Uint8Array(await file.arrayBuffer()),
      options.encoding ? { encoding: options.encoding } : {},
    )
    const base = { path: file.name, encoding, issues }
    if (/\.(jsonl|ndjson|json)$/i.test(file.name)) yield* records(text, base, tell)
    else if (/\.html?$/i.test(file.name)) yield { ...base, html: text }
    else if (/\.(txt|md)$/i.test(file.name)) yield { ...base, text }
    else tell(`${file.name}: expected .txt .md .html .json .jsonl or .ndjson`)
  }
}

function* records(
  text: string,
  base: { readonly path: string },
  tell: (message: string) => void,
): Generator<RawReport> {
  const rows: [number, unknown][] = []
  const whole = text.trimStart().startsWith('[')
  for (const [i, line] of whole ? [[0, text] as const] : text.split('\n').entries()) {
    if (!line.trim()) continue
    try {
      const value: unknown = JSON.parse(line)
      for (const [k, row] of (Array.isArray(value) ? value : [value]).entries()) rows.push([whole ? k + 1 : i + 1, row])
    } catch {
      tell(`${base.path}:${i + 1}: broken JSON`)
    }
  }
  for (const [record, row] of rows) {
    const { id, title, date, outlet, source, url, text: body, html, ...meta } = row as Record<string, unknown>
    if (typeof body !== 'string' && typeof html !== 'string') {
      tell(`${base.path}:${record}: expected a field text or html`)
      continue
    }
    const texts = Object.entries({ id, title, date, outlet: outlet ?? source, url, text: body, html }).filter(
      ([, v]) => typeof v === 'string',
    )
    yield { ...base, record, meta, ...Object.fromEntries(texts) }
  }
}
