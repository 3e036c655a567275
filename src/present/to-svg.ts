import type { CooccurrenceResult, FrequencyRow, Result, TrendResult } from '../analysis/index'
import { TifaError } from '../error'
import { barChart } from './svg/bar-chart'
import { heatMap } from './svg/heat-map'
import { lineChart, type Series } from './svg/line-chart'
import { network } from './svg/network'
import { smallMultiples } from './svg/small-multiples'

export interface SvgOptions {
  readonly title?: string
  /** Series, bars or concepts drawn, the most frequent first. Default 12; small multiples from nine series on. */
  readonly top?: number
  /** Co-occurrence: `matrix` (default) or `network`. */
  readonly as?: 'matrix' | 'network'
}

/** Lines up to this many, small panels from there on: more lines cannot be told apart. */
const MOST_LINES = 8

/**
 * A result as a picture: an SVG string, made without a DOM.
 *
 * - `trend`: lines with intervals, or small multiples for many concepts
 * - `frequency`: bars
 * - `cooccurrence`: heat map or network
 *
 * @throws TifaError `unsupported-format` for a result that has no picture
 */
export function toSvg(result: Result<object>, options: SvgOptions = {}): string {
  const top = options.top ?? 12
  switch (result.kind) {
    case 'trend':
      return trendSvg(result as TrendResult, top, options.title)
    case 'frequency':
      return frequencySvg(result as Result<FrequencyRow>, top, options.title)
    case 'cooccurrence':
      return cooccurrenceSvg(result as CooccurrenceResult, top, options)
    default:
      throw new TifaError(
        'unsupported-format',
        `expected a trend, frequency or cooccurrence result; got ${result.kind}`,
      )
  }
}

function trendSvg(trend: TrendResult, top: number, title?: string): string {
  const chosen = [...new Set(trend.tests.filter((t) => t.numerator > 0).map((t) => t.concept))].slice(0, top)
  const label = new Map(trend.tests.map((t) => [t.concept, t.label]))
  const points = chosen.map((concept) => trend.series(concept))
  const series: Series[] = chosen.map((concept, i) => ({
    label: label.get(concept)!,
    values: points[i]!.map((p) => p.rate),
    low: points[i]!.map((p) => p.low),
    high: points[i]!.map((p) => p.high),
    partial: points[i]!.map((p) => p.state === 'partial'),
  }))
  const rate = trend.columns.find((c) => c.name === 'rate')
  const chart = {
    title: title ?? 'Trend',
    yLabel: rate?.label.en ?? 'rate',
    positions: (points[0] ?? []).map((p) => p.period),
    series,
    note: `Gap: no reports. Hollow: period covered in part, left out of tests. tifa ${trend.method.tifa}, vocabulary ${trend.method.vocabulary.version}.`,
  }
  return series.length > MOST_LINES ? smallMultiples(chart) : lineChart(chart)
}

function frequencySvg(result: Result<FrequencyRow>, top: number, title?: string): string {
  const rows = [...result.rows]
    .sort((a, b) => b.documents - a.documents || (a.concept < b.concept ? -1 : 1))
    .slice(0, top)
  return barChart({
    title: title ?? 'Document frequency',
    unit: 'share of reports',
    bars: rows.map((r) => ({
      label: r.label,
      value: r.documentShare,
      low: r.documentLow,
      high: r.documentHigh,
      note: `${r.documents}/${r.reports}`,
    })),
    note: `Line: 95 % Wilson interval. tifa ${result.method.tifa}, vocabulary ${result.method.vocabulary.version}.`,
  })
}

function cooccurrenceSvg(result: CooccurrenceResult, top: number, options: SvgOptions): string {
  const listed = new Set(result.rows.flatMap((r) => [r.x, r.y]))
  const nodes = [...result.nodes]
    .filter((n) => listed.has(n.id))
    .sort((a, b) => b.units - a.units || (a.id < b.id ? -1 : 1))
    .slice(0, top)
  const note = `${result.units} ${result.level} units; pairs with fewer joint units than the minimum are not shown.`
  if (options.as === 'network') {
    const shown = new Set(nodes.map((n) => n.id))
    return network({
      title: options.title ?? `Said together, by ${result.level}`,
      nodes: nodes.map((n) => ({ id: n.id, label: n.label, size: n.units, group: n.category.split('.')[0]! })),
      edges: result.rows
        .filter((r) => shown.has(r.x) && shown.has(r.y) && (r.strength ?? 0) > 1)
        .map((r) => ({ source: r.x, target: r.y, weight: r.a })),
      note: `Area: units with the concept. Line: joint units, pairs above chance only. ${note}`,
    })
  }
  const matrix = result.matrix(
    'npmi',
    nodes.map((n) => n.id),
  )
  return heatMap({
    title: options.title ?? `Co-occurrence by ${result.level} (NPMI)`,
    rows: matrix.labels,
    columns: matrix.labels,
    values: matrix.values,
    scale: 'diverging',
    unit: 'NPMI',
    note,
  })
}
