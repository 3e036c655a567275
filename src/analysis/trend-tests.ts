import { TifaError } from '../error'
import { type Item, type ItemKind, type Observation, periodsPerYear } from '../observation'
import { padjust, trend as tests } from '../stats'
import type { MeasureInfo } from './measure'
import { type PlaceTrend, placeTrends } from './place-trend'
import { LEAST_PERIODS, type Series, testedSeries } from './tested-series'

/**
 * One series tested for a trend over its `periods` tested periods.
 *
 * `p` is Mann–Kendall's, two-sided: exact for ten periods or fewer without ties, else from the tie-corrected normal score (`pMethod`
 * says which). `slope` is Sen's, in rate per *year of real time*, so that uneven months and gaps do not bend it. `rateRatio` is the factor per
 * year by Poisson regression with the denominator as exposure; its `quasi` interval and p widen by the observed dispersion and are the ones
 * to trust where mentions cluster. Seasonal Mann–Kendall (from two full years on) and Hamed–Rao stand beside, never instead. `q` and `quasiQ` are
 * Benjamini–Hochberg over all series of the call.
 *
 * `fixedPlaceRateRatio` is the factor per year inside places (each place its own level), and `change…` splits the difference between
 * the rates of the later and the earlier half of the tested periods: `changeOld` places saying more that said it before, `changeNew` places
 * that began, `changeWeights` places that say it taking more of the corpus, `changeEntry`/`changeExit` places joining or leaving the corpus. The
 * five add up to `change`.
 */
export interface TrendTest extends PlaceTrend {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
  readonly province?: string | null
  readonly city?: string | null
  readonly county?: string | null
  readonly place?: string | null
  readonly outlet?: string | null
  readonly leader?: string | null
  readonly periods: number
  readonly partial: number
  readonly empty: number
  readonly numerator: number
  readonly denominator: number | null
  readonly firstPeriod: string | null
  readonly lastPeriod: string | null
  readonly s: number | null
  readonly tau: number | null
  readonly p: number | null
  readonly pMethod: 'exact' | 'normal' | 'normal-ties' | null
  readonly q: number | null
  readonly slope: number | null
  readonly slopeLow: number | null
  readonly slopeHigh: number | null
  readonly rateRatio: number | null
  readonly rateRatioLow: number | null
  readonly rateRatioHigh: number | null
  readonly rateRatioP: number | null
  readonly dispersion: number | null
  readonly quasiLow: number | null
  readonly quasiHigh: number | null
  readonly quasiP: number | null
  readonly quasiQ: number | null
  readonly seasonalP: number | null
  readonly seasonalSlope: number | null
  readonly hamedRaoP: number | null
  readonly hamedRaoCorrection: number | null
  readonly reason: string | null
  readonly rateRatioReason: string | null
}

/** The tests by name, with what a methods section says of them. */
export const TREND_TESTS = {
  'mann-kendall': 'Mann–Kendall with tie correction, two-sided (exact for n ≤ 10 without ties)',
  sen: 'Sen slope per year',
  poisson: 'Poisson and quasi-Poisson regression on time with exposure',
  seasonal: 'seasonal Mann–Kendall from two years on',
  'hamed-rao': 'Hamed–Rao correction for autocorrelation',
  place: 'Poisson regression with place effects; decomposition of change by place',
} as const

export type TrendTestName = keyof typeof TREND_TESTS

/** Reads the `tests` option, in the order of {@link TREND_TESTS}. Throws `invalid-option`. */
export function chosenTests(tests: 'all' | readonly string[]): ReadonlySet<TrendTestName> {
  const names = Object.keys(TREND_TESTS) as TrendTestName[]
  if (tests === 'all') return new Set(names)
  for (const name of tests)
    if (!names.includes(name as TrendTestName))
      throw new TifaError(
        'invalid-option',
        `tests expects 'all' or some of ${names.join(', ')}; got ${JSON.stringify(name)}`,
      )
  return new Set(names.filter((name) => tests.includes(name)))
}

/** An item with its numerator in every group. */
export interface Counted {
  readonly item: Item
  readonly numerator: Int32Array
  readonly total: number
}

