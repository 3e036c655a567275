import { colour, element, FAINT, label, sheet, textWidth, tip } from './sheet'
import { thin } from './ticks'

export interface DispersionPlot {
  readonly title: string
  readonly note?: string
  /** Names along the axis where a new block (a month, a report) begins, with its position from 0 to 1. */
  readonly blocks: readonly { readonly label: string; readonly at: number }[]
  /** One row a concept: positions of its mentions from 0 (first character of the corpus) to 1. */
  readonly rows: readonly { readonly label: string; readonly at: readonly number[] }[]
}

/** Where in the corpus each concept is said: one tick a mention, one row a concept. */
export function dispersionPlot(plot: DispersionPlot): string {
  const left = 20 + Math.max(0, ...plot.rows.map((r) => textWidth(r.label, 12)))
  const counts = plot.rows.map((r) => `${r.at.length}`)
  const right = 24 + Math.max(0, ...counts.map((c) => textWidth(c, 11)))
  const plotWidth = 640
  const row = plot.rows.length > 30 ? 17 : 22
  const width = Math.max(
    left + plotWidth + right,
    textWidth(plot.title, 14.5) + 40,
    textWidth(plot.note ?? '', 10.5) + 32,
  )
  const height = 44 + plot.rows.length * row + 40 + (plot.note ? 16 : 0)
  const parts = [label(plot.title, 16, 22, { 'font-size': 14, 'font-weight': 600 })]
  const bottom = 44 + plot.rows.length * row
  const widest = Math.max(1, ...plot.blocks.map((b) => textWidth(b.label, 10)))
  const kept = thin(plot.blocks.length, Math.floor(plotWidth / (widest + 12)))
  plot.blocks.forEach((b, i) => {
    const x = left + b.at * plotWidth
    parts.push(element('line', { x1: x, x2: x, y1: 40, y2: bottom, stroke: '#eee' }))
    if (kept.has(i)) parts.push(label(b.label, x + 2, bottom + 14, { fill: FAINT, 'font-size': 10 }))
  })
  plot.rows.forEach((r, i) => {
    const y = 44 + i * row
    parts.push(label(r.label, left - 8, y + row / 2 + 4, { 'text-anchor': 'end' }))
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y + row - 2, y2: y + row - 2, stroke: '#f2f2f2' }))
    r.at.forEach((at, n) => {
      const x = left + at * plotWidth
      parts.push(
        element(
          'line',
          { x1: x, x2: x, y1: y + 3, y2: y + row - 4, stroke: colour(i), 'stroke-width': 1.2 },
          tip(`${r.label} ${n + 1}`),
        ),
      )
    })
    parts.push(label(counts[i]!, left + plotWidth + 8, y + row / 2 + 4, { fill: FAINT, 'font-size': 11 }))
  })
  if (plot.note) parts.push(label(plot.note, 16, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, plot.title, parts.join(''))
}
