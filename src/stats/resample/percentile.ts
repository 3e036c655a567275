import { requireFinite, requireFraction } from '../argument'
import { percentileInterval } from '../numerics/order-statistics'

export interface PercentileInput {
  /** The statistic on each resample; null where it was not defined. */
  readonly values: ArrayLike<number | null>
  readonly conf?: number | undefined
}

export interface Percentile {
  readonly low: number | null
  readonly high: number | null
  /** Resamples on which the statistic was defined. */
  readonly used: number
}

/**
 * How sure is a statistic, judged by its resamples? The percentile interval.
 *
 * - Formula: quantiles of type 7 at (1-conf)/2 and (1+conf)/2 of the defined values.
 * - Input: values, one a resample, null where undefined; conf, default 0.95.
 * - Result: `low` ≤ `high`, in the statistic's unit; `used`, how many values entered. Say so where it is not all.
 * - Edges: no defined value gives nulls.
 * - Assumes: enough resamples (1,000 or more for 95 %) of independent units, and a statistic without much bias.
 * - Source: Efron 1979, doi:10.1214/aos/1176344552; Hyndman & Fan 1996, doi:10.2307/2684934.
 * - Oracle: numpy and R quantiles of type 7, through `rel.prfBootstrap`.
 *
 * @example
 * resample.percentile({ values: [1, 2, 3, 4, 5], conf: 0.5 }) // => { low: 2, high: 4, used: 5 }
 */
export function percentile({ values, conf = 0.95 }: PercentileInput): Percentile {
  requireFraction('resample.percentile', 'conf', conf)
  const defined: number[] = []
  for (let i = 0; i < values.length; i++) {
    const v = values[i]
    if (v === null || v === undefined) continue
    requireFinite('resample.percentile', `values[${i}]`, v)
    defined.push(v)
  }
  if (defined.length === 0) return { low: null, high: null, used: 0 }
  return { ...percentileInterval(Float64Array.from(defined), conf), used: defined.length }
}
