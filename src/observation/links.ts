import { cursorIndex } from './id-index'
import { segmentAt } from './segments'
import type { Study, StudyLinks } from './study'

/** How a study's rows hang together: as it says itself, else by their ids. Rows that no table has are -1. */
export function linksOf(study: Study): StudyLinks {
  if (study.links) return study.links
  const { reports, directives, mentions } = study
  const reportOf = cursorIndex(reports)
  const directiveReport = cursorIndex(reports)
  const directiveOf = cursorIndex(directives)
  const concepts = new Map<string, number>()
  const directiveOfMention = (i: number): number => {
    const { directiveId } = mentions[i]!
    return directiveId === null ? -1 : directiveOf(directiveId)
  }
  return {
    reportOfDirective: { at: (i) => directiveReport(directives[i]!.reportId) },
    reportOfMention: { at: (i) => reportOf(mentions[i]!.reportId) },
    directiveOfMention: { at: directiveOfMention },
    segmentOfMention: {
      at: (i) => {
        const d = directiveOfMention(i)
        return d < 0 ? -1 : segmentAt(directives[d]!, mentions[i]!.cleanStart)
      },
    },
    labelOfMention: {
      at: (i) => {
        const { concept } = mentions[i]!
        let number = concepts.get(concept)
        if (number === undefined) concepts.set(concept, (number = concepts.size))
        return number
      },
    },
    outerOfMention: { at: (i) => (mentions[i]!.nestedIn === null ? -1 : 0) },
    shadowOfMention: { at: (i) => (mentions[i]!.shadowedBy === null ? -1 : 0) },
  }
}
