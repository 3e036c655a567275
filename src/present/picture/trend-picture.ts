import type { TrendResult } from '../../analysis/index'
import { lineChart } from '../svg/line-chart'
import type { Series } from '../svg/series'
import { smallMultiples } from '../svg/small-multiples'
import { bandsOf, levelsOf } from './marks'
import { MOST_LINES, type PictureOptions } from './options'

/** Lines with intervals, or small panels for many concepts; with bursts and levels where they are handed in. */
export function trendPicture(trend: TrendResult, options: PictureOptions): string {
  const chosen = firstSeries(trend, options.top ?? 12)
  const points = chosen.map((test) => trend.series(test.concept))
  const axis = (points[0] ?? []).map((p) => p.period)
  const series: Series[] = chosen.map((test, i) => ({
    label: test.label,
    values: points[i]!.map((p) => p.rate),
    low: points[i]!.map((p) => p.low),
    high: points[i]!.map((p) => p.high),
    partial: points[i]!.map((p) => p.state === 'partial'),
    bands: bandsOf(options.bursts, trend, test, axis),
    levels: levelsOf(options.changePoints, trend, test, axis),
  }))
  const marks = [
    'Gap: no reports.',
    'Hollow: period covered in part, left out of tests.',
    series.some((s) => s.bands!.length) && 'Shaded: burst; outlined only: q > 0.05.',
    series.some((s) => s.levels!.length) && 'Step line: levels between change points.',
    `tifa ${trend.method.tifa}, vocabulary ${trend.method.vocabulary.version}.`,
  ]
  const chart = {
    title: options.title ?? 'Trend',
    yLabel: trend.columns.find((c) => c.name === 'rate')?.label.en ?? 'rate',
    positions: axis,
    series,
    note: marks.filter(Boolean).join(' '),
  }
  return series.length > MOST_LINES ? smallMultiples(chart) : lineChart(chart)
}

/** The first series of each concept that occurs at all, the most frequent first. */
export function firstSeries(trend: TrendResult, top: number) {
  const seen = new Set<string>()
  return trend.tests.filter((t) => t.numerator > 0 && !seen.has(t.concept) && seen.add(t.concept)).slice(0, top)
}
