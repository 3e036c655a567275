import { addresseeEnd, isAddressee } from './addressee'
import { imperativeAt, isAdjunct } from './clause-kind'
import { hasOpening } from './content'
import { announcedCount } from './enumerator'
import type { ParsedParagraph, Range, Sentence } from './paragraph'
import { type CueType, words } from './words'
import { isFreeYao } from './yao'

/** Where the content of a reporting verb begins, and whether it has any. */
export interface CueRight {
  /** Clause in which the content begins; the sentence's end where it begins only after the sentence. */
  readonly clause: number
  readonly start: number
  /** The content follows in the verb's own clause, without a mark (强调要, 要求各部门). */
  readonly direct: boolean
  /** 三点要求, 四条意见: how many items are announced. */
  readonly announced: number | null
  /** The verb has an object and no content (强调了…的重要性; 提出明确要求), or opens thanks. */
  readonly empty: 'importance' | 'announcement' | 'thanks' | null
  /** Those addressed, where a mark parts them from the content (叮嘱村医，要…). */
  readonly addressed?: Range
}

type Empty = CueRight['empty']

const here = (clause: number, start: number, empty: Empty): CueRight => ({
  clause,
  start,
  direct: true,
  announced: null,
  empty,
})

/** Reads what follows the cue that ends at `end` in clause `k`; undefined where the word reports nothing. */
export function readRight(
  text: string,
  p: ParsedParagraph,
  sentence: Sentence,
  k: number,
  end: number,
  cue: string,
  type: CueType,
): CueRight | undefined {
  const w = words()
  const c = p.clauses[k]!
  const after = (announced: number | null, empty: Empty): CueRight => afterClause(p, sentence, k, announced, empty)
  if (end >= c.end) {
    if (c.mark === 'semicolon') return undefined
    if (c.mark === 'stop' && type !== 'order' && p.speech.length === 0) return undefined // 件件核实、及时回应。
    if (c.mark === 'none' && type !== 'order' && type !== 'state') return undefined
    return after(null, null)
  }
  const rest = text[end]!
  if (w.thanks.at(text, end, c.end)) return here(k, end, 'thanks')
  if (isFreeYao(text, end, c.end) || w.modals.at(text, end, c.end)) return here(k, end, null)
  if ((type === 'state' || rest === '了') && w.emptyObject.before(text, c.end, end))
    return after(announcedCount(text.slice(end, c.end)), c.mark === 'colon' ? null : 'announcement')
  if (type === 'state') return cue === '指出' && rest !== '了' && rest !== '的' ? here(k, end, null) : undefined
  if (rest === '了' || rest === '过') return type === 'say' ? undefined : here(k, end, 'importance')
  if ('的、和与及性者并或书函力'.includes(rest) || w.markOnly.has(cue)) return undefined
  if (type !== 'say' && (c.mark === 'colon' || c.mark === 'quote') && isAddressee(text, end, c.end))
    return after(null, null)
  if (type === 'exhort' && namesAddressed(text, p, sentence, k, end))
    return { ...after(null, null), addressed: { start: end, end: c.end } }
  const fits =
    type === 'exhort' ||
    (type === 'order' && !w.emphasis.has(cue)) ||
    imperativeAt(text, end, c.end) > 0 ||
    hasOpening(text, end, c.end, p.opaque)
  return here(k, end, fits ? null : 'importance')
}

/**
 * Does the verb's clause hold nothing but those addressed, so that what they are told begins behind the mark (叮嘱村医，要…; 嘱咐镇长王明，
 * “…”)?
 */
function namesAddressed(text: string, p: ParsedParagraph, sentence: Sentence, k: number, from: number): boolean {
  const c = p.clauses[k]!
  if (k + 1 >= sentence.to || c.end - from > 24 || imperativeAt(text, from, c.end) > 0) return false
  if (c.quote < 0 && p.clauses[k + 1]!.quote >= 0) return true
  if (c.mark !== 'comma') return false
  const w = words()
  if (addresseeEnd(text, from, c.end, p.opaque) === c.end) return true
  if (c.end - from > 16 || hasOpening(text, from, c.end, p.opaque) || isAdjunct(text, { ...c, start: from }))
    return false
  for (let i = from; i < c.end; i++)
    if (w.imperatives.at(text, i, c.end) || w.coverbs.at(text, i, c.end) || w.predicates.at(text, i, c.end))
      return false
  const next = p.clauses.slice(k + 1, Math.min(k + 3, sentence.to))
  return next.some((n) => hasOpening(text, n.start, n.end, p.opaque))
}

/** The content begins with the next clause. */
function afterClause(
  p: ParsedParagraph,
  sentence: Sentence,
  k: number,
  announced: number | null,
  empty: Empty,
): CueRight {
  const next = k + 1
  const start = next < sentence.to ? p.clauses[next]!.start : p.clauses[k]!.markEnd
  return { clause: next, start, direct: false, announced, empty }
}
