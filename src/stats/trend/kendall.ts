import { type Note, trendNote } from '../note'
import { sortCountingInversions } from '../numerics/inversions'
import { twoSidedNormal } from '../numerics/normal'
import { tieSums } from '../numerics/ranks'
import { observedPairs, type Series } from '../series'

export interface Kendall {
  readonly tau: number | null
  readonly p: number | null
  readonly note: Note | null
}

/**
 * Do two series move together in order? Kendall's rank correlation tau-b.
 *
 * - Formula: S = concordant less discordant pairs; tau = S / √((n0-n1)(n0-n2)), n0 all pairs, n1 and n2 pairs tied in
 *   x and y; z = S / √v with v corrected for ties in both, without continuity correction.
 * - Input: x and y, equally long, null where missing (the pair is dropped).
 * - Result: tau from -1 (opposite order) over 0 to 1 (same order); p two-sided.
 * - Edges: a constant series, or fewer than 2 pairs, gives null; 2 pairs give tau and p null.
 * - Assumes: independent pairs. Two series that both rise over the years correlate without any tie between them.
 * - Source: Kendall 1938, doi:10.1093/biomet/30.1-2.81; ties: Kendall 1945, doi:10.1093/biomet/33.3.239.
 * - Oracle: scipy kendalltau(asymptotic), R cor.test(kendall, exact = FALSE).
 *
 * @example
 * trend.kendall({ x: [4, 6, 0, 7, 1, 5, 3, 2], y: [3, 8, 2, 6, -1, 7, 1, 3] })
 * // => { tau: 0.6183, p: 0.03405, note: null }
 */
export function kendall({ x, y }: { readonly x: Series; readonly y: Series }): Kendall {
  const pairs = observedPairs('trend.kendall', x, y)
  const n = pairs.x.length
  const note = trendNote(n)
  const order = Uint32Array.from(pairs.x, (_, i) => i)
  order.sort((i, j) => pairs.x[i]! - pairs.x[j]! || pairs.y[i]! - pairs.y[j]!)
  const xs = Float64Array.from(order, (i) => pairs.x[i]!)
  const ys = Float64Array.from(order, (i) => pairs.y[i]!)
  const both = tiedTogether(xs, ys)
  const discordant = sortCountingInversions(ys)
  const tx = tieSums(xs)
  const ty = tieSums(ys)
  const all = (n * (n - 1)) / 2
  if (n < 2 || tx.pairs === all || ty.pairs === all) return { tau: null, p: null, note }
  const s = all - tx.pairs - ty.pairs + both - 2 * discordant
  const tau = Math.max(-1, Math.min(1, s / Math.sqrt(all - tx.pairs) / Math.sqrt(all - ty.pairs)))
  if (n === 2) return { tau, p: null, note }
  const v =
    (n * (n - 1) * (2 * n + 5) - tx.score - ty.score) / 18 +
    (2 * tx.pairs * ty.pairs) / (n * (n - 1)) +
    (tx.triples * ty.triples) / (9 * n * (n - 1) * (n - 2))
  return { tau, p: twoSidedNormal(s / Math.sqrt(v)), note }
}

/** Pairs equal in both, given the points sorted by x, then y. */
function tiedTogether(xs: Float64Array, ys: Float64Array): number {
  let pairs = 0
  let run = 1
  for (let i = 1; i <= xs.length; i++) {
    if (i < xs.length && xs[i] === xs[i - 1] && ys[i] === ys[i - 1]) run++
    else {
      pairs += (run * (run - 1)) / 2
      run = 1
    }
  }
  return pairs
}
