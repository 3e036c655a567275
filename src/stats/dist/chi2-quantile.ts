import { requirePositive, requireProbability } from '../argument'
import { gammaQuantile } from '../numerics/gamma'

/**
 * Which χ² value leaves a share p below? Twice a gamma quantile; Garwood's limits are made of these.
 *
 * - Formula: the x with P(df/2, x/2) = p, solved on the smaller tail to about 1e-13 relative.
 * - Input: p, a probability from 0 to 1; df, degrees of freedom above 0.
 * - Result: `value` ≥ 0, rising with p and df.
 * - Edges: p = 0 gives 0, p = 1 gives Infinity. Holds at df of many thousands, where common libraries fail.
 * - Assumes: nothing about data.
 * - Source: Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684, for the start.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.chi2Quantile({ p: 0.975, df: 2 }) // => { value: 7.3777589082 }
 */
export function chi2Quantile({ p, df }: { readonly p: number; readonly df: number }): { readonly value: number } {
  requireProbability('dist.chi2Quantile', 'p', p)
  requirePositive('dist.chi2Quantile', 'df', df)
  return { value: 2 * gammaQuantile(df / 2, p, 1 - p) }
}
