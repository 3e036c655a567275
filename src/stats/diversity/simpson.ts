import { presentCounts } from './counts'

export interface Simpson {
  /** Σ p². */
  readonly concentration: number | null
  /** Chance that two different directives are of one category. */
  readonly unbiased: number | null
  /** 1 / concentration: how many equally frequent categories would be as diverse. */
  readonly effective: number | null
  /** Categories present. */
  readonly categories: number
}

/**
 * How concentrated is attention on a few themes? Simpson's index of category counts.
 *
 * - Formula: concentration = Σ p²; unbiased = Σ n(n-1) / (N(N-1)); effective = 1 / concentration.
 * - Input: counts, directives (or mentions) in each category, whole numbers.
 * - Result: concentration from 1/categories (even) to 1 (one theme), unbiased from 0 to 1; effective from 1 up. The
 *   same formula is the Herfindahl index.
 * - Edges: no counts gives nulls; a single count gives unbiased null; counts of 0 do not matter.
 * - Assumes: directives drawn independently; an enumeration with nine items on one theme is one decision, not nine.
 * - Source: Simpson 1949, doi:10.1038/163688a0; Hill 1973, doi:10.2307/1934352.
 * - Oracle: exact fractions.
 *
 * @example
 * diversity.simpson({ counts: [2, 1, 1] })
 * // => { concentration: 0.375, unbiased: 0.16667, effective: 2.66667, categories: 3 }
 */
export function simpson({ counts }: { readonly counts: ArrayLike<number> }): Simpson {
  const { counts: present, total } = presentCounts('diversity.simpson', counts)
  const categories = present.length
  if (categories === 0) return { concentration: null, unbiased: null, effective: null, categories }
  let squares = 0
  let pairs = 0
  for (const count of present) {
    squares += (count / total) ** 2
    pairs += (count / total) * ((count - 1) / (total - 1))
  }
  return { concentration: squares, unbiased: total === 1 ? null : pairs, effective: 1 / squares, categories }
}
