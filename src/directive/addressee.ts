import { imperativeAt } from './clause-kind'
import { type Range, skipOpaque } from './paragraph'
import { words } from './words'

/**
 * Is `[start, end)` a phrase that names those addressed (各有关单位, 全区广大党员干部)? It must end in a noun of the list; a
 * leading verb makes it no noun phrase.
 */
export function isAddressee(text: string, start: number, end: number): boolean {
  if (end - start < 1 || end - start > 40) return false
  const w = words()
  if (!w.addressees.before(text, end, start)) return false
  const whole = w.addressees.at(text, start, end)
  if (whole && start + whole.word.length === end) return true
  return !w.imperatives.at(text, start, end)
}

/**
 * End of the addressee with which a pivot's content begins (要求|各部门|加强…): the last noun of the list in the first
 * clause that a verb phrase follows. −1 where none is printed.
 */
export function addresseeEnd(text: string, start: number, end: number, opaque: readonly Range[]): number {
  const w = words()
  const pronoun = w.addresseePronouns.at(text, start, end)
  if (pronoun && !'、和与的'.includes(text[start + pronoun.word.length] ?? ' ')) return start + pronoun.word.length
  let best = -1
  const limit = Math.min(end, start + 40)
  for (let i = start + 1; i <= limit; i++) {
    if (skipOpaque(opaque, i - 1) > i) continue
    if (!w.addressees.before(text, i, start)) continue
    const rest = text[i] ?? ''
    if (i === end || rest === '要' || rest === '，' || rest === ',' || imperativeAt(text, i, end) > 0) {
      best = i
      if (rest !== '、' && rest !== '和' && !w.addressees.at(text, i, end)) break
    }
  }
  if (best < 0) return -1
  const whole = w.addresseeStarts.at(text, start, best) ?? w.addressees.at(text, start, best)
  if (whole) return best
  return imperativeAt(text, start, end) > 0 && w.imperatives.at(text, start, best) ? -1 : best
}
