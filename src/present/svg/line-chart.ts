import { endLabels } from './end-labels'
import { drawBands, drawSeries, LANE, type PlotArea, type Series } from './series'
import { colour, element, FAINT, GRID, label, sheet, textWidth } from './sheet'
import { thin, ticks } from './ticks'

export interface LineChart {
  readonly title: string
  readonly yLabel: string
  readonly positions: readonly string[]
  readonly series: readonly Series[]
  readonly note?: string
  readonly width?: number
  readonly height?: number
}

const HEAD = 52
const BOTTOM = 46

/**
 * Lines over periods with intervals as pale ribbons, bursts as bands, gaps left open, and each line named at its right end
 * so that no legend has to be matched by colour. Margins come from the measured labels: none is clipped.
 */
export function lineChart(chart: LineChart): string {
  const size = 12
  const banded = chart.series.filter((s) => s.bands?.length)
  const head = HEAD + (banded.length ? banded.length * LANE + 2 : 0)
  const width = chart.width ?? 760
  const note = chart.note ? 18 : 0
  const height = (chart.height ?? 380) + note + head - HEAD
  const max = Math.max(
    0,
    ...chart.series
      .flatMap((s) => [...s.values, ...(s.high ?? []), ...(s.levels ?? []).map((l) => l.value)])
      .filter((v) => v !== null),
  )
  const yTicks = ticks(max)
  const top = yTicks.at(-1)!
  const widest = Math.max(...chart.positions.map((p) => textWidth(p, 11)), 1)
  const left = Math.max(16 + Math.max(...yTicks.map((t) => textWidth(String(t), size))), widest / 2 + 4)
  const names = chart.series.map((s) => textWidth(s.label, size))
  const right = 22 + Math.max(40, ...names)
  const plotWidth = Math.max(160, width - left - right)
  const total = left + plotWidth + right
  const plotHeight = height - note - head - BOTTOM
  const x = (i: number) =>
    left + (chart.positions.length < 2 ? plotWidth / 2 : (i / (chart.positions.length - 1)) * plotWidth)
  const y = (v: number) => head + plotHeight * (1 - v / top)

  const parts: string[] = [
    label(chart.title, left, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.yLabel, left, 38, { fill: FAINT, 'font-size': 11 }),
  ]
  for (const t of yTicks) {
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y(t), y2: y(t), stroke: GRID }))
    parts.push(label(String(t), left - 6, y(t) + 4, { 'text-anchor': 'end', fill: FAINT, 'font-size': 11 }))
  }
  const kept = thin(chart.positions.length, Math.floor(plotWidth / (widest + 14)))
  chart.positions.forEach((p, i) => {
    if (!kept.has(i)) return
    parts.push(element('line', { x1: x(i), x2: x(i), y1: head + plotHeight, y2: head + plotHeight + 4, stroke: FAINT }))
    parts.push(
      label(p, x(i), head + plotHeight + 18, {
        'text-anchor': 'middle',
        fill: FAINT,
        'font-size': 11,
      }),
    )
  })
  const area: PlotArea = { x, y, top: head, height: plotHeight, positions: chart.positions }
  chart.series.forEach((s, n) => {
    parts.push(...drawBands(s, colour(n), area, banded.length - 1 - banded.indexOf(s)))
  })
  chart.series.forEach((s, n) => {
    parts.push(...drawSeries(s, colour(n), area))
  })
  const ends = chart.series.map((s, n) => {
    const last = s.values.findLastIndex((v) => v !== null)
    return {
      n,
      text: s.label,
      x: last < 0 ? left + plotWidth : x(last),
      y: last < 0 ? head + plotHeight : y(s.values[last]!),
    }
  })
  parts.push(...endLabels(ends, left + plotWidth + 8, head, plotHeight))
  if (chart.note) parts.push(label(chart.note, left, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  const wanted = Math.max(
    total,
    left + textWidth(chart.title, 14.5) + 12,
    left + textWidth(chart.note ?? '', 10.5) + 12,
  )
  return sheet(wanted, height, chart.title, parts.join(''))
}
