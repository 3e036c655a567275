import { invalid, requireAmount } from '../argument'

/**
 * Which slogans lie close together on a map? Association strength of a whole co-occurrence matrix.
 *
 * - Formula: 2m c_ij / (k_i k_j), k_i = row sum without the diagonal, m = ½ Σ k_i.
 * - Input: a square symmetric matrix of joint units, from 0 up (fractional counting allowed); its diagonal is not
 *   read.
 * - Result: `strength`, a symmetric matrix from 0 up, 1 where two slogans meet as often as their links make likely.
 * - Edges: the diagonal and slogans that meet none are null; an empty matrix stays empty. A matrix that is not square
 *   or not symmetric is an error.
 * - Assumes: links are counted alike for all slogans; nested slogans (one inside the other) meet by construction.
 * - Source: Waltman, van Eck & Noyons 2010, doi:10.1016/j.joi.2010.07.002; van Eck & Waltman 2009,
 *   doi:10.1002/asi.21075.
 * - Oracle: the definition.
 *
 * @example
 * assoc.strengthMatrix({ matrix: [[0, 4, 1], [4, 0, 1], [1, 1, 0]] }).strength[0] // => [null, 1.92, 1.2]
 */
export function strengthMatrix({ matrix }: { readonly matrix: readonly (readonly number[])[] }): {
  readonly strength: readonly (readonly (number | null)[])[]
} {
  const where = 'assoc.strengthMatrix'
  const links = matrix.map((row, i) => {
    if (row.length !== matrix.length) throw invalid(where, `matrix[${i}] must have ${matrix.length} values`, row.length)
    let total = 0
    row.forEach((c, j) => {
      requireAmount(where, `matrix[${i}][${j}]`, c)
      if (c !== matrix[j]?.[i]) throw invalid(where, `matrix[${i}][${j}] must equal matrix[${j}][${i}]`, c)
      if (i !== j) total += c
    })
    return total
  })
  const twoM = links.reduce((s, k) => s + k, 0)
  const strength = matrix.map((row, i) =>
    row.map((c, j) => (i === j || links[i] === 0 || links[j] === 0 ? null : (c / links[i]!) * (twoM / links[j]!))),
  )
  return { strength }
}
