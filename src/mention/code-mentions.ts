import type { Directive } from '../directive/directive'
import type { Report } from '../report/report'
import type { Segmenter } from '../segment/segmenter'
import { type CompiledVocabulary, compileVocabulary } from '../vocabulary/compile-vocabulary'
import type { Vocabulary } from '../vocabulary/concept'
import { findConcepts } from '../vocabulary/find-concepts'
import type { OverlapPolicy } from '../vocabulary/overlap'
import { boundaryAgreement } from './boundary-agreement'
import type { Mention } from './mention'
import { judgeStance, narrated, type StanceJudgement } from './stance'

export interface CodeMentionsOptions {
  /** Which matches to keep when concepts overlap. Default `nested`. */
  readonly overlap?: OverlapPolicy
  /** Fills `boundaryAgreement`. Default: none, and it stays null. */
  readonly segmenter?: Segmenter
}

/**
 * Codes a report: every occurrence of every concept, with its zone and stance, by place.
 *
 * Mentions with `shadowedBy` are listed and not counted. The zone is `directive` only inside a directive's span: the frame
 * around it (他指出，) is narrative.
 *
 * @param directives of the same report, from `findDirectives`
 * @returns ids `reportId#m0`, `#m1` …; an empty text gives an empty list
 * @example codeMentions(report, findDirectives(report), vocabulary).filter((m) => m.zone === 'directive')
 */
export function codeMentions(
  report: Report,
  directives: readonly Directive[],
  vocabulary: Vocabulary | CompiledVocabulary,
  options: CodeMentionsOptions = {},
): Mention[] {
  const { row, clean, paragraphs, bodyShift } = report
  const { date, province, city, county, placeCode } = row
  const matches = findConcepts(clean.text, compileVocabulary(vocabulary), {
    overlap: options.overlap ?? 'nested',
    situation: { date, province, city, county, placeCode },
  })
  if (matches.length === 0) return []
  const agrees = options.segmenter ? boundaryAgreement(clean.text, options.segmenter) : null
  const inOrder = directives.every((d, i) => i === 0 || directives[i - 1]!.cleanStart <= d.cleanStart)
    ? directives
    : [...directives].sort((a, b) => a.cleanStart - b.cleanStart)
  const sameText = report.source === clean.text
  const judged: StanceJudgement[] = []
  let paragraph = 0
  let next = 0
  return matches.map((match, i) => {
    const { innerStart, innerEnd } = match
    while (paragraph < paragraphs.length - 1 && paragraphs[paragraph]!.end <= innerStart) paragraph++
    while (next < inOrder.length && inOrder[next]!.cleanEnd <= innerStart) next++
    const directive = inOrder[next]
    const inside = directive !== undefined && innerStart >= directive.cleanStart && innerEnd <= directive.cleanEnd
    const zone = paragraphs[paragraph]?.role === 'title' ? 'title' : inside ? 'directive' : 'narrative'
    const outer = match.nestedIn === null ? null : judged[match.nestedIn]!
    const judgement =
      zone !== 'directive'
        ? narrated
        : outer !== null && outer.stance !== 'promoted' && outer.stance !== 'narrated'
          ? outer // what is said of the whole formula holds for its parts
          : judgeStance(matches, i, directive!, report)
    judged.push(judgement)
    const source = clean.map.toSource(match.start, match.end)
    const inTitle = source.start < bodyShift
    const shift = inTitle ? 0 : bodyShift
    const form = clean.text.slice(match.start, match.end)
    const unchanged = sameText && source.start === match.start && source.end === match.end
    return {
      id: `${row.id}#m${i}`,
      reportId: row.id,
      directiveId: zone === 'directive' ? directive!.id : null,
      paragraph,
      concept: match.concept.id,
      label: match.label,
      category: match.concept.category,
      surface: unchanged ? form : report.source.slice(source.start, source.end),
      form,
      start: source.start - shift,
      end: source.end - shift,
      cleanStart: match.start,
      cleanEnd: match.end,
      field: inTitle ? 'title' : 'text',
      zone,
      stance: judgement.stance,
      stanceEvidence: judgement.stanceEvidence,
      relayedFrom: judgement.relayedFrom,
      quoted: match.quoted,
      grade: match.concept.grade,
      nestedIn: match.nestedIn === null ? null : `${row.id}#m${match.nestedIn}`,
      shadowedBy: match.shadowedBy === null ? null : `${row.id}#m${match.shadowedBy}`,
      boundaryAgreement: agrees === null ? null : agrees(paragraphs[paragraph]!, innerStart, innerEnd),
    }
  })
}
