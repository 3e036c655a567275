import { invalid, requireFraction, requireSameLength } from '../argument'
import { percentileInterval } from '../numerics/order-statistics'
import { emptyCounts, occurs, pooled, scoreOf } from './class-counts'
import { countUnit, labelsOf } from './prf'

export interface PrfBootstrapInput {
  readonly gold: readonly (string | null)[]
  readonly pred: readonly (string | null)[]
  /** Positions drawn with replacement, one row a resample: `resample.indices` makes them from a seed. */
  readonly resamples: readonly ArrayLike<number>[]
  readonly conf?: number | undefined
}

export interface PrfBootstrap {
  readonly microLow: number | null
  readonly microHigh: number | null
  readonly macroLow: number | null
  readonly macroHigh: number | null
}

/**
 * How sure is an F1? Percentile interval over resampled units.
 *
 * - Formula: micro and macro F1 (of the labels present) on each resample; type-7 quantiles of (1-conf)/2 and
 *   (1+conf)/2.
 * - Input: gold and pred as in `rel.prf`; resamples, positions in 0 … n-1, one row a resample; conf, default 0.95.
 * - Result: microLow, microHigh, macroLow, macroHigh from 0 to 1.
 * - Edges: a resample without any label is left out; none left gives nulls; a position outside the units is an error.
 * - Assumes: independent units. Directives of one report are not: draw whole reports and pass their directives
 *   together.
 * - Source: Efron 1979, doi:10.1214/aos/1176344552; Hyndman & Fan 1996, doi:10.2307/2684934.
 * - Oracle: sklearn f1_score on each resample, numpy and R quantiles of type 7.
 *
 * @example
 * rel.prfBootstrap({ gold: ['甲', '乙'], pred: ['甲', '甲'], resamples: [[0, 0], [0, 1], [1, 1]] }).microHigh // => 0.975
 */
export function prfBootstrap({ gold, pred, resamples, conf = 0.95 }: PrfBootstrapInput): PrfBootstrap {
  const where = 'rel.prfBootstrap'
  requireSameLength(where, 'gold and pred', gold, pred)
  requireFraction(where, 'conf', conf)
  const labels = labelsOf(gold, pred)
  const micro: number[] = []
  const macro: number[] = []
  for (const resample of resamples) {
    const counts = emptyCounts(labels)
    for (let k = 0; k < resample.length; k++) {
      const i = resample[k]!
      if (!(Number.isInteger(i) && i >= 0 && i < gold.length)) {
        throw invalid(where, `resamples must hold positions from 0 to ${gold.length - 1}`, i)
      }
      countUnit(counts, gold[i], pred[i])
    }
    const present = [...counts.values()].filter(occurs)
    if (present.length === 0) continue
    micro.push(scoreOf(pooled(present)).f1)
    macro.push(present.reduce((sum, c) => sum + scoreOf(c).f1, 0) / present.length)
  }
  if (micro.length === 0) return { microLow: null, microHigh: null, macroLow: null, macroHigh: null }
  const a = percentileInterval(Float64Array.from(micro), conf)
  const b = percentileInterval(Float64Array.from(macro), conf)
  return { microLow: a.low, microHigh: a.high, macroLow: b.low, macroHigh: b.high }
}
