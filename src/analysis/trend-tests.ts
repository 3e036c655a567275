import type { Item } from '../observation'
import { type Observation, periodsPerYear } from '../observation'
import { padjust, trend as tests } from '../stats'
import type { MeasureInfo } from './measure'
import { NO_PLACE_TREND, placeTrends } from './place-trend'
import { LEAST_PERIODS, type Series, testedSeries } from './tested-series'
import type { TrendTest, TrendTestName } from './trend-test'

/** An item with its numerator in every group. */
export interface Counted {
  readonly item: Item
  readonly numerator: Int32Array
  readonly total: number
}

export interface TestOptions {
  readonly conf: number
  readonly seed: number
  readonly place: 'province' | 'city' | 'county' | 'place' | 'none'
  readonly chosen: ReadonlySet<TrendTestName>
}

/** Tests every series, and corrects over all of them. */
export function testTrends(
  observation: Observation,
  counted: readonly Counted[],
  denominators: readonly (number | null)[],
  measure: MeasureInfo,
  options: TestOptions,
): TrendTest[] {
  const season = periodsPerYear(observation.grouping.periodUnit!)
  const all = testedSeries(observation, denominators)
  const places = options.chosen.has('place') ? placeTrends(observation, measure, options, all) : null
  const out: Row[] = []
  for (const { item, numerator } of counted)
    for (const series of all) {
      out.push(testRow(item, series, readSeries(numerator, denominators, series, measure), season, options, places))
    }
  const q = padjust({ p: out.map((row) => row.p), method: 'BH' }).adjusted
  const quasiQ = padjust({ p: out.map((row) => row.quasiP), method: 'BH' }).adjusted
  for (let i = 0; i < out.length; i++) {
    out[i]!.q = q[i]!
    out[i]!.quasiQ = quasiQ[i]!
  }
  return out
}

type Row = { -readonly [Name in keyof TrendTest]: TrendTest[Name] }

/** One series of one item over its tested periods. */
interface SeriesData {
  readonly n: number
  readonly counts: Float64Array
  readonly exposure: Float64Array
  readonly rates: Float64Array
  readonly years: Float64Array
  readonly total: number
  readonly measured: boolean
  /** Rates on the full grid: what is not tested is null and keeps its place. */
  readonly grid: () => (number | null)[]
}

function readSeries(
  numerator: Int32Array,
  denominators: readonly (number | null)[],
  series: Series,
  measure: MeasureInfo,
): SeriesData {
  const n = series.tested.length
  const counts = new Float64Array(n)
  const exposure = new Float64Array(n)
  const rates = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) {
    const g = series.tested[i]!
    counts[i] = numerator[g]!
    exposure[i] = denominators[g]!
    rates[i] = (counts[i]! * measure.per) / exposure[i]!
    total += counts[i]!
  }
  return {
    n,
    counts,
    exposure,
    rates,
    years: series.years,
    total,
    measured: denominators.some((d) => d !== null),
    grid: () => {
      const y: (number | null)[] = new Array(series.length).fill(null)
      for (let i = 0; i < n; i++) y[series.tested[i]! - series.first] = rates[i]!
      return y
    },
  }
}

