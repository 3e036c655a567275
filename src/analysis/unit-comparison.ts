import { TifaError } from '../error'
import { eachUnit, type Item, leaderOf, type Observation, placeOf } from '../observation'
import type { ComparedUnit, Labelling } from './label-shuffle'
import { denominatorOf, type MeasureInfo } from './measure'

/** What is exchanged between the sides: how a report or directive names its unit. */
export function unitName(
  observation: Observation,
  permute: string,
): (report: number, directive: number) => string | null {
  switch (permute) {
    case 'report':
      return (r) => String(r).padStart(9, '0')
    case 'place':
      return (r) => placeOf(observation.reports[r]!, 'place')
    case 'outlet':
      return (r) => observation.reports[r]!.outlet
    case 'leader':
      if (observation.grouping.unit === 'report')
        throw new TifaError('invalid-option', 'permute: leader needs by: leader, where the unit is the directive')
      return (_r, d) => leaderOf(observation.directives.at(d)!)
    default:
      throw new TifaError(
        'invalid-option',
        `permute expects report, place, leader or outlet; got ${JSON.stringify(permute)}`,
      )
  }
}

/** One item by unit. */
export interface Compared {
  readonly item: Item
  readonly total: number
  /** Units that say it, and how often. */
  readonly units: Int32Array
  readonly counts: Float64Array
}

/** Everything compared, by unit. */
export interface Comparison {
  readonly units: readonly ComparedUnit[]
  readonly items: readonly Compared[]
}

/** Counts and exposures by unit and side. Units without a name are one each. */
export function compare(
  observation: Observation,
  items: readonly Item[],
  measure: MeasureInfo,
  sideOf: Int8Array,
  name: (report: number, directive: number) => string | null,
): Comparison {
  const { grouping, reports, directives, reportOfDirective, segmentStart } = observation
  const index = new Map<string, number>()
  const units: { name: string; target: boolean; exposure: number }[] = []
  const unitAt = (r: number, d: number): number => {
    const g = grouping.unit === 'report' ? grouping.ofReport[r]! : d < 0 ? -1 : grouping.ofDirective[d]!
    const side = g < 0 ? -1 : sideOf[g]!
    if (side < 0) return -1
    const called = name(r, d) ?? `\u0001${r}`
    const key = `${side}\u0000${called}`
    let u = index.get(key)
    if (u === undefined) {
      u = units.length
      index.set(key, u)
      units.push({ name: called, target: side === 1, exposure: 0 })
    }
    return u
  }
  const expose = (u: number, amount: number) => {
    if (u >= 0) units[u]!.exposure += amount
  }
  const one = { reports: 1, directives: 0, segments: 0 }
  if (grouping.unit === 'report')
    for (const [r, row] of reports.entries())
      expose(unitAt(r, -1), denominatorOf({ ...one, characters: row.characters, words: row.words }, measure) ?? 0)
  const last = new Map<number, number>()
  for (const [d, directive] of directives.entries()) {
    const r = reportOfDirective[d]!
    const u = unitAt(r, d)
    if (u < 0) continue
    if (measure.denominator === 'directives') expose(u, 1)
    else if (measure.denominator === 'segments') expose(u, segmentStart[d + 1]! - segmentStart[d]!)
    else if (grouping.unit === 'directive' && measure.denominator === 'characters') expose(u, directive.characters)
    else if (grouping.unit === 'directive' && measure.denominator === 'reports' && last.get(u) !== r) {
      last.set(u, r)
      expose(u, 1)
    }
  }
  const counted = items.map((item): Compared => {
    const sums = new Map<number, number>()
    let total = 0
    eachUnit(observation, item, measure.numerator, (r, d) => {
      const u = unitAt(r, d)
      if (u < 0) return
      sums.set(u, (sums.get(u) ?? 0) + 1)
      total++
    })
    return { item, total, units: Int32Array.from(sums.keys()), counts: Float64Array.from(sums.values()) }
  })
  return { units, items: counted }
}

/** Two-sided p values of the differences between the rates of the sides; null where there is nothing to compare. */
export function permutationP({ units, items }: Comparison, plan: Labelling): (number | null)[] {
  const difference = (side: Uint8Array, entry: Compared, e1: number, e2: number): number => {
    let y1 = 0
    let y2 = 0
    for (let k = 0; k < entry.units.length; k++) {
      if (side[entry.units[k]!] === 1) y1 += entry.counts[k]!
      else y2 += entry.counts[k]!
    }
    return e1 > 0 && e2 > 0 ? Math.abs(y1 / e1 - y2 / e2) : 0
  }
  const sums = (side: Uint8Array): [number, number] => {
    let e1 = 0
    let e2 = 0
    units.forEach((unit, u) => {
      if (side[u] === 1) e1 += unit.exposure
      else e2 += unit.exposure
    })
    return [e1, e2]
  }
  const own = Uint8Array.from(units, (u) => (u.target ? 1 : 0))
  const [own1, own2] = sums(own)
  if (own1 === 0 || own2 === 0) return items.map(() => null)
  const observed = items.map((entry) => difference(own, entry, own1, own2) * (1 - 1e-12))
  const reached = new Float64Array(items.length)
  let visits = 0
  plan.each((side) => {
    visits++
    const [e1, e2] = sums(side)
    for (let i = 0; i < items.length; i++)
      if (items[i]!.total > 0 && difference(side, items[i]!, e1, e2) >= observed[i]!) reached[i]!++
  })
  return items.map((entry, i) => (entry.total === 0 ? null : reached[i]! / visits))
}
