import { isNotName } from '../report/people/bare-name'
import { isFamilyName } from '../report/people/family-name'
import { titleBefore } from '../report/people/title'
import type { Cast } from './cast'
import { skipTime } from './clause-kind'
import type { ParsedParagraph, Sentence } from './paragraph'
import type { Subject } from './subject'

/** How far back the title of a guest is looked for, in characters: a page of text. */
const lookBack = 2000

/**
 * The guest or head of a company of whom the sentence before tells (何某感谢市委的支持。他表示，…): the one a pronoun means. He is known by
 * a title that is no official's, printed before his name earlier (董事长何某). Undefined where that sentence has no such subject.
 */
export function guestBefore(text: string, p: ParsedParagraph, sentence: Sentence, cast: Cast): Subject | undefined {
  const before = sentenceBefore(p, sentence)
  if (!before) return undefined
  const first = p.clauses[before.from]!
  if (first.quote >= 0) return undefined
  const at = skipTime(text, first.start, first.end)
  if (!isFamilyName(text.charCodeAt(at)) || cast.at(text, at, first.end)) return undefined
  const page = text.slice(Math.max(0, at - lookBack), at)
  for (const length of [3, 2]) {
    const form = text.slice(at, at + length)
    const known = page.indexOf(form)
    if (known < 0 || isNotName(form)) continue
    if (titleBefore(page, known, 0)?.kind === 'civil') return { kind: 'citizen', form, end: at + length }
  }
  return undefined
}

/** The sentence that ends where this one begins. */
function sentenceBefore(p: ParsedParagraph, sentence: Sentence): Sentence | undefined {
  let low = 0
  let high = p.sentences.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (p.sentences[mid]!.from < sentence.from) low = mid + 1
    else high = mid
  }
  return p.sentences[low - 1]
}
