import { leaderOf, type Observation, placeOf } from '../observation'

/** What parts an item may spread over. */
export type PartKind = 'report' | 'place' | 'outlet' | 'leader'

/** How evenly an item is spread over the parts of one group. */
export interface Spread {
  /** Parts with at least one occurrence. */
  readonly range: number
  /**
   * Normalised deviation of proportions (Gries 2008; Lijffijt & Gries 2012): 0 where every part says it in proportion
   * to its size, towards 1 where one small part says it all. Null with no occurrence or fewer than two parts.
   */
  readonly dpNorm: number | null
}

/**
 * Parts of every group, their sizes, and a counter. Only the parts that an item occurs in are touched, so that ten
 * thousand reports cost nothing to a concept said in three.
 */
export class Parts {
  /** Parts with a size, per group. */
  readonly count: Int32Array
  private readonly ofUnit: Int32Array
  private readonly size: Float64Array
  private readonly groupOf: Int32Array
  private readonly total: Float64Array
  private readonly smallest: Float64Array
  private readonly hits: Int32Array
  private touched: number[] = []

  private readonly byDirective: boolean

  constructor(observation: Observation, kind: PartKind) {
    const { grouping, reports, directives, reportOfDirective } = observation
    const byDirective = kind === 'leader' || grouping.unit === 'directive'
    this.byDirective = byDirective
    const units = byDirective ? directives.length : reports.length
    const groups = grouping.groups.length
    const index = new Map<string, number>()
    const size: number[] = []
    const groupOf: number[] = []
    this.ofUnit = new Int32Array(units).fill(-1)
    for (let u = 0; u < units; u++) {
      const r = byDirective ? reportOfDirective[u]! : u
      const row = reports[r]!
      const g = byDirective ? grouping.ofDirective[u]! : grouping.ofReport[u]!
      const name =
        kind === 'report'
          ? String(r)
          : kind === 'place'
            ? placeOf(row, 'place')
            : kind === 'outlet'
              ? row.outlet
              : leaderOf(directives.at(u)!)
      if (name === null) continue
      const key = `${g}\u0000${name}`
      let p = index.get(key)
      if (p === undefined) {
        p = size.length
        index.set(key, p)
        size.push(0)
        groupOf.push(g)
      }
      this.ofUnit[u] = p
      size[p]! += byDirective ? directives.at(u)!.characters : row.characters
    }
    this.size = Float64Array.from(size)
    this.groupOf = Int32Array.from(groupOf)
    this.hits = new Int32Array(size.length)
    this.count = new Int32Array(groups)
    this.total = new Float64Array(groups)
    this.smallest = new Float64Array(groups).fill(Number.POSITIVE_INFINITY)
    for (let p = 0; p < size.length; p++) {
      if (size[p] === 0) continue
      const g = groupOf[p]!
      this.count[g]!++
      this.total[g]! += size[p]!
      if (size[p]! < this.smallest[g]!) this.smallest[g] = size[p]!
    }
  }

  /** Adds one occurrence in a report and (or -1) a directive. */
  add(report: number, directive: number): void {
    const u = this.byDirective ? directive : report
    if (u < 0) return
    const p = this.ofUnit[u]!
    if (p < 0) return
    if (this.hits[p]!++ === 0) this.touched.push(p)
  }

  /** The spread in every group, and the counter set back to nothing. */
  take(): Spread[] {
    const groups = this.count.length
    const range = new Int32Array(groups)
    const hits = new Float64Array(groups)
    const excess = new Float64Array(groups)
    for (const p of this.touched) {
      const g = this.groupOf[p]!
      range[g]!++
      if (this.size[p]! > 0) hits[g]! += this.hits[p]!
    }
    for (const p of this.touched) {
      const g = this.groupOf[p]!
      const share = this.size[p]! / this.total[g]!
      if (this.size[p]! > 0) excess[g]! += Math.abs(this.hits[p]! / hits[g]! - share) - share
      this.hits[p] = 0
    }
    this.touched = []
    return Array.from({ length: groups }, (_, g) => ({
      range: range[g]!,
      dpNorm:
        hits[g]! === 0 || this.count[g]! < 2
          ? null
          : Math.min(1, Math.max(0, (1 + excess[g]!) / 2 / (1 - this.smallest[g]! / this.total[g]!))),
    }))
  }
}
