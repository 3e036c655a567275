import { escapeHtml } from './escape-html'
import { methodText } from './method-text'
import { isResult, shortText, type TableOptions, type Tabular, table } from './table'

export interface HtmlOptions extends TableOptions {
  /** Rows to print; the rest is counted in the caption. Default: all. */
  readonly limit?: number
  /** Put the method paragraph below the table. Default `true` for a result. */
  readonly method?: boolean
}

/** A table element that carries its own small style, with every value escaped. */
export function toHtml<Row extends object>(data: Tabular<Row>, options: HtmlOptions = {}): string {
  const { headings, rows } = table(data, options)
  const shown = rows.slice(0, options.limit ?? rows.length)
  const numeric = headings.map((_, i) => rows.some((r) => typeof r[i] === 'number'))
  const cell = (tag: 'th' | 'td', text: string, i: number) =>
    `<${tag}${numeric[i] ? ' style="text-align:right"' : ' style="text-align:left;white-space:nowrap"'}>${escapeHtml(text)}</${tag}>`
  const more = rows.length > shown.length ? `<caption>${shown.length} of ${rows.length} rows</caption>` : ''
  const notes =
    isResult(data) && (options.method ?? true)
      ? `<p style="font-size:85%;color:#555;max-width:60em">${escapeHtml(methodText(data))}</p>`
      : ''
  return (
    `<table class="tifa" style="border-collapse:collapse;font-variant-numeric:tabular-nums">${more}` +
    `<thead><tr>${headings.map((h, i) => cell('th', h, i)).join('')}</tr></thead><tbody>` +
    shown.map((r) => `<tr>${r.map((v, i) => cell('td', shortText(v), i)).join('')}</tr>`).join('') +
    `</tbody></table>${notes}`
  )
}
