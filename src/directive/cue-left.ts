import actors from '../../data/directive/actors.json'
import { isNotName } from '../report/people/bare-name'
import { isFamilyName } from '../report/people/family-name'
import { titleBefore } from '../report/people/title'
import type { Cast } from './cast'
import { skipTime } from './clause-kind'
import { listFollows } from './enumerator'
import type { Clause } from './paragraph'
import { clauseSubject, type Subject, subjectBefore } from './subject'
import { type CueType, findWord, words } from './words'
import { isFreeYao } from './yao'

/** What stands between the start of the clause and the verb: a subject, an adjunct, nothing; undefined where the cue is no verb here. */
export function readLeft(
  text: string,
  c: Clause,
  at: number,
  cue: string,
  type: CueType,
  cast: Cast,
): { readonly subject: Subject | undefined; readonly marked: boolean } | undefined {
  const w = words()
  let to = at
  for (let hit = w.adverbs.before(text, to, c.start); hit; hit = w.adverbs.before(text, to, c.start)) {
    if (subjectBefore(text, to, c.start, cast)?.kind === 'official') break
    to -= hit.word.length
    if (text[to - 1] === '地' || text[to - 1] === '，') break
  }
  if (text[to - 1] === '地') to = beforeManner(text, to, c.start)
  if (to > c.start && text[to - 1] === '的') return undefined // 总书记的殷殷|嘱托: a noun
  if (w.subjectOnly.has(cue) && listFollows(text, at + cue.length, text.length) && isGiven(text, c.start, at))
    return { subject: clauseSubject(text, c.start, at, cast), marked: true }
  const marked = to < at
  if (to <= c.start && marked && w.subjectOnly.has(cue)) return undefined
  if (type === 'say' && w.chorus.before(text, at, c.start) && !clauseSubject(text, c.start, to, cast))
    return { subject: { kind: 'audience', form: text.slice(c.start, to), end: to }, marked }
  if (to <= c.start) return { subject: undefined, marked }
  const printed = subjectBefore(text, to, c.start, cast)
  const named = printed?.kind === 'official' || printed?.kind === 'pronoun'
  if (named && w.nounable.has(cue) && followsOrder(text, to - printed.form.length, c.start)) return undefined
  if (!named && !w.subjectOnly.has(cue) && isTopic(text, afterConjunction(text, c.start, to), to))
    return { subject: undefined, marked: true }
  const manner = named ? -1 : mannerEnd(text, c.start, to)
  if (manner > c.start && isTopic(text, manner + 1, to))
    // 语重心长地|对干部说
    return { subject: clauseSubject(text, c.start, manner, cast), marked: true }
  if (printed) {
    const weak = printed.kind !== 'official' && printed.kind !== 'pronoun' && printed.kind !== 'superior'
    const outer = weak ? clauseSubject(text, c.start, to, cast) : undefined
    if (printed.kind === 'meeting' && /主持|召开|出席|参加|组织/.test(printed.form))
      return { subject: outer, marked: true }
    if (printed.kind === 'group' && printed.level > 0 && w.nounable.has(cue) && to - printed.form.length > c.start)
      return undefined
    if (printed.kind !== 'official' && printed.kind !== 'pronoun' && beginsWithVerb(text, c.start, to))
      return w.nounable.has(cue) ? undefined : { subject: outer, marked: true }
    if (printed.kind === 'document' && !outer && w.nounable.has(cue) && findWord(w.imperatives, text, c.start, to) >= 0)
      return undefined // 要贯彻落实…批示|要求
    const whole = to - printed.form.length <= skipTime(text, c.start, to) // 童振轩、桂雅琴|要求
    if (!outer || outer.end >= to || (printed.kind === 'group' && whole)) return { subject: printed, marked }
  }
  if (w.subjectOnly.has(cue) && !(c.mark === 'colon' && at + cue.length === c.end && text[to - 1] === '出'))
    return undefined
  const inside = clauseSubject(text, c.start, to, cast)
  const nominal = w.nominalSuffixes.before(text, to, c.start) !== undefined && !w.nounable.has(cue)
  const suffix = nominal || w.suffixes.before(text, to, c.start) !== undefined
  if (inside) {
    const topic = isTopic(text, inside.end, to)
    if (w.nounable.has(cue) && type !== 'say' && !suffix && !topic && !marked && text[to - 1] !== '出') return undefined
    return { subject: inside, marked: true }
  }
  const actor = actorBefore(text, c.start, to, cast)
  if (actor) return { subject: actor, marked: true }
  if (suffix) return { subject: undefined, marked: true }
  if (w.nounable.has(cue) && type !== 'say') {
    const verbs = text[at - 1] === '并' || w.narrativeVerbs.at(text, c.start, to) || isTopic(text, c.start, to)
    return verbs ? { subject: undefined, marked: true } : undefined
  }
  // 拉着老人的手|说: an act of whoever is the subject of the sentence
  if (type === 'say' && text[c.start + 1] === '着') return { subject: undefined, marked: true }
  if (type === 'say') return { subject: unnamed(text, c.start, to), marked }
  return { subject: nounPhrase(text, c.start, to), marked: true }
}

