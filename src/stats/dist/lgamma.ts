import { invalid } from '../argument'
import { lnGamma } from '../numerics/gamma'

/**
 * What is the logarithm of a factorial, or of the gamma function between factorials? ln (x-1)! for whole x.
 *
 * - Formula: Lanczos' series with 15 terms (simple-statistics `gammaln`), to about 6e-16 relative.
 * - Input: x from 0 on.
 * - Result: `value`; below 0 between 1 and 2, rising without bound after.
 * - Edges: 0 gives Infinity, 1 and 2 give 0 to 1e-15. Below 0 is an error.
 * - Assumes: nothing about data.
 * - Source: Lanczos 1964, doi:10.1137/0701008.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.lgamma({ x: 10.3 }) // => { value: 13.482036786138 }
 */
export function lgamma({ x }: { readonly x: number }): { readonly value: number } {
  if (!(x >= 0)) throw invalid('dist.lgamma', 'x must be a number from 0 on', x)
  return { value: x === Number.POSITIVE_INFINITY ? x : lnGamma(x) }
}
