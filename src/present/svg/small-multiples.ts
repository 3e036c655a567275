import type { LineChart } from './line-chart'
import { type Series, unbroken } from './series'
import { element, FAINT, GRID, label, px, sheet, textWidth, tip, wrap } from './sheet'

const INK = '#0072b2'
const BURST = '#d55e00'
const CELL = { width: 190, plot: 56, gap: 30 }

/**
 * One small panel a series, all on the same vertical scale unless `free`, so that sixty concepts can be read on one sheet.
 * Names are wrapped, never cut; gaps stay open and partial periods are hollow.
 */
export function smallMultiples(chart: LineChart & { readonly free?: boolean; readonly columns?: number }): string {
  const columns = Math.max(1, Math.min(chart.columns ?? 4, chart.series.length))
  const names = chart.series.map((s) => wrap(s.label, CELL.width - 10, 12))
  const nameHeight = Math.max(1, ...names.map((n) => n.length)) * 15
  const cellHeight = nameHeight + CELL.plot + 30
  const rows = Math.ceil(chart.series.length / columns)
  const top = 52
  const width = Math.max(
    24 + columns * (CELL.width + CELL.gap),
    textWidth(chart.title, 14.5) + 40,
    textWidth(chart.yLabel, 11) + 40,
  )
  const height = top + rows * cellHeight + (chart.note ? 24 : 8)
  const shared = Math.max(0, ...chart.series.map(highest)) || 1
  const parts = [
    label(chart.title, 16, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.yLabel + (chart.free ? ' (each panel on its own scale)' : ''), 16, 38, {
      fill: FAINT,
      'font-size': 11,
    }),
  ]
  chart.series.forEach((s, n) => {
    const left = 16 + (n % columns) * (CELL.width + CELL.gap)
    const head = top + Math.floor(n / columns) * cellHeight
    const max = chart.free ? highest(s) || 1 : shared
    names[n]!.forEach((line, k) => {
      parts.push(label(line, left, head + 13 + k * 15))
    })
    parts.push(panel(s, chart.positions, left, head + nameHeight + 6, max))
  })
  if (chart.note) parts.push(label(chart.note, 16, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(Math.max(width, 32 + textWidth(chart.note ?? '', 10.5)), height, chart.title, parts.join(''))
}

const highest = (s: Series): number =>
  Math.max(0, ...s.values.filter((v) => v !== null), ...(s.levels ?? []).map((l) => l.value))

function panel(s: Series, positions: readonly string[], left: number, top: number, max: number): string {
  const step = CELL.width / Math.max(1, positions.length)
  const base = top + CELL.plot
  const parts = [element('line', { x1: left, x2: left + CELL.width, y1: base, y2: base, stroke: GRID })]
  for (const b of s.bands ?? []) {
    const ends = { x: left + b.from * step, width: (b.to - b.from + 1) * step }
    const paint = b.weak ? { fill: 'none', stroke: BURST, 'stroke-dasharray': '2 2' } : { fill: BURST, opacity: 0.2 }
    const bar = b.weak ? { fill: 'none', stroke: BURST, 'stroke-width': 0.7 } : { fill: BURST }
    parts.push(
      element('rect', { ...ends, y: top, height: CELL.plot, ...paint }, tip(b.label ?? s.label)),
      element('rect', { ...ends, y: top - 5, height: 3, ...bar }),
    )
  }
  s.values.forEach((v, i) => {
    if (v === null) return
    const h = (v / max) * CELL.plot
    parts.push(
      element(
        'rect',
        {
          x: left + i * step + step * 0.12,
          width: Math.max(0.6, step * 0.76),
          y: base - Math.max(h, v === 0 ? 0.8 : 1.2),
          height: Math.max(h, v === 0 ? 0.8 : 1.2),
          fill: s.partial?.[i] ? '#fff' : INK,
          stroke: s.partial?.[i] ? INK : undefined,
          'stroke-width': s.partial?.[i] ? 0.8 : undefined,
        },
        tip(`${s.label} ${positions[i]}: ${v}`),
      ),
    )
  })
  if (s.levels?.length) {
    const points = unbroken(s.levels).flatMap((l) => {
      const y = px(base - (l.value / max) * CELL.plot)
      return [`${px(left + l.from * step)},${y}`, `${px(left + (l.to + 1) * step)},${y}`]
    })
    parts.push(element('polyline', { points: points.join(' '), fill: 'none', stroke: BURST, 'stroke-width': 1.5 }))
  }
  parts.push(label(positions[0] ?? '', left, base + 13, { fill: FAINT, 'font-size': 9.5 }))
  parts.push(
    label(positions.at(-1) ?? '', left + CELL.width, base + 13, {
      fill: FAINT,
      'font-size': 9.5,
      'text-anchor': 'end',
    }),
  )
  parts.push(label(px(max), left + CELL.width + 3, top + 6, { fill: FAINT, 'font-size': 9.5 }))
  return parts.join('')
}
