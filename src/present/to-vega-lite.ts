import type {
  BurstResult,
  ChangePointResult,
  CooccurrenceResult,
  DiffusionResult,
  FrequencyRow,
  KwicResult,
  Result,
  TrendResult,
} from '../analysis/index'
import { TifaError } from '../error'
import { adoptionsOf } from './picture/adoption'
import { dispersionOf } from './picture/dispersion'
import { bandsOf, isWeak, levelsOf } from './picture/marks'
import { MOST_LINES, type PictureOptions } from './picture/options'
import { periodsBetween } from './picture/period-axis'
import { firstSeries } from './picture/trend-picture'
import {
  type Band,
  bandSpec,
  barSpec,
  heatMapSpec,
  lineSpec,
  spanSpec,
  stepSpec,
  tickSpec,
  type VegaLiteSpec,
} from './vega-lite'

/** The options of a picture; `as: 'network'` has no counterpart here, co-occurrence is a heat map. */
export type VegaLiteOptions = PictureOptions

const SPECS: Readonly<Record<string, (result: never, options: VegaLiteOptions) => VegaLiteSpec>> = {
  trend,
  frequency,
  cooccurrence,
  diffusion,
  kwic,
  bursts,
  'change-points': levels,
}

/**
 * A result as a Vega-Lite v5 specification with its data in it: the kinds that {@link toSvg} draws, in the same choice and order, and with
 * every numerator and denominator beside its rate.
 *
 * @throws TifaError `unsupported-format` for another kind of result, `invalid-option` for bursts or changes of other periods
 */
export function toVegaLite(result: Result<object>, options: VegaLiteOptions = {}): VegaLiteSpec {
  const make = SPECS[result.kind]
  if (!make)
    throw new TifaError(
      'unsupported-format',
      `expected a result of ${Object.keys(SPECS).join(', ')}; got ${result.kind}, which has no picture`,
    )
  return make(result as never, options)
}

function trend(result: TrendResult, options: VegaLiteOptions): VegaLiteSpec {
  const chosen = firstSeries(result, options.top ?? 12)
  const axis = chosen[0] ? result.series(chosen[0].concept).map((p) => p.period) : []
  const rows = chosen.flatMap((test) =>
    result.series(test.concept).map((p) => ({
      period: p.period,
      label: test.label,
      rate: p.rate,
      numerator: p.numerator,
      denominator: p.denominator,
      state: p.state,
    })),
  )
  const bands = chosen.flatMap((test) =>
    bandsOf(options.bursts, result, test, axis).map(
      (b): Band => ({
        start: axis[b.from]!,
        end: axis[b.to]!,
        label: test.label,
        weak: b.weak ?? false,
      }),
    ),
  )
  const steps = chosen.flatMap((test) =>
    levelsOf(options.changePoints, result, test, axis).flatMap((l) =>
      axis.slice(l.from, l.to + 1).map((period) => ({ period, label: test.label, rate: l.value })),
    ),
  )
  const yLabel = result.columns.find((c) => c.name === 'rate')?.label.en ?? 'rate'
  return lineSpec(options.title ?? 'Trend', rows, yLabel, bands, steps)
}

function frequency(result: Result<FrequencyRow>, options: VegaLiteOptions): VegaLiteSpec {
  const rows = [...result.rows]
    .sort((a, b) => b.documents - a.documents || (a.concept < b.concept ? -1 : 1))
    .slice(0, options.top ?? 12)
    .map((r) => ({ label: r.label, value: r.documentShare, documents: r.documents, reports: r.reports }))
  return barSpec(options.title ?? 'Document frequency', rows, 'share of reports')
}

function cooccurrence(result: CooccurrenceResult, options: VegaLiteOptions): VegaLiteSpec {
  const matrix = result.matrix('npmi')
  const rows = matrix.labels.flatMap((row, i) =>
    matrix.labels.map((column, j) => ({ row, column, value: matrix.values[i]![j] ?? null })),
  )
  return heatMapSpec(options.title ?? 'Co-occurrence (NPMI)', rows, 'NPMI')
}

function diffusion(result: DiffusionResult, options: VegaLiteOptions): VegaLiteSpec {
  const share = options.as === 'share'
  const rows = adoptionsOf(result, options.top ?? MOST_LINES).flatMap((a) =>
    a.curve.map((p) => ({ ...p, value: share ? p.share : p.seen })),
  )
  const yLabel = share ? 'share of units read enough' : 'units seen to say it'
  return stepSpec(options.title ?? 'Adoption', rows, 'end', yLabel, share)
}

function kwic(result: KwicResult, options: VegaLiteOptions): VegaLiteSpec {
  const rows = dispersionOf(result, options.top ?? 12).rows.flatMap((r) =>
    r.mentions.map((m) => ({ label: r.label, ...m })),
  )
  return tickSpec(options.title ?? 'Where it is said', rows, 'place in the corpus, by date (0 to 1)')
}

function bursts(result: BurstResult, options: VegaLiteOptions): VegaLiteSpec {
  const heaviest = new Map<string, number>()
  for (const b of result.rows) heaviest.set(b.label, Math.max(b.weight, heaviest.get(b.label) ?? 0))
  const order = [...heaviest].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label)
  const shown = new Set(order.slice(0, options.top ?? 12))
  const rows = result.rows
    .filter((b) => shown.has(b.label))
    .sort((a, b) => order.indexOf(a.label) - order.indexOf(b.label))
    .map((b) => ({ ...b, weak: isWeak(b) }))
  return bandSpec(options.title ?? 'Bursts', rows, 'times the base rate')
}

function levels(result: ChangePointResult, options: VegaLiteOptions): VegaLiteSpec {
  const changed = [...new Set(result.rows.map((r) => r.concept))].slice(0, options.top ?? 12)
  const rows = result.tables.segments.rows
    .filter((s) => changed.includes(s.concept))
    .flatMap((s) =>
      periodsBetween(s.start, s.end).map((period) => ({
        period,
        label: s.label,
        value: s.rate,
        low: s.low,
        high: s.high,
        numerator: s.numerator,
        denominator: s.denominator,
      })),
    )
  return spanSpec(options.title ?? 'Levels between change points', rows, 'rate')
}
