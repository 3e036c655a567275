import { linearRegression } from 'simple-statistics'
import { requirePositive } from '../argument'
import { type LeastSquares, leastSquares, type Model } from '../numerics/levenberg-marquardt'
import { type ObservedPairs, observedPairs, type Series } from '../series'

export interface LogisticInput {
  readonly t: Series
  readonly y: Series
  /** Ceiling, if it is known: the number of places. */
  readonly K?: number | undefined
}

export interface Logistic {
  readonly K: number | null
  readonly r: number | null
  readonly t0: number | null
  readonly rss: number | null
}

const NONE: Logistic = { K: null, r: null, t0: null, rss: null }

/**
 * How fast does a slogan spread, and how far? The logistic curve of cumulative adoption.
 *
 * - Formula: y = K / (1 + e^(-r (t - t0))), least squares by Levenberg–Marquardt; start K = 1.05 × the largest y, r
 *   and t0 from a line through the logits.
 * - Input: t, times in one unit; y, adopters until then (cumulative); equally long, null where missing; K, the
 *   ceiling if known.
 * - Result: K in the unit of y; r per unit of t, larger for faster; t0, the time of half K; rss, the sum of squared
 *   residuals.
 * - Edges: fewer than 4 points (3 with K given), all y equal, or no convergence gives null.
 * - Assumes: one wave from one source with a fixed ceiling. A slogan ordered from the centre jumps instead of
 *   spreading, and cumulative points are not independent: no interval is given.
 * - Source: Griliches 1957, doi:10.2307/1905380; Marquardt 1963, doi:10.1137/0111030.
 * - Oracle: scipy least_squares, R minpack.lm.
 *
 * @example
 * diffusion.logistic({ t: [0, 1, 2, 3, 4, 5, 6, 7, 8], y: [0, 3, 6, 17, 35, 58, 80, 95, 99] }).t0 // => 4.7324
 */
export function logistic({ t, y, K }: LogisticInput): Logistic {
  if (K !== undefined) requirePositive('diffusion.logistic', 'K', K)
  const points = observedPairs('diffusion.logistic', t, y)
  const top = points.y.reduce((most, v) => Math.max(most, v), Number.NEGATIVE_INFINITY)
  const flat = points.y.every((v) => v === points.y[0])
  if (points.y.length < (K === undefined ? 4 : 3) || flat || top <= 0) return NONE
  const ceiling = K ?? 1.05 * top
  const line = logitLine(points, Math.max(ceiling, 1.05 * top))
  if (line === null) return NONE
  const fit = climb(points, K, [ceiling, line.r, line.t0])
  if (fit === null) return NONE
  const [k, r, t0] = K === undefined ? fit.parameters : [K, ...fit.parameters]
  return Math.abs(k!) > 1e9 * top ? NONE : { K: k!, r: r!, t0: t0!, rss: fit.rss }
}

/** Straight line through ln(y / (K - y)): its slope is r, its zero t0. */
function logitLine({ x, y }: ObservedPairs, ceiling: number): { r: number; t0: number } | null {
  const points: [number, number][] = []
  y.forEach((v, i) => {
    if (v > 0 && v < ceiling) points.push([x[i]!, Math.log(v / (ceiling - v))])
  })
  const { m, b } = linearRegression(points)
  return Number.isFinite(m) && m !== 0 ? { r: m, t0: -b / m } : null
}

function climb({ x, y }: ObservedPairs, K: number | undefined, start: readonly number[]): LeastSquares | null {
  const free = K === undefined ? 1 : 0
  const width = 2 + free
  const model: Model = (p, fitted, derivatives) => {
    const k = K ?? p[0]!
    const r = p[free]!
    const t0 = p[free + 1]!
    for (let i = 0; i < x.length; i++) {
      const share = 1 / (1 + Math.exp(-r * (x[i]! - t0)))
      const bend = k * share * (1 - share)
      fitted[i] = k * share
      if (free === 1) derivatives[i * width] = share
      derivatives[i * width + free] = bend * (x[i]! - t0)
      derivatives[i * width + free + 1] = -bend * r
    }
  }
  return leastSquares(model, y, start.slice(1 - free))
}
