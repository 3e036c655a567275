import type { Cast } from './cast'
import { skipTime } from './clause-kind'
import { openerOfClause } from './opener'
import { tellsPast } from './own-act'
import type { Clause, ParsedParagraph, Sentence } from './paragraph'
import { clauseSubject } from './subject'
import { findWord, words } from './words'

/** Does the sentence name those present (… 参加会议。)? It ends in a verb of being present. */
export function isPresence(text: string, p: ParsedParagraph, sentence: Sentence): boolean {
  const last = p.clauses[sentence.to - 1]!
  if (last.quote >= 0) return false
  const hit = words().presence.before(text, last.end, last.start)
  if (!hit) return false
  return openerOfClause(text, p.clauses[sentence.from]!, p.opaque) === undefined
}

/** A sentence in brackets alone: a credit line at the end of a report. */
export const isBracketed = (text: string, p: ParsedParagraph, sentence: Sentence): boolean => {
  const first = p.clauses[sentence.from]!
  return '（('.includes(text[first.start] ?? ' ') && p.opaque.some((r) => r.start === first.start && r.end >= first.end)
}

/**
 * Does the sentence tell what happened, and so end the speech before it? It changes the scene (随后), an official or a meeting is the
 * subject of it, or it begins with what officials do on the spot (实地察看).
 */
export function isNarrative(text: string, p: ParsedParagraph, sentence: Sentence, cast: Cast): boolean {
  const w = words()
  const first = p.clauses[sentence.from]!
  if (isBracketed(text, p, sentence)) return true
  if (w.scenes.at(text, first.start, first.end)) return true
  if (first.end - first.start <= 14 && w.sceneEnds.before(text, first.end, first.start)) return true
  for (let k = sentence.from; k < Math.min(sentence.to, sentence.from + 3); k++) {
    const c = p.clauses[k]!
    if (c.quote >= 0) break
    const at = skipTime(text, c.start, c.end)
    if (w.narrativeVerbs.at(text, at, c.end)) return true
    if (k > sentence.from && !leadsUp(text, first)) break
    const subject = clauseSubject(text, c.start, c.end, cast)
    if (subject && subject.kind !== 'superior') return true
  }
  if (groupActs(text, first)) return true
  return findWord(w.narrativeVerbs, text, first.start, first.end) >= 0 && startsInPlace(text, first.start)
}

/** 督察组还对线索进行了梳理: a group of officials is the subject of something done. */
function groupActs(text: string, c: Clause): boolean {
  const at = skipTime(text, c.start, c.end)
  const noun = words().actorNouns.at(text, at, c.end)
  return noun?.value === 'group' && tellsPast(text, at + noun.word.length, c.end)
}

/** Does the clause lead up to what an official does: a place, a time, or what he learned (得知容量不足，易立群当场…)? */
const leadsUp = (text: string, c: Clause): boolean =>
  startsInPlace(text, c.start) || setsTime(text, c) || words().noticing.at(text, c.start, c.end) !== undefined

/** 宣讲结束后, 走访途中: a short clause that ends in a word of time or place. */
const setsTime = (text: string, c: Clause): boolean =>
  c.end - c.start <= 14 && words().suffixes.before(text, c.end, c.start) !== undefined

/** 在某处, … */
const startsInPlace = (text: string, at: number): boolean => text[at] === '在'
