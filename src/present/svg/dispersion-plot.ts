import { colour, element, FAINT, label, px, sheet, textWidth, tip } from './sheet'

export interface DispersionPlot {
  readonly title: string
  readonly note?: string
  /** Names along the axis where a new block (a month, a report) begins, with its position from 0 to 1. */
  readonly blocks: readonly { readonly label: string; readonly at: number }[]
  /** One row a concept: positions of its mentions from 0 (first character of the corpus) to 1. */
  readonly rows: readonly { readonly label: string; readonly at: readonly number[] }[]
}

/**
 * Where in the corpus each concept is said: one tick a mention, one row a concept. Ticks that fall on the same half pixel are drawn once, so that
 * the size of the picture does not grow with the corpus; block names that would touch are left out.
 */
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
  const bottom = 44 + plot.rows.length * row
  const parts = [label(plot.title, 16, 22, { 'font-size': 14, 'font-weight': 600 })]
  let free = 0
  for (const b of plot.blocks) {
    const x = left + b.at * plotWidth
    const end = x + 2 + textWidth(b.label, 10)
    parts.push(element('line', { x1: x, x2: x, y1: 40, y2: bottom, stroke: '#eee' }))
    if (x < free || end > width - 4) continue
    free = end + 8
    parts.push(label(b.label, x + 2, bottom + 14, { fill: FAINT, 'font-size': 10 }))
  }
  plot.rows.forEach((r, i) => {
    const y = 44 + i * row
    parts.push(label(r.label, left - 8, y + row / 2 + 4, { 'text-anchor': 'end' }))
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y + row - 2, y2: y + row - 2, stroke: '#f2f2f2' }))
    const at = [...new Set(r.at.map((v) => Math.round((left + v * plotWidth) * 2) / 2))].sort((a, b) => a - b)
    const d = at.map((x) => `M${px(x)} ${px(y + 3)}V${px(y + row - 4)}`).join('')
    if (d) parts.push(element('path', { d, stroke: colour(i), 'stroke-width': 1.2 }, tip(`${r.label}: ${counts[i]}`)))
    parts.push(label(counts[i]!, left + plotWidth + 8, y + row / 2 + 4, { fill: FAINT, 'font-size': 11 }))
  })
  if (plot.note) parts.push(label(plot.note, 16, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, plot.title, parts.join(''))
}