// One literal with every column: rows of one shape are made several times faster than rows put together from parts.
function testRow(
  item: Item,
  series: Series,
  data: SeriesData,
  season: number,
  { chosen, conf }: TestOptions,
  places: ReturnType<typeof placeTrends> | null,
): Row {
  const { n, counts, total } = data
  let first = 0
  while (first < n && counts[first] === 0) first++
  let last = n - 1
  while (last >= 0 && counts[last] === 0) last--
  const mk = chosen.has('mann-kendall') ? monotone(data) : NOT_MONOTONE
  const sen = chosen.has('sen') && n >= 2 && total > 0 ? tests.sen({ y: data.rates, x: data.years, conf }) : null
  const fit = chosen.has('poisson') && n >= 2 && total > 0 ? tests.poisson({ ...data, t: data.years, conf }) : null
  const enough = n >= LEAST_PERIODS
  const tested = enough && total > 0
  const seasons = chosen.has('seasonal') && tested && season > 1 && series.length >= 2 * season
  const inSeason = seasons ? tests.seasonalMk({ y: data.grid(), period: season }) : null
  const hamedRao = chosen.has('hamed-rao') && tested ? tests.hamedRao({ y: data.grid() }) : null
  const place = places === null ? NO_PLACE_TREND : places(item, series)
  const row: Row = {
    kind: item.kind,
    concept: item.id,
    label: item.label,
    gloss: item.gloss,
    category: item.category,
    level: item.level,
    grade: item.grade,
    periods: n,
    partial: series.partial,
    empty: series.empty,
    numerator: total,
    denominator: data.measured ? data.exposure.reduce((a, b) => a + b, 0) : null,
    firstPeriod: series.labels[first] ?? null,
    lastPeriod: series.labels[last] ?? null,
    s: mk.s,
    tau: mk.tau,
    p: mk.p,
    pMethod: mk.pMethod,
    q: null,
    slope: finite(sen?.slope),
    slopeLow: enough ? finite(sen?.low) : null,
    slopeHigh: enough ? finite(sen?.high) : null,
    rateRatio: finite(fit?.rateRatio),
    rateRatioLow: enough ? finite(fit?.low) : null,
    rateRatioHigh: enough ? finite(fit?.high) : null,
    rateRatioP: enough ? finite(fit?.p) : null,
    dispersion: enough ? finite(fit?.dispersion) : null,
    quasiLow: enough ? finite(fit?.lowQuasi) : null,
    quasiHigh: enough ? finite(fit?.highQuasi) : null,
    quasiP: enough ? finite(fit?.pQuasi) : null,
    quasiQ: null,
    seasonalP: finite(inSeason?.p),
    seasonalSlope: finite(inSeason?.slope),
    hamedRaoP: finite(hamedRao?.p),
    hamedRaoCorrection: finite(hamedRao?.correction),
    places: place.places,
    fixedPlaceRateRatio: place.fixedPlaceRateRatio,
    fixedPlaceLow: place.fixedPlaceLow,
    fixedPlaceHigh: place.fixedPlaceHigh,
    fixedPlaceP: place.fixedPlaceP,
    change: place.change,
    changeOld: place.changeOld,
    changeNew: place.changeNew,
    changeWeights: place.changeWeights,
    changeEntry: place.changeEntry,
    changeExit: place.changeExit,
    reason: !data.measured ? 'not-measured' : !enough ? 'fewer-than-4-periods' : total === 0 ? 'no-occurrence' : null,
    rateRatioReason: !chosen.has('poisson') ? null : whyNoRatio(n, total, fit?.converged ?? false),
  }
  for (const name in series.keys) Object.assign(row, { [name]: series.keys[name as keyof typeof series.keys] })
  return row
}

interface Monotone {
  readonly s: number | null
  readonly tau: number | null
  readonly p: number | null
  readonly pMethod: TrendTest['pMethod']
}

const NOT_MONOTONE: Monotone = { s: null, tau: null, p: null, pMethod: null }

function monotone({ n, rates, total }: SeriesData): Monotone {
  if (n < 2 || total === 0) return NOT_MONOTONE
  const mk = tests.mk({ y: rates })
  const tau = finite(mk.tauB)
  if (n < LEAST_PERIODS) return { s: mk.s, tau, p: null, pMethod: null }
  const exact = n <= 10 && !hasTies(rates) ? tests.mkExact({ y: rates }) : null
  return {
    s: mk.s,
    tau,
    p: finite(exact === null ? mk.p : exact.p),
    pMethod: exact !== null ? 'exact' : n <= 10 ? 'normal-ties' : 'normal',
  }
}

function whyNoRatio(n: number, total: number, converged: boolean): string | null {
  if (n < 2) return 'fewer-than-2-periods'
  if (total === 0) return 'no-occurrence'
  if (!converged) return 'all-in-one-end-period'
  return n < LEAST_PERIODS ? 'fewer-than-4-periods' : null
}

function hasTies(values: Float64Array): boolean {
  const sorted = values.slice().sort()
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return true
  return false
}

function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value
}
