import { requirePart } from '../argument'
import { fourCellG2 } from '../assoc/g2'
import type { Note } from '../note'
import { gammaQ } from '../numerics/gamma'
import { devianceTerm } from '../numerics/saddle-point'

/** A term said o1 times in the n1 tokens (or characters) of one corpus, o2 times in the n2 of the other. */
export interface TwoCorpora {
  readonly o1: number
  readonly n1: number
  readonly o2: number
  readonly n2: number
}

export interface KeynessG2 {
  readonly g2: number | null
  readonly signed: number | null
  readonly ll2: number | null
  readonly p: number | null
  readonly note: Note | null
}

/** Checks the four numbers; true where a comparison is not possible. */
export function incomparable(where: string, { o1, n1, o2, n2 }: TwoCorpora): boolean {
  requirePart(where, 'o1', o1, 'n1', n1)
  requirePart(where, 'o2', o2, 'n2', n2)
  return o1 + o2 === 0 || n1 === 0 || n2 === 0
}

/**
 * Is a term key to one corpus against another, such as one province against the rest? Log-likelihood keyness.
 *
 * - Formula: g2 = 2 Σ O ln(O/E) over the four cells [[o1, o2], [n1-o1, n2-o2]]; ll2 = 2(o1 ln(o1/e1) + o2 ln(o2/e2))
 *   with e_i = n_i (o1+o2)/(n1+n2), as Wmatrix prints it; signed by which rate is higher; p from χ² with 1 degree of
 *   freedom.
 * - Input: o1 of n1 and o2 of n2, whole numbers in one unit (tokens, or characters), the same unit for all terms.
 * - Result: g2 and ll2 from 0 up: evidence, not size of the difference (see `keyness.lrc`); signed positive where
 *   corpus 1 says it more.
 * - Edges: one count of 0 is fine; both 0, or an empty corpus, gives null; equal rates give 0 and p 1.
 * - Assumes: tokens are drawn independently. Slogans come in clumps, one report can carry a corpus: use a permutation
 *   over places or leaders beside it.
 * - Source: Rayson & Garside 2000, https://aclanthology.org/W00-0901; Dunning 1993,
 *   https://aclanthology.org/J93-1003.
 * - Oracle: scipy, R corpora::keyness.
 *
 * @example
 * keyness.g2({ o1: 111, n1: 31238, o2: 66, n2: 98566 }).g2 // => 118.9449
 */
export function g2(input: TwoCorpora): KeynessG2 {
  if (incomparable('keyness.g2', input)) return { g2: null, signed: null, ll2: null, p: null, note: null }
  const { o1, n1, o2, n2 } = input
  const said = o1 + o2
  const value = said === n1 + n2 ? 0 : fourCellG2(o1, o2, n1 - o1, n2 - o2)
  const e1 = (n1 / (n1 + n2)) * said
  const e2 = (n2 / (n1 + n2)) * said
  const equal = o1 * n2 === o2 * n1
  return {
    g2: value,
    signed: o1 * n2 < o2 * n1 ? -value : value,
    ll2: equal ? 0 : 2 * (devianceTerm(o1, e1) + devianceTerm(o2, e2)),
    p: gammaQ(0.5, value / 2),
    note: Math.min(e1, e2) < 5 ? 'expected-below-5' : null,
  }
}
