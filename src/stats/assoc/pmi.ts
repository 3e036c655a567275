import type { Note } from '../note'
import { margins, type TwoByTwo } from './two-by-two'

export interface Pmi {
  readonly pmi: number | null
  readonly npmi: number | null
  readonly ppmi: number | null
  readonly note: Note | null
}

/**
 * Do two slogans stand together more than their frequencies make likely? Pointwise mutual information, in bits.
 *
 * - Formula: pmi = log2(aN / (r k)); npmi = pmi / -log2(a/N); ppmi = pmi or 0, whichever is larger.
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: pmi in bits, 0 at independence, positive where they attract; npmi from -1 (never together) over 0 to 1
 *   (only together); ppmi from 0 up.
 * - Edges: a = 0 gives -Infinity, -1 and 0; x or y nowhere gives null; both in every unit gives pmi 0 and npmi null
 *   (0/0); x everywhere gives 0. With a under 5 a `note` says that one unit more would move it much.
 * - Assumes: units are independent draws. Set enumerations put slogans side by side by custom, and a reprint doubles
 *   every pair in it. PMI favours rare slogans: read it beside evidence (`assoc.g2`, `assoc.fisher`) and for a ≥ 3.
 * - Source: Church & Hanks 1990, https://aclanthology.org/J90-1003; Bouma 2009, in Proceedings of GSCL, 31–40.
 * - Oracle: nltk and the definitions.
 *
 * @example
 * assoc.pmi({ a: 6, b: 3, c: 6, d: 798 }) // => { pmi: 5.4972, npmi: 0.7762, ppmi: 5.4972, note: null }
 */
export function pmi(table: TwoByTwo): Pmi {
  const { n, r, k } = margins('assoc.pmi', table)
  const { a } = table
  const note = a < 5 ? 'joint-count-below-5' : null
  if (r === 0 || k === 0) return { pmi: null, npmi: null, ppmi: null, note }
  if (a === 0) return { pmi: Number.NEGATIVE_INFINITY, npmi: -1, ppmi: 0, note }
  const bits = Math.log2(a / r) + Math.log2(n / k)
  const exact = a * n === r * k ? 0 : bits
  return { pmi: exact, npmi: a === n ? null : exact / -Math.log2(a / n), ppmi: Math.max(0, exact), note }
}
