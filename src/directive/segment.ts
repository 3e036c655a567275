import { isFuture } from './clause-kind'
import { openerOfClause } from './opener'
import type { Clause, Range } from './paragraph'
import type { RefusalClass } from './refusal'
import { findWord, words } from './words'
import { isCondition } from './yao'

/** Clauses `[from, to)` up to a 。 or ；: the piece in which a unit may open. `[start, end)` includes the closing mark. */
export interface Segment {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly opaque: readonly Range[]
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** It ends without a mark: the text breaks off. */
  readonly open: boolean
}

/** Cuts clauses into segments: at 。and ；, and at ：where a list follows. */
export function segments(text: string, clauses: readonly Clause[], opaque: readonly Range[]): Segment[] {
  const out: Segment[] = []
  let from = 0
  for (let k = 0; k < clauses.length; k++) {
    const c = clauses[k]!
    const next = clauses[k + 1]
    const list = c.mark === 'colon' && next && openerOfClause(text, next, opaque)?.enumerator
    if (next && c.mark !== 'stop' && c.mark !== 'semicolon' && !list) continue
    const open = c.mark === 'none'
    const quoted = c.mark === 'quote' && c.quote >= 0 && clauses[from]!.quote < 0
    const end = quoted ? behindQuote(text, c.end) : open || c.mark === 'quote' ? c.end : c.markEnd
    out.push({ text, clauses, opaque, from, to: k + 1, start: clauses[from]!.start, end, open })
    from = k + 1
  }
  return out
}

/** A unit that ends with a quotation inside it (…，“留得住记忆，才留得住人”。) takes the closing marks with it. */
const behindQuote = (text: string, at: number): number => {
  const end = '”」'.includes(text[at] ?? ' ') ? at + 1 : at
  return '。；！？'.includes(text[end] ?? ' ') ? end + 1 : end
}

/** The class of a segment that states and does not instruct. */
export function classOfStatement(s: Segment): RefusalClass {
  const w = words()
  const end = s.clauses[s.to - 1]!.end
  const condition = w.yaoWords.at(s.text, s.start, end)
  if (condition && isCondition(condition.word)) return 'principle'
  for (let i = s.start; i < Math.min(end, s.start + 14); i++)
    if (s.text[i] === '将' && isFuture(s.text, i, end)) return 'plan-of-speaker'
  if (findWord(w.evaluation, s.text, s.start, end) >= 0) return 'evaluation'
  return s.text.slice(s.start, end).includes('是') ? 'principle' : 'statement'
}