export interface TestOptions {
  readonly conf: number
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
  const { grouping } = observation
  const series = testedSeries(observation, denominators)
  const places = placeTrends(observation, measure, options, series)
  const out: Untested[] = []
  for (const entry of counted)
    for (const one of series)
      out.push(testSeries(grouping.periodUnit!, entry, one, denominators, measure, options, places(entry.item, one)))
  const q = padjust({ p: out.map((row) => row.p), method: 'BH' }).adjusted
  const quasiQ = padjust({ p: out.map((row) => row.quasiP), method: 'BH' }).adjusted
  for (let i = 0; i < out.length; i++) {
    out[i]!.q = q[i]!
    out[i]!.quasiQ = quasiQ[i]!
  }
  return out
}

/** A row whose q values are filled in once all p values are known. */
type Untested = Omit<TrendTest, 'q' | 'quasiQ'> & { q: number | null; quasiQ: number | null }

function testSeries(
  unit: 'month' | 'quarter' | 'year',
  entry: Counted,
  series: Series,
  denominators: readonly (number | null)[],
  measure: MeasureInfo,
  options: TestOptions,
  place: PlaceTrend,
): Untested {
  const { item, numerator } = entry
  const { conf, chosen } = options
  const n = series.tested.length
  const counts = new Float64Array(n)
  const exposure = new Float64Array(n)
  const rates = new Float64Array(n)
  let total = 0
  let exposed = 0
  let firstHit = -1
  let lastHit = -1
  for (let i = 0; i < n; i++) {
    const g = series.tested[i]!
    counts[i] = numerator[g]!
    exposure[i] = denominators[g]!
    rates[i] = (counts[i]! * measure.per) / exposure[i]!
    total += counts[i]!
    exposed += exposure[i]!
    if (counts[i]! > 0) {
      if (firstHit < 0) firstHit = i
      lastHit = i
    }
  }
  const measured = denominators.some((d) => d !== null)
  const reason = !measured
    ? 'not-measured'
    : n < LEAST_PERIODS
      ? 'fewer-than-4-periods'
      : total === 0
        ? 'no-occurrence'
        : null
  return {
    kind: item.kind,
    concept: item.id,
    label: item.label,
    gloss: item.gloss,
    category: item.category,
    level: item.level,
    grade: item.grade,
    ...series.keys,
    periods: n,
    partial: series.partial,
    empty: series.empty,
    numerator: total,
    denominator: measured ? exposed : null,
    firstPeriod: firstHit < 0 ? null : series.labels[firstHit]!,
    lastPeriod: lastHit < 0 ? null : series.labels[lastHit]!,
    ...monotone(rates, series.years, n, total, options),
    ...(chosen.has('poisson') ? regression(counts, exposure, series.years, n, total, conf) : NO_REGRESSION),
    ...(chosen.has('seasonal') ? seasonal(unit, numerator, denominators, series, measure, n, total) : NO_SEASONAL),
    ...(chosen.has('hamed-rao')
      ? autocorrelation(numerator, denominators, series, measure, n, total)
      : NO_AUTOCORRELATION),
    ...place,
    q: null,
    quasiQ: null,
    reason,
  }
}

type Monotone = Pick<TrendTest, 's' | 'tau' | 'p' | 'pMethod' | 'slope' | 'slopeLow' | 'slopeHigh'>

function monotone(
  rates: Float64Array,
  years: Float64Array,
  n: number,
  total: number,
  { conf, chosen }: TestOptions,
): Monotone {
  const none = { s: null, tau: null, p: null, pMethod: null, slope: null, slopeLow: null, slopeHigh: null }
  if (n < 2 || total === 0) return none
  const enough = n >= LEAST_PERIODS
  const sen = chosen.has('sen') ? tests.sen({ y: rates, x: years, conf }) : null
  const slopes = {
    slope: finite(sen?.slope),
    slopeLow: enough ? finite(sen?.low) : null,
    slopeHigh: enough ? finite(sen?.high) : null,
  }
  if (!chosen.has('mann-kendall')) return { ...none, ...slopes }
  const mk = tests.mk({ y: rates })
  const exact = enough && n <= 10 && !hasTies(rates) ? tests.mkExact({ y: rates }) : null
  return {
    ...slopes,
    s: mk.s,
    tau: finite(mk.tauB),
    p: enough ? finite(exact === null ? mk.p : exact.p) : null,
    pMethod: !enough ? null : exact !== null ? 'exact' : n <= 10 ? 'normal-ties' : 'normal',
  }
}

