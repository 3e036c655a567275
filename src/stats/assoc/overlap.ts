import { margins, type TwoByTwo } from './two-by-two'

export interface Overlap {
  readonly dice: number | null
  readonly jaccard: number | null
  readonly logDice: number | null
  readonly cosine: number | null
}

/**
 * What share of their units do two slogans have in common? Dice, Jaccard, logDice and cosine; none looks at the units
 * with neither, so none depends on how large the corpus is.
 *
 * - Formula: dice = 2a/(r+k); jaccard = a/(a+b+c); logDice = 14 + log2 dice; cosine = a/√(r k).
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither (d is not used).
 * - Result: dice, jaccard and cosine from 0 (never together) to 1 (only together); logDice up to 14, one less for
 *   half the overlap.
 * - Edges: a = 0 gives 0 and logDice -Infinity; an empty denominator gives null.
 * - Assumes: nothing about chance: two slogans in nearly every report overlap without any tie. Reprints weigh double.
 * - Source: Dice 1945, doi:10.2307/1932409; Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x; Rychlý 2008, in
 *   Proceedings of RASLAN, 6–9.
 * - Oracle: nltk and the definitions.
 *
 * @example
 * assoc.overlap({ a: 6, b: 3, c: 6, d: 798 }) // => { dice: 0.5714, jaccard: 0.4, logDice: 13.1926, cosine: 0.5774 }
 */
export function overlap(table: TwoByTwo): Overlap {
  const { r, k } = margins('assoc.overlap', table)
  const { a, b, c } = table
  const either = a + b + c
  if (either === 0) return { dice: null, jaccard: null, logDice: null, cosine: null }
  const dice = (2 * a) / (r + k)
  return {
    dice,
    jaccard: a / either,
    logDice: 14 + Math.log2(dice),
    cosine: r === 0 || k === 0 ? null : Math.sqrt((a / r) * (a / k)),
  }
}
