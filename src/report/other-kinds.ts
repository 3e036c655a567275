import signals from '../../data/report/kinds.json' with { type: 'json' }
import type { Span } from '../text/span'
import { type FollowWords, followWords } from './follow-words'
import { type Hit, type PhraseScan, phraseScan } from './phrase-scan'
import type { Person, ReportKind } from './report'

/** What kind of document a text is and why, most telling reason first. */
export interface Kind {
  readonly kind: ReportKind
  readonly reasons: readonly string[]
}

export interface KindSources {
  readonly text: string
  readonly title: string | null
  /** Behind the dateline. */
  readonly body: readonly Span<'clean'>[]
  /** Code points of the body without white space. */
  readonly characters: number
  /** The head of the text names a day, a relative day, or has a dateline: so does news, and hardly anything else does. */
  readonly timed: boolean
  readonly people: readonly Person[]
  /** What cleaning took out of the page. */
  readonly furniture: readonly string[]
  /** Names of columns that stood before the title (时评丨). */
  readonly columns: readonly string[]
}

/** Pieces of fiction's voice in the first part of a text before it is called a novel. */
const NOVEL_VOICES = 4
const NOVEL_READ = 3000
/** Head and tail of a text in which a page says what it offers. */
const HEAD = 600
const TAIL = 300

const is = (kind: ReportKind, ...reasons: string[]): Kind => ({ kind, reasons })

/** Chapters of fiction: the page's own furniture, a chapter's heading, or a voice that news does not have. */
export function novel({ text, title, body, furniture, timed }: KindSources): Kind | null {
  const page = furniture.length ? phraseIn(furniture.join('\n'), signals.novelPage.phrases) : null
  const said = page ?? edgeSays(text, body)
  if (said) return is('novel', `the page says ${said}`)
  if (
    title?.includes('第') &&
    /^(?:[^《》]{1,20}\s)?第[零一二三四五六七八九十百千\d]{1,6}[章回](?!.{0,4}(?:总则|附则))/.test(title)
  )
    return is('novel', 'the title is numbered as a chapter')
  for (let i = 0; i < Math.min(body.length, 3); i++)
    if (startsChapter(text, body[i]!.start)) return is('novel', 'a paragraph is headed as a chapter')
  // A dated lead and no talk at the head of paragraphs: no need to listen for fiction's voice.
  let talk = 0
  for (const { start } of body) if (text.charCodeAt(start) === 0x201c) talk++
  if (timed && talk * 4 < body.length) return null
  const head = text.slice(0, NOVEL_READ)
  const voices = signals.novelVoice.phrases.filter((phrase) => head.includes(phrase))
  const needed = timed ? NOVEL_VOICES + 2 : NOVEL_VOICES
  return voices.length >= needed ? is('novel', `speaks like fiction: ${voices.slice(0, 4).join(' ')}`) : null
}

/** Links between chapters, where they are still the last lines of the text. */
function edgeSays(text: string, body: readonly Span<'clean'>[]): string | null {
  for (let i = Math.max(0, body.length - 2); i < body.length; i++) {
    const { start, end } = body[i]!
    if (end - start > 40) continue
    const phrase = phraseIn(text.slice(start, end), signals.novelPage.phrases)
    if (phrase) return phrase
  }
  return null
}

/** 第十二章 at the head of a paragraph, but not 第一章 总则. */
function startsChapter(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x7b2c) return false
  return /^第[零一二三四五六七八九十百千\d]{1,6}[章回](?!.{0,4}(?:总则|附则|规定))/.test(text.slice(at, at + 20))
}

/** Reports of governments to people's congresses: addressed to 各位代表. */
export function workReport({ text, body }: KindSources): Kind | null {
  return opensWith(text, body, '各位代表', 8) ? is('work-report', 'addressed to 各位代表') : null
}

let offers: PhraseScan | undefined

/** Speeches and texts to copy: addressed to an audience, named after their kind, offered for download, or with places left open. */
export function template({ text, title, body, timed }: KindSources): Kind | null {
  if (!timed && opensWith(text, body, '同志们', 6))
    return is('template', 'a speech addressed to 同志们, not a report of one')
  const masked = maskedPlaces(text)
  if (masked >= 2) return is('template', 'names of places are masked')
  if (timed) return null
  const titled = title === null ? null : phraseIn(title, signals.templateTitle.phrases)
  if (titled && !/印发|部署|召开|强调|调研|会议/.test(title!)) return is('template', `titled ${titled}`)
  offers ??= phraseScan([signals.templatePage.phrases])
  const first: (Hit | undefined)[] = []
  offers.scan(text, 0, Math.min(HEAD, text.length), first)
  if (text.length > HEAD) offers.scan(text, Math.max(HEAD, text.length - TAIL), text.length, first)
  if (first[0]) return is('template', `the page says ${first[0].phrase}`)
  return numberedGenerically({ text, body })
    ? is('template', 'numbered heads, no day, no names: written for any place')
    : null
}

