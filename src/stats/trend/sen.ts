import { requireFraction } from '../argument'
import { type Note, trendNote } from '../note'
import { zOf } from '../numerics/normal'
import { medianOf, select } from '../numerics/order-statistics'
import { tieSums } from '../numerics/ranks'
import { type ObservedPairs, observed, observedPairs, type Series } from '../series'

export interface SenInput {
  readonly y: Series
  /** Times, any unit; default 0, 1, 2 … */
  readonly x?: Series | undefined
  readonly conf?: number | undefined
}

export interface Sen {
  readonly slope: number | null
  readonly intercept: number | null
  readonly low: number | null
  readonly high: number | null
  readonly note: Note | null
}

/**
 * By how much does a rate rise or fall per unit of time? The Theil–Sen slope, which one odd month cannot bend.
 *
 * - Formula: the median of the slopes between all N pairs at different times; intercept = median y - slope × median
 *   x; limits are the slopes of ranks round((N-C)/2) and round((N+C)/2) + 1 with C = z √((n(n-1)(2n+5) - ties of x -
 *   ties of y) / 18).
 * - Input: y, one value a period, null where missing (the others keep their times); x, times in years or periods,
 *   default the position 0, 1, …; conf, default 0.95.
 * - Result: `slope` in units of y per unit of x, positive for a rise; `intercept`; `low` ≤ slope ≤ `high`.
 * - Edges: fewer than two different times gives null; too few values for the asked confidence (four or fewer at 95 %)
 *   gives null limits; many equal values give slope 0 exactly, which is a finding about zeros, not about change.
 * - Assumes: periods are independent for the limits; the slope itself needs only a straight-line trend.
 * - Source: Sen 1968, doi:10.1080/01621459.1968.10480934; Theil 1950, Proceedings KNAW 53, 386–392.
 * - Oracle: scipy theilslopes, R trend::sens.slope, pyMannKendall.
 *
 * @example
 * trend.sen({ x: [2010, 2012, 2013, 2016, 2017], y: [1, 4, 3, 7, 8] }).slope // => 1
 */
export function sen({ y, x, conf = 0.95 }: SenInput): Sen {
  requireFraction('trend.sen', 'conf', conf)
  const points = x === undefined ? indexed(y) : observedPairs('trend.sen', x, y)
  const note = trendNote(points.y.length)
  const slopes = pairSlopes(points)
  const n = slopes.length
  if (n === 0) return { slope: null, intercept: null, low: null, high: null, note }
  const { slope, low, high } = medianWithLimits(slopes, confidenceReach(points, conf))
  return { slope, intercept: medianOf(points.y) - slope * medianOf(points.x), low, high, note }
}

/** The slopes between all pairs of points at different x, in no order. */
export function pairSlopes({ x, y }: ObservedPairs): Float64Array {
  const n = x.length
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let k = 0
  for (let j = 1; j < n; j++) {
    const xj = x[j]!
    const yj = y[j]!
    for (let i = 0; i < j; i++) {
      const dx = xj - x[i]!
      if (dx !== 0) slopes[k++] = (yj - y[i]!) / dx
    }
  }
  return k === slopes.length ? slopes : slopes.subarray(0, k)
}

function indexed(y: Series): ObservedPairs {
  const { values, index } = observed('trend.sen', 'y', y)
  return { x: Float64Array.from(index), y: values }
}

/** C of Sen's equation 2.6; NaN where ties leave no variance to speak of. */
function confidenceReach({ x, y }: ObservedPairs, conf: number): number {
  const n = y.length
  const ties = tieSums(y.slice().sort()).score + tieSums(x.slice().sort()).score
  return zOf(conf) * Math.sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)
}

function medianWithLimits(
  slopes: Float64Array,
  reach: number,
): { slope: number; low: number | null; high: number | null } {
  const n = slopes.length
  const mid = n >> 1
  const upper = select(slopes, mid)
  const lower = n % 2 === 1 ? upper : select(slopes, mid - 1, 0, mid - 1)
  const slope = lower + (upper - lower) / 2
  const first = roundHalfEven((n - reach) / 2)
  const last = roundHalfEven((n + reach) / 2) + 1
  if (!(first >= 1 && last <= n)) return { slope, low: null, high: null }
  return { slope, low: select(slopes, first - 1, 0, mid), high: select(slopes, last - 1, mid, n - 1) }
}

/** As scipy and R round; it matters only where the variance is 0. */
function roundHalfEven(v: number): number {
  const down = Math.floor(v)
  const rest = v - down
  return rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? down + 1 : down
}
