import { Edits, type StepOutcome } from './edits'
import { charactersRead, type Syllable, syllableOf } from './pinyin'

/** Longest gloss with its blanks: zhuāng in decomposed form, a blank before and after. */
const longestGloss = 10

const isHan = (unit: number) =>
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0x3400 && unit < 0x4dc0) ||
  (unit >= 0xd800 && unit < 0xe000) ||
  unit === 0x3007

/** Second bytes of GBK characters that are ASCII letters or signs: what is left of a character whose bytes were cut. */
const isLoneByte = (unit: number) => unit >= 0x40 && unit < 0x7f

/** A gloss that stands at a bracket, not yet judged. */
interface Gloss {
  readonly start: number
  readonly end: number
  readonly character: string
  readonly syllable: Syllable
}

/** The bracketed syllable that begins at the opening bracket `open`, or null. */
const glossAt = (text: string, open: number): Gloss | null => {
  const limit = Math.min(text.length, open + 1 + longestGloss)
  let close = open + 1
  while (close < limit && text[close] !== ')' && text[close] !== '）') {
    const unit = text.charCodeAt(close)
    if (unit === 0x28 || unit > 0x310 || (unit > 0x20 && unit < 0x41)) return null
    close++
  }
  if (close === limit || close === open + 1) return null
  const syllable = syllableOf(text.slice(open + 1, close))
  if (syllable === null) return null
  const low = text.charCodeAt(open - 1)
  const character = text.slice(low >= 0xdc00 && low < 0xe000 ? open - 2 : open - 1, open)
  return { start: open, end: close + 1, character, syllable }
}

/**
 * Takes out pinyin glosses that converters put after characters: 項(xiàng)目 → 項目 (noise 1.2, 1.2b). A gloss is a Han
 * character, a bracket of either width, one syllable, a bracket. The syllable has a tone mark, or is a toneless reading
 * of that very character (們(men)) in a text that has toned glosses too. So (A股), (LNG) and （an） stay.
 *
 * @param learned filled with the reading of each glossed character, for the repair of damaged bytes.
 */
export const removeGlosses = (text: string, learned: Map<string, string>): StepOutcome | null => {
  const glosses: Gloss[] = []
  let kept = -1 // end of the last gloss, which may be followed by a second one
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x28 && unit !== 0xff08) continue
    const before = text.charCodeAt(at - 1)
    if (at !== kept && !isHan(before) && !isLoneByte(before)) continue
    const gloss = glossAt(text, at)
    if (gloss === null) continue
    glosses.push(gloss)
    kept = gloss.end
    if (gloss.syllable.toned && isHan(gloss.character.charCodeAt(0)))
      learned.set(gloss.character, gloss.syllable.spelling)
  }
  if (learned.size === 0) return null
  const edits = new Edits()
  for (const { start, end, character, syllable } of glosses)
    if (syllable.toned || charactersRead(syllable.spelling).includes(character)) edits.remove(start, end)
  return edits.apply(text)
}
