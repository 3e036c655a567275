import { requireAmount, requireCount, requireExposed, requireFraction } from '../argument'
import { exactHigh, exactLow, type Share } from '../ci/clopper-pearson'
import { exactTails } from '../numerics/discrete-tails'

export interface RateRatioInput {
  /** Mentions and exposure of the first group. */
  readonly x1: number
  readonly e1: number
  /** Mentions and exposure of the second group. */
  readonly x2: number
  readonly e2: number
  readonly conf?: number | undefined
}

export interface RateRatio {
  readonly ratio: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
}

/**
 * How many times as often is a slogan said here as there? Ratio of two Poisson rates with exact conditional limits.
 *
 * - Formula: given x1 + x2 mentions, x1 is binomial with share e1/(e1+e2) if the rates are equal; the Clopper–Pearson
 *   limits π of that share become π/(1-π) × e2/e1; p sums all outcomes no likelier than the observed one.
 * - Input: x1, x2 whole numbers; e1, e2 exposures in the same unit; conf, default 0.95.
 * - Result: `ratio` from 0 to Infinity, above 1 where the first rate is higher; `low`, `high`; two-sided exact `p`.
 * - Edges: x2 = 0 gives ratio and high Infinity, x1 = 0 gives ratio and low 0, both 0 gives null; an exposure of 0
 *   gives null, and mentions in an exposure of 0 are an error.
 * - Assumes: independent mentions at one rate in each group; reprints and repeated set phrases make p far too small.
 * - Source: Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313.
 * - Oracle: scipy beta quantiles and binomtest, R poisson.test.
 *
 * @example
 * rate.ratio({ x1: 29, e1: 29460, x2: 26, e2: 4843 })
 * // => { ratio: 0.18336, low: 0.10424, high: 0.32409, p: 4.093e-9 }
 */
export function ratio({ x1, e1, x2, e2, conf = 0.95 }: RateRatioInput): RateRatio {
  const where = 'rate.ratio'
  requireCount(where, 'x1', x1)
  requireCount(where, 'x2', x2)
  requireAmount(where, 'e1', e1)
  requireAmount(where, 'e2', e2)
  requireExposed(where, 'x1', x1, 'e1', e1)
  requireExposed(where, 'x2', x2, 'e2', e2)
  requireFraction(where, 'conf', conf)
  const n = x1 + x2
  if (n === 0 || e1 === 0 || e2 === 0) return { ratio: null, low: null, high: null, p: null }
  const tail = (1 - conf) / 2
  const odds = ({ x, y }: Share): number => (x / y) * (e2 / e1)
  const mode = Math.min(n, Math.floor((n + 1) * (e1 / (e1 + e2))))
  const step = e1 / e2
  const tails = exactTails({ low: 0, high: n, mode, ratio: (i) => ((n - i) / (i + 1)) * step }, x1)
  return {
    ratio: (x1 / x2) * (e2 / e1),
    low: odds(exactLow(x1, n, tail)),
    high: odds(exactHigh(x1, n, tail)),
    p: tails.twoSided,
  }
}
