import { isResult, type Tabular } from './table'

/**
 * A result as one JSON document `{ kind, rows, columns, method }`, or plain rows as an array. Keys keep their order, so
 * that the same input gives the same bytes.
 */
export function toJson<Row extends object>(data: Tabular<Row>, options: { readonly indent?: number } = {}): string {
  const value = isResult(data) ? { kind: data.kind, rows: data.rows, columns: data.columns, method: data.method } : data
  return JSON.stringify(value, null, options.indent ?? 2) + '\n'
}

/** The rows, one JSON object a line. */
export function toNdjson<Row extends object>(data: Tabular<Row>): string {
  const rows = isResult(data) ? data.rows : data
  return rows.map((row) => JSON.stringify(row) + '\n').join('')
}
