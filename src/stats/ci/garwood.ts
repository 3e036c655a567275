import { requireAmount, requireCount, requireFraction, requirePositive } from '../argument'
import { gammaQuantile } from '../numerics/gamma'

export interface RateInput {
  /** Mentions. */
  readonly count: number
  /** What could have held them: characters, words, reports. */
  readonly exposure: number
  /** The rate is per this much exposure (default 1). */
  readonly per?: number | undefined
  readonly conf?: number | undefined
}

export interface RateInterval {
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * How sure is a rate, such as mentions per 10,000 characters? Exact Poisson limits of Garwood.
 *
 * - Formula: ½ χ² quantile of α/2 with 2c degrees of freedom, and of 1-α/2 with 2c+2, times per / exposure.
 * - Input: count, a whole number; exposure in characters, words or reports; per, the unit of the rate (default 1, so
 *   pass 10000 for "per 10,000"); conf, default 0.95.
 * - Result: `rate` with `low` ≤ rate ≤ `high`, from 0 up, in mentions per `per` units of exposure.
 * - Edges: count 0 gives low exactly 0 and a positive high; exposure 0 gives null, whatever the count.
 * - Assumes: mentions fall independently and at one rate. A slogan repeats inside a speech and reprints repeat
 *   speeches, so true uncertainty is larger: drop reprints, and see `resample.ratio`.
 * - Source: Garwood 1936, doi:10.1093/biomet/28.3-4.437.
 * - Oracle: scipy, R poisson.test.
 *
 * @example
 * ci.garwood({ count: 3, exposure: 20000, per: 10000 }) // => { rate: 1.5, low: 0.3093, high: 4.3836 }
 */
export function garwood({ count, exposure, per = 1, conf = 0.95 }: RateInput): RateInterval {
  const where = 'ci.garwood'
  requireCount(where, 'count', count)
  requireAmount(where, 'exposure', exposure)
  requirePositive(where, 'per', per)
  requireFraction(where, 'conf', conf)
  if (exposure === 0) return { rate: null, low: null, high: null }
  const tail = (1 - conf) / 2
  const unit = per / exposure
  return {
    rate: count * unit,
    low: count === 0 ? 0 : gammaQuantile(count, tail, 1 - tail) * unit,
    high: gammaQuantile(count + 1, 1 - tail, tail) * unit,
  }
}
