import { isResult, shortText, type TableOptions, type Tabular, table } from './table'
import { terminalView } from './terminal-view'
import { clip, displayWidth, pad } from './width'

export interface TerminalOptions extends TableOptions {
  /** Widest line in terminal cells; columns that do not fit are left out and named below the table. Default 120. */
  readonly width?: number
  /** Rows to print; the rest is counted below. Default 40. */
  readonly limit?: number
}

/** A number, a number with its denominator, an interval: what is set to the right. */
const isFigure = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(?:\d+\/[\d?]+|\[.*\])$/.test(value))

/**
 * A plain table for the terminal: aligned in cells, one line a row, numbers to the right. A result shows the columns that tell most, each number beside
 * its denominator; with `columns` or `labels` its own columns.
 */
export function toTerminal<Row extends object>(data: Tabular<Row>, options: TerminalOptions = {}): string {
  const view = isResult(data) && !options.columns && (options.labels ?? 'names') === 'names' ? terminalView(data) : null
  const { headings, rows } = view ? table(view.rows, { columns: view.headings }) : table(data, options)
  const shown = rows.slice(0, options.limit ?? 40)
  const numeric = headings.map((_, i) => rows.some((r) => isFigure(r[i])))
  const room = options.width ?? 120
  // On a narrow terminal a long name must not push the figures out.
  const widest = Math.min(48, Math.max(16, Math.floor(room * 0.3)))
  const text = shown.map((r) => r.map((v) => clip(shortText(v).replace(/\s+/g, ' '), widest)))
  const widths = headings.map((h, i) => Math.max(displayWidth(h), ...text.map((r) => displayWidth(r[i]!))))
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
  const below: string[] = view?.below ? [view.below] : []
  if (rows.length > shown.length) below.push(`… ${rows.length - shown.length} more rows`)
  if (fit < headings.length) below.push(`… columns not shown: ${headings.slice(fit).join(', ')}`)
  return [line(headings), rule, ...text.map(line), ...below].join('\n') + '\n'
}
