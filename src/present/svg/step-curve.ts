import { endLabels } from './end-labels'
import { colour, element, FAINT, GRID, label, px, sheet, textWidth, tip } from './sheet'
import { thin, ticks } from './ticks'

/** A value that holds until the next step. */
export interface Step {
  readonly t: number
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
  /** What stepped, for the tooltip: the name of a place. */
  readonly name?: string
  /** Drawn hollow: it could have been earlier. */
  readonly open?: boolean
}

export interface Curve {
  readonly label: string
  readonly steps: readonly Step[]
  /** Times at which something left the observation without a step. */
  readonly censored?: readonly number[]
}

/** A share or number that only steps: an adoption curve or a survival curve. */
export interface StepCurve {
  readonly title: string
  readonly yLabel: string
  readonly note?: string
  readonly curves: readonly Curve[]
  /** A curve behind the others, grey and dashed: what could have been reached by then. */
  readonly reference?: Curve
  /** Names along the axis, thinned where they would touch. Default: seven times, evenly. */
  readonly marks?: readonly { readonly t: number; readonly label: string }[]
  /** Pixels that one curve is drawn above the next, so that curves of the same values are seen apart. Default 0. */
  readonly apart?: number
  /** Prints a time. */
  readonly axis: (t: number) => string
  readonly from: number
  readonly to: number
  /** Highest value of the axis. Default 1 (a share). */
  readonly max?: number
}

const TOP = 52
const HEIGHT = 360

/**
 * Steps with an interval ribbon, a tick where a place left the observation without adopting, names at the right end. A curve begins at its
 * first step; margins come from the measured labels.
 */
export function stepCurve(chart: StepCurve): string {
  const yTicks = ticks(chart.max ?? 1)
  const top = yTicks.at(-1)!
  const marks =
    chart.marks ??
    Array.from({ length: 7 }, (_, i) => {
      const t = chart.from + ((chart.to - chart.from) * i) / 6
      return { t, label: chart.axis(t) }
    })
  const widest = Math.max(1, ...marks.map((m) => textWidth(m.label, 11)))
  const left = Math.max(20 + Math.max(...yTicks.map((t) => textWidth(String(t), 11))), widest / 2 + 4)
  const all = [...chart.curves, ...(chart.reference ? [chart.reference] : [])]
  const right = 24 + Math.max(40, ...all.map((c) => textWidth(c.label, 12)))
  const note = chart.note ? 18 : 0
  const height = HEIGHT + note
  const plotWidth = Math.max(420, 760 - left - right)
  const plotHeight = height - note - TOP - 46
  const width = Math.max(
    left + plotWidth + right,
    left + textWidth(chart.title, 14.5) + 12,
    left + textWidth(chart.yLabel, 11) + 12,
    left + textWidth(chart.note ?? '', 10.5) + 12,
  )
  const frame: Frame = {
    x: (t) => left + ((Math.min(t, chart.to) - chart.from) / Math.max(1e-9, chart.to - chart.from)) * plotWidth,
    y: (v) => TOP + plotHeight * (1 - v / top),
    chart,
  }
  const parts = [
    label(chart.title, left, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.yLabel, left, 38, { fill: FAINT, 'font-size': 11 }),
  ]
  for (const t of yTicks) {
    const y = frame.y(t)
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y, y2: y, stroke: GRID }))
    parts.push(label(String(t), left - 6, y + 4, { 'text-anchor': 'end', fill: FAINT, 'font-size': 11 }))
  }
  const kept = thin(marks.length, Math.floor(plotWidth / (widest + 16)))
  marks.forEach((m, i) => {
    if (!kept.has(i)) return
    const x = frame.x(m.t)
    parts.push(element('line', { x1: x, x2: x, y1: TOP + plotHeight, y2: TOP + plotHeight + 4, stroke: FAINT }))
    parts.push(label(m.label, x, TOP + plotHeight + 18, { 'text-anchor': 'middle', fill: FAINT, 'font-size': 11 }))
  })
  if (chart.reference) parts.push(...drawReference(chart.reference, frame))
  const lifted = (n: number): Frame => {
    const lift = ((chart.curves.length - 1) / 2 - n) * (chart.apart ?? 0)
    return { ...frame, y: (v) => frame.y(v) - lift }
  }
  chart.curves.forEach((curve, n) => {
    parts.push(...drawCurve(curve, colour(n), lifted(n)))
  })
  const end = (curve: Curve, n: number) => ({
    text: curve.label,
    n,
    x: left + plotWidth,
    y: (n < 0 ? frame : lifted(n)).y(curve.steps.at(-1)?.value ?? 0),
  })
  const ends = [...chart.curves.map(end), ...(chart.reference ? [end(chart.reference, -1)] : [])]
  parts.push(...endLabels(ends, left + plotWidth + 10, TOP, plotHeight))
  if (chart.note) parts.push(label(chart.note, left, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(width, height, chart.title, parts.join(''))
}

interface Frame {
  readonly x: (t: number) => number
  readonly y: (v: number) => number
  readonly chart: StepCurve
}

/** Corners of the staircase, to the end of the axis. */
function corners(curve: Curve, { x, y, chart }: Frame): string {
  const points: string[] = []
  curve.steps.forEach((s, i) => {
    if (i) points.push(`${px(x(s.t))},${px(y(curve.steps[i - 1]!.value))}`)
    points.push(`${px(x(s.t))},${px(y(s.value))}`)
  })
  const last = curve.steps.at(-1)
  if (last) points.push(`${px(x(chart.to))},${px(y(last.value))}`)
  return points.join(' ')
}

function drawReference(curve: Curve, frame: Frame): string[] {
  const paint = { fill: 'none', stroke: FAINT, 'stroke-width': 1.4, 'stroke-dasharray': '5 4' }
  return [element('polyline', { points: corners(curve, frame), ...paint }, tip(curve.label))]
}

function drawCurve(curve: Curve, ink: string, frame: Frame): string[] {
  const { x, y, chart } = frame
  const out: string[] = []
  const ribbon: [string, string][] = []
  curve.steps.forEach((s, i) => {
    if (s.low == null || s.high == null) return
    for (const t of [s.t, curve.steps[i + 1]?.t ?? chart.to])
      ribbon.push([`${px(x(t))},${px(y(s.high))}`, `${px(x(t))},${px(y(s.low))}`])
  })
  if (ribbon.length) {
    const points = [...ribbon.map((r) => r[0]), ...ribbon.map((r) => r[1]).reverse()].join(' ')
    out.push(element('polygon', { points, fill: ink, opacity: 0.12 }))
  }
  out.push(element('polyline', { points: corners(curve, frame), fill: 'none', stroke: ink, 'stroke-width': 2 }))
  for (const s of curve.steps) {
    const dot = { cx: x(s.t), cy: y(s.value), r: 3, fill: s.open ? '#fff' : ink, stroke: ink, 'stroke-width': 1.2 }
    out.push(element('circle', dot, tip(`${s.name ?? curve.label} ${chart.axis(s.t)}: ${s.value}`)))
  }
  const value = curve.steps.at(-1)?.value ?? 0
  for (const t of curve.censored ?? []) {
    const tick = { x1: x(t), x2: x(t), y1: y(value) - 5, y2: y(value) + 5, stroke: ink, 'stroke-width': 1.2 }
    out.push(element('line', tick, tip(`censored ${chart.axis(t)}`)))
  }
  return out
}
