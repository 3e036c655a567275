import { element, FAINT, INK, label, px, sheet, textWidth, tip } from './sheet'

export interface HeatMap {
  readonly title: string
  readonly note?: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** `values[row][column]`, `null` where there is no value: left white, with a small dot. */
  readonly values: readonly (readonly (number | null)[])[]
  /** Values around 0 in two colours (NPMI, log odds), or from 0 up in one. Default `sequential`. */
  readonly scale?: 'sequential' | 'diverging'
  readonly unit?: string
}

/**
 * A matrix as coloured cells. Row names stand at the left in full; column names stand upright below one another, as Chinese
 * can, so that sixty of them fit without being cut or tilted.
 */
export function heatMap(map: HeatMap): string {
  const many = Math.max(map.rows.length, map.columns.length)
  const cell = many > 40 ? 15 : many > 20 ? 19 : 28
  const size = Math.min(12, cell - 3)
  const left = 16 + Math.max(0, ...map.rows.map((r) => textWidth(r, size))) + 8
  const upright = map.columns.some((c) => /[\u2e80-\u9fff]/.test(c))
  const columnHeight = Math.max(
    0,
    ...map.columns.map((c) => (upright ? [...c].length * (size + 1) : textWidth(c, size))),
  )
  const top = 44 + columnHeight + 8
  const width = Math.max(left + map.columns.length * cell + 90, textWidth(map.title, 14.5) + 40)
  const height = top + Math.max(map.rows.length * cell, 80) + (map.note ? 34 : 16)
  const known = map.values.flat().filter((v): v is number => v !== null)
  const max = Math.max(1e-12, ...known.map((v) => Math.abs(v)))
  const parts = [label(map.title, 16, 22, { 'font-size': 14, 'font-weight': 600 })]
  map.columns.forEach((name, j) => {
    const x = left + j * cell + cell / 2
    if (upright)
      [...name].forEach((c, k) => {
        const y = top - 10 - ([...name].length - 1 - k) * (size + 1)
        parts.push(label(c, x, y, { 'text-anchor': 'middle', 'font-size': size }))
      })
    else
      parts.push(
        label(name, 0, 0, {
          'font-size': size,
          transform: `translate(${px(x + size / 3)} ${px(top - 8)}) rotate(-90)`,
        }),
      )
  })
  map.rows.forEach((name, i) => {
    const y = top + i * cell
    parts.push(label(name, left - 6, y + cell / 2 + size / 3, { 'text-anchor': 'end', 'font-size': size }))
    map.columns.forEach((column, j) => {
      const v = map.values[i]?.[j] ?? null
      const x = left + j * cell
      if (v === null) parts.push(element('circle', { cx: x + cell / 2, cy: y + cell / 2, r: 0.8, fill: '#bbb' }))
      else
        parts.push(
          element(
            'rect',
            { x, y, width: cell - 1, height: cell - 1, fill: shade(v / max, map.scale ?? 'sequential') },
            tip(`${name} × ${column}: ${v}`),
          ),
        )
    })
  })
  parts.push(...key(left + map.columns.length * cell + 16, top, max, map))
  if (map.note) parts.push(label(map.note, 16, height - 10, { fill: FAINT, 'font-size': 10.5 }))
  return sheet(Math.max(width, textWidth(map.note ?? '', 10.5) + 32), height, map.title, parts.join(''))
}

/** White to blue for 0…1; orange to white to blue for −1…1. */
function shade(part: number, scale: 'sequential' | 'diverging'): string {
  const t = Math.min(1, Math.abs(part))
  const [r, g, b] = scale === 'diverging' && part < 0 ? [213, 94, 0] : [0, 90, 156]
  const mix = (c: number) => Math.round(246 + (c - 246) * t ** 0.8)
  return `rgb(${mix(r!)},${mix(g!)},${mix(b!)})`
}

function key(x: number, y: number, max: number, map: HeatMap): string[] {
  const steps = map.scale === 'diverging' ? [1, 0.5, 0, -0.5, -1] : [1, 0.75, 0.5, 0.25, 0]
  return [
    label(map.unit ?? '', x, y - 6, { fill: FAINT, 'font-size': 10.5 }),
    ...steps.flatMap((s, i) => [
      element('rect', {
        x,
        y: y + i * 15,
        width: 13,
        height: 13,
        fill: shade(s, map.scale ?? 'sequential'),
        stroke: '#ddd',
      }),
      label(px(s * max), x + 18, y + i * 15 + 10.5, { fill: INK, 'font-size': 10.5 }),
    ]),
  ]
}
