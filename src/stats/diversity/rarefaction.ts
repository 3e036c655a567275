import { requireCount } from '../argument'
import { presentCounts } from './counts'

export interface RarefactionInput {
  readonly counts: ArrayLike<number>
  /** Size of the sample to compare at. */
  readonly n: number
}

export interface Rarefaction {
  /** Categories expected in n drawn without replacement. */
  readonly expected: number | null
  readonly sd: number | null
  /** Categories in all counts. */
  readonly categories: number
  /** Sum of the counts. */
  readonly total: number
}

/**
 * How many themes would a leader have named in n directives? Rarefaction, which makes unequal numbers of directives
 * comparable.
 *
 * - Formula: expected = Σ (1 - C(N-Ni, n)/C(N, n)), the categories in n of the N directives drawn without
 *   replacement; sd of that number.
 * - Input: counts, directives in each category, whole numbers; n, the size to compare at: the smallest N among those
 *   compared.
 * - Result: expected from 0 to categories, rising with n; sd from 0 up, of the draw only, not of the world.
 * - Edges: n over N gives nulls (nothing is extrapolated); n = N gives categories and sd 0; n = 0 gives 0.
 * - Assumes: directives drawn independently; clumped themes (one meeting, one theme) make expected too high.
 * - Source: Hurlbert 1971, doi:10.2307/1934145; variance: Heck, van Belle & Simberloff 1975, doi:10.2307/1934716.
 * - Oracle: every draw listed (tested).
 *
 * @example
 * diversity.rarefaction({ counts: [3, 2, 1], n: 2 }).expected // => 1.7333
 */
export function rarefaction({ counts, n }: RarefactionInput): Rarefaction {
  const where = 'diversity.rarefaction'
  requireCount(where, 'n', n)
  const { counts: present, total } = presentCounts(where, counts)
  const categories = present.length
  if (n > total) return { expected: null, sd: null, categories, total }
  const absent = present.map((count) => missed(total, count, n))
  const expected = absent.reduce((sum, share) => sum + 1 - share, 0)
  let variance = absent.reduce((sum, share) => sum + share * (1 - share), 0)
  for (let i = 0; i < categories; i++) {
    for (let j = 0; j < i; j++) {
      variance += 2 * (missed(total, present[i]! + present[j]!, n) - absent[i]! * absent[j]!)
    }
  }
  return { expected, sd: Math.sqrt(Math.max(0, variance)), categories, total }
}

/** C(total - count, n) / C(total, n): the chance that n drawn without replacement hold none of `count`. */
function missed(total: number, count: number, n: number): number {
  const [few, many] = count < n ? [count, n] : [n, count]
  let share = 1
  for (let k = 0; k < few; k++) share *= Math.max(0, total - many - k) / (total - k)
  return share
}
