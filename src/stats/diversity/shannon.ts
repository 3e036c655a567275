import { presentCounts } from './counts'

export interface Shannon {
  /** Entropy in bits. */
  readonly entropy: number | null
  /** Entropy over its largest value, log2 of the categories present. */
  readonly evenness: number | null
  /** 2 to the power of entropy: how many equally frequent categories would be as diverse. */
  readonly effective: number | null
  /** Categories present. */
  readonly categories: number
}

/**
 * Over how many themes does a leader spread attention? Shannon entropy of category counts.
 *
 * - Formula: entropy = -Σ p log2 p over the shares p; evenness = entropy / log2 categories; effective = 2^entropy.
 * - Input: counts, directives (or mentions) in each category, whole numbers.
 * - Result: entropy in bits from 0 (one theme) up; evenness from 0 to 1; effective from 1 to the number of
 *   categories.
 * - Edges: no counts gives nulls; one category gives entropy 0, effective 1, evenness null; counts of 0 do not
 *   matter.
 * - Assumes: enough counts: entropy of few directives is too low, so compare leaders at equal numbers
 *   (`diversity.rarefaction`). A directive with two categories counts in both.
 * - Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Hill 1973, doi:10.2307/1934352.
 * - Oracle: scipy entropy(base = 2).
 *
 * @example
 * diversity.shannon({ counts: [2, 1, 1, 0] })
 * // => { entropy: 1.5, evenness: 0.9464, effective: 2.8284, categories: 3 }
 */
export function shannon({ counts }: { readonly counts: ArrayLike<number> }): Shannon {
  const present = presentCounts('diversity.shannon', counts)
  const categories = present.counts.length
  if (categories === 0) return { entropy: null, evenness: null, effective: null, categories }
  let entropy = 0
  for (const count of present.counts) entropy += (count / present.total) * Math.log2(present.total / count)
  return {
    entropy,
    evenness: categories === 1 ? null : entropy / Math.log2(categories),
    effective: 2 ** entropy,
    categories,
  }
}
