import { colour, element, INK, label } from './sheet'

/** The right end of a line: where it stops, and the name that belongs there. */
export interface LineEnd {
  readonly text: string
  /** Number of the series, which gives the colour; −1 for ink. */
  readonly n: number
  readonly x: number
  readonly y: number
}

/** Names at the right end of each line, joined to it by a hair line and pushed apart, up and down, so that none covers another. */
export function endLabels(ends: readonly LineEnd[], at: number, top: number, height: number): string[] {
  const rows = ends.map((end) => ({ ...end, to: 0 }))
  rows.sort((a, b) => a.y - b.y || a.n - b.n)
  const gap = Math.min(15, height / Math.max(1, rows.length))
  let next = top
  for (const r of rows) {
    r.to = Math.max(r.y, next)
    next = r.to + gap
  }
  let bottom = top + height + 4
  for (const r of [...rows].reverse()) {
    r.to = Math.min(r.to, bottom)
    bottom = r.to - gap
  }
  return rows.flatMap((r) => {
    const ink = r.n < 0 ? INK : colour(r.n)
    const line = { x1: r.x + 4, y1: r.y, x2: at - 3, y2: r.to, stroke: ink, 'stroke-width': 0.6, opacity: 0.5 }
    return [element('line', line), label(r.text, at, r.to + 4, { fill: ink })]
  })
}
