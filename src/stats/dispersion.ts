import { mean, min, standardDeviation, sum } from 'simple-statistics'
import { requireAmount, requireCount, requireExposed, requireSameLength } from './argument'

export interface DispersionInput {
  /** Mentions in each part of the corpus. */
  readonly counts: readonly number[]
  /** Size of each part: characters, words or reports. */
  readonly sizes: readonly number[]
}

export interface Dispersion {
  /** Gries' deviation of proportions. */
  readonly dp: number | null
  /** The same, scaled to reach 1. */
  readonly dpNorm: number | null
  /** Juilland's D. */
  readonly juillandD: number | null
  /** Variation coefficient of the rates. */
  readonly vc: number | null
  /** Parts with at least one mention. */
  readonly range: number
}

/**
 * Is a slogan said everywhere or only in a few places? Evenness over the parts of a corpus (places, months, outlets).
 *
 * - Formula: v = counts / their sum, s = sizes / their sum; dp = ½ Σ|v - s|; dpNorm = dp / (1 - smallest s); with the
 *   rates r = counts / sizes, vc = population standard deviation of r / mean of r; juillandD = 1 - vc/√(parts - 1).
 * - Input: counts (whole numbers) and sizes (from 0 up, one unit), equally long.
 * - Result: dp and dpNorm from 0 (even) to 1 (all in one part); juillandD from 1 (even) to 0; vc from 0 up; range in
 *   parts.
 * - Edges: parts of size 0 are left out; no mentions gives null with range 0; one part gives dpNorm and juillandD
 *   null. Mentions in a part of size 0 are an error.
 * - Assumes: parts are comparable. Places that report in long digests and places that report in briefs are not, and a
 *   reprint wave looks like even dispersion.
 * - Source: Gries 2008, doi:10.1075/ijcl.13.4.02gri; Lijffijt & Gries 2012, doi:10.1075/ijcl.17.1.08lij.
 * - Oracle: numpy and R, Gries' worked example.
 *
 * @example
 * dispersion({ counts: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11] }).dp // => 0.18
 */
export function dispersion({ counts, sizes }: DispersionInput): Dispersion {
  const where = 'dispersion'
  requireSameLength(where, 'counts and sizes', counts, sizes)
  const kept: number[] = []
  const weights: number[] = []
  let range = 0
  for (let i = 0; i < counts.length; i++) {
    requireCount(where, `counts[${i}]`, counts[i]!)
    requireAmount(where, `sizes[${i}]`, sizes[i]!)
    requireExposed(where, `counts[${i}]`, counts[i]!, `sizes[${i}]`, sizes[i]!)
    if (sizes[i] === 0) continue
    kept.push(counts[i]!)
    weights.push(sizes[i]!)
    if (counts[i]! > 0) range++
  }
  if (range === 0) return { dp: null, dpNorm: null, juillandD: null, vc: null, range }
  const total = sum(kept)
  const size = sum(weights)
  const dp = sum(kept.map((c, i) => Math.abs(c / total - weights[i]! / size))) / 2
  const rates = kept.map((c, i) => c / weights[i]!)
  const vc = standardDeviation(rates) / mean(rates)
  if (kept.length === 1) return { dp, dpNorm: null, juillandD: null, vc, range }
  const smallest = min(weights) / size
  return { dp, dpNorm: dp / (1 - smallest), juillandD: 1 - vc / Math.sqrt(kept.length - 1), vc, range }
}
