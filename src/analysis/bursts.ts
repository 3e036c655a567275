import {
  type GroupColumn,
  groupOfMention,
  type Item,
  type ItemKind,
  leaderOf,
  type Observation,
  type Observed,
  periodBounds,
  placeOf,
} from '../observation'
import { burst, padjust, resample } from '../stats'
import { burstColumns, burstTestColumns } from './burst-columns'
import { groupColumns } from './columns'
import { fieldsOf, type ItemFields } from './item-fields'
import type { MeasureInfo } from './measure'
import { methodOf } from './method'
import { monteCarloP, seedFor, shuffler } from './report-shuffle'
import type { Result } from './result'
import { mentionsBetween } from './row-mentions'
import { wholeOption } from './sampling'
import { LEAST_PERIODS } from './tested-series'
import { type ItemSeries, type TimeSeriesOptions, timeSeries } from './time-series'

export interface BurstOptions extends TimeSeriesOptions {
  /** How many times its base rate a concept has in a burst. Default 2. */
  readonly s?: number
  /** Price of entering a burst, in ln of the number of periods. Default 1. */
  readonly gamma?: number
  /** Most shuffles for each p value. Default 999. */
  readonly permutations?: number
  /** Default 1. */
  readonly seed?: number
}

/** One stretch of periods in which an item is said far more often than at its base rate. */
export interface BurstRow extends ItemFields, Partial<Record<GroupColumn, string | null>> {
  readonly start: string
  readonly end: string
  readonly firstDay: string
  readonly lastDay: string
  readonly periods: number
  readonly numerator: number
  readonly denominator: number
  readonly rate: number
  readonly baseRate: number
  readonly ratio: number
  readonly weight: number
  readonly p: number | null
  readonly q: number | null
  readonly places: number
  readonly outlets: number
  readonly leaders: number
  readonly topPlace: string | null
  readonly topPlaceShare: number | null
}

/** One series looked through for bursts. */
export interface BurstTest extends ItemFields, Partial<Record<GroupColumn, string | null>> {
  readonly periods: number
  readonly numerator: number
  readonly denominator: number
  readonly bursts: number
  readonly weight: number
  readonly p: number | null
  readonly q: number | null
  readonly reason: string | null
}

export interface BurstResult extends Result<BurstRow> {
  /** Every period that was looked at in any series, in order: the axis of a picture. */
  readonly periods: readonly string[]
  readonly tables: { readonly tests: Result<BurstTest> }
}

/**
 * When was a formulation pushed? Two-state bursts after Kleinberg (2002, §4, doi:10.1023/A:1024940629314), on counts
 * with their denominators: a month with more reports is no burst.
 *
 * The method always finds something in noise, so the strongest burst of each series is compared with that of shuffled
 * reports (p, and q over all series; whole reports move, so piled-up mentions are no evidence). Every row tells who
 * is behind it: with `topPlaceShare` near 1 it is one place's campaign. A concept whose base rate leaves no room (s ×
 * rate ≥ 1) cannot burst: reason `rate-too-high`.
 *
 * Rows: by concept id, other groups, time. Series without a burst are in `tables.tests` only.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example bursts(study, { by: 'month' }).rows.filter((b) => b.q !== null && b.q < 0.05).map((b) => [b.label, b.start, b.end, b.ratio])
 */
export function bursts(study: Observed, options: BurstOptions = {}): BurstResult {
  const s = options.s ?? 2
  const gamma = options.gamma ?? 1
  const permutations = wholeOption('permutations', options.permutations ?? 999, 1)
  const seed = options.seed ?? 1
  const data = timeSeries(study, options, 'bursts')
  const { observation, measure } = data
  const model = measure.model === 'share' ? 'binomial' : 'poisson'
  const found: {
    readonly series: ItemSeries
    readonly bursts: readonly { start: number; end: number; weight: number }[]
    readonly test: BurstTest
  }[] = []
  const looked = new Map<number, string>()
  for (const series of data.all()) {
    for (const period of series.periods) looked.set(period.index, period.label)
    const d = Array.from(series.exposure)
    const run = (counts: Float64Array) =>
      burst.batched({
        r: model === 'binomial' ? Array.from(counts, (r, i) => Math.min(r, d[i]!)) : Array.from(counts),
        d,
        s,
        gamma,
        model,
      }).bursts
    const reason = whyNot(series, model, s)
    const hits = reason === null ? run(series.counts) : []
    const weight = hits.reduce((most, b) => Math.max(most, b.weight), 0)
    const random = resample.random({
      seed: seedFor(seed, series.item.id, ...Object.values(series.keys).map((v) => v ?? '\u0001')),
    })
    const shuffled = shuffler(series, random)
    const p =
      reason !== null
        ? null
        : weight === 0
          ? 1
          : monteCarloP(weight, () => run(shuffled()).reduce((most, b) => Math.max(most, b.weight), 0), permutations)
    found.push({
      series,
      bursts: hits,
      test: {
        ...fieldsOf(series.item),
        ...series.keys,
        periods: series.periods.length,
        numerator: series.total,
        denominator: series.exposure.reduce((a, b) => a + b, 0),
        bursts: hits.length,
        weight,
        p,
        q: null,
        reason,
      },
    })
  }
  const q = padjust({ p: found.map((f) => f.test.p), method: 'BH' }).adjusted
  const tests = found.map((f, i): BurstTest => ({ ...f.test, q: q[i] ?? null }))
  const rows = found.flatMap(({ series, bursts: hits }, i) =>
    hits.map((b) => burstRow(observation, measure, series, b, tests[i]!)),
  )
  const groups = groupColumns(Object.keys(data.series[0]?.keys ?? {}) as GroupColumn[])
  const method = methodOf(study, {
    analysis: 'bursts',
    unit: measure.numerator,
    denominator: measure.denominator,
    reprints: observation.reprints,
    by: data.by,
    tests: [
      `Kleinberg's two-state bursts (s = ${s}, γ = ${gamma}, ${model})`,
      `permutation of reports over periods, up to ${permutations}`,
    ],
    correction: 'Benjamini–Hochberg over all series',
    seed,
    notes: ['partial periods and periods without reports are left out'],
  })
  const mentions = (row: {
    readonly kind: ItemKind
    readonly concept: string
    readonly start?: string
    readonly end?: string
  }) => mentionsBetween(observation, data.items, row)
  return {
    kind: 'bursts',
    rows,
    periods: [...looked].sort((a, b) => a[0] - b[0]).map(([, name]) => name),
    columns: burstColumns(measure, groups),
    method,
    mentions,
    tables: {
      tests: { kind: 'burst-tests', rows: tests, columns: burstTestColumns(measure, groups), method, mentions },
    },
  }
}

