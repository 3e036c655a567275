import { cellText, type TableOptions, type Tabular, table } from './table'

export interface CsvOptions extends TableOptions {
  /** Put a UTF-8 byte order mark first, so that Excel opens Chinese correctly. Default `false`. */
  readonly bom?: boolean
  /** `,` (default) or a tab for TSV. */
  readonly separator?: ',' | '\t'
}

/**
 * Writes a result or rows as CSV by RFC 4180: CRLF ends each record, fields with separator, quote or line break are
 * quoted. Text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab or carriage return first) gets a leading
 * apostrophe; numbers stay numbers. Absent values are empty fields.
 *
 * @example toCsv([{ concept: '项目为王', n: 3 }]) // => 'concept,n\r\n项目为王,3\r\n'
 */
export function toCsv<Row extends object>(data: Tabular<Row>, options: CsvOptions = {}): string {
  const { headings, rows } = table(data, options)
  const separator = options.separator ?? ','
  const lines = [headings, ...rows].map((row) => row.map((v) => field(v, separator)).join(separator) + '\r\n')
  return (options.bom ? '\ufeff' : '') + lines.join('')
}

/** As {@link toCsv} with tabs between fields. */
export const toTsv = <Row extends object>(data: Tabular<Row>, options: Omit<CsvOptions, 'separator'> = {}): string =>
  toCsv(data, { ...options, separator: '\t' })

function field(value: unknown, separator: string): string {
  let text = cellText(value)
  if (typeof value !== 'number' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
