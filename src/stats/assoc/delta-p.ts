import { margins, type TwoByTwo } from './two-by-two'

export interface DeltaP {
  readonly yGivenX: number | null
  readonly xGivenY: number | null
}

/**
 * Which of two slogans brings the other along? ΔP, the one measure here with a direction.
 *
 * - Formula: yGivenX = a/r - c/(N-r), the share of y with x less its share without; xGivenY = a/k - b/(N-k).
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: from -1 (x shuts y out) over 0 to 1 (y exactly where x is); the product of the two is φ².
 * - Edges: a slogan nowhere or everywhere makes its own direction null.
 * - Assumes: independent units. Direction of dependence is not direction of time: for who came first use
 *   `diffusion.adoption`.
 * - Source: Ellis 2006, doi:10.1093/applin/ami038; Gries 2013, doi:10.1075/ijcl.18.1.09gri.
 * - Oracle: the definitions; product equal to φ².
 *
 * @example
 * assoc.deltaP({ a: 6, b: 3, c: 6, d: 798 }) // => { yGivenX: 0.6592, xGivenY: 0.49625 }
 */
export function deltaP(table: TwoByTwo): DeltaP {
  const { n, r, k } = margins('assoc.deltaP', table)
  const { a, b, c } = table
  return {
    yGivenX: r === 0 || r === n ? null : a / r - c / (n - r),
    xGivenY: k === 0 || k === n ? null : a / k - b / (n - k),
  }
}
