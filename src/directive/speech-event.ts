import actors from '../../data/directive/actors.json'
import { isAddressee } from './addressee'
import type { Cast } from './cast'
import { imperativeAt } from './clause-kind'
import { hasOpening } from './content'
import { announcedCount } from './enumerator'
import { type Clause, type ParsedParagraph, type Sentence, skipOpaque } from './paragraph'
import { clauseSubject, type Subject, subjectBefore } from './subject'
import { type CueType, words } from './words'
import { isFreeYao } from './yao'

/** A reporting verb with what is printed around it. Whose speech it is where no subject is printed, the walk decides. */
export interface SpeechEvent {
  readonly cue: string
  readonly type: CueType
  readonly start: number
  readonly end: number
  /** Clause that holds the verb. */
  readonly clause: number
  readonly subject: Subject | undefined
  /** 并, 同时, 还 … or an adjunct (调研时) stands directly before the verb: a new act of speech, whatever came before. */
  readonly marked: boolean
  /** Clause in which the content begins; the sentence's end where it begins only after the sentence. */
  readonly contentClause: number
  readonly contentStart: number
  /** The content follows in the verb's own clause, without a mark (强调要, 要求各部门). */
  readonly direct: boolean
  readonly announced: number | null
  /** The verb has an object and no content (强调了…的重要性; 提出明确要求), or opens thanks. */
  readonly empty: 'importance' | 'announcement' | 'thanks' | null
}

/** The reporting verbs of a sentence, in order. Verbs inside quoted speech are left to the quotation. */
export function speechEvents(text: string, p: ParsedParagraph, sentence: Sentence, cast: Cast): SpeechEvent[] {
  const w = words()
  const events: SpeechEvent[] = []
  for (let k = sentence.from; k < sentence.to; k++) {
    const c = p.clauses[k]!
    if (c.quote >= 0) {
      const wish = wishAt(text, c)
      if (wish) events.push(quotedWish(wish, c, k))
      continue
    }
    for (let i = c.start; i < c.end; i++) {
      if (!w.cueStart[text.charCodeAt(i)]) continue
      const skipped = skipOpaque(p.opaque, i)
      if (skipped > i) {
        i = skipped - 1
        continue
      }
      const hit = w.cues.at(text, i, c.end)
      if (!hit) continue
      if (hit.value !== 'not-a-cue') {
        const event = eventAt(text, p, sentence, k, c, i, hit.word, hit.value, cast)
        if (event) {
          const last = events.at(-1)
          if (last && last.direct && last.contentStart >= event.start - 3 && last.clause === k) events.pop()
          events.push(event)
          if (event.direct || event.empty || event.announced !== null || event.end < c.end) break
        }
      }
      i += hit.word.length - 1
    }
  }
  return events
}

/** 希望 at the head of a clause of quoted speech: it reports itself. */
function wishAt(text: string, c: Clause): string | undefined {
  const hit = words().cues.at(text, c.start, c.end)
  return hit?.value === 'exhort' && c.start + hit.word.length < c.end ? hit.word : undefined
}

const quotedWish = (cue: string, c: Clause, clause: number): SpeechEvent => ({
  cue,
  type: 'exhort',
  start: c.start,
  end: c.start + cue.length,
  clause,
  subject: undefined,
  marked: false,
  contentClause: clause,
  contentStart: c.start + cue.length,
  direct: true,
  announced: null,
  empty: null,
})

