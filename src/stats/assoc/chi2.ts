import type { Note } from '../note'
import { gammaQ } from '../numerics/gamma'
import { margins, sparse, type TwoByTwo } from './two-by-two'

export interface ChiSquared {
  readonly chi2: number | null
  readonly p: number | null
  readonly chi2Yates: number | null
  readonly pYates: number | null
  readonly phi: number | null
  readonly note: Note | null
}

/**
 * Do two slogans go together beyond chance? Pearson's χ², with and without Yates' correction, and φ.
 *
 * - Formula: χ² = N (ad - bc)² / (r k (N-r)(N-k)); Yates puts |ad - bc| - N/2, not below 0, for |ad - bc|; φ = (ad -
 *   bc) / √(r k (N-r)(N-k)).
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: chi2 from 0 up, p from 1 down; phi from -1 (never together) over 0 to 1 (only together).
 * - Edges: independence gives 0 and p 1; a slogan nowhere or everywhere gives null. With an expected cell under 5 a
 *   `note` points to `assoc.fisher`.
 * - Assumes: independent units and expected cells of 5 or more; slogans are rare, so the second fails as often as the
 *   first.
 * - Source: Pearson 1900, doi:10.1080/14786440009463897; Yates 1934, doi:10.2307/2983604.
 * - Oracle: scipy, R chisq.test, nltk, sklearn.
 *
 * @example
 * assoc.chi2({ a: 3, b: 1, c: 1, d: 3 }).pYates // => 0.4795
 */
export function chi2(table: TwoByTwo): ChiSquared {
  const m = margins('assoc.chi2', table)
  if (m.degenerate) return { chi2: null, p: null, chi2Yates: null, pYates: null, phi: null, note: null }
  const { a, b, c, d } = table
  const { n, r, k } = m
  const cross = a * d - b * c
  const spread = Math.sqrt(r * (n - r)) * Math.sqrt(k * (n - k))
  const phi = cross / spread
  const yates = Math.max(0, Math.abs(cross) - n / 2) / spread
  const value = n * phi * phi
  const corrected = n * yates * yates
  return {
    chi2: value,
    p: gammaQ(0.5, value / 2),
    chi2Yates: corrected,
    pYates: gammaQ(0.5, corrected / 2),
    phi,
    note: sparse(m) ? 'expected-below-5' : null,
  }
}
