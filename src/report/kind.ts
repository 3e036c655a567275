import signals from '../../data/report/kinds.json' with { type: 'json' }
import type { Span } from '../text/span'
import { type PairSignals, pairSignals } from './pair-signals'
import type { Person, ReportKind } from './report'

/** What kind of document a text is and why, most telling reason first. */
export interface Kind {
  readonly kind: ReportKind
  readonly reasons: readonly string[]
}

export interface KindSources {
  readonly text: string
  readonly title: string | null
  readonly body: readonly Span<'clean'>[]
  /** Code points of the body without white space. */
  readonly characters: number
  /** The head of the text names a day, a relative day, or has a dateline. */
  readonly timed: boolean
  readonly people: readonly Person[]
  /** What cleaning took out of the page. */
  readonly furniture: readonly string[]
}

/** Below this a page holds no story (a stub, a page of tags). */
const STUB = 80
const LEAD = 300
/** Pieces of fiction's voice in the first part of a text before it is called a novel. */
const NOVEL_VOICES = 4
const NOVEL_READ = 3000

const VISIT = 1
const MEETING = 2
const OFFICIAL = 4
const SPEECH = 8
let lead: PairSignals | undefined

/**
 * Tells reports of leaders and meetings from what else a search for them returns: novels about officials, speeches and texts to copy,
 * policy documents, government work reports, commentary, stubs. A text is refused only on signs of another kind; a text without such
 * signs in which nobody in office acts or speaks is `other`.
 */
export function judgeKind(sources: KindSources): Kind {
  if (sources.characters < STUB) return { kind: 'stub', reasons: [`${sources.characters} characters`] }
  return novel(sources) ?? speechOrDocument(sources) ?? commentary(sources) ?? report(sources)
}

const is = (kind: ReportKind, ...reasons: string[]): Kind => ({ kind, reasons })

function novel({ text, title, body, furniture, timed }: KindSources): Kind | null {
  const page = furniture.length ? phraseIn(furniture.join('\n'), signals.novelPage.phrases) : null
  if (page) return is('novel', `the page says ${page}`)
  if (title && /^.{0,20}第[零一二三四五六七八九十百千\d]{1,6}[章回卷]/.test(title) && !/总则|附则/.test(text.slice(0, 200)))
    return is('novel', 'the title is numbered as a chapter')
  for (let i = 0; i < Math.min(body.length, 3); i++)
    if (startsChapter(text, body[i]!.start)) return is('novel', 'a paragraph is headed as a chapter')
  // A dated lead and no talk at the head of paragraphs: no need to listen for fiction's voice.
  let talk = 0
  for (const { start } of body) if (text.charCodeAt(start) === 0x201c) talk++
  if (timed && talk * 4 < body.length) return null
  const head = text.slice(0, NOVEL_READ)
  const voices = signals.novelVoice.phrases.filter((phrase) => head.includes(phrase))
  if (voices.length >= (timed ? NOVEL_VOICES + 2 : NOVEL_VOICES)) return is('novel', `speaks like fiction: ${voices.slice(0, 4).join(' ')}`)
  return null
}

/** 第十二章 at the head of a paragraph, but not 第一章 总则. */
function startsChapter(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x7b2c && /^第[零一二三四五六七八九十百千\d]{1,6}[章回](?!.{0,4}(?:总则|附则|规定))/.test(text.slice(at, at + 20))
  )
}

function speechOrDocument(sources: KindSources): Kind | null {
  const { text, title, body } = sources
  if (title?.includes('政府工作报告') && !/解读|讨论|审议|热议|学习|征求/.test(title) && opensWith(text, body, '各位代表', body.length) >= 0)
    return is('work-report', 'titled 政府工作报告 and addressed to 各位代表')
  const first = body.slice(0, 6)
  const head = text.slice(0, 600)
  if (opensWith(text, first, '各位代表', first.length) >= 0)
    return is('work-report', 'addressed to 各位代表')
  if (opensWith(text, first, '同志们', first.length) >= 0 && !sources.timed) return is('template', 'a speech addressed to 同志们, not a report of one')
  const titled = title === null ? null : phraseIn(title, signals.templateTitle.phrases)
  if (titled && !/印发|部署|召开|强调|调研|会议/.test(title!)) return is('template', `titled ${titled}`)
  const masked = maskedPlaces(head)
  const offered = phraseIn(head, signals.templatePage.phrases) ?? phraseIn(text.slice(-300), signals.templatePage.phrases)
  if (masked >= 2) return is('template', 'names and places are masked', ...(offered ? [`the page says ${offered}`] : []))
  if (offered && !sources.timed) return is('template', `the page says ${offered}`)
  return policy(sources, head)
}

