import type { Note } from '../note'
import { gammaQ } from '../numerics/gamma'
import { devianceTerm } from '../numerics/saddle-point'
import { margins, sparse, type TwoByTwo } from './two-by-two'

export interface LogLikelihood {
  readonly g2: number | null
  readonly signed: number | null
  readonly p: number | null
  readonly note: Note | null
}

/**
 * How strong is the evidence that two slogans go together (or avoid each other)? Dunning's log-likelihood ratio.
 *
 * - Formula: 2 Σ O ln(O/E) over the four cells, E = row × column / N; signed by a - E; p from χ² with 1 degree of
 *   freedom.
 * - Input: a, b, c, d, whole numbers of units with both, x only, y only, neither.
 * - Result: g2 from 0 up, more is stronger evidence (not a stronger tie: it grows with N); signed is negative where
 *   they avoid each other; p from 1 down.
 * - Edges: an empty cell adds nothing (0 ln 0 = 0); exact independence gives 0 and p 1; a slogan nowhere or
 *   everywhere gives null. With an expected cell under 5 a `note` points to `assoc.fisher`.
 * - Assumes: independent units. Reprints and slogans fixed side by side in one set phrase inflate it.
 * - Source: Dunning 1993, https://aclanthology.org/J93-1003.
 * - Oracle: scipy chi2_contingency, R vcd assocstats, nltk.
 *
 * @example
 * assoc.g2({ a: 54, b: 49, c: 52, d: 20 }) // => { g2: 7.09252, signed: -7.09252, p: 0.00774, note: null }
 */
export function g2(table: TwoByTwo): LogLikelihood {
  const m = margins('assoc.g2', table)
  if (m.degenerate) return { g2: null, signed: null, p: null, note: null }
  const value = fourCellG2(table.a, table.b, table.c, table.d)
  return {
    g2: value,
    signed: table.a * table.d < table.b * table.c ? -value : value,
    p: gammaQ(0.5, value / 2),
    note: sparse(m) ? 'expected-below-5' : null,
  }
}

/**
 * 2 Σ O ln(O/E) of a table without empty margins. Since ΣO = ΣE it is also the sum of O ln(O/E) + E - O, of which no
 * term is negative: nothing cancels near independence.
 */
export function fourCellG2(a: number, b: number, c: number, d: number): number {
  const n = a + b + c + d
  if (a * d === b * c) return 0
  const x = (a + b) / n
  const y = (c + d) / n
  const sum =
    devianceTerm(a, x * (a + c)) +
    devianceTerm(b, x * (b + d)) +
    devianceTerm(c, y * (a + c)) +
    devianceTerm(d, y * (b + d))
  return 2 * sum
}
