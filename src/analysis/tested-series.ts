import type { GroupKeys, Observation } from '../observation'

/** No p value below this many periods: with three, even the strongest trend has p = 1/3. */
export const LEAST_PERIODS = 4

/** The cells of one series: every period of one combination of the other dimensions. */
export interface Series {
  readonly keys: GroupKeys
  /** Number of the run of groups that the series is. */
  readonly run: number
  /** Groups that are tested (whole, with exposure), and their times in years. */
  readonly tested: readonly number[]
  readonly years: Float64Array
  readonly labels: readonly string[]
  /** First group of the run, and how many periods it has. */
  readonly first: number
  readonly length: number
  readonly partial: number
  readonly empty: number
}

/** One series for each combination of the dimensions other than time. */
export function testedSeries(observation: Observation, denominators: readonly (number | null)[]): Series[] {
  const { groups, slots, periods } = observation.grouping
  const series: Series[] = []
  for (let run = 0; run * slots < groups.length; run++) {
    const first = run * slots
    const tested: number[] = []
    let partial = 0
    let empty = 0
    for (let slot = 0; slot < periods.length; slot++) {
      const group = groups[first + slot]!
      if (group.state === 'partial') partial++
      else if (group.state !== null || !denominators[first + slot]) empty++
      else tested.push(first + slot)
    }
    const { period: _, ...keys } = groups[first]!.keys
    series.push({
      keys,
      run,
      tested,
      years: Float64Array.from(tested, (g) => groups[g]!.period!.year),
      labels: tested.map((g) => groups[g]!.period!.label),
      first,
      length: periods.length,
      partial,
      empty,
    })
  }
  return series
}
