import { exactTails } from '../numerics/discrete-tails'
import { margins, type TwoByTwo } from './two-by-two'

export interface Fisher {
  readonly twoSided: number
  readonly greater: number
  readonly less: number
}

/**
 * How surprising is it that two slogans meet this often? Fisher's exact test, right at any size.
 *
 * - Formula: a is hypergeometric given the margins; greater = P(A ≥ a), less = P(A ≤ a), twoSided = sum of all
 *   outcomes no likelier than the observed one (within 1e-7 relative), not twice the smaller tail.
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: three p values from 0 to 1; small `greater` means they attract, small `less` means they avoid each other.
 * - Edges: with an empty margin only one table is possible: all three are 1. Margins of 100,000 take microseconds:
 *   the probabilities are walked from the peak by their exact ratios, no factorial is rounded.
 * - Assumes: independent units, each slogan as frequent as observed; conditioning on both margins makes it
 *   conservative.
 * - Source: Fisher 1922, doi:10.2307/2340521.
 * - Oracle: exact integer arithmetic, scipy, R fisher.test.
 *
 * @example
 * assoc.fisher({ a: 3, b: 1, c: 1, d: 3 }) // => { twoSided: 0.4857, greater: 0.2429, less: 0.9857 }
 */
export function fisher(table: TwoByTwo): Fisher {
  const { n, r, k, degenerate } = margins('assoc.fisher', table)
  if (degenerate) return { twoSided: 1, greater: 1, less: 1 }
  const low = Math.max(0, r + k - n)
  const high = Math.min(r, k)
  const rest = n - r - k
  const mode = Math.min(high, Math.max(low, Math.floor(((r + 1) / (n + 2)) * (k + 1))))
  const ratio = (i: number): number => ((r - i) / (i + 1)) * ((k - i) / (rest + i + 1))
  const { twoSided, greater, less } = exactTails({ low, high, mode, ratio }, table.a)
  return { twoSided, greater, less }
}
