import type { Result, TrendResult } from '../analysis/index'
import { escapeHtml } from './escape-html'
import { toHtml } from './html'
import { toMarkdown } from './markdown'
import { methodText } from './method-text'
import { isResult, type Tabular } from './table'
import { toSvg } from './to-svg'
import { toVegaLite } from './to-vega-lite'
import { wideTrend } from './trend-table'

/** Rows shown in a notebook cell; the caption says how many there are. */
const SHOWN = 20
/** A KWIC is read line by line; its picture is made where it is asked for. */
const PICTURES = new Set(['trend', 'frequency', 'cooccurrence', 'diffusion', 'bursts', 'change-points'])

/** What a notebook front end is offered: it takes the richest form it can draw. */
export type DisplayBundle = Readonly<Record<string, unknown>>

/**
 * A result for a notebook: plain text, HTML with the picture inside (converters strip bare SVG outputs) and, where one
 * exists, a Vega-Lite specification.
 */
export function displayBundle(result: Result<object>): DisplayBundle {
  const picture = PICTURES.has(result.kind) && result.rows.length ? toSvg(result) : ''
  // A trend is read as one row a concept; its cells stay in `rows`.
  const table: Tabular = result.kind === 'trend' ? wideTrend(result as TrendResult, { limit: SHOWN }) : result
  const first: Tabular = isResult(table) ? { ...table, rows: table.rows.slice(0, SHOWN) } : table
  const note = `<p style="font-size:85%;color:#555;max-width:60em">${escapeHtml(methodText(result))}</p>`
  return {
    'text/plain': toMarkdown(first),
    'text/html': `${picture}${toHtml(table, { limit: SHOWN, method: false })}${note}`,
    ...(picture && { 'application/vnd.vegalite.v5+json': toVegaLite(result) }),
  }
}

/**
 * Makes the results of an analysis, and the further tables in them, show themselves: the Deno kernel asks for
 * `Symbol.for('Jupyter.display')`, other front ends get the same from {@link displayBundle} or {@link toHtml}. The function's types do not change.
 */
export function displayable<Args extends unknown[], R extends Result<object>>(
  analysis: (...args: Args) => R,
): (...args: Args) => R {
  return (...args) => {
    const result = analysis(...args)
    for (const shown of [result, ...Object.values(result.tables ?? {})])
      Object.defineProperty(shown, Symbol.for('Jupyter.display'), {
        value: () => displayBundle(shown),
        enumerable: false,
        configurable: true,
      })
    return result
  }
}
