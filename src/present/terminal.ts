import { shortText, type TableOptions, type Tabular, table } from './table'
import { clip, displayWidth, pad } from './width'

export interface TerminalOptions extends TableOptions {
  /** Widest line in terminal cells; columns that do not fit are left out and named below the table. Default 120. */
  readonly width?: number
  /** Rows to print; the rest is counted below. Default 40. */
  readonly limit?: number
}

/** A plain table for the terminal: aligned in cells, one line a row, numbers to the right. */
export function toTerminal<Row extends object>(data: Tabular<Row>, options: TerminalOptions = {}): string {
  const { headings, rows } = table(data, options)
  const shown = rows.slice(0, options.limit ?? 40)
  const numeric = headings.map((_, i) => rows.some((r) => typeof r[i] === 'number'))
  const text = shown.map((r) => r.map((v) => clip(shortText(v).replace(/\s+/g, ' '), 48)))
  const widths = headings.map((h, i) => Math.max(displayWidth(h), ...text.map((r) => displayWidth(r[i]!))))
  const room = options.width ?? 120
  let used = 0
  let fit = 0
  while (fit < widths.length && used + widths[fit]! + 2 <= room + 2) used += widths[fit++]! + 2
  fit = Math.max(1, fit)
  const line = (cells: readonly string[]) =>
    cells
      .slice(0, fit)
      .map((c, i) => pad(c, widths[i]!, numeric[i] ? 'left' : 'right'))
      .join('  ')
      .trimEnd()
  const rule = widths
    .slice(0, fit)
    .map((w) => '─'.repeat(w))
    .join('  ')
  const below: string[] = []
  if (rows.length > shown.length) below.push(`… ${rows.length - shown.length} more rows`)
  if (fit < headings.length) below.push(`… columns not shown: ${headings.slice(fit).join(', ')}`)
  return [line(headings), rule, ...text.map(line), ...below].join('\n') + '\n'
}
