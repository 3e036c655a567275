import type { Item } from './items'
import type { Observation } from './observe'

/** What a numerator counts. */
export type NumeratorKind = 'documents' | 'directives' | 'segments' | 'tokens'

/**
 * Calls `visit(report, directive)` once for every unit that a numerator counts: each mention, each report, directive
 * or segment with at least one (by leader: once in each group). `directive` is -1 where the unit is not inside one.
 * Of a category, documents and directives are those coded with it.
 */
export function eachUnit(
  observation: Observation,
  item: Item,
  kind: NumeratorKind,
  visit: (report: number, directive: number) => void,
): void {
  const { reportOfMention, directiveOfMention, reportOfDirective, segmentOfMention } = observation
  if (kind === 'directives') {
    for (const d of item.directives) visit(reportOfDirective[d]!, d)
    return
  }
  if (kind === 'documents' && observation.grouping.unit === 'directive') {
    eachReportOfGroups(observation, item, visit)
    return
  }
  let last = -1
  if (kind === 'documents' && item.kind === 'category') {
    for (const d of item.directives) if (reportOfDirective[d] !== last) visit((last = reportOfDirective[d]!), d)
    return
  }
  const { mentions } = item
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i]!
    const d = directiveOfMention[m]!
    if (kind === 'tokens') visit(reportOfMention[m]!, d)
    else if (kind === 'documents') {
      if (reportOfMention[m] !== last) visit((last = reportOfMention[m]!), d)
    } else if (item.kind !== 'category') {
      const s = segmentOfMention[m]!
      if (s >= 0 && s !== last) {
        last = s
        visit(reportOfMention[m]!, d)
      }
    }
  }
}

/** By leader a report is divided: it counts once in each group that has a directive with the item. */
function eachReportOfGroups(
  observation: Observation,
  item: Item,
  visit: (report: number, directive: number) => void,
): void {
  const { ofDirective, groups } = observation.grouping
  const last = new Int32Array(groups.length).fill(-1)
  for (const d of item.directives) {
    const r = observation.reportOfDirective[d]!
    const g = ofDirective[d]!
    if (last[g] === r) continue
    last[g] = r
    visit(r, d)
  }
}

/** One numerator of an item in every group. */
export function countByGroup(observation: Observation, item: Item, kind: NumeratorKind): Int32Array {
  const { unit, groups, ofReport, ofDirective } = observation.grouping
  const counts = new Int32Array(groups.length)
  if (unit === 'report')
    eachUnit(observation, item, kind, (r) => {
      counts[ofReport[r]!]!++
    })
  else
    eachUnit(observation, item, kind, (_, d) => {
      if (d >= 0) counts[ofDirective[d]!]!++
    })
  return counts
}