type Regression = Pick<
  TrendTest,
  | 'rateRatio'
  | 'rateRatioLow'
  | 'rateRatioHigh'
  | 'rateRatioP'
  | 'dispersion'
  | 'quasiLow'
  | 'quasiHigh'
  | 'quasiP'
  | 'rateRatioReason'
>

const NO_REGRESSION: Regression = {
  rateRatio: null,
  rateRatioLow: null,
  rateRatioHigh: null,
  rateRatioP: null,
  dispersion: null,
  quasiLow: null,
  quasiHigh: null,
  quasiP: null,
  rateRatioReason: null,
}

function regression(
  counts: Float64Array,
  exposure: Float64Array,
  years: Float64Array,
  n: number,
  total: number,
  conf: number,
): Regression {
  if (n < 2) return { ...NO_REGRESSION, rateRatioReason: 'fewer-than-2-periods' }
  if (total === 0) return { ...NO_REGRESSION, rateRatioReason: 'no-occurrence' }
  const fit = tests.poisson({ counts, exposure, t: years, conf })
  if (!fit.converged || fit.rateRatio === null) return { ...NO_REGRESSION, rateRatioReason: 'all-in-one-end-period' }
  const rateRatio = finite(fit.rateRatio)
  if (n < LEAST_PERIODS) return { ...NO_REGRESSION, rateRatio, rateRatioReason: 'fewer-than-4-periods' }
  return {
    rateRatio,
    rateRatioLow: finite(fit.low),
    rateRatioHigh: finite(fit.high),
    rateRatioP: finite(fit.p),
    dispersion: finite(fit.dispersion),
    quasiLow: finite(fit.lowQuasi),
    quasiHigh: finite(fit.highQuasi),
    quasiP: finite(fit.pQuasi),
    rateRatioReason: null,
  }
}

function seasonal(
  unit: 'month' | 'quarter' | 'year',
  numerator: Int32Array,
  denominators: readonly (number | null)[],
  series: Series,
  measure: MeasureInfo,
  n: number,
  total: number,
): Pick<TrendTest, 'seasonalP' | 'seasonalSlope'> {
  const period = periodsPerYear(unit)
  if (period === 1 || series.length < 2 * period || n < LEAST_PERIODS || total === 0)
    return { seasonalP: null, seasonalSlope: null }
  const fit = tests.seasonalMk({ y: gridRates(numerator, denominators, series, measure), period })
  return { seasonalP: finite(fit.p), seasonalSlope: finite(fit.slope) }
}

function autocorrelation(
  numerator: Int32Array,
  denominators: readonly (number | null)[],
  series: Series,
  measure: MeasureInfo,
  n: number,
  total: number,
): Pick<TrendTest, 'hamedRaoP' | 'hamedRaoCorrection'> {
  if (n < LEAST_PERIODS || total === 0) return { hamedRaoP: null, hamedRaoCorrection: null }
  const fit = tests.hamedRao({ y: gridRates(numerator, denominators, series, measure) })
  return { hamedRaoP: finite(fit.p), hamedRaoCorrection: finite(fit.correction) }
}

/** Rates on the full grid: what is not tested is missing and keeps its place. */
function gridRates(
  numerator: Int32Array,
  denominators: readonly (number | null)[],
  series: Series,
  measure: MeasureInfo,
): (number | null)[] {
  const y: (number | null)[] = new Array(series.length).fill(null)
  for (const g of series.tested) y[g - series.first] = (numerator[g]! * measure.per) / denominators[g]!
  return y
}

const NO_SEASONAL = { seasonalP: null, seasonalSlope: null }
const NO_AUTOCORRELATION = { hamedRaoP: null, hamedRaoCorrection: null }

function hasTies(values: Float64Array): boolean {
  const sorted = values.slice().sort()
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return true
  return false
}

function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value
}