function whyNot(series: ItemSeries, model: 'binomial' | 'poisson', s: number): string | null {
  if (series.periods.length < LEAST_PERIODS) return 'fewer-than-4-periods'
  if (series.total === 0) return 'no-occurrence'
  const all = series.exposure.reduce((a, b) => a + b, 0)
  return model === 'binomial' && (s * series.total) / all >= 1 ? 'rate-too-high' : null
}

function burstRow(
  observation: Observation,
  measure: MeasureInfo,
  series: ItemSeries,
  b: { readonly start: number; readonly end: number; readonly weight: number },
  test: BurstTest,
): BurstRow {
  let numerator = 0
  let denominator = 0
  for (let i = b.start; i <= b.end; i++) {
    numerator += series.counts[i]!
    denominator += series.exposure[i]!
  }
  const rate = (numerator * measure.per) / denominator
  const baseRate = (test.numerator * measure.per) / test.denominator
  const from = series.periods[b.start]!
  const to = series.periods[b.end]!
  return {
    ...fieldsOf(series.item),
    ...series.keys,
    start: from.label,
    end: to.label,
    firstDay: periodBounds(from).start,
    lastDay: periodBounds(to).end,
    periods: b.end - b.start + 1,
    numerator,
    denominator,
    rate,
    baseRate,
    ratio: rate / baseRate,
    weight: b.weight,
    p: test.p,
    q: test.q,
    ...behind(observation, series.item, series.keys, from.index, to.index),
  }
}

type Behind = Pick<BurstRow, 'places' | 'outlets' | 'leaders' | 'topPlace' | 'topPlaceShare'>

/** Whose reports make a burst: the reports with the item between two periods. */
function behind(
  observation: Observation,
  item: Item,
  keys: BurstTest | ItemSeries['keys'],
  from: number,
  to: number,
): Behind {
  const { grouping } = observation
  const reports = new Set<number>()
  const leaders = new Set<string>()
  const visit = (g: number, r: number, d: number) => {
    if (g < 0) return
    const group = grouping.groups[g]!
    if (group.period === null || group.period.index < from || group.period.index > to) return
    if (!Object.entries(keys).every(([name, value]) => group.keys[name as GroupColumn] === value)) return
    reports.add(r)
    const leader = d < 0 ? null : leaderOf(observation.directives.at(d)!)
    if (leader !== null) leaders.add(leader)
  }
  for (const m of item.kind === 'category' ? [] : item.mentions)
    visit(groupOfMention(observation, m), observation.reportOfMention[m]!, observation.directiveOfMention[m]!)
  for (const d of item.directives) visit(grouping.ofDirective[d]!, observation.reportOfDirective[d]!, d)
  const byPlace = new Map<string, number>()
  const outlets = new Set<string>()
  for (const r of reports) {
    const row = observation.reports[r]!
    const place = placeOf(row, 'place')
    if (place !== null) byPlace.set(place, (byPlace.get(place) ?? 0) + 1)
    if (row.outlet !== null) outlets.add(row.outlet)
  }
  let topPlace: string | null = null
  let most = 0
  for (const [place, n] of [...byPlace].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (n > most) {
      most = n
      topPlace = place
    }
  return {
    places: byPlace.size,
    outlets: outlets.size,
    leaders: leaders.size,
    topPlace,
    topPlaceShare: topPlace === null ? null : most / reports.size,
  }
}
