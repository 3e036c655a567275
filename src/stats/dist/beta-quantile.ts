import { requirePositive, requireProbability } from '../argument'
import { betaQuantile as quantile } from '../numerics/beta'

/**
 * Which share leaves a probability p below, under a beta distribution? Exact binomial limits are made of these.
 *
 * - Formula: the x with I_x(a, b) = p, solved in the log odds of x on the smaller tail.
 * - Input: p, a probability from 0 to 1; a and b, the shapes, above 0.
 * - Result: `value` from 0 to 1, rising with p.
 * - Edges: p = 0 gives 0, p = 1 gives 1.
 * - Assumes: nothing about data.
 * - Source: DLMF §8.17, https://dlmf.nist.gov/8.17; Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404, for its use.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.betaQuantile({ p: 0.025, a: 1, b: 10 }) // => { value: 0.0025285785 }
 */
export function betaQuantile({ p, a, b }: { readonly p: number; readonly a: number; readonly b: number }): {
  readonly value: number
} {
  requireProbability('dist.betaQuantile', 'p', p)
  requirePositive('dist.betaQuantile', 'a', a)
  requirePositive('dist.betaQuantile', 'b', b)
  return { value: quantile(a, b, p, 1 - p).x }
}
