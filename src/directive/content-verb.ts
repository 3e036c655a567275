import { openerOfClause } from './opener'
import type { ParsedParagraph, Sentence } from './paragraph'
import type { SpeechEvent } from './speech-event'
import { words } from './words'

/**
 * Is the verb only a part of what is said (要支持创业，鼓励机构…), in a sentence that goes on with somebody's speech? A subject
 * or 并 before it makes it a report; 我们认为 is always content.
 */
export function isContentVerb(text: string, p: ParsedParagraph, sentence: Sentence, e: SpeechEvent): boolean {
  const w = words()
  const form = e.subject?.form ?? ''
  if (e.type === 'say' && (form.endsWith('我们') || form.endsWith('咱们'))) return true
  if (e.subject || e.marked || !w.contentVerbs.has(e.cue)) return false
  if (e.clause > sentence.from && p.clauses[e.clause - 1]!.mark !== 'semicolon') return true
  if (!w.contentVerbsAtHead.has(e.cue)) return false
  return !e.direct || openerOfClause(text, { ...p.clauses[e.clause]!, start: e.contentStart }, p.opaque) === undefined
}

/** Removes verbs that stand inside the content of an earlier verb of the same sentence (强调要支持创业，鼓励机构…); after
 * ；or a pivot a verb of instructing reports anew (责令企业停产；要求部门倒查). */
export function withoutContentVerbs(p: ParsedParagraph, events: readonly SpeechEvent[]): SpeechEvent[] {
  const w = words()
  const kept: SpeechEvent[] = []
  for (const e of events) {
    const before = kept.at(-1)
    if (before) {
      const kind = e.subject?.kind
      const nobody = before.type === 'say' && (kind === 'document' || kind === 'unknown' || kind === 'citizen')
      if (nobody && w.nounable.has(e.cue)) continue
      // 寄语企业家，希望大家坚守主业: the second verb gives what the first only announces
      if (before.addressed && e.type === 'exhort' && e.start === before.contentStart) {
        kept.splice(-1, 1, { ...e, subject: e.subject ?? before.subject })
        continue
      }
      const parted =
        p.clauses[e.clause - 1]?.mark === 'semicolon' || (before.direct && before.type === 'exhort' && e.direct)
      const coordinate = parted && !w.contentVerbsAtHead.has(e.cue)
      const bare = !e.subject && !e.marked && w.contentVerbs.has(e.cue) && !coordinate
      const inside =
        !before.empty && before.type !== 'say' && before.contentClause <= e.clause && before.clause < e.clause
      if (bare && inside) continue
    }
    kept.push(e)
  }
  return kept
}
