import { TifaError } from '../error'
import {
  eachUnit,
  type GroupKeys,
  type Item,
  type ItemOptions,
  itemsOf,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  type Period,
} from '../observation'
import { readLevel } from './by-level'
import { denominatorOf, type Measure, type MeasureInfo, measureNamed } from './measure'
import { type Series, testedSeries } from './tested-series'

export interface TimeSeriesOptions extends ItemOptions, Omit<ObserveOptions, 'by'> {
  /** `month`, `quarter` or `year`, alone or with other dimensions. Default `month`. */
  readonly by?: string | readonly string[]
  /** Default `documents`; `directives` for categories. */
  readonly measure?: Measure
}

/** One item over the tested periods of one series, and the reports behind it. */
export interface ItemSeries {
  readonly item: Item
  readonly keys: GroupKeys
  readonly run: number
  readonly periods: readonly Period[]
  readonly counts: Float64Array
  readonly exposure: Float64Array
  readonly total: number
  /** Counts of the reports that have any, and the tested period each stands in. */
  readonly values: Int32Array
  readonly slots: Int32Array
  /** Tested period of every report of the series, with a count or without. */
  readonly pool: Int32Array
}

export interface TimeSeries {
  readonly observation: Observation
  readonly items: readonly Item[]
  readonly measure: MeasureInfo
  readonly by: readonly string[]
  readonly series: readonly Series[]
  /** Every item in every series, items in code-point order. */
  readonly all: () => Iterable<ItemSeries>
}

/**
 * Brings a study into series of whole, non-empty periods: what bursts and change points read. Partial and empty
 * periods are left out.
 */
export function timeSeries(study: Observed, options: TimeSeriesOptions, analysis: string): TimeSeries {
  const { byLevel, dimensions } = readLevel(options.by ?? 'month')
  const measure = measureNamed(options.measure ?? (options.categories === undefined ? 'documents' : 'directives'))
  const observation = observe(study, { ...options, by: dimensions })
  const { grouping } = observation
  if (grouping.periodUnit === null)
    throw new TifaError(
      'invalid-option',
      `${analysis} expects by to name month, quarter or year; got ${JSON.stringify(options.by)}`,
    )
  const items = itemsOf(observation, options, byLevel)
  const denominators = grouping.groups.map((group) => denominatorOf(group.exposure, measure))
  const series = testedSeries(observation, denominators)
  const slotOf = new Int32Array(grouping.groups.length).fill(-1)
  for (const one of series) for (const [slot, g] of one.tested.entries()) slotOf[g] = slot
  const pools = poolsOf(observation, series.length, slotOf)

  function* all(): Iterable<ItemSeries> {
    for (const item of items) {
      const byReport = series.map(() => new Map<number, number>())
      eachUnit(observation, item, measure.numerator, (r, d) => {
        const g = grouping.unit === 'report' ? grouping.ofReport[r]! : d < 0 ? -1 : grouping.ofDirective[d]!
        if (g < 0 || slotOf[g]! < 0) return
        const key = r * grouping.slots + slotOf[g]!
        const map = byReport[Math.floor(g / grouping.slots)]!
        map.set(key, (map.get(key) ?? 0) + 1)
      })
      for (const one of series) {
        const found = [...byReport[one.run]!]
        const counts = new Float64Array(one.tested.length)
        let total = 0
        for (const [key, n] of found) {
          counts[key % grouping.slots]! += n
          total += n
        }
        yield {
          item,
          keys: one.keys,
          run: one.run,
          periods: one.tested.map((g) => grouping.groups[g]!.period!),
          counts,
          exposure: Float64Array.from(one.tested, (g) => denominators[g]!),
          total,
          values: Int32Array.from(found, ([, n]) => n),
          slots: Int32Array.from(found, ([key]) => key % grouping.slots),
          pool: pools[one.run]!,
        }
      }
    }
  }
  return { observation, items, measure, by: byLevel ? ['level', ...dimensions] : dimensions, series, all }
}

function poolsOf(observation: Observation, runs: number, slotOf: Int32Array): Int32Array[] {
  const { grouping } = observation
  const pools: number[][] = Array.from({ length: runs }, () => [])
  const last = new Int32Array(grouping.groups.length).fill(-1)
  const add = (g: number, r: number) => {
    if (g < 0 || slotOf[g]! < 0 || last[g] === r) return
    last[g] = r
    pools[Math.floor(g / grouping.slots)]!.push(slotOf[g]!)
  }
  if (grouping.unit === 'report') for (const [r, g] of grouping.ofReport.entries()) add(g, r)
  else for (const [d, g] of grouping.ofDirective.entries()) add(g, observation.reportOfDirective[d]!)
  return pools.map((pool) => Int32Array.from(pool))
}
