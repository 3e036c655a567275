import narrative from '../../data/directive/narrative.json'
import { skipTime } from './clause-kind'
import type { Clause } from './paragraph'
import type { RefusalClass } from './refusal'
import { findWord, words } from './words'

/** How far into a clause the verb is looked for, in characters: behind an adjunct (就下一步工作), not in a later phrase. */
const reach = 40

/**
 * Does a clause that 并 joins to what was said tell an act of the speaker himself (要求…，并现场观看了演练; 并与群众一起采摘花椒; 并就
 * 落实工作作了安排)? Such a clause ends the speech: an instruction has no past and is not done together with those present.
 */
export function isOwnAct(text: string, c: Clause): boolean {
  if (c.quote >= 0 || text[c.start] !== '并') return false
  const w = words()
  const at = skipTime(text, c.start + (text[c.start + 1] === '还' ? 2 : 1), c.end)
  const end = Math.min(c.end, at + reach)
  if (w.narrativeVerbs.at(text, at, end)) return true
  if (w.emptyOrders.before(text, c.end, at)) return true
  if ('与同和'.includes(text[at]!) && findWord(w.together, text, at, end) >= 0) return true
  return tellsPast(text, at, end)
}

/** Is there a 了 of past action in `[start, end)`, and not the one of 为了 or 了解? */
export function tellsPast(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (text[i] === '了' && !narrative.notPast.words.some((word) => text.startsWith(word, i - word.indexOf('了'))))
      return true
  return false
}

/** What an own act is listed as: instructions named and not given (并就落实工作作出安排), or narrative. */
export const actClass = (text: string, c: Clause): RefusalClass =>
  findWord(words().emptyOrders, text, c.start, c.end) >= 0 ? 'empty-order' : 'narrative'
