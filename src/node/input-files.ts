import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inputIssue, type OnIssue, reasonOf } from './input-issue'

export type InputFormat = 'text' | 'html' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'parquet'

/** A file to read, with the name it is known by. */
export interface InputFile {
  readonly path: string
  readonly format: InputFormat
  readonly gzip: boolean
  /** Named by the caller, not met in a folder. */
  readonly named: boolean
}

const FORMATS: Readonly<Record<string, InputFormat>> = {
  txt: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
}

const KNOWN = '.txt .md .html .htm .json .jsonl .ndjson .csv .tsv .parquet, or one of these with .gz'

/** Files that describe a folder and are no reports. */
const ABOUT = /^(?:readme|licen[cs]e|changelog|contributing|notice)(?:\.|$)/i

export function formatOf(path: string): { readonly format: InputFormat; readonly gzip: boolean } | null {
  const gzip = /\.gz$/i.test(path)
  const ending = /\.([a-z]+)$/i.exec(gzip ? path.slice(0, -3) : path)?.[1]?.toLowerCase()
  const format = ending === undefined ? undefined : FORMATS[ending]
  return format ? { format, gzip } : null
}

/**
 * The files behind an input: itself, or all files of a folder, searched to the bottom, in code-point order of their names within each folder. In
 * folders, hidden files, files that describe the folder (README, LICENSE …) and endings that are not ours are passed over.
 */
export function* inputFiles(input: string, onIssue: OnIssue): Generator<InputFile> {
  let folder: boolean
  try {
    folder = statSync(input).isDirectory()
  } catch (error) {
    onIssue(inputIssue('unreadable', input, null, reasonOf(error)))
    return
  }
  if (!folder) {
    const known = formatOf(input)
    if (known) yield { path: input, ...known, named: true }
    else onIssue(inputIssue('unreadable', input, null, `the ending is none of ${KNOWN}`))
    return
  }
  let found = 0
  for (const path of filesUnder(input, onIssue)) {
    found++
    yield { path, ...formatOf(path)!, named: false }
  }
  if (found === 0) onIssue(inputIssue('empty', input, null, `the folder holds no ${KNOWN}`))
}

function* filesUnder(folder: string, onIssue: OnIssue): Generator<string> {
  let entries: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean }[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    onIssue(inputIssue('unreadable', folder, null, reasonOf(error)))
    return
  }
  entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path, onIssue)
    else if (formatOf(entry.name) && !ABOUT.test(entry.name)) yield path
  }
}
