import type { CueHit } from './cue-finder'
import type { ParsedParagraph, Sentence } from './paragraph'
import { decideSpeaker } from './speaker'
import { speechEvents } from './speech-event'
import type { Stage } from './stage'
import { clauseSubject } from './subject'
import type { Speech } from './unit'

/** The first sentence at or after `index` that stands, in part at least, outside quoted speech; the number of sentences where none does. */
export function nextOutside(p: ParsedParagraph, index: number): number {
  for (let s = index; s < p.sentences.length; s++) {
    const { from, to } = p.sentences[s]!
    for (let c = from; c < to; c++) if (p.clauses[c]!.quote < 0) return s
  }
  return p.sentences.length
}

/**
 * The speech that sentence `index`, the first outside quotation `quote`, attributes: “…。”李明说, or “…。”李明叮嘱负责人，….
 * Where that sentence only has an official act (边看边问), the quotation is taken to be his, without a verb. Null where nobody is
 * named.
 */
export function tagIn(
  text: string,
  p: ParsedParagraph,
  index: number,
  quote: number,
  hits: readonly CueHit[],
  stage: Stage,
): Speech | null {
  const sentence = p.sentences[index]
  if (!sentence) return null
  for (const event of speechEvents(text, p, sentence, hits, stage.cast)) {
    if (event.empty) break
    const content = p.clauses[event.contentClause]
    const tags = event.contentClause >= sentence.to || (content && content.quote >= 0 && content.quote !== quote)
    const speaker = stage.speakerOf(event, sentence, null)
    if (!tags && speaker.type !== 'official') break
    return { speaker, cue: event.cue, type: event.type === 'order' ? 'say' : event.type, quote, announced: null }
  }
  return actor(text, p, sentence, sentence.to, quote, stage)
}

/** A quotation behind a colon, and whose it is where no verb of speech says so. */
export interface Called {
  readonly speech: Speech
  /** First clause of the quotation. */
  readonly clause: number
}

/** 他马上叫来负责人：“…”: an official acts, and a quotation follows his act behind a colon. Null where the sentence is built otherwise. */
export function calledIn(text: string, p: ParsedParagraph, sentence: Sentence, stage: Stage): Called | null {
  for (let k = sentence.from + 1; k < sentence.to; k++) {
    const { quote } = p.clauses[k]!
    if (quote < 0) continue
    const { mark } = p.clauses[k - 1]!
    const speech = mark === 'colon' ? actor(text, p, sentence, k, quote, stage) : null
    return speech && { speech, clause: k }
  }
  return null
}

/** Speech without a verb of the official who acts in the clauses up to `to` that stand outside quotations. */
function actor(
  text: string,
  p: ParsedParagraph,
  sentence: Sentence,
  to: number,
  quote: number,
  stage: Stage,
): Speech | null {
  for (let k = sentence.from; k < to; k++) {
    const c = p.clauses[k]!
    const subject = c.quote < 0 ? clauseSubject(text, c.start, c.end, stage.cast) : undefined
    if (subject?.kind !== 'official' && subject?.kind !== 'pronoun') continue
    return {
      speaker: decideSpeaker(subject, true, stage.context(null)),
      cue: null,
      type: 'say',
      quote,
      announced: null,
    }
  }
  return null
}
