import signals from '../../data/report/kinds.json' with { type: 'json' }
import type { Span } from '../text/span'
import { commentary, type Kind, type KindSources, novel, policyText, template, workReport } from './other-kinds'
import { type Hit, type PhraseScan, phraseScan } from './phrase-scan'

export type { Kind, KindSources } from './other-kinds'

/** Below this a page holds no story (a stub, a page of tags), unless somebody speaks in it. */
const STUB = 80
const STUB_WITH_SPEECH = 30
/** Characters of the first paragraph in which a report says what it is about. */
const LEAD = 300

const VISIT = 1
const MEETING = 2
const OFFICIAL = 4
const SPEECH = 8
let scan: PhraseScan | undefined

/**
 * Tells reports of leaders and meetings from what else a search for them returns: novels about officials, speeches and texts to copy,
 * policy documents, government work reports, commentary, stubs. A text is refused only on signs of another kind; a text without such
 * signs in which nobody in office acts or speaks is `other`.
 */
export function judgeKind(sources: KindSources): Kind {
  if (sources.characters < STUB && isStub(sources)) return is('stub', `${sources.characters} characters`)
  return (
    novel(sources) ??
    workReport(sources) ??
    template(sources) ??
    policyText(sources) ??
    commentary(sources) ??
    report(sources)
  )
}

const isStub = ({ text, body, characters }: KindSources): boolean =>
  characters < STUB_WITH_SPEECH || !(speaks(text) || meetingSpeaks(text, body))

const is = (kind: Kind['kind'], reason: string): Kind => ({ kind, reasons: [reason] })

/** What a title, else a lead tells of first is what the report is about: 到某区调研，并召开座谈会 is a visit, 会议召开，…督导检查 a meeting. */
function report({ text, title, body, people }: KindSources): Kind {
  scan ??= phraseScan([signals.visit.words, signals.meeting.words, signals.official.words, signals.speech.words])
  const titleHits: (Hit | undefined)[] = []
  const leadHits: (Hit | undefined)[] = []
  const inTitle = title === null ? 0 : scan.scan(title, 0, title.length, titleHits)
  const inLead = body[0] ? scan.scan(text, body[0].start, Math.min(body[0].end, body[0].start + LEAD), leadHits) : 0
  const officials = ((inTitle | inLead) & OFFICIAL) !== 0 || people.some((p) => p.title !== null)
  for (const [where, found, hits] of [
    ['title', inTitle, titleHits],
    ['lead', inLead, leadHits],
  ] as const) {
    const visit = officials && (found & VISIT) !== 0 ? hits[0]!.at : Infinity
    const meeting = (found & MEETING) !== 0 && (officials || meetingSpeaks(text, body)) ? hits[1]!.at : Infinity
    if (visit < meeting)
      return is('leader-report', `the ${where} tells of an official on the ground (${hits[0]!.phrase})`)
    if (meeting < Infinity) return is('meeting-report', `the ${where} tells of a meeting (${hits[1]!.phrase})`)
  }
  if (officials && (((inTitle | inLead) & SPEECH) !== 0 || speaks(text)))
    return is('leader-report', 'an official speaks')
  if (meetingSpeaks(text, body)) return is('meeting-report', 'a meeting speaks')
  if (people.length > 0 && speaks(text)) return is('leader-report', 'a named person speaks')
  return is('other', 'no official and no meeting speaks or acts')
}

let speaking: ReadonlySet<string> | undefined

/** 会议强调, 会议指出 … anywhere. */
function meetingSpeaks(text: string, body: readonly Span<'clean'>[]): boolean {
  speaking ??= new Set(signals.meetingSpeaks.verbs)
  for (let at = text.indexOf('会议', body[0]?.start ?? 0); at >= 0; at = text.indexOf('会议', at + 2))
    if (speaking.has(text.slice(at + 2, at + 4))) return true
  return false
}

const speaks = (text: string): boolean => text.includes('强调') || text.includes('指出') || text.includes('要求')
