import { requireFraction } from '../argument'
import { zOf } from '../numerics/normal'
import { incomparable, type TwoCorpora } from './g2'

export interface LogRatioInput extends TwoCorpora {
  readonly conf?: number | undefined
}

export interface LogRatio {
  readonly logRatio: number | null
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * How many times as often is a term said in one corpus as in the other, in doublings?
 *
 * - Formula: log2((o1/n1) / (o2/n2)), a count of 0 taken as ½; standard error √(1/o1 - 1/n1 + 1/o2 - 1/n2) / ln 2;
 *   limits ± z standard errors.
 * - Input: o1 of n1 and o2 of n2, whole numbers in one unit; conf, default 0.95.
 * - Result: `logRatio` in bits: 0 equal, 1 twice as often, -1 half as often; `se`, `low`, `high`.
 * - Edges: both counts 0, or an empty corpus, gives null. A value resting on a ½ depends on corpus size: read the
 *   interval.
 * - Assumes: independent tokens; clumped slogans and reprints make the interval too narrow.
 * - Source: Hardie 2014, Log Ratio: an informal introduction, CASS, Lancaster University; interval by Katz et al.
 *   1978, doi:10.2307/2530610.
 * - Oracle: the definition, R epitools riskratio.wald.
 *
 * @example
 * keyness.logRatio({ o1: 111, n1: 31238, o2: 66, n2: 98566 })
 * // => { logRatio: 2.408, se: 0.224, low: 1.969, high: 2.847 }
 */
export function logRatio({ conf = 0.95, ...input }: LogRatioInput): LogRatio {
  requireFraction('keyness.logRatio', 'conf', conf)
  if (incomparable('keyness.logRatio', input)) return { logRatio: null, se: null, low: null, high: null }
  const { n1, n2 } = input
  const o1 = input.o1 || 0.5
  const o2 = input.o2 || 0.5
  const value = Math.log2(o1 / n1 / (o2 / n2))
  const se = Math.sqrt((n1 - o1) / o1 / n1 + (n2 - o2) / o2 / n2) / Math.LN2
  const half = zOf(conf) * se
  return { logRatio: value, se, low: value - half, high: value + half }
}