/**
 * What stands before an unmistakable verb of speech and is no known subject. An agency (市应急局强调) speaks as a group; a
 * resident or a bare name is somebody else; anything longer is a verb phrase that leaves the subject dropped (实地察看进度|强调).
 */
function nounPhrase(text: string, start: number, end: number): Subject | undefined {
  const w = words()
  const form = text.slice(start, end)
  if (form.length > 14 || w.narrativeVerbs.at(text, start, end) || w.imperatives.at(text, start, end)) return undefined
  if (form.length > 2 && actors.agencyEnds.characters.includes(form.at(-1)!))
    return { kind: 'group', form, level: 0, end }
  for (
    let name = end - 2;
    name >= end - 4 && name > start;
    name-- // 省社科院研究员|白露|指出
  )
    if (titleBefore(text, name, start)?.kind === 'civil') return { kind: 'citizen', form, end }
  const somebody = unnamed(text, start, end)
  if (somebody.kind === 'citizen') return somebody
  const name = form.length <= 3 && form.length >= 2 && isFamilyName(text.charCodeAt(start)) && !isNotName(form)
  return name ? somebody : undefined
}

/** Place of the last 地 in `[start, end)`, or -1. */
function mannerEnd(text: string, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) if (text[i] === '地') return i
  return -1
}

/** 按照|章维岳|要求: the order is only referred to. */
function followsOrder(text: string, name: number, from: number): boolean {
  const start = titleBefore(text, name, from)?.start ?? name
  return words().accordingTo.before(text, start, from) !== undefined
}

/** 施工方代表|在发言中表示, 专家|就此指出: those who stand before the first adjunct of the clause. */
function actorBefore(text: string, start: number, end: number, cast: Cast): Subject | undefined {
  for (let i = start + 2; i < Math.min(end, start + 16); i++) {
    if (!actors.adjunctAfterActor.characters.includes(text[i]!)) continue
    const actor = subjectBefore(text, i, start, cast)
    return actor?.kind === 'citizen' || actor?.kind === 'audience' ? actor : undefined
  }
  return undefined
}

/** 作出|部署, 作了具体|安排, 进行|安排部署: the noun is the object of a verb of giving, up to six characters before it. */
const isGiven = (text: string, from: number, at: number): boolean =>
  /(?:[作做][出了]?|进行了?)[^，。]{0,6}$/.test(text.slice(Math.max(from, at - 10), at))

/** 落实…全会|部署: the noun before the cue is the object of a verb; 督导组 only looks like one. */
function beginsWithVerb(text: string, start: number, end: number): boolean {
  const noun = words().actorNouns.before(text, end, start)?.word.length ?? 0
  if (isFreeYao(text, start, end)) start++ // 要牢记…的|嘱托
  return noun < end - start && words().imperatives.at(text, start, end - Math.max(1, noun)) !== undefined
}

/** 并就…, 同时对…: the conjunction passed over. */
function afterConjunction(text: string, at: number, end: number): number {
  const adverb = words().adverbs.at(text, at, end)
  return adverb ? at + adverb.word.length : at
}

/** Does a topic phrase (就…, 对…) begin here, and not a verb (对标…) or those present (与会企业家)? */
const isTopic = (text: string, at: number, end: number): boolean =>
  words().topics.at(text, at, end) !== undefined &&
  words().imperatives.at(text, at, end) === undefined &&
  !text.startsWith('与会', at)

/** Somebody not known by name: a resident or company where the phrase says so. */
function unnamed(text: string, start: number, end: number): Subject {
  const form = text.slice(start, end)
  const w = words()
  for (let i = start; i < end; i++) {
    const noun = w.actorNouns.at(text, i, end)
    if (noun?.value === 'citizen') return { kind: 'citizen', form, end }
  }
  return { kind: 'unknown', form, end }
}

/** Start of an adverb of manner in 地 (语重心长地|说, 高兴地|说): at most six characters, back to a name or the clause. */
function beforeManner(text: string, to: number, from: number): number {
  const w = words()
  const adverb = w.adverbs.before(text, to - 1, from)
  if (adverb) return to - 1 - adverb.word.length
  return Math.max(from, to - 3)
}
