import { type GroupColumn, type ItemKind, type Observed, periodBounds } from '../observation'
import { change, padjust, type Random, resample } from '../stats'
import { changeColumns, changeTestColumns, segmentColumns } from './change-point-columns'
import { groupColumns } from './columns'
import { rateIntervals, shareInterval } from './intervals'
import { fieldsOf, type ItemFields } from './item-fields'
import type { MeasureInfo } from './measure'
import { methodOf } from './method'
import { monteCarloP, resampler, seedFor, shuffler } from './report-shuffle'
import type { Result } from './result'
import { mentionsBetween } from './row-mentions'
import { wholeOption } from './sampling'
import { LEAST_PERIODS } from './tested-series'
import { type ItemSeries, type TimeSeriesOptions, timeSeries } from './time-series'

export interface ChangePointOptions extends TimeSeriesOptions {
  /** Price of one more change, in nats × 2. Default 2 ln n (BIC). */
  readonly penalty?: number
  /** Fewest periods between two changes. Default 2. */
  readonly minSize?: number
  /** Bootstrap resamples for the support of each change. Default 199. */
  readonly resamples?: number
  /** Most shuffles for each p value. Default 999. */
  readonly permutations?: number
  /** A resampled change supports one within this many periods. Default 1. */
  readonly tolerance?: number
  readonly conf?: number
  /** Default 1. */
  readonly seed?: number
}

/** One change of level: `period` is the first at the new level. */
export interface ChangePointRow extends ItemFields, Partial<Record<GroupColumn, string | null>> {
  readonly from: string
  readonly firstDay: string
  readonly rateBefore: number
  readonly rateAfter: number
  readonly ratio: number | null
  readonly support: number
  readonly p: number | null
  readonly q: number | null
  readonly reason: string | null
}

