import { createTally, groupOfMention, type Item, type Observation, type Tally, tallyItem } from '../observation'
import { Parts, type Spread } from './spread'

/** Everything counted about one item, per group. */
export interface ItemCounts {
  readonly tally: Tally
  readonly detail: Detail
  readonly report: Spread[]
  readonly place: Spread[]
  readonly outlet: Spread[]
  readonly leader: Spread[]
}

const DETAIL = [
  'inTitle',
  'inNarrative',
  'inDirective',
  'promoted',
  'rejected',
  'relayed',
  'narrated',
  'undecided',
  'quoted',
  'enumerated',
  'first',
] as const
type DetailName = (typeof DETAIL)[number]
type Detail = Readonly<Record<DetailName, Int32Array>> & {
  readonly ordinalSum: Float64Array
  readonly rankSum: Float64Array
  readonly ranked: Int32Array
}

const ZONE = { title: 'inTitle', narrative: 'inNarrative', directive: 'inDirective' } as const

/** Counts every item in every group. */
export function countItems(observation: Observation, items: readonly Item[]): ItemCounts[] {
  const parts = (['report', 'place', 'outlet', 'leader'] as const).map((kind) => new Parts(observation, kind))
  return items.map((item) => {
    const tally = tallyItem(observation, item, createTally(observation))
    const coded = item.kind === 'category'
    if (coded) for (const d of item.directives) for (const part of parts) part.add(observation.reportOfDirective[d]!, d)
    else
      for (const m of item.mentions)
        for (const part of parts) part.add(observation.reportOfMention[m]!, observation.directiveOfMention[m]!)
    const [report, place, outlet, leader] = parts.map((part) => part.take())
    return {
      tally,
      detail: detailOf(observation, item),
      report: report!,
      place: place!,
      outlet: outlet!,
      leader: leader!,
    }
  })
}

function detailOf(observation: Observation, item: Item): Detail {
  const n = observation.grouping.groups.length
  const counts = Object.fromEntries(DETAIL.map((name) => [name, new Int32Array(n)])) as Record<DetailName, Int32Array>
  const ordinalSum = new Float64Array(n)
  const rankSum = new Float64Array(n)
  const ranked = new Int32Array(n)
  for (const i of item.mentions) {
    const g = groupOfMention(observation, i)
    if (g < 0) continue
    const m = observation.mentions.at(i)!
    counts[ZONE[m.zone]][g]!++
    counts[m.stance ?? 'undecided'][g]!++
    if (m.quoted) counts.quoted[g]!++
  }
  for (const d of item.directives) {
    const g = observation.grouping.ofDirective[d]!
    const { ordinal, ordinalOf } = observation.directives.at(d)!
    if (ordinal === null) continue
    counts.enumerated[g]!++
    ordinalSum[g]! += ordinal
    if (ordinal === 1) counts.first[g]!++
    if (ordinalOf === null || ordinalOf < 1) continue
    ranked[g]!++
    rankSum[g]! += (ordinal - 0.5) / ordinalOf
  }
  return { ...counts, ordinalSum, rankSum, ranked }
}
