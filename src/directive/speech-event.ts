import type { Cast } from './cast'
import type { CueHit } from './cue-finder'
import { readLeft } from './cue-left'
import { readRight } from './cue-right'
import { type Clause, type ParsedParagraph, type Range, type Sentence, skipOpaque } from './paragraph'
import type { Subject } from './subject'
import type { CueType } from './words'
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
  /** Those addressed, where a mark parts them from the content (叮嘱村医，要…). */
  readonly addressed?: Range | undefined
}

/**
 * The reporting verbs of a sentence, in order. Verbs inside quoted speech are left to the quotation.
 *
 * @param hits the cues of the paragraph, in order
 */
export function speechEvents(
  text: string,
  p: ParsedParagraph,
  sentence: Sentence,
  hits: readonly CueHit[],
  cast: Cast,
): SpeechEvent[] {
  const events: SpeechEvent[] = []
  let k = sentence.from
  let h = firstFrom(hits, sentence.start)
  for (; h < hits.length && hits[h]!.at < sentence.end; h++) {
    const { at, word, type } = hits[h]!
    while (k < sentence.to && p.clauses[k]!.end <= at) k++
    const c = p.clauses[k]
    if (!c || k >= sentence.to) break
    if (at < c.start) continue
    if (c.quote >= 0) {
      if (type === 'exhort' && at === c.start && at + word.length < c.end) events.push(quotedWish(word, c, k))
      continue
    }
    if (skipOpaque(p.opaque, at) > at) continue
    const event = eventAt(text, p, sentence, k, c, hits[h]!, cast)
    if (!event) continue
    const last = events.at(-1)
    if (last?.direct && last.contentStart >= event.start - 3 && last.clause === k) events.pop()
    events.push(event)
    if (event.direct || event.empty || event.end < c.end) while (h + 1 < hits.length && hits[h + 1]!.at < c.end) h++
  }
  return events
}

/** Index of the first cue at or after `at`. */
function firstFrom(hits: readonly CueHit[], at: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (hits[mid]!.at < at) low = mid + 1
    else high = mid
  }
  return low
}

/** 希望 at the head of a clause of quoted speech: it reports itself. */
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
  hit: CueHit,
  cast: Cast,
): SpeechEvent | undefined {
  const { at, word, type } = hit
  if (at > c.start) {
    const before = text[at - 1]!
    if (before === '所' || before === '的' || (before === '要' && isFreeYao(text, at - 1, c.end))) return undefined
  }
  const end = at + word.length
  const right = readRight(text, p, sentence, k, end, word, type)
  if (!right) return undefined
  const left = readLeft(text, c, at, word, type, cast)
  if (!left) return undefined
  return {
    cue: word.length > 1 && word.endsWith('道') ? word.slice(0, -1) : word, // 嘱咐道: the verb is 嘱咐
    type,
    start: at,
    end,
    clause: k,
    subject: left.subject,
    marked: left.marked,
    contentClause: right.clause,
    contentStart: right.start,
    direct: right.direct,
    announced: right.announced,
    empty: right.empty,
    addressed: right.addressed,
  }
}
