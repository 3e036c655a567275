import { mean, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics'

/** How badly one level fits a stretch of a series. */
export type CostName = 'poisson' | 'l2' | 'normal'

/** Cost of the stretch from `start` up to but not including `end`. */
export type SegmentCost = (start: number, end: number) => number

/** Smallest variance that the normal cost reckons with. */
const VARIANCE_FLOOR = 1e-11

/** Twice the negative Poisson log-likelihood less its constants: 2C(ln E - ln C), 0 without events. */
export function poissonCost(counts: Float64Array, exposure: Float64Array): SegmentCost {
  const c = cumulative(counts)
  const e = cumulative(exposure)
  return (start, end) => {
    const events = c[end]! - c[start]!
    return events === 0 ? 0 : 2 * events * (Math.log(e[end]! - e[start]!) - Math.log(events))
  }
}

/** Sum of squared distances from the stretch's mean. */
export function squaredCost(y: Float64Array): SegmentCost {
  const { sums, squares } = centredSums(y)
  return (start, end) => squaredDistance(sums, squares, start, end)
}

/** Twice the negative normal log-likelihood with the stretch's own mean and variance. */
export function normalCost(y: Float64Array): SegmentCost {
  const { sums, squares } = centredSums(y)
  return (start, end) => {
    const n = end - start
    const variance = Math.max(VARIANCE_FLOOR, squaredDistance(sums, squares, start, end) / n)
    return n * (Math.log(2 * Math.PI) + Math.log(variance) + 1)
  }
}

function squaredDistance(sums: Float64Array, squares: Float64Array, start: number, end: number): number {
  const s = sums[end]! - sums[start]!
  return Math.max(0, squares[end]! - squares[start]! - (s * s) / (end - start))
}

/** Running sums about the overall mean, so that a large level costs no digits. */
function centredSums(y: Float64Array): { readonly sums: Float64Array; readonly squares: Float64Array } {
  const centre = y.length === 0 ? 0 : mean([...y])
  const d = y.map((v) => v - centre)
  return { sums: cumulative(d), squares: cumulative(d.map((v) => v * v)) }
}

function cumulative(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}

/**
 * Penalty of one more change: 2 ln n (poisson), 3 ln n (normal), 2σ² ln n (l2) with σ from the median absolute
 * difference of neighbours, or from their standard deviation where more than half of the neighbours are equal.
 */
export function defaultPenalty(cost: CostName, y: Float64Array): number {
  const bits = Math.log(Math.max(1, y.length))
  if (cost === 'poisson') return 2 * bits
  if (cost === 'normal') return 3 * bits
  if (y.length < 3) return 0
  const steps = Array.from(y.subarray(1), (v, i) => v - y[i]!)
  const sigma = (1.4826 * medianAbsoluteDeviation(steps) || sampleStandardDeviation(steps)) / Math.SQRT2
  return 2 * sigma * sigma * bits
}
