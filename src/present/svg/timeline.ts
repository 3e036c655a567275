import type { Band } from './series'
import { colour, element, FAINT, GRID, label, sheet, textWidth, tip } from './sheet'
import { thin } from './ticks'

export interface Timeline {
  readonly title: string
  readonly note?: string
  readonly positions: readonly string[]
  readonly rows: readonly {
    readonly label: string
    /** Printed at the right of the row. */
    readonly note: string
    readonly bars: readonly Band[]
  }[]
  /** What the notes at the right are. */
  readonly noteHead: string
}

/** Spans along an axis of periods, one row a name: full bars, and outlined ones for what is weak. */
export function timeline(chart: Timeline): string {
  const left = 24 + Math.max(0, ...chart.rows.map((r) => textWidth(r.label, 12)))
  const right = 28 + Math.max(textWidth(chart.noteHead, 11), ...chart.rows.map((r) => textWidth(r.note, 11)))
  const plot = 520
  const row = chart.rows.length > 30 ? 17 : 22
  const top = 50
  const bottom = top + Math.max(1, chart.rows.length) * row
  const height = bottom + 26 + (chart.note ? 20 : 0)
  const width = Math.max(left + plot + right, textWidth(chart.title, 14.5) + 40, textWidth(chart.note ?? '', 10.5) + 32)
  const step = plot / Math.max(1, chart.positions.length)
  const parts = [
    label(chart.title, 16, 22, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.noteHead, left + plot + 10, 42, { fill: FAINT, 'font-size': 11 }),
  ]
  const widest = Math.max(1, ...chart.positions.map((p) => textWidth(p, 11)))
  const kept = thin(chart.positions.length, Math.floor(plot / (widest + 14)))
  chart.positions.forEach((p, i) => {
    if (!kept.has(i)) return
    const x = left + i * step
    parts.push(element('line', { x1: x, x2: x, y1: top - 4, y2: bottom + 3, stroke: GRID }))
    parts.push(label(p, x, bottom + 16, { fill: FAINT, 'font-size': 11 }))
  })
  chart.rows.forEach((r, i) => {
    const y = top + i * row
    parts.push(element('line', { x1: left, x2: left + plot, y1: y + row - 1, y2: y + row - 1, stroke: '#f2f2f2' }))
    parts.push(label(r.label, left - 8, y + row / 2 + 4, { 'text-anchor': 'end' }))
    for (const b of r.bars) {
      const place = {
        x: left + b.from * step,
        y: y + 4,
        width: Math.max(2, (b.to - b.from + 1) * step),
        height: row - 9,
      }
      const paint = b.weak
        ? { fill: '#fff', stroke: colour(1), 'stroke-dasharray': '3 2' }
        : { fill: colour(1), stroke: colour(1) }
      parts.push(element('rect', { ...place, ...paint }, tip(b.label ?? r.label)))
    }
    parts.push(label(r.note, left + plot + 10, y + row / 2 + 4, { fill: FAINT, 'font-size': 11 }))
  })
  if (chart.note) parts.push(label(chart.note, 16, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, chart.title, parts.join(''))
}
