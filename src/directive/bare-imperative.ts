import { addresseeEnd, isAddressee } from './addressee'
import { imperativeAt, isAdjunct, isFuture, isStatement, skipTime, verbAt } from './clause-kind'
import type { Force } from './directive'
import type { Range } from './paragraph'
import type { RefusalClass } from './refusal'
import type { Segment } from './segment'
import type { Speech } from './unit'
import { words } from './words'

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

export interface Bare {
  readonly addressee: Range | null
  readonly opener: string | null
  readonly force: Force
  readonly opening: 'bare' | 'pivot'
}

export interface NoUnit {
  /** `null`: the class of a statement. */
  readonly why: RefusalClass | null
  readonly rule: string
}

const not = (why: RefusalClass | null, rule: string): NoUnit => ({ why, rule })

/**
 * What the first piece of attributed speech is where no opener stands in it: a pivot (勉励企业加大…), a bare imperative
 * (强调，旗帜鲜明讲政治), or no instruction.
 *
 * After a verb of instructing (要求) anything that does not state is taken as instruction; after 强调 it must begin like an imperative or
 * with those addressed; after 指出 with a verb; after 说 only an opener makes a unit.
 */
export function readBare(s: Segment, speech: Speech, head: Head): Bare | NoUnit {
  const w = words()
  const { text, clauses, opaque } = s
  const first = clauses[s.from]!
  let main = s.from
  while (main + 1 < s.to && isAdjunct(text, clauses[main]!)) main++
  const c = clauses[main]!
  const at = skipDeadline(text, skipTime(text, c.start, c.end), c.end)
  const { type, cue } = speech
  if (text[s.end - 1] === '？' || text[s.end - 1] === '?') return not('question', 'question-mark')
  if (isFuture(text, at, c.end)) return not('plan-of-speaker', 'future')
  if (type === 'say') return not(null, 'plain-speech')
  const pivot = type === 'exhort' || (head === 'direct' && type === 'order')
  if (type === 'exhort' && isWish(s, first.start)) return not('wish', 'addressee')
  const alone = s.to === s.from + 1 && addresseeEnd(text, c.start, c.end, opaque) === c.end
  if (pivot && (alone || s.end - s.start < 4)) return not('empty-order', 'no-content')
  const emphasis = cue !== null && w.emphasis.has(cue)
  const addressed = addresseeEnd(text, at, c.end, opaque) > 0
  const told = !emphasis && (pivot || (type === 'order' && addressed))
  if (!told && isStatement(text, clauses, main, s.to, opaque, false)) return not(null, 'statement')
  const coverb = imperativeAt(text, at, c.end) > 0 && !w.nounVerbs.at(text, at, c.end)
  const imperative = verbAt(text, at, c.end) || (coverb && (main === s.from || !isAdjunct(text, c)))
  const fits =
    type === 'state'
      ? verbAt(text, at, c.end) || (coverb && !isAdjunct(text, c)) || (imperative && head === 'paragraph')
      : !emphasis || imperative || addressed || w.nounVerbs.at(text, at, c.end) !== undefined
  if (!fits) return not(null, 'no-imperative')
  const word = w.modals.at(text, at, c.end) ?? w.headWords.at(text, at, c.end)
  const toEnd = pivot ? addresseeEnd(text, first.start, first.end, opaque) : -1
  const addressee = toEnd > 0 && isAddressee(text, first.start, toEnd) ? { start: first.start, end: toEnd } : null
  return {
    addressee,
    opener: pivot ? cue : (word?.word ?? w.imperatives.at(text, at, c.end)?.word ?? null),
    force: type === 'exhort' ? 'exhort' : (word?.value ?? 'require'),
    opening: pivot && addressee ? 'pivot' : 'bare',
  }
}

/** After a deadline of up to ten characters (春节前, 6月10日前, 一周内) that an imperative follows directly; else `at`. */
function skipDeadline(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + 11)
  for (let i = at + 1; i < stop; i++) if ('前内后'.includes(text[i]!) && verbAt(text, i + 1, end)) return i + 1
  return at
}

/** 希望 addressed to superiors, partners and guests, or to nobody who could be told to act. */
export const isWish = (s: Segment, start: number): boolean => words().wished.at(s.text, start, s.end) !== undefined
