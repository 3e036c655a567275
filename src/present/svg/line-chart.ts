import { colour, element, FAINT, GRID, INK, label, px, sheet, textWidth, tip } from './sheet'
import { thin, ticks } from './ticks'

/** One line: a value for every position, `null` where there is nothing to draw (a gap, never a zero). */
export interface Series {
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly low?: readonly (number | null)[]
  readonly high?: readonly (number | null)[]
  /** Positions drawn hollow: shown, but left out of tests. */
  readonly partial?: readonly boolean[]
  /** Spans of positions (inclusive) shaded behind the line: bursts. */
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly label?: string }[]
}

export interface LineChart {
  readonly title: string
  readonly yLabel: string
  readonly positions: readonly string[]
  readonly series: readonly Series[]
  readonly note?: string
  readonly width?: number
  readonly height?: number
}

const TOP = 52
const BOTTOM = 46

/**
 * Lines over periods with intervals as pale ribbons, bursts as bands, gaps left open, and each line named at its right end
 * so that no legend has to be matched by colour. Margins come from the measured labels: none is clipped.
 */
export function lineChart(chart: LineChart): string {
  const size = 12
  const width = chart.width ?? 760
  const note = chart.note ? 18 : 0
  const height = (chart.height ?? 380) + note
  const max = Math.max(0, ...chart.series.flatMap((s) => [...s.values, ...(s.high ?? [])]).filter((v) => v !== null))
  const yTicks = ticks(max)
  const top = yTicks.at(-1)!
  const left = 16 + Math.max(...yTicks.map((t) => textWidth(String(t), size)))
  const names = chart.series.map((s) => textWidth(s.label, size))
  const right = 22 + Math.max(40, ...names)
  const plotWidth = Math.max(160, width - left - right)
  const total = left + plotWidth + right
  const plotHeight = height - note - TOP - BOTTOM
  const x = (i: number) =>
    left + (chart.positions.length < 2 ? plotWidth / 2 : (i / (chart.positions.length - 1)) * plotWidth)
  const y = (v: number) => TOP + plotHeight * (1 - v / top)

  const parts: string[] = [
    label(chart.title, left, 20, { 'font-size': 14, 'font-weight': 600 }),
    label(chart.yLabel, left, 38, { fill: FAINT, 'font-size': 11 }),
  ]
  for (const t of yTicks) {
    parts.push(element('line', { x1: left, x2: left + plotWidth, y1: y(t), y2: y(t), stroke: GRID }))
    parts.push(label(String(t), left - 6, y(t) + 4, { 'text-anchor': 'end', fill: FAINT, 'font-size': 11 }))
  }
  const widest = Math.max(...chart.positions.map((p) => textWidth(p, 11)), 1)
  const kept = thin(chart.positions.length, Math.floor(plotWidth / (widest + 14)))
  chart.positions.forEach((p, i) => {
    if (!kept.has(i)) return
    parts.push(element('line', { x1: x(i), x2: x(i), y1: TOP + plotHeight, y2: TOP + plotHeight + 4, stroke: FAINT }))
    parts.push(
      label(p, x(i), TOP + plotHeight + 18, {
        'text-anchor': i === 0 ? 'start' : 'middle',
        fill: FAINT,
        'font-size': 11,
      }),
    )
  })
  chart.series.forEach((s, n) => {
    parts.push(...drawSeries(s, colour(n), x, y, TOP, plotHeight, chart.positions))
  })
  parts.push(...endLabels(chart.series, x, y, left + plotWidth + 8, TOP, plotHeight))
  if (chart.note) parts.push(label(chart.note, left, height - 8, { fill: FAINT, 'font-size': 10.5 }))
  const wanted = Math.max(
    total,
    left + textWidth(chart.title, 14.5) + 12,
    left + textWidth(chart.note ?? '', 10.5) + 12,
  )
  return sheet(wanted, height, chart.title, parts.join(''))
}

/** Line, ribbon, bands and points of one series. Positions without a value break the line. */
function drawSeries(
  s: Series,
  ink: string,
  x: (i: number) => number,
  y: (v: number) => number,
  top: number,
  height: number,
  positions: readonly string[],
): string[] {
  const out: string[] = []
  const step = positions.length > 1 ? x(1) - x(0) : 20
  for (const b of s.bands ?? [])
    out.push(
      element(
        'rect',
        { x: x(b.from) - step / 2, width: x(b.to) - x(b.from) + step, y: top, height, fill: ink, opacity: 0.1 },
        tip(b.label ?? `${s.label}: ${positions[b.from]} – ${positions[b.to]}`),
      ),
    )
  for (const run of runs(s.values)) {
    if (s.low && s.high) {
      const up = run.map((i) => `${px(x(i))},${px(y(s.high![i] ?? s.values[i]!))}`)
      const down = run.map((i) => `${px(x(i))},${px(y(s.low![i] ?? s.values[i]!))}`).reverse()
      out.push(element('polygon', { points: [...up, ...down].join(' '), fill: ink, opacity: 0.12 }))
    }
    out.push(
      element('polyline', {
        points: run.map((i) => `${px(x(i))},${px(y(s.values[i]!))}`).join(' '),
        fill: 'none',
        stroke: ink,
        'stroke-width': 1.8,
        'stroke-linejoin': 'round',
      }),
    )
    for (const i of run)
      out.push(
        element(
          'circle',
          {
            cx: x(i),
            cy: y(s.values[i]!),
            r: 2.6,
            fill: s.partial?.[i] ? '#fff' : ink,
            stroke: ink,
            'stroke-width': 1.2,
          },
          tip(`${s.label} ${positions[i]}: ${s.values[i]}${s.partial?.[i] ? ' (partial period)' : ''}`),
        ),
      )
  }
  return out
}

/** Indexes of each unbroken run of values. */
function runs(values: readonly (number | null)[]): number[][] {
  const out: number[][] = []
  let run: number[] = []
  values.forEach((v, i) => {
    if (v === null) {
      if (run.length) out.push(run)
      run = []
    } else run.push(i)
  })
  if (run.length) out.push(run)
  return out
}

/** Names at the right end of each line, pushed apart so that none covers another. */
function endLabels(
  series: readonly Series[],
  x: (i: number) => number,
  y: (v: number) => number,
  at: number,
  top: number,
  height: number,
): string[] {
  const rows = series.map((s, n) => {
    const last = s.values.findLastIndex((v) => v !== null)
    return {
      n,
      text: s.label,
      fromX: last < 0 ? at : x(last),
      fromY: last < 0 ? top + height : y(s.values[last]!),
      y: 0,
    }
  })
  rows.sort((a, b) => a.fromY - b.fromY || a.n - b.n)
  const gap = Math.min(15, height / Math.max(1, rows.length))
  let next = top
  for (const r of rows) {
    r.y = Math.max(r.fromY, next)
    next = r.y + gap
  }
  let bottom = top + height + 4
  for (const r of [...rows].reverse()) {
    r.y = Math.min(r.y, bottom)
    bottom = r.y - gap
  }
  return rows.flatMap((r) => [
    element('line', {
      x1: r.fromX + 4,
      y1: r.fromY,
      x2: at - 3,
      y2: r.y,
      stroke: colour(r.n),
      'stroke-width': 0.6,
      opacity: 0.5,
    }),
    label(r.text, at, r.y + 4, { fill: r.n < 0 ? INK : colour(r.n) }),
  ])
}
