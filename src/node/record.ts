import type { RawReport } from '../report/report'

/** Columns of record formats (CSV, JSON lines …) that are not called what tifa calls them: `{ text: 'content' }`. */
export type FieldNames = Partial<Record<'id' | 'title' | 'date' | 'outlet' | 'url' | 'text' | 'html', string>>

export type RecordResult = { readonly raw: RawReport } | { readonly fault: string }

type Origin = Pick<RawReport, 'path' | 'record' | 'sourceHash' | 'issues'> & { readonly encoding?: string }

/**
 * A record as a report: `id, title, date, outlet` (or `source`)`, url, text` or `html`; all other fields go to `meta`. Numbers and booleans in these
 * fields are written out; a record without text and html is a fault.
 */
export function recordToReport(record: unknown, names: FieldNames | undefined, origin: Origin): RecordResult {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { fault: `expected an object, got ${kindOf(record)}` }
  const fields = record as Record<string, unknown>
  const column = names
    ? (name: keyof FieldNames, usual: string = name) => names[name] ?? usual
    : (name: string, usual = name) => usual
  const raw: Mutable<RawReport> = {}
  let meta: Record<string, unknown> | undefined
  const textColumn = column('text')
  const htmlColumn = column('html')
  const outletColumn = names?.outlet ?? ('outlet' in fields ? 'outlet' : 'source')
  for (const name in fields) {
    const value = fields[name]
    if (name === textColumn || name === htmlColumn) {
      if (value == null) continue
      if (typeof value !== 'string') return { fault: `field ${name}: expected a string, got ${kindOf(value)}` }
      if (name === textColumn) raw.text = value
      else raw.html = value
      continue
    }
    const target =
      name === column('id')
        ? 'id'
        : name === column('title')
          ? 'title'
          : name === column('date')
            ? 'date'
            : name === outletColumn
              ? 'outlet'
              : name === column('url')
                ? 'url'
                : null
    if (target === null) {
      meta ??= {}
      meta[name] = value
    } else if (typeof value === 'string') {
      if (value !== '') raw[target] = value
    } else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
      raw[target] = String(value)
    else if (value instanceof Date) raw[target] = value.toISOString()
    else if (value != null) return { fault: `field ${name}: expected a string, got ${kindOf(value)}` }
  }
  if (raw.text === undefined && raw.html === undefined)
    return {
      fault: `neither ${textColumn} nor ${htmlColumn} (fields: ${Object.keys(fields).slice(0, 8).join(', ') || 'none'})`,
    }
  if (raw.text !== undefined && raw.html !== undefined) delete raw.text
  if (meta) raw.meta = meta
  return { raw: Object.assign(raw, origin) }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