/** XX市, ××县, 某某区, *市: places left open for the writer to fill in. */
function maskedPlaces(head: string): number {
  let found = 0
  for (let i = 0; i < head.length - 1; i++) {
    const c = head.charCodeAt(i)
    if (c !== 0x58 && c !== 0x78 && c !== 0xd7 && c !== 42 && c !== 0x67d0) continue
    let end = i + 1
    while (head.charCodeAt(end) === c) end++
    if ((end - i >= 2 || c === 42 || c === 0xd7) && '市县区镇乡村省州局委同书公单部街'.includes(head[end] ?? ' ')) found++
    i = end - 1
  }
  return found
}

function policy({ text, title, body, timed }: KindSources, head: string): Kind | null {
  const reasons: string[] = []
  if (opensWith(text, body, '第一条', 12) >= 0) reasons.push('divided into articles (第一条)')
  const number = /[〔[［(（]20\d\d[〕\]］)）]\s?第?\d{1,4}号/.exec(head.slice(0, 200))
  if (number && !timed) reasons.push(`bears a document number (${number[0]})`)
  if (body.slice(0, 4).some((p) => addresses(text, p))) reasons.push('addressed to lower offices')
  const ending = title === null ? undefined : signals.policyTitle.endings.find((e) => title.endsWith(e))
  if (ending && !timed) reasons.push(`titled …${ending}`)
  const strong = reasons.length >= 2 || (reasons.length === 1 && !timed)
  return strong ? is('policy-text', ...reasons) : null
}

/** A short paragraph that names offices and ends in a colon: 各县（市、区）人民政府，市直各部门： */
function addresses(text: string, p: Span<'clean'>): boolean {
  const last = text.charCodeAt(p.end - 1)
  if ((last !== 0xff1a && last !== 0x3a) || p.end - p.start > 120) return false
  return /^(?:各|市直|县直|区直|省直)[^。]*(?:政府|部门|单位|委员会|机构|办事处|公司)/.test(text.slice(p.start, p.end))
}

function commentary({ text, title, body }: KindSources): Kind | null {
  if (title !== null) {
    const ending = signals.commentaryTitle.endings.find((e) => title.endsWith(e))
    if (ending) return is('commentary', `titled …${ending}`)
    const bar = title.search(/[丨|｜│:：】]/)
    const rubric = bar > 0 ? title.slice(0, bar).replace(/^[【[]/, '') : ''
    if (rubric !== '' && signals.commentaryTitle.openings.some((o) => rubric.endsWith(o))) return is('commentary', `under the heading ${rubric}`)
  }
  const byline = phraseIn(text.slice(0, (body[0]?.start ?? 0) + 40), signals.commentaryByline.phrases)
  if (byline) return is('commentary', `signed ${byline}`)
  let questions = 0
  for (const { start } of body) {
    const c = text.charCodeAt(start)
    if ((c === 0x95ee || c === 0x7b54) && (text[start + 1] === '：' || text[start + 1] === ':')) questions++
  }
  return questions >= 4 ? is('commentary', 'questions and answers') : null
}

function report({ text, title, body, people }: KindSources): Kind {
  lead ??= pairSignals([signals.visit.words, signals.meeting.words, signals.official.words, signals.speech.words])
  const inTitle = title === null ? 0 : lead.scan(title, 0, title.length)
  const first = body[0]
  const inLead = first ? lead.scan(text, first.start, Math.min(first.end, first.start + LEAD)) : 0
  const both = inTitle | inLead
  const officials = people.some((p) => p.title !== null) || (both & OFFICIAL) !== 0
  if (officials && (inTitle & VISIT) !== 0 && (inTitle & MEETING) === 0) return is('leader-report', 'the title tells of an official on the ground')
  if ((inTitle & MEETING) !== 0 && (inTitle & VISIT) === 0 && (officials || meetingSpeaks(text))) return is('meeting-report', 'the title tells of a meeting')
  if (officials && (inLead & VISIT) !== 0) return is('leader-report', 'the lead tells of an official on the ground')
  if ((both & MEETING) !== 0 && (officials || meetingSpeaks(text))) return is('meeting-report', 'the lead tells of a meeting')
  if (officials && ((both & SPEECH) !== 0 || speaks(text))) return is('leader-report', 'an official speaks')
  if (meetingSpeaks(text)) return is('meeting-report', 'a meeting speaks')
  if (people.length > 0 && speaks(text)) return is('leader-report', 'a named person speaks')
  return is('other', 'no official and no meeting speaks or acts')
}

const meetingSpeaks = (text: string): boolean => signals.meetingSpeaks.phrases.some((p) => text.includes(p))
const speaks = (text: string): boolean => text.includes('强调') || text.includes('指出') || text.includes('要求')

function opensWith(text: string, paragraphs: readonly Span<'clean'>[], words: string, most: number): number {
  for (let i = 0; i < Math.min(paragraphs.length, most); i++) if (text.startsWith(words, paragraphs[i]!.start)) return i
  return -1
}

const phraseIn = (text: string, phrases: readonly string[]): string | null => phrases.find((p) => text.includes(p)) ?? null
