import { invalid, requirePositive } from '../argument'
import { twoSidedT } from '../numerics/student-t'

/**
 * How likely is a Student t value of at least t? The p value of Spearman's rank correlation and of the quasi-Poisson
 * slope.
 *
 * - Formula: ½ I_{df/(df+t²)}(df/2, ½) for t ≥ 0, one minus that for t < 0.
 * - Input: t, the statistic; df, degrees of freedom above 0.
 * - Result: `value` from 1 down to 0 as t grows; full relative precision in the upper tail.
 * - Edges: ±Infinity give 0 and 1. NaN is an error.
 * - Assumes: errors near normal; counts per month are not, so small p values of few months are rough.
 * - Source: Student 1908, doi:10.1093/biomet/6.1.1; DLMF §8.17, https://dlmf.nist.gov/8.17.
 * - Oracle: mpmath at 40 digits, scipy.
 *
 * @example
 * dist.tSf({ t: 2.5, df: 3 }) // => { value: 0.0438533235 }
 */
export function tSf({ t, df }: { readonly t: number; readonly df: number }): { readonly value: number } {
  if (Number.isNaN(t)) throw invalid('dist.tSf', 't must be a number', t)
  requirePositive('dist.tSf', 'df', df)
  const tail = twoSidedT(t, df) / 2
  return { value: t < 0 ? 1 - tail : tail }
}
