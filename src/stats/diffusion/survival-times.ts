import { invalid, requireAmount, requireSameLength } from '../argument'

/** Durations with whether the event came (1, true) or observation ended first (0, false). */
export interface SurvivalTimes {
  readonly time: ArrayLike<number>
  readonly event: ArrayLike<number | boolean>
}

/** Positions sorted by time; every duration checked. */
export function orderByTime(where: string, { time, event }: SurvivalTimes): number[] {
  requireSameLength(where, 'time and event', time, event)
  for (let i = 0; i < time.length; i++) {
    requireAmount(where, `time[${i}]`, time[i]!)
    const e = event[i]
    if (e !== 0 && e !== 1 && typeof e !== 'boolean') throw invalid(where, `event[${i}] must be 0 or 1`, e)
  }
  return Array.from(time, (_, i) => i).sort((i, j) => time[i]! - time[j]! || i - j)
}
