import { invalid, requirePositive } from '../argument'
import { gammaQ } from '../numerics/gamma'

/**
 * How likely is a χ² value of at least x? The p value of G², χ² and log-rank tests.
 *
 * - Formula: Q(df/2, x/2), the upper regularised incomplete gamma function.
 * - Input: x, the statistic; df, degrees of freedom above 0, whole or not.
 * - Result: `value` from 1 down to 0 as x grows. Full relative precision down to 1e-300, also at df of many
 *   thousands.
 * - Edges: x of 0 or less gives 1, Infinity gives 0. NaN is an error.
 * - Assumes: the statistic has its large-sample distribution; with expected cells under 5 use `assoc.fisher`.
 * - Source: Pearson 1900, doi:10.1080/14786440009463897; DLMF §8.9, https://dlmf.nist.gov/8.9.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.chi2Sf({ x: 3.84, df: 1 }) // => { value: 0.0500435212 }
 * dist.chi2Sf({ x: 2050, df: 2000 }) // => { value: 0.2134245161 }
 */
export function chi2Sf({ x, df }: { readonly x: number; readonly df: number }): { readonly value: number } {
  if (Number.isNaN(x)) throw invalid('dist.chi2Sf', 'x must be a number', x)
  requirePositive('dist.chi2Sf', 'df', df)
  return { value: gammaQ(df / 2, x / 2) }
}
