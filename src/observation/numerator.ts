import type { Item } from './items'
import type { Observation } from './observe'

/** What a numerator counts. */
export type NumeratorKind = 'documents' | 'directives' | 'segments' | 'tokens'

/**
 * Calls `visit(report, directive)` once for every unit that a numerator counts: each mention, each report, directive or segment with at
 * least one. `directive` is -1 where the unit is not inside one. Of a category, documents and directives are those coded with it.
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
  let last = -1
  if (kind === 'documents' && item.kind === 'category') {
    for (const d of item.directives) if (reportOfDirective[d] !== last) visit((last = reportOfDirective[d]!), d)
    return
  }
  for (const m of item.mentions) {
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
