import { colour, element, FAINT, label, sheet, textWidth, tip } from './sheet'

export interface Network {
  readonly title: string
  readonly note?: string
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly size: number
    readonly group?: string
  }[]
  readonly edges: readonly { readonly source: string; readonly target: string; readonly weight: number }[]
  readonly width?: number
  readonly height?: number
}

/**
 * A co-occurrence network. Positions come from a force layout that starts on a circle in the given order and uses no random
 * numbers: the same network is always drawn the same way. Area shows size, line width weight, colour group.
 */
export function network(net: Network): string {
  const n = net.nodes.length
  const width = net.width ?? Math.max(640, 180 * Math.sqrt(n))
  const height = (net.height ?? Math.max(480, 130 * Math.sqrt(n))) + 60
  const biggest = Math.max(1, ...net.nodes.map((v) => v.size))
  const radius = (size: number) => 4 + 14 * Math.sqrt(size / biggest)
  const place = layout(net)
  const margin = { x: 30 + Math.max(0, ...net.nodes.map((v) => textWidth(v.label, 11))) / 2, top: 60, bottom: 64 }
  const at = place.map(([x, y]) => [
    margin.x + x * (width - 2 * margin.x),
    margin.top + y * (height - margin.top - margin.bottom),
  ]) as [number, number][]
  const index = new Map(net.nodes.map((v, i) => [v.id, i]))
  const heaviest = Math.max(1e-12, ...net.edges.map((e) => e.weight))
  const groups = [...new Set(net.nodes.map((v) => v.group ?? ''))].sort()
  const parts = [label(net.title, 16, 22, { 'font-size': 14, 'font-weight': 600 })]
  for (const e of net.edges) {
    const [a, b] = [at[index.get(e.source)!], at[index.get(e.target)!]]
    if (!a || !b) continue
    const values = { x1: a[0], y1: a[1], x2: b[0], y2: b[1], stroke: '#777', opacity: 0.35 }
    parts.push(
      element(
        'line',
        { ...values, 'stroke-width': 0.6 + 4 * (e.weight / heaviest) },
        tip(`${e.source} – ${e.target}: ${e.weight}`),
      ),
    )
  }
  net.nodes.forEach((v, i) => {
    const fill = colour(groups.indexOf(v.group ?? ''))
    const [x, y] = at[i]!
    parts.push(
      element(
        'circle',
        { cx: x, cy: y, r: radius(v.size), fill, opacity: 0.85, stroke: '#fff' },
        tip(`${v.label}: ${v.size}`),
      ),
    )
  })
  const taken: Box[] = at.map(([x, y], i) =>
    box(x, y, radius(net.nodes[i]!.size) * 1.4, radius(net.nodes[i]!.size) * 1.4),
  )
  const order = net.nodes.map((_, i) => i).sort((a, b) => net.nodes[b]!.size - net.nodes[a]!.size || a - b)
  for (const i of order) parts.push(nodeLabel(net.nodes[i]!.label, at[i]!, radius(net.nodes[i]!.size), taken, width))
  if (net.note) parts.push(label(net.note, 16, height - 10, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(Math.max(width, textWidth(net.note ?? '', 10.5) + 32), height, net.title, parts.join(''))
}

interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}
const box = (x: number, y: number, w: number, h: number): Box => ({
  x0: x - w / 2,
  x1: x + w / 2,
  y0: y - h / 2,
  y1: y + h / 2,
})
const covers = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0))

/** Puts a name where it covers least: below, above, right or left of its circle; inside the sheet, in full. */
function nodeLabel(text: string, [x, y]: [number, number], r: number, taken: Box[], width: number): string {
  const w = textWidth(text, 11)
  const spots: [number, number][] = [
    [x, y + r + 9],
    [x, y - r - 7],
    [x + r + w / 2 + 4, y],
    [x - r - w / 2 - 4, y],
  ]
  let best = spots[0]!
  let cost = Number.POSITIVE_INFINITY
  for (const [sx, sy] of spots) {
    const cx = Math.min(Math.max(sx, w / 2 + 4), width - w / 2 - 4)
    const b = box(cx, sy, w, 13)
    const covered = taken.reduce((sum, t) => sum + covers(t, b), 0)
    if (covered < cost) {
      cost = covered
      best = [cx, sy]
    }
  }
  taken.push(box(best[0], best[1], w, 13))
  return label(text, best[0], best[1] + 4, {
    'text-anchor': 'middle',
    'font-size': 11,
    stroke: '#fff',
    'stroke-width': 3,
    'paint-order': 'stroke',
  })
}

/** Fruchterman and Reingold's forces (doi:10.1002/spe.4380211102), 200 steps, into the unit square. */
function layout(net: Network): [number, number][] {
  const n = net.nodes.length
  if (n === 0) return []
  if (n === 1) return [[0.5, 0.5]]
  const index = new Map(net.nodes.map((v, i) => [v.id, i]))
  const x = net.nodes.map((_, i) => Math.cos((2 * Math.PI * i) / n))
  const y = net.nodes.map((_, i) => Math.sin((2 * Math.PI * i) / n))
  const heaviest = Math.max(1e-12, ...net.edges.map((e) => e.weight))
  const k = Math.sqrt(4 / n)
  for (let step = 0; step < 200; step++) {
    const dx = new Float64Array(n)
    const dy = new Float64Array(n)
    const force = (i: number, j: number, f: (d: number) => number) => {
      const ex = x[i]! - x[j]!
      const ey = y[i]! - y[j]!
      const d = Math.max(0.01, Math.hypot(ex, ey))
      const m = f(d) / d
      dx[i]! += ex * m
      dy[i]! += ey * m
      dx[j]! -= ex * m
      dy[j]! -= ey * m
    }
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) force(i, j, (d) => (k * k) / d)
    for (const e of net.edges) {
      const [i, j] = [index.get(e.source), index.get(e.target)]
      if (i !== undefined && j !== undefined) force(i, j, (d) => -((d * d) / k) * (0.3 + 0.7 * (e.weight / heaviest)))
    }
    for (let i = 0; i < n; i++) {
      dx[i]! -= x[i]! * 0.3
      dy[i]! -= y[i]! * 0.3
      const d = Math.max(1e-9, Math.hypot(dx[i]!, dy[i]!))
      const limit = Math.min(d, 0.2 * (1 - step / 200) + 0.002)
      x[i]! += (dx[i]! / d) * limit
      y[i]! += (dy[i]! / d) * limit
    }
  }
  const unit = (values: readonly number[]) => {
    const low = Math.min(...values)
    const span = Math.max(1e-9, Math.max(...values) - low)
    return values.map((v) => (v - low) / span)
  }
  const [ux, uy] = [unit(x), unit(y)]
  return ux.map((v, i) => [v, uy[i]!])
}
