import { type Note, scoreNote } from '../note'
import { sortCountingInversions } from '../numerics/inversions'
import { twoSidedNormal } from '../numerics/normal'
import { tieSums } from '../numerics/ranks'
import { observed, type Series } from '../series'

export interface MannKendall {
  readonly n: number
  readonly s: number
  readonly varS: number
  readonly z: number | null
  readonly p: number | null
  readonly tauA: number | null
  readonly tauB: number | null
  readonly note: Note | null
}

/** The score of a series and what ties take from its variance. */
export interface Score {
  readonly n: number
  readonly s: number
  readonly varS: number
  /** All pairs, and pairs of equal values. */
  readonly pairs: number
  readonly tied: number
}

/**
 * Does a slogan's rate rise or fall over time? Mann–Kendall test for a monotone trend, whatever its shape.
 *
 * - Formula: S = rises less falls over all pairs of periods; variance (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 over
 *   groups of t equal values; z = (S - sign S) / √variance; tauA = S / all pairs, tauB = S / √(untied pairs × all
 *   pairs).
 * - Input: y, one value a period in order of time, null where missing (missing periods are skipped). A rate, not a
 *   count, unless exposure is the same in every period.
 * - Result: s, z, tauA and tauB positive for a rise, negative for a fall; tau from -1 to 1; p two-sided, from the
 *   upper tail.
 * - Edges: n < 2 gives s 0, varS 0 and nulls; all equal gives z 0, p 1, tauA 0, tauB null. A `note` marks n < 4, and
 *   n ≤ 10 where `trend.mkExact` is better if there are no ties.
 * - Assumes: periods are independent. Campaigns last for months and work on a yearly calendar, which makes p too
 *   small: see `trend.hamedRao` and `trend.seasonalMk` beside it.
 * - Source: Mann 1945, doi:10.2307/1907187; Kendall 1975, Rank Correlation Methods, ISBN 0-85264-199-0.
 * - Oracle: pyMannKendall, R trend and Kendall, scipy's normal tail.
 *
 * @example
 * trend.mk({ y: [10, 7, 6, 5] }).p // => 0.0894
 * trend.mk({ y: [0, 1, null, 0, 3, 1, 4, 3, 6, null, 8, 6, 7, 6] }).tauB // => 0.731
 */
export function mk({ y }: { readonly y: Series }): MannKendall {
  const { n, s, varS, pairs, tied } = scoreOf(observed('trend.mk', 'y', y).values.slice())
  const note = scoreNote(n)
  if (n < 2) return { n, s, varS, z: null, p: null, tauA: null, tauB: null, note }
  const z = scoreZ(s, varS)
  const tauB = tied === pairs ? null : s / Math.sqrt((pairs - tied) * pairs)
  return { n, s, varS, z, p: twoSidedNormal(z), tauA: s / pairs, tauB, note }
}

/** S and its variance; sorts `values`. */
export function scoreOf(values: Float64Array): Score {
  const n = values.length
  if (n < 2) return { n, s: 0, varS: 0, pairs: 0, tied: 0 }
  const pairs = (n * (n - 1)) / 2
  const falls = sortCountingInversions(values)
  const ties = tieSums(values)
  return {
    n,
    s: pairs - ties.pairs - 2 * falls,
    varS: (n * (n - 1) * (2 * n + 5) - ties.score) / 18,
    pairs,
    tied: ties.pairs,
  }
}

/** z with its continuity correction; 0 for S = 0, also where the variance is 0. */
export function scoreZ(s: number, varS: number): number {
  return s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS)
}
