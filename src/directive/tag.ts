import type { CueHit } from './cue-finder'
import type { ParsedParagraph } from './paragraph'
import { decideSpeaker } from './speaker'
import { speechEvents } from './speech-event'
import type { Stage } from './stage'
import { clauseSubject } from './subject'
import type { Speech } from './unit'

/**
 * The speech that a tag behind quotation `quote` attributes, read from the first sentence at or after `index` that stands outside
 * it: “…。”李明说, or “…。”李明叮嘱负责人，…. Where that sentence only has an official act (边看边问), the quotation is taken to be
 * his, without a verb. Null where nobody is named.
 */
export function tagAfter(
  text: string,
  p: ParsedParagraph,
  index: number,
  quote: number,
  hits: readonly CueHit[],
  stage: Stage,
): Speech | null {
  let s = index
  const outside = (k: number): boolean => {
    const { from, to } = p.sentences[k]!
    for (let c = from; c < to; c++) if (p.clauses[c]!.quote < 0) return true
    return false
  }
  while (s < p.sentences.length && !outside(s)) s++
  const sentence = p.sentences[s]
  if (!sentence) return null
  for (const event of speechEvents(text, p, sentence, hits, stage.cast)) {
    if (event.empty) break
    const content = p.clauses[event.contentClause]
    const tags = event.contentClause >= sentence.to || (content && content.quote >= 0 && content.quote !== quote)
    const speaker = stage.speakerOf(event, sentence, null)
    if (!tags && speaker.type !== 'official') break
    return { speaker, cue: event.cue, type: event.type === 'order' ? 'say' : event.type, quote, announced: null }
  }
  for (let k = sentence.from; k < sentence.to; k++) {
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
