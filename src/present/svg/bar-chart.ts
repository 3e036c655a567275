import { colour, element, FAINT, GRID, label, sheet, textWidth, tip } from './sheet'
import { ticks } from './ticks'

export interface BarChart {
  readonly title: string
  readonly unit: string
  readonly note?: string
  readonly bars: readonly {
    readonly label: string
    readonly value: number | null
    readonly low?: number | null
    readonly high?: number | null
    /** Printed behind the bar: numerator and denominator. */
    readonly note?: string
  }[]
}

/** Horizontal bars with interval lines; names in full at the left, the count behind each number at the right. */
export function barChart(chart: BarChart): string {
  const left = 20 + Math.max(0, ...chart.bars.map((b) => textWidth(b.label, 12)))
  const right = 20 + Math.max(0, ...chart.bars.map((b) => textWidth(b.note ?? '', 11)))
  const max = Math.max(0, ...chart.bars.flatMap((b) => [b.value ?? 0, b.high ?? 0]))
  const marks = ticks(max)
  const top = marks.at(-1)!
  const plot = 460
  const row = chart.bars.length > 30 ? 17 : 22
  const bottom = 56 + chart.bars.length * row
  const height = bottom + 26 + (chart.note ? 18 : 0)
  const width = Math.max(left + plot + right, textWidth(chart.title, 14.5) + 40, textWidth(chart.note ?? '', 10.5) + 32)
  const x = (v: number) => left + (v / top) * plot
  const parts = [
    label(chart.title, 16, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.unit, left, 42, { fill: FAINT, 'font-size': 11 }),
  ]
  for (const t of marks) {
    parts.push(element('line', { x1: x(t), x2: x(t), y1: 50, y2: bottom, stroke: GRID }))
    parts.push(label(String(t), x(t), bottom + 14, { 'text-anchor': 'middle', fill: FAINT, 'font-size': 11 }))
  }
  chart.bars.forEach((b, i) => {
    const y = 54 + i * row
    parts.push(label(b.label, left - 8, y + row / 2 + 3, { 'text-anchor': 'end' }))
    if (b.value === null) return
    const fill = colour(0)
    parts.push(
      element(
        'rect',
        { x: left, y: y + 2, width: x(b.value) - left, height: row - 6, fill, opacity: 0.8 },
        tip(`${b.label}: ${b.value}`),
      ),
    )
    if (b.low != null && b.high != null)
      parts.push(
        element('line', {
          x1: x(b.low),
          x2: x(b.high),
          y1: y + row / 2 - 1,
          y2: y + row / 2 - 1,
          stroke: '#222',
          'stroke-width': 1.2,
        }),
      )
    parts.push(label(b.note ?? '', left + plot + 8, y + row / 2 + 3, { fill: FAINT, 'font-size': 11 }))
  })
  if (chart.note) parts.push(label(chart.note, 16, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, chart.title, parts.join(''))
}
