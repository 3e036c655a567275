import { invalid, requireSameLength } from '../argument'
import { gammaQ } from '../numerics/gamma'
import { orderByTime, type SurvivalTimes } from './survival-times'

export interface LogRankInput extends SurvivalTimes {
  /** 0 or 1: which of the two groups. */
  readonly group: ArrayLike<number>
}

/**
 * Does a slogan reach one group of places sooner than another? The log-rank test.
 *
 * - Formula: (Σ(O - E))² / Σ V over event times, E = d × n1/n, V = d (n1/n)(1 - n1/n)(n-d)/(n-1); p from χ² with 1
 *   degree of freedom.
 * - Input: time in days from 0 up; event 1 adopted, 0 not; group 0 or 1; equally long.
 * - Result: chi2 from 0 up, p from 1 down; no direction (compare the Kaplan–Meier curves).
 * - Edges: no event, an empty group, or events only when everybody still at risk adopts gives null.
 * - Assumes: independent places, censoring alike in both groups; curves that cross cancel out.
 * - Source: Mantel 1966, Cancer Chemotherapy Reports 50, 163–170; Peto & Peto 1972, doi:10.2307/2344317.
 * - Oracle: R survival::survdiff, statsmodels survdiff.
 *
 * @example
 * diffusion.logrank({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 1, 1], group: [0, 0, 1, 0, 1, 1] })
 * // => { chi2: 2.5567, p: 0.1098 }
 */
export function logrank({ group, ...times }: LogRankInput): {
  readonly chi2: number | null
  readonly p: number | null
} {
  const where = 'diffusion.logrank'
  const order = orderByTime(where, times)
  requireSameLength(where, 'time and group', times.time, group)
  let inGroup = 0
  for (let i = 0; i < group.length; i++) {
    if (group[i] !== 0 && group[i] !== 1) throw invalid(where, `group[${i}] must be 0 or 1`, group[i])
    inGroup += group[i]!
  }
  let excess = 0
  let variance = 0
  for (let i = 0; i < order.length; ) {
    const time = times.time[order[i]!]!
    const n = order.length - i
    const share = inGroup / n
    let d = 0
    for (; i < order.length && times.time[order[i]!] === time; i++) {
      const event = Number(times.event[order[i]!])
      d += event
      excess += event * group[order[i]!]!
      inGroup -= group[order[i]!]!
    }
    excess -= d * share
    if (n > 1) variance += (d * share * (1 - share) * (n - d)) / (n - 1)
  }
  if (!(variance > 0)) return { chi2: null, p: null }
  const chi2 = (excess * excess) / variance
  return { chi2, p: gammaQ(0.5, chi2 / 2) }
}
