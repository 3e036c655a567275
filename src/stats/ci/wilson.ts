import { requireFraction, requirePart } from '../argument'
import { zOf } from '../numerics/normal'
import type { ShareInput, ShareInterval } from './interval'

/**
 * How sure is a share, such as 4 of 23 reports? Wilson's score interval.
 *
 * - Formula: with p = x/n and z the normal quantile of (1 + conf)/2: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 +
 *   z²/n); no continuity correction.
 * - Input: x units of n, whole numbers; conf, default 0.95.
 * - Result: `estimate` with `low` ≤ estimate ≤ `high`, all from 0 to 1.
 * - Edges: x = 0 gives low exactly 0 and a high above 0; x = n gives high exactly 1; n = 0 gives null. x > n is an
 *   error.
 * - Assumes: n independent units. Reprints and reports of one meeting are not: drop reprints, or resample clusters.
 * - Source: Wilson 1927, doi:10.1080/01621459.1927.10502953; Newcombe 1998,
 *   doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.
 * - Oracle: statsmodels, R binom.wilson and prop.test; Newcombe's printed table.
 *
 * @example
 * ci.wilson({ x: 81, n: 263 }) // => { estimate: 0.308, low: 0.2553, high: 0.3662 }
 * ci.wilson({ x: 0, n: 3 }).high // => 0.5615
 */
export function wilson({ x, n, conf = 0.95 }: ShareInput): ShareInterval {
  requirePart('ci.wilson', 'x', x, 'n', n)
  requireFraction('ci.wilson', 'conf', conf)
  if (n === 0) return { estimate: null, low: null, high: null }
  const { low, high } = wilsonLimits(x, n, zOf(conf))
  return { estimate: x / n, low, high }
}

/** The two limits, each computed without subtracting nearly equal numbers; n > 0. */
export function wilsonLimits(x: number, n: number, z: number): { readonly low: number; readonly high: number } {
  return { low: x === 0 ? 0 : lower(x, n, z), high: x === n ? 1 : 1 - lower(n - x, n, z) }
}

/** The product of the two limits is p²/(1 + z²/n), so the lower one follows from the upper. */
function lower(x: number, n: number, z: number): number {
  const p = x / n
  const s = (z * z) / n
  const upper = (p + s / 2 + z * Math.sqrt((p * (1 - p)) / n + (s / n) * 0.25)) / (1 + s)
  return (p * p) / (1 + s) / upper
}
