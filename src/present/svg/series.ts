import { element, px, tip } from './sheet'

/** One line: a value for every position, `null` where there is nothing to draw (a gap, never a zero). */
export interface Series {
  readonly label: string
  readonly values: readonly (number | null)[]
  readonly low?: readonly (number | null)[]
  readonly high?: readonly (number | null)[]
  /** Positions drawn hollow: shown, but left out of tests. */
  readonly partial?: readonly boolean[]
  /** Bursts, behind the line. */
  readonly bands?: readonly Band[]
  /** Mean levels between changes, drawn as dashed steps. */
  readonly levels?: readonly Level[]
}

/** A span of positions, both ends included. A `weak` one is only outlined: chance explains it. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly label?: string
  readonly weak?: boolean
}

/** One value that holds over a span of positions, both ends included. */
export interface Level {
  readonly from: number
  readonly to: number
  readonly value: number
}

/** Levels that reach over periods without reports to where the next one begins, so that every change is one upright step. */
export const unbroken = (levels: readonly Level[]): Level[] =>
  levels.map((level, i) => ({ ...level, to: Math.max(level.to, (levels[i + 1]?.from ?? 0) - 1) }))

/** Where a chart is drawn: from position and value to pixels. */
export interface PlotArea {
  readonly x: (i: number) => number
  readonly y: (v: number) => number
  readonly top: number
  readonly height: number
  readonly positions: readonly string[]
}

/** From the middle of the gap before a span to the middle of the gap behind it; at the ends of the axis just past the point. */
function reach({ x, positions }: PlotArea, from: number, to: number): readonly [number, number] {
  const step = positions.length > 1 ? x(1) - x(0) : 20
  const [first, last] = [x(0) - step * 0.12, x(positions.length - 1) + step * 0.12]
  return [Math.max(first, x(from) - step / 2), Math.min(last, x(to) + step / 2)]
}

/** Height of the bar above a burst, and of the lane it lies in. */
export const LANE = 6

/** The bursts of one series: a shaded span under a bar of the series' colour, in a lane of its own. Drawn before all lines. */
export function drawBands(s: Series, ink: string, area: PlotArea, lane: number): string[] {
  const { top, height, positions } = area
  const out: string[] = []
  for (const b of s.bands ?? []) {
    const [from, to] = reach(area, b.from, b.to)
    const ends = { x: from, width: to - from }
    const paint = b.weak
      ? { fill: 'none', stroke: ink, 'stroke-dasharray': '3 3', opacity: 0.5 }
      : { fill: ink, opacity: 0.09 }
    out.push(
      element(
        'rect',
        { ...ends, y: top, height, ...paint },
        tip(b.label ?? `${s.label}: ${positions[b.from]} – ${positions[b.to]}`),
      ),
      element('rect', {
        ...ends,
        y: top - (lane + 1) * LANE,
        height: LANE - 2,
        fill: b.weak ? 'none' : ink,
        stroke: ink,
        'stroke-width': 0.7,
      }),
    )
  }
  return out
}

/** Line, ribbon, levels and points of one series. Positions without a value break the line. */
export function drawSeries(s: Series, ink: string, area: PlotArea): string[] {
  const { x, y, positions } = area
  const out: string[] = []
  if (s.levels?.length) {
    const points = unbroken(s.levels).flatMap((l) =>
      reach(area, l.from, l.to).map((at) => `${px(at)},${px(y(l.value))}`),
    )
    const paint = { fill: 'none', stroke: ink, 'stroke-width': 1.4, 'stroke-dasharray': '6 3', opacity: 0.8 }
    out.push(element('polyline', { points: points.join(' '), ...paint }))
  }
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
