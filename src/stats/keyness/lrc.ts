import { requireFraction, requireWhole } from '../argument'
import { exactHigh, exactLow, type Share } from '../ci/clopper-pearson'
import { incomparable, type TwoCorpora } from './g2'

export interface LrcInput extends TwoCorpora {
  readonly conf?: number | undefined
  /** Number of terms compared: the Bonferroni divisor (default 1). */
  readonly m?: number | undefined
}

/**
 * By how much, at least, do two corpora differ in a term? The conservative log ratio, the best single score to rank
 * by.
 *
 * - Formula: Clopper–Pearson limits of o1 in o1 + o2 at level α/m, turned into log2(n2/n1 × π/(1-π)); the limit
 *   nearer to 0 on the side of the higher rate, and 0 where the interval holds 0.
 * - Input: o1 of n1 and o2 of n2, whole numbers in one unit; conf, default 0.95; m terms compared, default 1.
 * - Result: `lrc` in bits, positive where corpus 1 says it more, 0 where no difference is sure.
 * - Edges: one count of 0 still gives a finite score; both 0, or an empty corpus, gives null.
 * - Assumes: independent mentions; clumping and reprints make it less conservative than its name.
 * - Source: Evert 2022, doi:10.17605/OSF.IO/CY6MW.
 * - Oracle: scipy beta quantiles, R corpora::keyness(LRC).
 *
 * @example
 * keyness.lrc({ o1: 111, n1: 31238, o2: 66, n2: 98566 }) // => { lrc: 1.95546 }
 */
export function lrc({ conf = 0.95, m = 1, ...input }: LrcInput): { readonly lrc: number | null } {
  const where = 'keyness.lrc'
  requireFraction(where, 'conf', conf)
  requireWhole(where, 'm', m, 1)
  if (incomparable(where, input)) return { lrc: null }
  const { o1, n1, o2, n2 } = input
  const tail = (1 - conf) / m / 2
  const bits = ({ x, y }: Share): number => Math.log2(x / y) + Math.log2(n2 / n1)
  if (o1 * n2 >= o2 * n1) return { lrc: Math.max(0, bits(exactLow(o1, o1 + o2, tail))) }
  return { lrc: Math.min(0, bits(exactHigh(o1, o1 + o2, tail))) }
}
