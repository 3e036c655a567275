import { invalid, requireFinite, requirePositive, requireSameLength, requireWhole } from '../argument'
import { medianOf } from '../numerics/order-statistics'
import { observed, type Series } from '../series'

export interface LowessInput {
  /** Times in ascending order. */
  readonly x: ArrayLike<number>
  readonly y: Series
  /** Share of the points that each local fit looks at (default 2/3). */
  readonly f?: number | undefined
  /** Rounds of robust reweighting (default 3). */
  readonly iter?: number | undefined
}

/** Sorted points and the working arrays of one smoothing. */
interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
  readonly robust: Float64Array
}

/**
 * What smooth curve runs through a noisy monthly rate? Cleveland's robust locally weighted regression.
 *
 * - Formula: at each x a straight line through the nearest q = f × n points (at least 2), tricube weights (1 within
 *   0.001, 0 beyond 0.999 of the reach); then `iter` rounds with bisquare weights at 6 × median |residual|.
 * - Input: x in ascending order; y, null where missing; f, default 2/3; iter, default 3.
 * - Result: `fitted`, in units of y, one value for each x.
 * - Edges: empty gives []; one point gives itself; equal x share one value; a missing y gives null there; rounds stop
 *   when the residuals vanish. With q under 5 implementations differ: keep f × n at 5 or more.
 * - Assumes: noise without carry-over. The ends of the curve lean on few months: do not read a turn there.
 * - Source: Cleveland 1979, doi:10.1080/01621459.1979.10481038.
 * - Oracle: R lowess(delta = 0), statsmodels.
 *
 * @example
 * trend.lowess({ x: [1, 2, 3, 4, 5, 6, 7, 8], y: [2, 4, 6, 30, 10, 12, 14, 16], f: 1 }).fitted[3] // => 8
 */
export function lowess({ x, y, f = 2 / 3, iter = 3 }: LowessInput): { readonly fitted: readonly (number | null)[] } {
  const where = 'trend.lowess'
  requireSameLength(where, 'x and y', x, y)
  requirePositive(where, 'f', f)
  requireWhole(where, 'iter', iter, 0)
  for (let i = 0; i < x.length; i++) {
    requireFinite(where, 'x', x[i]!)
    if (i > 0 && x[i]! < x[i - 1]!)
      throw invalid(where, `x must be in ascending order, x[${i}] at least ${x[i - 1]}`, x[i])
  }
  const { values, index } = observed(where, 'y', y)
  const smooth = smoothed(
    Float64Array.from(index, (i) => x[i]!),
    values,
    f,
    iter,
  )
  const fitted: (number | null)[] = Array.from(y, () => null)
  index.forEach((at, i) => {
    fitted[at] = smooth[i]!
  })
  return { fitted }
}

function smoothed(x: Float64Array, y: Float64Array, f: number, iter: number): Float64Array {
  const n = x.length
  if (n < 2) return y.slice()
  const q = Math.max(2, Math.min(n, Math.floor(f * n + 1e-7)))
  const points: Points = { x, y, weight: new Float64Array(n), robust: new Float64Array(n).fill(1) }
  const fit = new Float64Array(n)
  for (let round = 0; ; round++) {
    fitAll(points, q, fit)
    if (round === iter || !reweight(points, fit)) return fit
  }
}

/** Fits every point, moving the window of q neighbours to the right while that brings them nearer. */
function fitAll(points: Points, q: number, fit: Float64Array): void {
  const { x } = points
  const n = x.length
  let left = 0
  for (let i = 0; i < n; i++) {
    if (i > 0 && x[i] === x[i - 1]) {
      fit[i] = fit[i - 1]!
      continue
    }
    while (left + q < n && x[i]! - x[left]! > x[left + q]! - x[i]!) left++
    fit[i] = fitAt(points, i, left, left + q - 1)
  }
}

function fitAt({ x, y, weight, robust }: Points, i: number, left: number, right: number): number {
  const at = x[i]!
  const reach = Math.max(at - x[left]!, x[right]! - at)
  let total = 0
  let end = left
  for (; end < x.length; end++) {
    const distance = Math.abs(x[end]! - at)
    if (distance > 0.999 * reach) {
      if (x[end]! > at) break
      weight[end] = 0
      continue
    }
    const near = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3
    weight[end] = near * robust[end]!
    total += weight[end]!
  }
  if (!(total > 0)) return y[i]!
  let mean = 0
  for (let j = left; j < end; j++) mean += (weight[j]! / total) * x[j]!
  let spread = 0
  for (let j = left; j < end; j++) spread += (weight[j]! / total) * (x[j]! - mean) ** 2
  const tilt = Math.sqrt(spread) > 0.001 * (x.at(-1)! - x[0]!) ? (at - mean) / spread : 0
  let value = 0
  for (let j = left; j < end; j++) value += (weight[j]! / total) * (1 + tilt * (x[j]! - mean)) * y[j]!
  return value
}

/**
 * Sets the bisquare weights from the residuals; false where the residuals are so small, or so nearly rounding errors
 * of y, that weights would mean nothing.
 */
function reweight({ y, robust }: Points, fit: Float64Array): boolean {
  const size = y.map((v, i) => Math.abs(v - fit[i]!))
  const mean = size.reduce((sum, r) => sum + r, 0) / size.length
  const level = y.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  const cut = 6 * medianOf(size)
  if (cut < 1e-7 * mean || mean <= 1e-13 * level) return false
  for (let i = 0; i < size.length; i++) {
    const r = size[i]!
    robust[i] = r <= 0.001 * cut ? 1 : r <= 0.999 * cut ? (1 - (r / cut) ** 2) ** 2 : 0
  }
  return true
}
