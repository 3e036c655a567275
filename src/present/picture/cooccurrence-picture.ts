import type { CooccurrenceResult } from '../../analysis/index'
import { heatMap } from '../svg/heat-map'
import { network } from '../svg/network'
import type { PictureOptions } from './options'

/** What is said together, as a heat map of NPMI or as a network. */
export function cooccurrencePicture(result: CooccurrenceResult, options: PictureOptions): string {
  const listed = new Set(result.rows.flatMap((r) => [r.x, r.y]))
  const nodes = [...result.nodes]
    .filter((n) => listed.has(n.id))
    .sort((a, b) => b.units - a.units || (a.id < b.id ? -1 : 1))
    .slice(0, options.top ?? 12)
  const note = `${result.units} ${result.level} units; pairs with fewer joint units than the minimum are not shown.`
  if (options.as === 'network') {
    const shown = new Set(nodes.map((n) => n.id))
    return network({
      title: options.title ?? `Said together, by ${result.level}`,
      nodes: nodes.map((n) => ({ id: n.id, label: n.label, size: n.units, group: n.category.split('.')[0]! })),
      edges: result.rows
        .filter((r) => shown.has(r.x) && shown.has(r.y) && (r.strength ?? 0) > 1)
        .map((r) => ({ source: r.x, target: r.y, weight: r.a })),
      note: `Area: units with the concept. Line: joint units, pairs above chance only. ${note}`,
    })
  }
  const ids = nodes.map((n) => n.id)
  const matrix = result.matrix('npmi', ids)
  return heatMap({
    title: options.title ?? `Co-occurrence by ${result.level} (NPMI)`,
    rows: matrix.labels,
    columns: matrix.labels,
    values: matrix.values,
    scale: 'diverging',
    unit: 'NPMI',
    note,
  })
}