function eventAt(
  text: string,
  p: ParsedParagraph,
  sentence: Sentence,
  k: number,
  c: Clause,
  at: number,
  cue: string,
  type: CueType,
  cast: Cast,
): SpeechEvent | undefined {
  const w = words()
  if (at > c.start && text[at - 1] === '要' && isFreeYao(text, at - 1, c.end)) return undefined
  if (at > c.start && '所的'.includes(text[at - 1]!)) return undefined
  const left = readLeft(text, c, at, cue, type, cast)
  if (!left) return undefined
  const end = at + cue.length
  const base = { cue, type, start: at, end, clause: k, ...left, announced: null, empty: null }
  if (end >= c.end) {
    const next = k + 1
    if (c.mark === 'semicolon') return undefined
    if (c.mark === 'none' && type !== 'order' && type !== 'state') return undefined
    const content = next < sentence.to ? p.clauses[next]!.start : c.markEnd
    return { ...base, contentClause: next, contentStart: content, direct: false }
  }
  const rest = text[end]!
  if (w.thanks.at(text, end, c.end))
    return { ...base, contentClause: k, contentStart: end, direct: true, empty: 'thanks' }
  if (isFreeYao(text, end, c.end) || w.modals.at(text, end, c.end))
    return { ...base, contentClause: k, contentStart: end, direct: true }
  const object = w.emptyObject.before(text, c.end, end)
  if (object && (type === 'state' || rest === '了')) {
    const next = k + 1
    return {
      ...base,
      contentClause: next,
      contentStart: next < sentence.to ? p.clauses[next]!.start : c.markEnd,
      direct: false,
      announced: announcedCount(text.slice(end, c.end)),
      empty: c.mark === 'colon' ? null : 'announcement',
    }
  }
  if (type === 'state' && !(cue === '指出' && text[end] !== '了' && text[end] !== '的')) return undefined
  if ('了过'.includes(rest) && type === 'say') return undefined
  if ('了过'.includes(rest)) return { ...base, contentClause: k, contentStart: end, direct: true, empty: 'importance' }
  if ('的、和与及性者并或书函力'.includes(rest)) return undefined
  if (w.markOnly.has(cue)) return undefined
  if (type === 'state') return { ...base, contentClause: k, contentStart: end, direct: true }
  if (
    (type === 'exhort' || type === 'order') &&
    (c.mark === 'colon' || c.mark === 'quote') &&
    isAddressee(text, end, c.end)
  ) {
    const next = k + 1
    const content = next < sentence.to ? p.clauses[next]!.start : c.markEnd
    return { ...base, contentClause: next, contentStart: content, direct: false }
  }
  const fits =
    type === 'exhort' ||
    (type === 'order' && !w.emphasis.has(cue)) ||
    imperativeAt(text, end, c.end) > 0 ||
    hasOpening(text, end, c.end, p.opaque)
  return { ...base, contentClause: k, contentStart: end, direct: true, empty: fits ? null : 'importance' }
}

/** What stands between the start of the clause and the verb: a subject, an adjunct, nothing; undefined where the cue is no verb here. */
function readLeft(
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
  const marked = to < at
  if (to <= c.start && marked && w.subjectOnly.has(cue)) return undefined
  if (type === 'say' && w.chorus.before(text, at, c.start) && !clauseSubject(text, c.start, to, cast))
    return { subject: { kind: 'audience', form: text.slice(c.start, to), end: to }, marked }
  if (to <= c.start) return { subject: undefined, marked }
  const printed = subjectBefore(text, to, c.start, cast)
  const named = printed?.kind === 'official' || printed?.kind === 'pronoun'
  if (!named && !w.subjectOnly.has(cue) && isTopic(text, afterConjunction(text, c.start, to), to))
    return { subject: undefined, marked: true }
  if (printed) {
    const weak = printed.kind !== 'official' && printed.kind !== 'pronoun' && printed.kind !== 'superior'
    const outer = weak ? clauseSubject(text, c.start, to, cast) : undefined
    if (printed.kind === 'meeting' && /主持|召开|出席|参加|组织/.test(printed.form))
      return { subject: outer, marked: true }
    if (printed.kind === 'group' && printed.level > 0 && w.nounable.has(cue) && to - printed.form.length > c.start)
      return undefined
    if (printed.kind !== 'official' && printed.kind !== 'pronoun' && beginsWithVerb(text, c.start, to))
      return w.nounable.has(cue) ? undefined : { subject: outer, marked: true }
    if (!outer || outer.end >= to) return { subject: printed, marked }
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
  if (suffix) return { subject: undefined, marked: true }
  if (w.nounable.has(cue) && type !== 'say') {
    const verbs = text[at - 1] === '并' || w.narrativeVerbs.at(text, c.start, to) || isTopic(text, c.start, to)
    return verbs ? { subject: undefined, marked: true } : undefined
  }
  if (type === 'say') return { subject: unnamed(text, c.start, to), marked }
  return { subject: undefined, marked: true }
}

/** 落实…全会|部署: the noun before the cue is the object of a verb; 督导组 only looks like one. */
function beginsWithVerb(text: string, start: number, end: number): boolean {
  const noun = words().actorNouns.before(text, end, start)?.word.length ?? 0
  return noun < end - start && words().imperatives.at(text, start, end - Math.max(1, noun)) !== undefined
}

/** 并就…, 同时对…: the conjunction passed over. */
function afterConjunction(text: string, at: number, end: number): number {
  const adverb = words().adverbs.at(text, at, end)
  return adverb ? at + adverb.word.length : at
}

/** Does a topic phrase (就…, 对…) begin here, and not a verb (对标…)? */
const isTopic = (text: string, at: number, end: number): boolean =>
  words().topics.at(text, at, end) !== undefined && words().imperatives.at(text, at, end) === undefined

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
