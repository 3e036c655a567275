import type { CurvePoint, DiffusionResult, DiffusionRow } from '../../analysis/index'

/** How one concept spread: its sightings in order of time, and the curve of the analysis. */
export interface Adoption {
  readonly concept: string
  readonly label: string
  readonly sightings: readonly DiffusionRow[]
  readonly curve: readonly CurvePoint[]
}

/** The concepts that were seen anywhere: those seen in most units first, then the earliest, then by id. */
export function adoptionsOf(result: DiffusionResult, top: number): Adoption[] {
  const seen = new Map<string, DiffusionRow[]>()
  for (const row of result.rows) {
    if (row.firstSeen === null) continue
    const list = seen.get(row.concept)
    if (list) list.push(row)
    else seen.set(row.concept, [row])
  }
  const first = [...seen.values()]
    .sort(
      (a, b) =>
        b.length - a.length || compare(a[0]!.firstSeen!, b[0]!.firstSeen!) || compare(a[0]!.concept, b[0]!.concept),
    )
    .slice(0, top)
  const curves = new Map<string, CurvePoint[]>(first.map((rows) => [rows[0]!.concept, []]))
  for (const point of result.tables.curve.rows) curves.get(point.concept)?.push(point)
  return first.map((sightings) => {
    const { concept, label } = sightings[0]!
    return { concept, label, sightings, curve: curves.get(concept)! }
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
