import { requireChoice, requireFraction } from '../argument'
import { zOf } from '../numerics/normal'
import { margins, type TwoByTwo } from './two-by-two'

export interface LogOddsInput extends TwoByTwo {
  readonly correction?: 'always' | 'ifZero' | undefined
  readonly conf?: number | undefined
}

export interface LogOdds {
  readonly logOdds: number | null
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * How much do the odds of y grow where x is said? Log odds ratio with its interval, finite also where a cell is
 * empty.
 *
 * - Formula: ln((a+h)(d+h) / ((b+h)(c+h))), standard error √Σ 1/(cell+h), limits ± z standard errors. h = ½ in every
 *   cell (`always`, the default), or only where some cell is 0 (`ifZero`), and then in every cell too.
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither; correction; conf, default 0.95.
 * - Result: `logOdds` in natural logarithms, 0 at independence, positive where they attract; `se`, `low`, `high`.
 * - Edges: no units gives null; an empty margin gives a value near 0 with a very wide interval.
 * - Assumes: independent units, and cells large enough for a normal log; the ½ pulls small tables towards 0, which is
 *   honest for rare slogans but biased.
 * - Source: Haldane 1956, doi:10.1111/j.1469-1809.1955.tb01285.x; Anscombe 1956, doi:10.1093/biomet/43.3-4.461.
 * - Oracle: statsmodels Table2x2 on the corrected cells.
 *
 * @example
 * assoc.logOdds({ a: 6, b: 3, c: 6, d: 798 }) // => { logOdds: 5.42997, se: 0.77114, low: 3.91856, high: 6.94138 }
 */
export function logOdds({ correction = 'always', conf = 0.95, ...table }: LogOddsInput): LogOdds {
  const where = 'assoc.logOdds'
  const { n } = margins(where, table)
  requireChoice(where, 'correction', correction, ['always', 'ifZero'])
  requireFraction(where, 'conf', conf)
  if (n === 0) return { logOdds: null, se: null, low: null, high: null }
  const { a, b, c, d } = table
  const h = correction === 'always' || a === 0 || b === 0 || c === 0 || d === 0 ? 0.5 : 0
  const value = Math.log((a + h) / (b + h)) - Math.log((c + h) / (d + h))
  const se = Math.sqrt(1 / (a + h) + 1 / (b + h) + 1 / (c + h) + 1 / (d + h))
  const half = zOf(conf) * se
  return { logOdds: value, se, low: value - half, high: value + half }
}
