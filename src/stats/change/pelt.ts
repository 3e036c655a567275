import { invalid, requireAmount, requireChoice, requireCount, requireExposed, requireWhole } from '../argument'
import { observed, type Series } from '../series'
import { type CostName, defaultPenalty, normalCost, poissonCost, type SegmentCost, squaredCost } from './segment-cost'

export interface PeltInput {
  readonly y: Series
  /** Default `poisson`. */
  readonly cost?: CostName | undefined
  /** Price of one change; default after cost, see the card. */
  readonly penalty?: number | undefined
  /** Fewest periods between two changes (default 2). */
  readonly minSize?: number | undefined
  /** For `poisson`: what could have held the mentions of each period (default 1 a period). */
  readonly exposure?: ArrayLike<number> | undefined
}

export interface Pelt {
  readonly changepoints: readonly number[]
  readonly cost: number | null
}

/**
 * When did a rate change its level, and how often? The best cut of a series into stretches of one level each.
 *
 * - Formula: the cut with the least Σ cost of stretches + penalty × changes. Costs: `poisson` 2C(ln E - ln C) with C
 *   mentions in exposure E; `l2` Σ(y - mean)²; `normal` n(ln 2π + ln variance + 1), variance floored at 1e-11.
 * - Input: y, one value a period in order of time, null where missing; whole numbers for `poisson` (the default),
 *   then with exposure; penalty, default 2 ln n (poisson), 2σ̂² ln n with σ̂ = 1.4826 MAD(Δy)/√2 (l2), 3 ln n
 *   (normal); minSize, default 2.
 * - Result: `changepoints`, positions in y where a new stretch begins, ascending; `cost`, the least total.
 * - Edges: one rate throughout, fewer than 2 × minSize values, or nothing gives []; of two cuts of equal cost the one
 *   with fewer changes; cost is null for an empty series. Never use `normal` for counts: a run of equal counts has
 *   variance 0.
 * - Assumes: level stretches with independent counts; a steady rise is cut into steps, and clumped mentions into
 *   false ones: raise the penalty by the dispersion.
 * - Source: Jackson et al. 2005, doi:10.1109/LSP.2001.838216; Killick, Fearnhead & Eckley 2012,
 *   doi:10.1080/01621459.2012.737745.
 * - Oracle: exhaustive search, R changepoint, ruptures.
 *
 * @example
 * change.pelt({ y: [1, 0, 2, 1, 9, 8, 11, 9] }).changepoints // => [4]
 */
export function pelt({ y, cost = 'poisson', penalty, minSize = 2, exposure }: PeltInput): Pelt {
  const where = 'change.pelt'
  requireChoice(where, 'cost', cost, ['poisson', 'l2', 'normal'])
  requireWhole(where, 'minSize', minSize, 1)
  if (penalty !== undefined) requireAmount(where, 'penalty', penalty)
  if (exposure !== undefined && cost !== 'poisson') throw invalid(where, 'exposure goes with the cost poisson', cost)
  const { values, index } = observed(where, 'y', y)
  const segment = cost === 'poisson' ? checkedPoisson(where, values, index, y.length, exposure) : costOf(cost, values)
  if (values.length === 0) return { changepoints: [], cost: null }
  const best = bestCut(values.length, minSize, penalty ?? defaultPenalty(cost, values), segment)
  return { changepoints: best.cuts.map((at) => index[at]!), cost: best.cost }
}

function costOf(cost: 'l2' | 'normal', values: Float64Array): SegmentCost {
  return cost === 'l2' ? squaredCost(values) : normalCost(values)
}

function checkedPoisson(
  where: string,
  values: Float64Array,
  index: Int32Array,
  length: number,
  exposure: ArrayLike<number> | undefined,
): SegmentCost {
  if (exposure !== undefined && exposure.length !== length) {
    throw invalid(where, 'y and exposure must have the same length', `${length} and ${exposure.length}`)
  }
  const e = Float64Array.from(index, (at) => (exposure === undefined ? 1 : exposure[at]!))
  values.forEach((count, i) => {
    requireCount(where, 'y', count)
    requireAmount(where, 'exposure', e[i]!)
    requireExposed(where, 'y', count, 'exposure', e[i]!)
  })
  return poissonCost(values, e)
}

/**
 * Optimal partitioning: the best cut of every beginning of the series from the best cuts of shorter ones. n is small,
 * n² exact.
 */
function bestCut(n: number, minSize: number, penalty: number, segment: SegmentCost): { cuts: number[]; cost: number } {
  const total = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const changes = new Int32Array(n + 1)
  const previous = new Int32Array(n + 1)
  for (let end = Math.min(minSize, n); end <= n; end++) {
    total[end] = segment(0, end)
    for (let start = minSize; start <= end - minSize; start++) {
      const candidate = total[start]! + penalty + segment(start, end)
      const slack = 1e-11 * (1 + Math.abs(candidate))
      const fewer = changes[start]! + 1 < changes[end]!
      if (candidate < total[end]! - slack || (fewer && candidate <= total[end]! + slack)) {
        total[end] = candidate
        changes[end] = changes[start]! + 1
        previous[end] = start
      }
    }
  }
  const cuts: number[] = []
  for (let at = previous[n]!; at > 0; at = previous[at]!) cuts.unshift(at)
  return { cuts, cost: total[n]! }
}
