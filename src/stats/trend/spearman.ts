import { sampleRankCorrelation } from 'simple-statistics'
import { type Note, trendNote } from '../note'
import { twoSidedT } from '../numerics/student-t'
import { observedPairs, type Series } from '../series'

export interface Spearman {
  readonly rho: number | null
  readonly p: number | null
  readonly note: Note | null
}

/**
 * Do two series move together in order? Spearman's rank correlation.
 *
 * - Formula: the correlation of mid-ranks; t = ρ √((n-2)/(1-ρ²)) with n - 2 degrees of freedom.
 * - Input: x and y, equally long, null where missing (the pair is dropped).
 * - Result: rho from -1 (opposite order) over 0 to 1 (same order); p two-sided.
 * - Edges: a constant series, or fewer than 2 pairs, gives null; 2 pairs give rho and p null; ρ = ±1 gives p 0.
 * - Assumes: independent pairs; with many ties (rare slogans) or under about ten pairs p is rough: prefer
 *   `trend.kendall`.
 * - Source: Spearman 1904, doi:10.2307/1412159.
 * - Oracle: scipy spearmanr, R cor.test(spearman, exact = FALSE).
 *
 * @example
 * trend.spearman({ x: [4, 6, 0, 7, 1, 5, 3, 2], y: [3, 8, 2, 6, -1, 7, 1, 3] })
 * // => { rho: 0.7904, p: 0.01954, note: null }
 */
export function spearman({ x, y }: { readonly x: Series; readonly y: Series }): Spearman {
  const pairs = observedPairs('trend.spearman', x, y)
  const n = pairs.x.length
  const note = trendNote(n)
  const raw = n < 2 ? Number.NaN : sampleRankCorrelation([...pairs.x], [...pairs.y])
  if (!Number.isFinite(raw)) return { rho: null, p: null, note }
  const perfect = Math.abs(raw) > 1 - 1e-14
  const rho = perfect ? Math.sign(raw) : raw
  if (n === 2) return { rho, p: null, note }
  return { rho, p: perfect ? 0 : twoSidedT(rho * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho))), n - 2), note }
}
