import { type Note, trendNote } from '../note'
import { observed, type Series } from '../series'
import { scoreOf } from './mann-kendall'

export interface MannKendallExact {
  readonly n: number
  readonly s: number
  readonly p: number | null
  readonly note: Note | null
}

/** Beyond this 1/n! leaves the range of a double. */
const LONGEST = 170

/**
 * Does a short series rise or fall? The exact Mann–Kendall test, for ten periods or fewer, and any untied series to
 * 170.
 *
 * - Formula: P(|S| ≥ |s|) over all n! orders, from the recursion of the number of inversions, kept as probabilities.
 * - Input: y, one value a period in order of time, null where missing.
 * - Result: s as in `trend.mk`; p two-sided, from 1 down to 2/n!.
 * - Edges: n < 2 gives s 0 and p null; ties give p null with note `ties`, since no exact distribution is defined;
 *   more than 170 values give p null with note `too-long-for-exact` (`trend.mk` is exact enough there).
 * - Assumes: every order of the periods is equally likely, so no carry-over from month to month. Zeros of rare
 *   slogans are ties.
 * - Source: Kendall 1975, Rank Correlation Methods, ISBN 0-85264-199-0; Mann 1945, doi:10.2307/1907187.
 * - Oracle: scipy kendalltau(exact), R cor.test(kendall, exact).
 *
 * @example
 * trend.mkExact({ y: [10, 7, 6, 5] }) // => { n: 4, s: -6, p: 0.083333, note: null }
 */
export function mkExact({ y }: { readonly y: Series }): MannKendallExact {
  const { n, s, pairs, tied } = scoreOf(observed('trend.mkExact', 'y', y).values.slice())
  if (n < 2) return { n, s, p: null, note: trendNote(n) }
  if (tied > 0) return { n, s, p: null, note: 'ties' }
  if (n > LONGEST) return { n, s, p: null, note: 'too-long-for-exact' }
  return { n, s, p: s === 0 ? 1 : Math.min(1, 2 * inversionsAtMost((pairs - Math.abs(s)) / 2, n)), note: trendNote(n) }
}

/**
 * Share of the orders of n values with at most k inversions. The i-th value adds 0 … i-1 inversions with equal
 * chance, so each row is a running mean of the row before; only the lower half is ever asked for, where the sums
 * never lose digits.
 */
function inversionsAtMost(k: number, n: number): number {
  let row = new Float64Array(k + 1)
  row[0] = 1
  let next = new Float64Array(k + 1)
  for (let i = 2; i <= n; i++) {
    let window = 0
    for (let j = 0; j <= k; j++) {
      window += row[j]!
      if (j >= i) window -= row[j - i]!
      next[j] = window / i
    }
    const spent = row
    row = next
    next = spent
  }
  let sum = 0
  for (const share of row) sum += share
  return sum
}
