import { addresseeEnd, isAddressee } from './addressee'
import { imperativeAt, isAdjunct, isFuture, isStatement, skipTime, strongImperativeAt, verbAt } from './clause-kind'
import { findOpener, openerOfClause } from './opener'
import type { Clause, Range } from './paragraph'
import type { RefusalClass } from './refusal'
import { type Speech, type Unit, unitOf } from './unit'
import { findWord, words } from './words'
import { isCondition } from './yao'

/** Where the reader of content puts what it finds. */
export interface ContentSink {
  readonly unit: Unit | null
  open(unit: Unit): void
  extend(end: number, open: boolean): void
  close(): void
  refuse(start: number, end: number, why: RefusalClass, rule: string): void
}

/** How a stretch of attributed speech begins. */
export type Head =
  /** It goes on from before. */
  | 'none'
  /** Directly after the reporting verb, with a mark between. */
  | 'marked'
  /** Directly after the reporting verb, in its clause (要求各部门加强). */
  | 'direct'
  /** At the head of a paragraph that goes on with the speech. */
  | 'paragraph'

/**
 * Reads attributed speech segment by segment (codebook §1): an opener opens a unit, what has no opener of its own elaborates
 * the open unit, a statement with a subject of its own ends it.
 */
export function readContent(
  text: string,
  clauses: readonly Clause[],
  opaque: readonly Range[],
  speech: Speech,
  paragraph: number,
  head: Head,
  sink: ContentSink,
): void {
  let first = true
  for (let from = 0; from < clauses.length; ) {
    const to = segmentEnd(text, clauses, from, opaque)
    const last = clauses[to - 1]!
    const open = last.mark === 'none'
    const end = open || last.mark === 'quote' ? last.end : last.markEnd
    const start = clauses[from]!.start
    const opening = findOpener(text, clauses, from, to, opaque, sink.unit !== null)
    if (opening) {
      sink.close()
      if (opening.start > start && opening.at > start)
        sink.refuse(start, opening.start, stated(text, clauses, from, to), 'frame')
      if (speech.type === 'exhort' && isWish(text, opening.start, end)) sink.refuse(start, end, 'wish', 'addressee')
      else sink.open(unitOf(opening, paragraph, speech, end, open))
    } else if (first && head !== 'none') {
      sink.close()
      openBare(text, clauses, from, to, end, open, opaque, speech, paragraph, head, sink)
    } else if (isFuture(text, skipTime(text, start, last.end), last.end)) {
      sink.close()
      sink.refuse(start, end, 'plan-of-speaker', 'future')
    } else if (isStatement(text, clauses, from, to, opaque, sink.unit !== null)) {
      sink.close()
      sink.refuse(start, end, stated(text, clauses, from, to), 'statement')
    } else if (sink.unit) sink.extend(end, open)
    else sink.refuse(start, end, 'no-opener', 'elaboration-without-unit')
    first = false
    from = to
  }
}

/** A segment ends at 。and ；, and at ： where an opener or a list follows. */
function segmentEnd(text: string, clauses: readonly Clause[], from: number, opaque: readonly Range[]): number {
  for (let k = from; k < clauses.length; k++) {
    const c = clauses[k]!
    if (c.mark === 'stop' || c.mark === 'semicolon') return k + 1
    const next = clauses[k + 1]
    if (c.mark === 'colon' && next && openerOfClause(text, next, opaque)?.enumerator) return k + 1
  }
  return clauses.length
}

/** The first piece of attributed speech has no opener: a bare imperative, a pivot, or no instruction at all. */
function openBare(
  text: string,
  clauses: readonly Clause[],
  from: number,
  to: number,
  end: number,
  open: boolean,
  opaque: readonly Range[],
  speech: Speech,
  paragraph: number,
  head: Head,
  sink: ContentSink,
): void {
  const w = words()
  const c = clauses[from]!
  const at = skipTime(text, c.start, c.end)
  const refuse = (why: RefusalClass, rule: string) => sink.refuse(c.start, end, why, rule)
  if (text[end - 1] === '？' || text[end - 1] === '?') return refuse('question', 'question-mark')
  if (isFuture(text, at, c.end)) return refuse('plan-of-speaker', 'future')
  const pivot = speech.type === 'exhort' || (head === 'direct' && speech.type === 'order')
  if (pivot && isWish(text, c.start, end) && speech.type === 'exhort') return refuse('wish', 'addressee')
  if (pivot && end - c.start < 4) return refuse('empty-order', 'no-content')
  if (speech.type === 'say') return refuse(stated(text, clauses, from, to), 'plain-speech')
  const statement = isStatement(text, clauses, from, to, opaque, false)
  const toEnd = pivot ? addresseeEnd(text, c.start, c.end, opaque) : -1
  const addressed = toEnd > 0 || addresseeEnd(text, at, c.end, opaque) > 0
  const emphasis = speech.cue !== null && w.emphasis.has(speech.cue)
  if (statement && !(pivot && !emphasis)) return refuse(stated(text, clauses, from, to), 'statement')
  const imperative = imperativeAt(text, at, c.end) > 0
  const fits =
    speech.type === 'exhort' || speech.type === 'order'
      ? !emphasis || imperative || addressed
      : verbAt(text, at, c.end) ||
        (imperative && head === 'paragraph') ||
        (imperative && endsAsVerbPhrase(text, clauses, from, to))
  if (!fits) return refuse(stated(text, clauses, from, to), 'no-imperative')
  const word = w.modals.at(text, at, c.end) ?? w.headWords.at(text, at, c.end)
  const addressee = toEnd > 0 && isAddressee(text, c.start, toEnd) ? { start: c.start, end: toEnd } : null
  sink.open({
    paragraph,
    start: c.start,
    end,
    speech,
    opener: pivot ? speech.cue : (word?.word ?? w.imperatives.at(text, at, c.end)?.word ?? null),
    at,
    addressee,
    force: speech.type === 'exhort' ? 'exhort' : (word?.value ?? 'require'),
    enumerator: null,
    opening: pivot && addressee ? 'pivot' : 'bare',
    segments: 1,
    open,
  })
}

/** A clause that begins with a preposition is an imperative where the next one begins with a verb, or where a verb stands in it. */
function endsAsVerbPhrase(text: string, clauses: readonly Clause[], from: number, to: number): boolean {
  if (!isAdjunct(text, clauses[from]!)) return true
  const next = clauses[from + 1]
  return next !== undefined && from + 1 < to && strongImperativeAt(text, next.start, next.end)
}

/** 希望 addressed to superiors, partners and guests, or without a person who could be told to act. */
function isWish(text: string, start: number, end: number): boolean {
  const hit = words().wished.at(text, start, end)
  return hit !== undefined
}

/** The class of a piece that states. */
function stated(text: string, clauses: readonly Clause[], from: number, to: number): RefusalClass {
  const w = words()
  const start = clauses[from]!.start
  const end = clauses[to - 1]!.end
  const condition = w.yaoWords.at(text, start, end)
  if (condition && isCondition(condition.word)) return 'principle'
  for (let i = start; i < Math.min(end, start + 14); i++)
    if (text[i] === '将' && isFuture(text, i, end)) return 'plan-of-speaker'
  if (findWord(w.evaluation, text, start, end) >= 0) return 'evaluation'
  if (text.indexOf('是', start) >= 0 && text.indexOf('是', start) < end) return 'principle'
  return 'statement'
}
