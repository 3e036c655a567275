import { shortText, type TableOptions, type Tabular, table } from './table'
import { displayWidth, pad } from './width'

const isNumeric = (values: readonly unknown[]): boolean => values.some((v) => typeof v === 'number')

/**
 * A Markdown pipe table, numbers to the right, padded so that it also reads well as plain text. Fractions are shortened
 * for the eye; use {@link toCsv} where every digit matters.
 */
export function toMarkdown<Row extends object>(data: Tabular<Row>, options: TableOptions = {}): string {
  const { headings, rows } = table(data, options)
  const numeric = headings.map((_, i) => isNumeric(rows.map((r) => r[i])))
  const text = rows.map((row) => row.map((v) => escapeCell(shortText(v))))
  const head = headings.map(escapeCell)
  const widths = head.map((h, i) => Math.max(3, displayWidth(h), ...text.map((r) => displayWidth(r[i]!))))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c, i) => pad(c, widths[i]!, numeric[i] ? 'left' : 'right')).join(' | ')} |`
  const rule = `|${widths.map((w, i) => (numeric[i] ? '-'.repeat(w + 1) + ':' : '-'.repeat(w + 2))).join('|')}|`
  return [line(head), rule, ...text.map(line)].join('\n') + '\n'
}

const escapeCell = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
