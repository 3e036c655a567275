import type { ColumnNote, Result } from '../analysis/result'
import { TifaError } from '../error'

/** A result, or plain rows of any origin (the rows of a study, an array made in a notebook). */
export type Tabular<Row extends object = object> = Result<Row> | readonly Row[]

export interface TableOptions {
  /** Columns to write, in this order. Default: the result's columns, or every key in order of first appearance. */
  readonly columns?: readonly string[]
  /** Headings: the public column names, or the printed English or Chinese labels. Default `names`. */
  readonly labels?: 'names' | 'en' | 'zh'
}

/** Rows ready to be written: headings beside the values of each row, in one fixed order of columns. */
export interface Table {
  readonly names: readonly string[]
  readonly headings: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

export const isResult = (value: Tabular): value is Result<object> => !Array.isArray(value)

/**
 * Brings a result or plain rows into one rectangular table.
 *
 * @throws TifaError `unknown-column` when a named column is in no row and no column note.
 */
export function table<Row extends object>(data: Tabular<Row>, options: TableOptions = {}): Table {
  const rows = (isResult(data) ? data.rows : data) as readonly Readonly<Record<string, unknown>>[]
  const notes = new Map<string, ColumnNote>(isResult(data) ? data.columns.map((c) => [c.name, c]) : [])
  const known = new Set(notes.keys())
  if (!known.size || options.columns) for (const row of rows) for (const key of Object.keys(row)) known.add(key)
  const names = options.columns ?? [...known]
  for (const name of names)
    if (!known.has(name) && rows.length)
      throw new TifaError('unknown-column', `expected one of ${[...known].join(', ')}; got column "${name}"`)
  const language = options.labels ?? 'names'
  const headings = names.map((n) => (language === 'names' ? n : (notes.get(n)?.label[language] ?? n)))
  return { names, headings, rows: rows.map((row) => names.map((n) => row[n] ?? null)) }
}

/**
 * One value as text. Absent is the empty string, an array is joined by `;`, an object is JSON. Numbers keep every digit
 * that a double needs to be read back.
 */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.every((v) => typeof v !== 'object') ? value.join(';') : JSON.stringify(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/**
 * One value for the eye: four significant digits for fractions, `<0.001` for tiny positive ones, `–` for absent.
 */
export function shortText(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value !== 'number') return cellText(value)
  if (Number.isInteger(value)) return String(value)
  const size = Math.abs(value)
  if (size > 0 && size < 0.001) return value < 0 ? '>-0.001' : '<0.001'
  return size >= 1000
    ? value.toFixed(0)
    : size >= 100
      ? value.toFixed(1)
      : size >= 10
        ? value.toFixed(2)
        : value.toFixed(3)
}
