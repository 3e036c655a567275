import { ci } from '../stats'

/** A rate with its 95 % interval; all null where the denominator is 0 or was not measured. */
export interface RateInterval {
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

const NONE: RateInterval = { rate: null, low: null, high: null }

/** Share of units with its Wilson interval (Wilson 1927). */
export function shareInterval(count: number, units: number | null, conf = 0.95): RateInterval {
  if (units === null || units === 0) return NONE
  const { low, high } = ci.wilson({ x: count, n: units, conf })
  return { rate: count / units, low, high }
}

/**
 * Rate of events with its exact Poisson interval (Garwood 1936). The bounds of a count do not depend on exposure, so
 * each count's are computed once: a table of a million cells has few different counts.
 */
export function rateIntervals(conf = 0.95): (count: number, exposure: number | null, per: number) => RateInterval {
  const bounds = new Map<number, { low: number; high: number }>()
  return (count, exposure, per) => {
    if (exposure === null || exposure === 0) return NONE
    let b = bounds.get(count)
    if (b === undefined) {
      const g = ci.garwood({ count, exposure: 1, per: 1, conf })
      b = { low: g.low ?? 0, high: g.high ?? 0 }
      bounds.set(count, b)
    }
    const scale = per / exposure
    return { rate: count * scale, low: b.low * scale, high: b.high * scale }
  }
}
