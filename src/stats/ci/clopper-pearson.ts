import { requireFraction, requirePart } from '../argument'
import { betaQuantile } from '../numerics/beta'
import type { ShareInput, ShareInterval } from './interval'

/** A share of which also 1 - share keeps its digits. */
export interface Share {
  readonly x: number
  readonly y: number
}

/**
 * How sure is a share, at worst? The exact binomial interval of Clopper and Pearson.
 *
 * - Formula: low = beta quantile of α/2 with shapes x, n-x+1; high = beta quantile of 1-α/2 with shapes x+1, n-x.
 * - Input: x units of n, whole numbers; conf, default 0.95.
 * - Result: `estimate` with `low` ≤ estimate ≤ `high`, from 0 to 1; never narrower than asked, so wider than
 *   Wilson's.
 * - Edges: x = 0 gives low exactly 0; x = n gives high exactly 1; n = 0 gives null. x > n is an error.
 * - Assumes: n independent units, which reprints and serial reports of one meeting are not.
 * - Source: Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404.
 * - Oracle: statsmodels, R binom.test.
 *
 * @example
 * ci.clopperPearson({ x: 0, n: 20 }) // => { estimate: 0, low: 0, high: 0.16843 }
 */
export function clopperPearson({ x, n, conf = 0.95 }: ShareInput): ShareInterval {
  requirePart('ci.clopperPearson', 'x', x, 'n', n)
  requireFraction('ci.clopperPearson', 'conf', conf)
  if (n === 0) return { estimate: null, low: null, high: null }
  const tail = (1 - conf) / 2
  return { estimate: x / n, low: exactLow(x, n, tail).x, high: exactHigh(x, n, tail).x }
}

/** The share at which x or more of n has probability `tail`; n > 0. */
export function exactLow(x: number, n: number, tail: number): Share {
  return x === 0 ? { x: 0, y: 1 } : betaQuantile(x, n - x + 1, tail, 1 - tail)
}

/** The share at which x or fewer of n has probability `tail`; n > 0. */
export function exactHigh(x: number, n: number, tail: number): Share {
  return x === n ? { x: 1, y: 0 } : betaQuantile(x + 1, n - x, 1 - tail, tail)
}
