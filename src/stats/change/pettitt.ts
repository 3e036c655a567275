import { midRanks } from '../numerics/ranks'
import { observed, type Series } from '../series'

export interface Pettitt {
  readonly k: number
  readonly index: number | null
  readonly p: number | null
}

/**
 * Did the level of a rate shift once, and when? Pettitt's rank test for a single change point.
 *
 * - Formula: U_t = 2 × sum of the first t mid-ranks - t(n+1); k = largest |U_t|; p = 2 exp(-6k²/(n³+n²)), at most 1.
 * - Input: y, one value a period in order of time, null where missing.
 * - Result: k from 0 up; `index`, the position in y where the second stretch begins (the first t that reaches k); p
 *   two-sided.
 * - Edges: all equal gives k 0, index null, p 1; fewer than 2 values give k 0, index null, p null.
 * - Assumes: one sharp shift in independent periods. A slow rise and a passing campaign are reported as a shift too;
 *   p is an approximation, too large for short series.
 * - Source: Pettitt 1979, doi:10.2307/2346729.
 * - Oracle: the definition, R trend::pettitt.test.
 *
 * @example
 * change.pettitt({ y: [2, 2, 2, 2, 2, 8, 8, 8, 8, 8] }) // => { k: 25, index: 5, p: 0.06614 }
 */
export function pettitt({ y }: { readonly y: Series }): Pettitt {
  const { values, index } = observed('change.pettitt', 'y', y)
  const n = values.length
  if (n < 2) return { k: 0, index: null, p: null }
  const ranks = midRanks(values)
  let u = 0
  let k = 0
  let at: number | null = null
  for (let t = 1; t < n; t++) {
    u += 2 * ranks[t - 1]! - (n + 1)
    if (Math.abs(u) > k) {
      k = Math.abs(u)
      at = index[t]!
    }
  }
  return { k, index: at, p: Math.min(1, 2 * Math.exp((-6 * k * k) / (n * n * (n + 1)))) }
}