/** One stretch between changes. */
export interface SegmentRow extends ItemFields, Partial<Record<GroupColumn, string | null>> {
  readonly start: string
  readonly end: string
  readonly periods: number
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

/** One series looked through for changes. */
export interface ChangePointTest extends ItemFields, Partial<Record<GroupColumn, string | null>> {
  readonly periods: number
  readonly numerator: number
  readonly denominator: number
  readonly changes: number
  readonly gain: number | null
  readonly p: number | null
  readonly q: number | null
  readonly reason: string | null
}

export interface ChangePointResult extends Result<ChangePointRow> {
  readonly tables: { readonly segments: Result<SegmentRow>; readonly tests: Result<ChangePointTest> }
}

/**
 * Where did the level of a formulation change, and stay changed? Optimal segmentation (Killick et al. 2012) of counts
 * with their denominators by the Poisson likelihood.
 *
 * `support`: share of bootstrap resamples (reports drawn anew inside each period) with a change within `tolerance`
 * periods. `p`: of the best single split of the series against shuffled reports, with q over all series; a change in
 * a series of large q is a change only in the picture. Rows: by concept id, other groups, time.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example changePoints(study, { by: 'quarter' }).rows.map((r) => [r.label, r.from, r.rateBefore, r.rateAfter, r.support, r.q])
 */
export function changePoints(study: Observed, options: ChangePointOptions = {}): ChangePointResult {
  const minSize = wholeOption('minSize', options.minSize ?? 2, 1)
  const resamples = wholeOption('resamples', options.resamples ?? 199, 1)
  const permutations = wholeOption('permutations', options.permutations ?? 999, 1)
  const tolerance = wholeOption('tolerance', options.tolerance ?? 1, 0)
  const conf = options.conf ?? 0.95
  const seed = options.seed ?? 1
  const data = timeSeries(study, options, 'changePoints')
  const { measure } = data
  const cut = (y: Float64Array, exposure: Float64Array) =>
    change.pelt({ y, exposure, cost: 'poisson', minSize, penalty: options.penalty }).changepoints
  const found: {
    readonly series: ItemSeries
    readonly cuts: readonly number[]
    readonly support: readonly number[]
    readonly test: ChangePointTest
  }[] = []
  for (const series of data.all()) {
    const reason =
      series.periods.length < LEAST_PERIODS ? 'fewer-than-4-periods' : series.total === 0 ? 'no-occurrence' : null
    const cuts = reason === null ? cut(series.counts, series.exposure) : []
    const random = resample.random({
      seed: seedFor(seed, series.item.id, ...Object.values(series.keys).map((v) => v ?? '\u0001')),
    })
    const gain = reason === null ? bestGain(series.counts, series.exposure, minSize) : null
    const shuffled = shuffler(series, random)
    found.push({
      series,
      cuts,
      support: supportOf(series, cuts, cut, resamples, tolerance, random),
      test: {
        ...fieldsOf(series.item),
        ...series.keys,
        periods: series.periods.length,
        numerator: series.total,
        denominator: series.exposure.reduce((a, b) => a + b, 0),
        changes: cuts.length,
        gain,
        p: gain === null ? null : monteCarloP(gain, () => bestGain(shuffled(), series.exposure, minSize), permutations),
        q: null,
        reason,
      },
    })
  }
  const q = padjust({ p: found.map((f) => f.test.p), method: 'BH' }).adjusted
  const tests = found.map((f, i): ChangePointTest => ({ ...f.test, q: q[i] ?? null }))
  const segments = found.map((f) => segmentsOf(f.series, f.cuts, measure, conf))
  const rows = found.flatMap(({ series, cuts, support }, i) =>
    cuts.map((at, k): ChangePointRow => {
      const before = segments[i]![k]!.rate ?? 0
      const after = segments[i]![k + 1]!.rate ?? 0
      return {
        ...fieldsOf(series.item),
        ...series.keys,
        from: series.periods[at]!.label,
        firstDay: periodBounds(series.periods[at]!).start,
        rateBefore: before,
        rateAfter: after,
        ratio: before === 0 ? null : after / before,
        support: support[k]!,
        p: tests[i]!.p,
        q: tests[i]!.q,
        reason: before === 0 ? 'rate-before-is-0' : null,
      }
    }),
  )
  const groups = groupColumns(Object.keys(data.series[0]?.keys ?? {}) as GroupColumn[])
  const method = methodOf(study, {
    analysis: 'changePoints',
    unit: measure.numerator,
    denominator: measure.denominator,
    reprints: data.observation.reprints,
    by: data.by,
    tests: [
      `segmentation by Poisson likelihood with exposure (penalty ${options.penalty ?? '2 ln n'}, at least ${minSize} periods)`,
      `permutation of reports over periods, up to ${permutations}`,
      `bootstrap of reports within periods, ${resamples} resamples`,
    ],
    correction: 'Benjamini–Hochberg over all series',
    seed,
    notes: [
      `support: a resampled change within ${tolerance} periods`,
      'partial periods and periods without reports are left out',
    ],
  })
  const mentions = (row: {
    readonly kind: ItemKind
    readonly concept: string
    readonly start?: string
    readonly end?: string
  }) => mentionsBetween(data.observation, data.items, row)
  return {
    kind: 'change-points',
    rows,
    columns: changeColumns(measure, groups),
    method,
    mentions,
    tables: {
      segments: {
        kind: 'change-point-segments',
        rows: segments.flat(),
        columns: segmentColumns(measure, groups),
        method,
        mentions,
      },
      tests: { kind: 'change-point-tests', rows: tests, columns: changeTestColumns(measure, groups), method, mentions },
    },
  }
}

/** Twice the log-likelihood that the best single split gains. */
function bestGain(counts: Float64Array, exposure: Float64Array, minSize: number): number {
  const n = counts.length
  let total = 0
  let exposed = 0
  for (let i = 0; i < n; i++) {
    total += counts[i]!
    exposed += exposure[i]!
  }
  const whole = logRate(total, exposed)
  let best = 0
  let c = 0
  let e = 0
  for (let t = 1; t < n; t++) {
    c += counts[t - 1]!
    e += exposure[t - 1]!
    if (t < minSize || n - t < minSize) continue
    best = Math.max(best, 2 * (logRate(c, e) + logRate(total - c, exposed - e) - whole))
  }
  return best
}

function logRate(count: number, exposure: number): number {
  return count === 0 ? 0 : count * Math.log(count / exposure)
}

function supportOf(
  series: ItemSeries,
  cuts: readonly number[],
  cut: (y: Float64Array, exposure: Float64Array) => readonly number[],
  resamples: number,
  tolerance: number,
  random: Random,
): number[] {
  const hits = cuts.map(() => 0)
  if (cuts.length === 0) return hits
  const redraw = resampler(series, random)
  for (let b = 0; b < resamples; b++) {
    const again = cut(redraw(), series.exposure)
    for (const [k, at] of cuts.entries()) if (again.some((other) => Math.abs(other - at) <= tolerance)) hits[k]!++
  }
  return hits.map((n) => n / resamples)
}

function segmentsOf(series: ItemSeries, cuts: readonly number[], measure: MeasureInfo, conf: number): SegmentRow[] {
  if (series.periods.length === 0) return []
  const garwood = rateIntervals(conf)
  const bounds = [0, ...cuts, series.periods.length]
  return bounds.slice(1).map((to, k) => {
    const from = bounds[k]!
    let numerator = 0
    let denominator = 0
    for (let i = from; i < to; i++) {
      numerator += series.counts[i]!
      denominator += series.exposure[i]!
    }
    const interval =
      measure.model === 'share'
        ? shareInterval(numerator, denominator, conf)
        : garwood(numerator, denominator, measure.per)
    return {
      ...fieldsOf(series.item),
      ...series.keys,
      start: series.periods[from]!.label,
      end: series.periods[to - 1]!.label,
      periods: to - from,
      numerator,
      denominator,
      ...interval,
    }
  })
}
