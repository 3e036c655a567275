import { invalid } from '../argument'
import { normalCdf as cdf } from '../numerics/normal'

/**
 * How likely is a standard normal value of at most z?
 *
 * - Formula: Φ(z), half the upper regularised incomplete gamma function Q(½, z²/2) for z below 0, one minus that
 *   above.
 * - Input: z in standard deviations, the infinities allowed.
 * - Result: `value` from 0 to 1, rising with z. Full relative precision in the lower tail, down to about z = -38.
 * - Edges: ±Infinity give 0 and 1. NaN is an error. For an upper tail pass -z: `1 - value` loses all digits past z =
 *   8.
 * - Assumes: the score really is near normal; scores of short or heavily tied monthly series are not.
 * - Source: DLMF §7.11 and §8.9, https://dlmf.nist.gov/8.9; continued fraction by Lentz 1976,
 *   doi:10.1364/AO.15.000668.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.normalCdf({ z: -6.074 }) // => { value: 6.23814e-10 }
 */
export function normalCdf({ z }: { readonly z: number }): { readonly value: number } {
  if (Number.isNaN(z)) throw invalid('dist.normalCdf', 'z must be a number', z)
  return { value: cdf(z) }
}
