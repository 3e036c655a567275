import type { SeriesPoint, TrendResult } from '../analysis/index'
import { sparkline } from './sparkline'
import { shortText } from './table'
import { clip, displayWidth, foldText, pad } from './width'

/** One row of the wide table: a concept, its series in one line of characters, its totals, its trend. */
export interface WideTrendRow {
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly spark: string
  readonly numerator: number
  readonly denominator: number | null
  readonly rate: number | null
  readonly slope: number | null
  readonly p: number | null
  readonly q: number | null
  readonly rateRatio: number | null
  readonly [period: string]: string | number | null
}

/**
 * A trend as it would stand in a paper: one row a concept, one column a period. A cell is `numerator/denominator`; `0/4` is a
 * month with four reports and no occurrence, `·` one without reports; `*` marks a period covered only in part.
 */
export function wideTrend(trend: TrendResult, options: { readonly limit?: number } = {}): WideTrendRow[] {
  const cellsOf = cellFinder(trend)
  return trend.tests.slice(0, options.limit ?? trend.tests.length).map((test) => {
    const own = cellsOf(test)
    const sum = (of: (c: Cell) => number | null) => own.reduce((n, c) => n + (of(c) ?? 0), 0)
    const [numerator, denominator] = [sum((c) => c.numerator), sum((c) => c.denominator)]
    return {
      concept: test.concept,
      label: test.label,
      gloss: test.gloss,
      spark: sparkline(own.map((c) => c.rate)),
      numerator,
      denominator,
      rate: denominator ? numerator / denominator : null,
      slope: test.slope,
      p: test.p,
      q: test.q,
      rateRatio: test.rateRatio,
      ...Object.fromEntries(own.map((c) => [c.period, cellText(c)])),
    }
  })
}

type Cell = Pick<SeriesPoint, 'period' | 'state' | 'numerator' | 'denominator' | 'rate'>

/** The dated cells of a series. A trend split by place or leader has several series a concept; else only those asked for are made. */
function cellFinder(trend: TrendResult): (test: SeriesRow) => readonly Cell[] {
  if (!SPLIT.some((name) => trend.columns.some((c) => c.name === name))) return (test) => trend.series(test.concept)
  const cells = new Map<string, Cell[]>()
  for (const cell of trend.rows) {
    if (cell.period === null) continue
    const key = seriesKey(cell)
    const list = cells.get(key)
    const dated = { ...cell, period: cell.period }
    if (list) list.push(dated)
    else cells.set(key, [dated])
  }
  return (test) => cells.get(seriesKey(test)) ?? []
}

const SPLIT = ['province', 'city', 'county', 'place', 'outlet', 'leader'] as const

/** What tells one series from another: the concept and the other dimensions of the call. */
const seriesKey = (row: SeriesRow): string => [row.concept, ...SPLIT.map((k) => row[k] ?? '')].join('\u0000')

type SeriesRow = { readonly concept: string } & { readonly [K in (typeof SPLIT)[number]]?: string | null }

const cellText = (c: Cell): string =>
  c.state === 'no-reports' ? '·' : `${c.numerator}/${c.denominator ?? '?'}${c.state === 'partial' ? '*' : ''}`

/**
 * The wide table for a terminal: a summary line a concept, then the cells, in blocks of as many periods as fit the width.
 */
export function trendToTerminal(
  trend: TrendResult,
  options: { readonly width?: number; readonly limit?: number } = {},
): string {
  const width = options.width ?? 120
  const limit = options.limit ?? 20
  const rows = wideTrend(trend, { limit })
  const first = trend.tests[0]
  const periods = first ? trend.series(first.concept).map((c) => c.period) : []
  const labelWidth = Math.min(
    36,
    Math.max(8, width - FIGURES - 2),
    Math.max(8, ...rows.map((r) => displayWidth(r.label))),
  )
  // A series that does not fit beside the figures stands below them, in blocks.
  const sparkWidth = Math.max(10, periods.length)
  const beside = labelWidth + 1 + sparkWidth + 1 + FIGURES <= width
  const name = (r: WideTrendRow) => pad(clip(r.label, labelWidth), labelWidth)
  const unit = trend.columns.find((c) => c.name === 'rate')
  const head = ['n/N', 'rate', 'slope/yr', 'p', 'q', '×/yr']
    .map((h, i) => pad(h, [9, 7, 8, 7, 7, 6][i]!, 'left'))
    .join(' ')
  const out = [`${pad('', labelWidth)} ${beside ? `${pad(span(periods), sparkWidth)} ` : ''}${head}`]
  for (const r of rows) {
    const figures = [
      `${r.numerator}/${r.denominator ?? '?'}`,
      shortText(r.rate),
      shortText(r.slope),
      shortText(r.p),
      shortText(r.q),
      shortText(r.rateRatio),
    ]
    out.push(
      `${name(r)} ${beside ? `${pad(r.spark, sparkWidth)} ` : ''}${figures.map((f, i) => pad(f, [9, 7, 8, 7, 7, 6][i]!, 'left')).join(' ')}`,
    )
  }
  const strip = Math.max(10, width - labelWidth - 1)
  for (let from = 0; !beside && from < periods.length; from += strip) {
    const part = periods.slice(from, from + strip)
    out.push('', `${pad('', labelWidth)} ${part[0]} … ${part.at(-1)}`)
    for (const r of rows) out.push(`${name(r)} ${r.spark.slice(from, from + strip)}`)
  }
  const cellWidth = Math.max(7, ...periods.map((p) => displayWidth(p))) + 1
  const perBlock = Math.max(1, Math.floor((width - labelWidth - 1) / cellWidth))
  for (let from = 0; from < periods.length; from += perBlock) {
    const block = periods.slice(from, from + perBlock)
    out.push('', `${pad('', labelWidth)} ${block.map((p) => pad(p, cellWidth - 1, 'left')).join(' ')}`)
    for (const r of rows)
      out.push(`${name(r)} ${block.map((p) => pad(String(r[p] ?? ''), cellWidth - 1, 'left')).join(' ')}`)
  }
  const notes = [
    `Cells: ${unit?.label.en ?? 'numerator ÷ denominator'} as numerator/denominator. 0/N: reports but no occurrence. ·: no reports. *: period covered in part, left out of tests.`,
    `slope/yr: Sen slope; p: Mann–Kendall; q: Benjamini–Hochberg over ${trend.tests.filter((t) => t.p !== null).length} tested series; ×/yr: Poisson rate ratio. n/N counts every dated period.`,
  ]
  out.push('', ...notes.map((n) => foldText(n, width)))
  if (trend.method.undated) out.push(`Undated: ${trend.method.undated} reports in no period.`)
  if (trend.tests.length > rows.length)
    out.push(`${trend.tests.length - rows.length} more series: --top N, or -o FILE for all.`)
  return out.join('\n') + '\n'
}

/** Cells of the six figures behind a series. */
const FIGURES = 49

const span = (periods: readonly string[]): string =>
  periods.length ? `${periods[0]}…${periods.at(-1)!.slice(2)}`.slice(0, Math.max(10, periods.length)) : ''