/** XX市, ××县, *市: places left open for the writer to fill in. */
function maskedPlaces(text: string): number {
  const head = text.slice(0, HEAD)
  if (
    !head.includes('XX') &&
    !head.includes('××') &&
    !head.includes('xx') &&
    !head.includes('*') &&
    !head.includes('某某')
  )
    return 0
  return [...head.matchAll(/(?:X{2,}|x{2,}|×+|\*+|某某)[省市县区镇乡村州局委部厅](?![a-zA-Z])/g)].length
}

/** Three or more 一、 二、 三、 heads without a date and without anybody's name: a pattern for reports, not one. */
function numberedGenerically({ text, body }: { text: string; body: readonly Span<'clean'>[] }): boolean {
  let heads = 0
  for (const { start } of body)
    if (text.charCodeAt(start + 1) === 0x3001 && '一二三四五六七'.includes(text[start]!)) heads++
  return (
    heads >= 3 &&
    !/(?:19|20)\d\d年|\d{1,2}月\d{1,2}日/.test(text) &&
    !/(?:书记|市长|县长|区长|会议)(?:强调|指出|要求)/.test(text)
  )
}

/** Rules, notices and plans: articles, a document number, an address to lower offices, the name of a kind of document. */
export function policyText({ text, title, body, timed }: KindSources): Kind | null {
  const reasons: string[] = []
  if (opensWith(text, body, '第一条', 12)) reasons.push('divided into articles (第一条)')
  for (let i = 0; i < Math.min(4, body.length); i++)
    if (addresses(text, body[i]!)) {
      reasons.push('addressed to lower offices')
      break
    }
  if (!timed) {
    const number = /[〔[［(（]20\d\d[〕\]］)）]\s?第?\d{1,4}号/.exec(text.slice(0, 200))
    if (number) reasons.push(`bears a document number (${number[0]})`)
    const ending = title === null ? undefined : signals.policyTitle.endings.find((e) => title.endsWith(e))
    if (ending) reasons.push(`titled …${ending}`)
  }
  return reasons.length >= (timed ? 2 : 1) ? is('policy-text', ...reasons) : null
}

/** A short paragraph that names offices and ends in a colon: 各县（市、区）人民政府，市直各部门： */
function addresses(text: string, p: Span<'clean'>): boolean {
  const last = text.charCodeAt(p.end - 1)
  if ((last !== 0xff1a && last !== 0x3a) || p.end - p.start > 120) return false
  return /^(?:各|市|县|区|省)[^。]*(?:政府|部门|单位|委员会|机构|办事处|公司)/.test(text.slice(p.start, p.end))
}

let titleEndings: FollowWords | undefined

/** Opinion, interviews and reviews: the rubric in the title, the byline, or questions and answers. */
export function commentary({ text, title, body, columns }: KindSources): Kind | null {
  for (const column of columns) {
    const opening = signals.commentaryTitle.openings.find((o) => column.includes(o))
    if (opening) return is('commentary', `under the heading ${opening}`)
  }
  if (title !== null) {
    titleEndings ??= followWords(signals.commentaryTitle.endings)
    const ending = titleEndings.endingAt(title, title.length, 0)
      ? signals.commentaryTitle.endings.find((e) => title.endsWith(e))
      : undefined
    if (ending) return is('commentary', `titled …${ending}`)
    const rubric = rubricOf(title)
    if (rubric !== null && signals.commentaryTitle.openings.some((o) => rubric.endsWith(o)))
      return is('commentary', `under the heading ${rubric}`)
  }
  const from = text.indexOf('评论员', 0)
  const byline =
    from >= 0 && from < (body[0]?.start ?? 0) + 40
      ? phraseIn(text.slice(0, from + 40), signals.commentaryByline.phrases)
      : null
  if (byline) return is('commentary', `signed ${byline}`)
  let questions = 0
  for (const { start } of body) {
    const c = text.charCodeAt(start)
    if ((c === 0x95ee || c === 0x7b54) && (text[start + 1] === '：' || text[start + 1] === ':')) questions++
  }
  return questions >= 4 ? is('commentary', 'questions and answers') : null
}

// 丨 | ｜ │ : ： 】
const endsRubric = (c: number): boolean =>
  c === 0x4e28 || c === 0x7c || c === 0xff5c || c === 0x2502 || c === 0x3a || c === 0xff1a || c === 0x3011

/** What stands before a title's bar, colon or closing bracket. */
function rubricOf(title: string): string | null {
  const limit = Math.min(title.length, 14)
  for (let i = 1; i < limit; i++)
    if (endsRubric(title.charCodeAt(i)))
      return title[0] === '【' || title[0] === '[' ? title.slice(1, i) : title.slice(0, i)
  return null
}

function opensWith(text: string, paragraphs: readonly Span<'clean'>[], words: string, most: number): boolean {
  const limit = Math.min(paragraphs.length, most)
  for (let i = 0; i < limit; i++) if (text.startsWith(words, paragraphs[i]!.start)) return true
  return false
}

const phraseIn = (text: string, phrases: readonly string[]): string | null =>
  phrases.find((p) => text.includes(p)) ?? null
