import { invalid, requireAmount, requireFraction, requirePositive, requireSameLength, requireWhole } from '../argument'
import { percentileInterval } from '../numerics/order-statistics'
import type { Random } from './random'

export interface BootstrapRatioInput {
  /** Mentions in each cluster (report, reprint cluster, place). */
  readonly numerators: ArrayLike<number>
  /** Exposure of each cluster. */
  readonly denominators: ArrayLike<number>
  /** Positions drawn with replacement, one row a resample; or `times` and `random` to draw them here. */
  readonly resamples?: readonly ArrayLike<number>[] | undefined
  readonly times?: number | undefined
  readonly random?: Random | undefined
  /** The ratio is per this much exposure (default 1). */
  readonly per?: number | undefined
  readonly conf?: number | undefined
}

export interface BootstrapRatio {
  readonly ratio: number | null
  readonly low: number | null
  readonly high: number | null
  /** Resamples with any exposure. */
  readonly used: number
}

/**
 * How sure is a rate when mentions clump inside reports? Bootstrap of a ratio of sums over clusters.
 *
 * - Formula: ratio = per × Σ numerators / Σ denominators; clusters are drawn with replacement as many as there are,
 *   the ratio taken anew; low and high are quantiles of type 7 at (1-conf)/2 and (1+conf)/2.
 * - Input: numerators and denominators of each cluster, from 0 up, equally long; `resamples` (an index matrix), or
 *   `times` and `random`; per, default 1; conf, default 0.95.
 * - Result: `ratio` with `low` and `high` in numerators per `per` denominators; `used` resamples.
 * - Edges: no clusters or no exposure gives nulls; a resample without exposure is left out; one cluster gives low =
 *   high; no mentions give 0 to 0, where `ci.garwood` is the honest limit.
 * - Assumes: clusters are independent, say a dozen or more of them; with few the interval is too narrow.
 * - Source: Davison & Hinkley 1997, doi:10.1017/CBO9780511802843; Field & Welsh 2007,
 *   doi:10.1111/j.1467-9868.2007.00593.x.
 * - Oracle: hand-computed resamples (tested).
 *
 * @example
 * const resamples = [[0, 0, 1], [2, 2, 1], [0, 1, 2]]
 * resample.ratio({ numerators: [3, 0, 1], denominators: [10, 10, 20], resamples, per: 10 })
 * // => { ratio: 1, low: 0.43, high: 1.95, used: 3 }
 */
export function ratio(input: BootstrapRatioInput): BootstrapRatio {
  const where = 'resample.ratio'
  const { numerators, denominators, per = 1, conf = 0.95 } = input
  requireSameLength(where, 'numerators and denominators', numerators, denominators)
  requirePositive(where, 'per', per)
  requireFraction(where, 'conf', conf)
  const n = numerators.length
  let top = 0
  let bottom = 0
  for (let i = 0; i < n; i++) {
    requireAmount(where, 'numerators', numerators[i]!)
    requireAmount(where, 'denominators', denominators[i]!)
    top += numerators[i]!
    bottom += denominators[i]!
  }
  const draw = drawing(where, input, n)
  if (bottom === 0) return { ratio: null, low: null, high: null, used: 0 }
  const values = new Float64Array(draw.times)
  let used = 0
  for (let b = 0; b < draw.times; b++) {
    let above = 0
    let below = 0
    for (let k = 0; k < draw.size(b); k++) {
      const i = draw.at(b, k)
      above += numerators[i]!
      below += denominators[i]!
    }
    if (below > 0) values[used++] = (per * above) / below
  }
  const interval = used === 0 ? { low: null, high: null } : percentileInterval(values.subarray(0, used), conf)
  return { ratio: (per * top) / bottom, ...interval, used }
}

interface Drawing {
  readonly times: number
  /** Draws in resample b. */
  readonly size: (b: number) => number
  /** Draw k of resample b. Draws are asked for in order. */
  readonly at: (b: number, k: number) => number
}

function drawing(where: string, { resamples, times, random }: BootstrapRatioInput, n: number): Drawing {
  if (resamples !== undefined) {
    for (const row of resamples) for (let k = 0; k < row.length; k++) requirePosition(where, row[k]!, n)
    return { times: resamples.length, size: (b) => resamples[b]!.length, at: (b, k) => resamples[b]![k]! }
  }
  if (random === undefined) throw invalid(where, 'resamples, or times and random, must be given', 'neither')
  const rounds = times ?? 2000
  requireWhole(where, 'times', rounds, 0)
  return { times: rounds, size: () => n, at: () => random.below(n) }
}

function requirePosition(where: string, i: number, n: number): void {
  if (!(Number.isInteger(i) && i >= 0 && i < n))
    throw invalid(where, `resamples must hold positions from 0 to ${n - 1}`, i)
}
