import { dateSpan, eachUnit, type Item, type Observation, timeOf } from '../observation'

/** The dated reports of one place, leader or outlet, in order of time. */
export interface UnitHistory {
  readonly unit: string
  readonly group: number
  /** Day of each dated report, ascending. */
  readonly days: Int32Array
  /** Position of each of these reports in the observation. */
  readonly reports: Int32Array
  /** Reports without a date of month precision or better: they can show that, not when. */
  readonly undated: number
}

/** Day that a report is placed on: its day, or the last day of its month. Null for anything coarser. */
export function reportDay(observation: Observation, r: number): number | null {
  const time = timeOf(observation.reports[r]!)
  return time === null || time.month === null ? null : dateSpan(time).last
}

/** Histories of all units that are named, in code-point order. */
export function unitHistories(observation: Observation): UnitHistory[] {
  const { grouping } = observation
  const column = grouping.dimensions[0]!
  const reportsOf: Set<number>[] = grouping.groups.map(() => new Set())
  if (grouping.unit === 'report') for (const [r, g] of grouping.ofReport.entries()) reportsOf[g]!.add(r)
  else for (const [d, g] of grouping.ofDirective.entries()) reportsOf[g]!.add(observation.reportOfDirective[d]!)
  return grouping.groups.flatMap((group, g) => {
    const unit = group.keys[column as keyof typeof group.keys]
    if (unit === null || unit === undefined) return []
    const dated: [number, number][] = []
    let undated = 0
    for (const r of reportsOf[g]!) {
      const day = reportDay(observation, r)
      if (day === null) undated++
      else dated.push([day, r])
    }
    dated.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    return [
      {
        unit,
        group: g,
        days: Int32Array.from(dated, (p) => p[0]),
        reports: Int32Array.from(dated, (p) => p[1]),
        undated,
      },
    ]
  })
}

/** Reports (positions) of each group that hold an item. */
export function holdersByGroup(observation: Observation, item: Item): Map<number, Set<number>> {
  const { grouping } = observation
  const holders = new Map<number, Set<number>>()
  eachUnit(observation, item, 'documents', (r, d) => {
    const g = grouping.unit === 'report' ? grouping.ofReport[r]! : grouping.ofDirective[d]!
    const set = holders.get(g)
    if (set) set.add(r)
    else holders.set(g, new Set([r]))
  })
  return holders
}

/** When a unit was first and last seen to say an item, and how many reports stand before and after. */
export interface Sighting {
  readonly first: number
  readonly last: number
  readonly documents: number
  /** Reports strictly before the first sighting, and strictly after the last. */
  readonly before: number
  readonly after: number
}

/** Null where no dated report of the unit holds the item. */
export function sightingOf(history: UnitHistory, holders: ReadonlySet<number> | undefined): Sighting | null {
  if (holders === undefined) return null
  let first = -1
  let last = -1
  let documents = 0
  for (let i = 0; i < history.days.length; i++) {
    if (!holders.has(history.reports[i]!)) continue
    if (first < 0) first = history.days[i]!
    last = history.days[i]!
    documents++
  }
  if (first < 0) return null
  let before = 0
  while (history.days[before]! < first) before++
  let after = 0
  while (history.days[history.days.length - 1 - after]! > last) after++
  return { first, last, documents, before, after }
}
