import { type Head, isWish, readBare } from './bare-imperative'
import { isFuture, isStatement, skipTime } from './clause-kind'
import { findOpener } from './opener'
import type { Clause, Range } from './paragraph'
import type { RefusalClass } from './refusal'
import { classOfStatement, segments } from './segment'
import { type Speech, type Unit, unitOf } from './unit'

/** Where the reader of content puts what it finds. */
export interface ContentSink {
  readonly unit: Unit | null
  open(unit: Unit): void
  extend(end: number, open: boolean): void
  close(): void
  refuse(start: number, end: number, why: RefusalClass, rule: string): void
}

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
  let first = head !== 'none'
  for (const s of segments(text, clauses, opaque)) {
    const opening = findOpener(text, clauses, s.from, s.to, opaque, sink.unit !== null)
    if (opening) {
      sink.close()
      if (opening.start > s.start) sink.refuse(s.start, opening.start, classOfStatement(s), 'frame')
      if (speech.type === 'exhort' && isWish(s, opening.start)) sink.refuse(s.start, s.end, 'wish', 'addressee')
      else sink.open(unitOf(opening, paragraph, speech, s.end, s.open))
    } else if (first) {
      sink.close()
      const bare = readBare(s, speech, head)
      if ('why' in bare) sink.refuse(s.start, s.end, bare.why, bare.rule)
      else
        sink.open({
          ...bare,
          paragraph,
          start: s.start,
          end: s.end,
          speech,
          at: s.start,
          enumerator: null,
          segments: 1,
          open: s.open,
        })
    } else if (isFuture(text, skipTime(text, s.start, s.end), s.end)) {
      sink.close()
      sink.refuse(s.start, s.end, 'plan-of-speaker', 'future')
    } else if (isStatement(text, clauses, s.from, s.to, opaque, sink.unit !== null)) {
      sink.close()
      sink.refuse(s.start, s.end, classOfStatement(s), 'statement')
    } else if (sink.unit) sink.extend(s.end, s.open)
    else sink.refuse(s.start, s.end, 'no-opener', 'elaboration-without-unit')
    first = false
  }
}
