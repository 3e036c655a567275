import type { Item } from './items'
import type { Observation } from './observe'

/**
 * Counts of one item in every group. A tally is filled again for each item ({@link tallyItem}), so that counting
 * thousands of concepts allocates nothing.
 */
export interface Tally {
  /** Mentions. */
  readonly tokens: Int32Array
  /** Of these, inside a longer mention of another concept. */
  readonly nested: Int32Array
  /** Not counted: absorbed by a longer concept. */
  readonly shadowed: Int32Array
  /**
   * Reports with at least one (of a category: with a directive coded with it). By leader: with one in what the leader
   * says.
   */
  readonly documents: Int32Array
  /** Directives that carry it. */
  readonly directives: Int32Array
  /** Segments of directives with a mention. For a category: 0, since a category is coded on whole directives. */
  readonly segments: Int32Array
  readonly lastReport: Int32Array
}

export function createTally(observation: Observation): Tally {
  const n = observation.grouping.groups.length
  const zeros = () => new Int32Array(n)
  return {
    tokens: zeros(),
    nested: zeros(),
    shadowed: zeros(),
    documents: zeros(),
    directives: zeros(),
    segments: zeros(),
    lastReport: zeros(),
  }
}

/** Group of a mention: that of its report, or (by leader) of its directive; -1 where it has none. */
export function groupOfMention(observation: Observation, m: number): number {
  const { grouping } = observation
  if (grouping.unit === 'report') return grouping.ofReport[observation.reportOfMention[m]!]!
  const d = observation.directiveOfMention[m]!
  return d < 0 ? -1 : grouping.ofDirective[d]!
}

/** Counts one item into a tally, which it empties first. Returns the tally. */
export function tallyItem(observation: Observation, item: Item, tally: Tally): Tally {
  const { tokens, nested, shadowed, documents, directives, segments, lastReport } = tally
  const { grouping } = observation
  for (const list of [tokens, nested, shadowed, documents, directives, segments]) list.fill(0)
  lastReport.fill(-1)
  const coded = item.kind === 'category'
  let lastSegment = -1
  for (const m of item.mentions) {
    const g = groupOfMention(observation, m)
    if (g < 0) continue
    tokens[g]!++
    if (observation.nested[m] === 1) nested[g]!++
    if (coded) continue
    const r = observation.reportOfMention[m]!
    if (lastReport[g] !== r) {
      lastReport[g] = r
      documents[g]!++
    }
    const s = observation.segmentOfMention[m]!
    if (s >= 0 && s !== lastSegment) {
      lastSegment = s
      segments[g]!++
    }
  }
  for (const d of item.directives) {
    const g = grouping.ofDirective[d]!
    directives[g]!++
    if (!coded) continue
    const r = observation.reportOfDirective[d]!
    if (lastReport[g] !== r) {
      lastReport[g] = r
      documents[g]!++
    }
  }
  for (const m of item.shadowed) {
    const d = observation.directiveOfShadowed[m]!
    const g =
      grouping.unit === 'report'
        ? grouping.ofReport[observation.reportOfShadowed[m]!]!
        : d < 0
          ? -1
          : grouping.ofDirective[d]!
    if (g >= 0) shadowed[g]!++
  }
  return tally
}
