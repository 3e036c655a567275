import { cellText, type TableOptions, type Tabular, table } from './table'

/** One column of like values: what Parquet and Arrow writers need. */
export interface Column {
  readonly name: string
  readonly type: 'integer' | 'number' | 'boolean' | 'text'
  readonly values: readonly (number | boolean | string | null)[]
}

/**
 * Turns a table on its side. A column is `integer`, `number` or `boolean` when every value that is there is one; everything
 * else is text (arrays joined by `;`, objects as JSON). Absent stays null.
 */
export function toColumns<Row extends object>(data: Tabular<Row>, options: TableOptions = {}): Column[] {
  const { headings, rows } = table(data, options)
  return headings.map((name, i) => {
    const values = rows.map((r) => r[i] ?? null)
    const known = values.filter((v) => v !== null)
    const type =
      known.length && known.every((v) => typeof v === 'boolean')
        ? 'boolean'
        : known.length && known.every((v) => typeof v === 'number')
          ? known.every((v) => Number.isSafeInteger(v))
            ? 'integer'
            : 'number'
          : 'text'
    return {
      name,
      type,
      values: values.map((v) => (v === null ? null : type === 'text' ? cellText(v) : (v as number | boolean))),
    }
  })
}
