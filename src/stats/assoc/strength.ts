import { margins, type TwoByTwo } from './two-by-two'

export interface Strength {
  readonly raw: number | null
  readonly ratio: number | null
}

/**
 * How many times as often as by chance do two slogans meet? Association strength, the measure of bibliometric maps.
 *
 * - Formula: raw = a/(r k); ratio = aN/(r k), observed over expected joint units, which is 2 to the power of PMI.
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: ratio from 0 up, 1 at independence, above 1 where they attract; raw is the same without N, for maps of
 *   one corpus.
 * - Edges: a = 0 gives 0; a slogan nowhere gives null.
 * - Assumes: independent units; large values of rare slogans rest on very few units, and reprints double them.
 * - Source: van Eck & Waltman 2009, doi:10.1002/asi.21075.
 * - Oracle: the definition; 2 to the power of PMI.
 *
 * @example
 * assoc.strength({ a: 3, b: 1, c: 1, d: 3 }) // => { raw: 0.1875, ratio: 1.5 }
 */
export function strength(table: TwoByTwo): Strength {
  const { n, r, k } = margins('assoc.strength', table)
  if (r === 0 || k === 0) return { raw: null, ratio: null }
  const raw = table.a / (r * k)
  return { raw, ratio: (table.a / r) * (n / k) }
}
