import { type Head, isWish, readBare } from './bare-imperative'
import { imperativeAt, isFuture, isStatement, skipTime } from './clause-kind'
import { isJudgement, namesFailing } from './judgement'
import { findOpener, type Opening } from './opener'
import type { Range } from './paragraph'
import type { RefusalClass } from './refusal'
import { classOfStatement, type Segment } from './segment'
import { type Speech, type Unit, unitOf } from './unit'

/** Where the reader of content puts what it finds. */
export interface ContentSink {
  readonly unit: Unit | null
  /** Are refusals wanted? Else what is only needed for their class is not worked out. */
  readonly listing: boolean
  open(unit: Unit): void
  extend(end: number, open: boolean): void
  close(): void
  refuse(start: number, end: number, why: RefusalClass, rule: string): void
}

/** The opener of a segment, given whether a unit stands open before it. */
export const segmentOpener = (s: Segment, unitOpen: boolean): Opening | undefined =>
  findOpener(s.text, s.clauses, s.from, s.to, s.opaque, unitOpen)

/**
 * Reads attributed speech segment by segment (codebook §1): an opener opens a unit, what has no opener of its own elaborates
 * the open unit, a statement with a subject of its own ends it.
 *
 * @param known opener of the first segment where it has been looked for already; `null` for none
 */
export function readContent(
  list: readonly Segment[],
  speech: Speech,
  paragraph: number,
  head: Head,
  sink: ContentSink,
  known?: Opening | null,
): void {
  let first = head !== 'none'
  list.forEach((s, k) => {
    const opening = k === 0 && known !== undefined ? known : segmentOpener(s, sink.unit !== null)
    if (opening && (isJudgement(s, opening) || (speech.type !== 'order' && namesFailing(s, opening)))) {
      sink.close()
      sink.refuse(s.start, s.end, 'evaluation', 'judgement')
    } else if (opening) openUnit(s, opening, speech, paragraph, sink, first ? (speech.addressed ?? null) : null)
    else if (first) openBare(s, speech, paragraph, head, sink)
    else if (sink.unit || sink.listing) goOn(s, sink)
    first = false
  })
}

function openUnit(
  s: Segment,
  opening: Opening,
  speech: Speech,
  paragraph: number,
  sink: ContentSink,
  addressed: Range | null,
): void {
  sink.close()
  if (sink.listing && opening.start > s.start) sink.refuse(s.start, opening.start, classOfStatement(s), 'frame')
  if (speech.type === 'exhort' && isWish(s, opening.start)) sink.refuse(s.start, s.end, 'wish', 'addressee')
  else sink.open(unitOf(opening, paragraph, speech, s, addressed))
}

/** The first piece of speech has no opener. */
function openBare(s: Segment, speech: Speech, paragraph: number, head: Head, sink: ContentSink): void {
  sink.close()
  if (speech.type === 'say' && !sink.listing) return
  const bare = readBare(s, speech, head)
  if ('why' in bare) {
    if (sink.listing) sink.refuse(s.start, s.end, bare.why ?? classOfStatement(s), bare.rule)
    return
  }
  sink.open({
    ...bare,
    addressee: bare.addressee ?? speech.addressed ?? null,
    paragraph,
    start: s.start,
    end: s.end,
    speech,
    at: s.start,
    enumerator: null,
    segments: 1,
    open: s.open,
  })
}

/** A later piece has no opener: it elaborates the unit, or states and ends it. */
function goOn(s: Segment, sink: ContentSink): void {
  const states = isStatement(s.text, s.clauses, s.from, s.to, s.opaque, sink.unit !== null)
  if (isFuture(s.text, skipTime(s.text, s.start, s.end), s.end) || announces(s)) {
    sink.close()
    sink.refuse(s.start, s.end, 'plan-of-speaker', 'future')
  } else if (states) {
    sink.close()
    if (sink.listing) sink.refuse(s.start, s.end, classOfStatement(s), 'statement')
  } else if (sink.unit) sink.extend(s.end, s.open)
  else sink.refuse(s.start, s.end, 'no-opener', 'elaboration-without-unit')
}

/** Does somebody say what they themselves will do (市委、市政府将支持…)? A verb phrase before 将 is no subject. */
function announces(s: Segment): boolean {
  const first = s.clauses[s.from]!
  const at = skipTime(s.text, first.start, first.end)
  const stop = Math.min(first.end, at + 14)
  for (let i = at + 1; i < stop; i++)
    if (s.text[i] === '将' && s.text[i - 1] !== '即' && isFuture(s.text, i, first.end))
      return imperativeAt(s.text, at, first.end) === 0
  return false
}
