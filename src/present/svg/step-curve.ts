import { colour, element, FAINT, GRID, label, px, sheet, textWidth, tip } from './sheet'
import { thin, ticks } from './ticks'

/** A share that only steps: an adoption curve or a survival curve. */
export interface StepCurve {
  readonly title: string
  readonly yLabel: string
  readonly note?: string
  /** Dates (or times) along the axis, in order. */
  readonly curves: readonly {
    readonly label: string
    readonly steps: readonly {
      readonly t: number
      readonly value: number
      readonly low?: number | null
      readonly high?: number | null
      readonly name?: string
    }[]
    readonly censored?: readonly number[]
  }[]
  readonly axis: (t: number) => string
  readonly from: number
  readonly to: number
  /** Highest value of the axis. Default 1 (a share). */
  readonly max?: number
}

/** Steps with an interval ribbon, a tick where a place left the observation without adopting, names at the right end. */
export function stepCurve(chart: StepCurve): string {
  const max = chart.max ?? 1
  const yTicks = ticks(max)
  const top = yTicks.at(-1)!
  const left = 20 + Math.max(...yTicks.map((t) => textWidth(String(t), 11)))
  const right = 24 + Math.max(40, ...chart.curves.map((c) => textWidth(c.label, 12)))
  const width = Math.max(720, textWidth(chart.title, 14.5) + 40, textWidth(chart.note ?? '', 10.5) + 32)
  const height = 360
  const plotWidth = width - left - right
  const plotHeight = height - 52 - 48
  const x = (t: number) =>
    left + ((Math.min(t, chart.to) - chart.from) / Math.max(1e-9, chart.to - chart.from)) * plotWidth
  const y = (v: number) => 52 + plotHeight * (1 - v / top)
  const parts = [
    label(chart.title, left, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.yLabel, left, 38, { fill: FAINT, 'font-size': 11 }),
  ]
  for (const t of yTicks) {
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y(t), y2: y(t), stroke: GRID }))
    parts.push(label(String(t), left - 6, y(t) + 4, { 'text-anchor': 'end', fill: FAINT, 'font-size': 11 }))
  }
  const marks = 7
  const kept = thin(marks, Math.floor(plotWidth / (textWidth(chart.axis(chart.to), 11) + 16)))
  for (let i = 0; i < marks; i++) {
    if (!kept.has(i)) continue
    const t = chart.from + ((chart.to - chart.from) * i) / (marks - 1)
    parts.push(
      label(chart.axis(t), x(t), 52 + plotHeight + 18, {
        'text-anchor': i ? 'middle' : 'start',
        fill: FAINT,
        'font-size': 11,
      }),
    )
  }
  const ends: { text: string; y: number; ink: string }[] = []
  chart.curves.forEach((curve, n) => {
    const ink = colour(n)
    let value = curve.steps.length ? curve.steps[0]!.value : 0
    const points: string[] = []
    const ribbon: [string, string][] = []
    curve.steps.forEach((s, i) => {
      if (i) points.push(`${px(x(s.t))},${px(y(value))}`)
      value = s.value
      points.push(`${px(x(s.t))},${px(y(value))}`)
      const until = curve.steps[i + 1]?.t ?? chart.to
      if (s.low != null && s.high != null)
        for (const t of [s.t, until]) ribbon.push([`${px(x(t))},${px(y(s.high))}`, `${px(x(t))},${px(y(s.low))}`])
    })
    points.push(`${px(x(chart.to))},${px(y(value))}`)
    if (ribbon.length)
      parts.push(
        element('polygon', {
          points: [...ribbon.map((r) => r[0]), ...ribbon.map((r) => r[1]).reverse()].join(' '),
          fill: ink,
          opacity: 0.12,
        }),
      )
    parts.push(element('polyline', { points: points.join(' '), fill: 'none', stroke: ink, 'stroke-width': 2 }))
    for (const s of curve.steps)
      parts.push(
        element(
          'circle',
          { cx: x(s.t), cy: y(s.value), r: 3, fill: ink },
          tip(`${s.name ?? curve.label} ${chart.axis(s.t)}: ${s.value}`),
        ),
      )
    for (const t of curve.censored ?? [])
      parts.push(
        element(
          'line',
          { x1: x(t), x2: x(t), y1: y(value) - 5, y2: y(value) + 5, stroke: ink, 'stroke-width': 1.2 },
          tip(`censored ${chart.axis(t)}`),
        ),
      )
    ends.push({ text: curve.label, y: y(value) + 4, ink })
  })
  let below = 0
  for (const end of ends.sort((a, b) => a.y - b.y)) {
    below = Math.max(end.y, below + 15)
    parts.push(label(end.text, left + plotWidth + 8, below, { fill: end.ink }))
  }
  if (chart.note) parts.push(label(chart.note, left, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, chart.title, parts.join(''))
}
