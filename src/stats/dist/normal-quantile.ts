import { requireProbability } from '../argument'
import { normalQuantile as quantile } from '../numerics/normal'

/**
 * How many standard deviations leave a share p below?
 *
 * - Formula: the z with Φ(z) = p, by Newton's method inside a bracket on the smaller tail.
 * - Input: p, a probability from 0 to 1.
 * - Result: `value` in standard deviations, rising with p.
 * - Edges: 0 and 1 give -Infinity and Infinity, ½ gives 0. Outside 0…1 is an error.
 * - Assumes: nothing about data; every interval here takes its z from this, never the rounded 1.96.
 * - Source: Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684, for the start; inversion of Φ as in DLMF §7.17.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.normalQuantile({ p: 0.975 }) // => { value: 1.95996398454 }
 */
export function normalQuantile({ p }: { readonly p: number }): { readonly value: number } {
  requireProbability('dist.normalQuantile', 'p', p)
  return { value: quantile(p) }
}
