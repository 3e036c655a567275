import { isAlphanumeric } from './characters'
import type { FoldedText } from './folded-text'

const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (c) => c.charCodeAt(0)))
const small = codes('一二三四五六七八九两')
const large = codes('十百千万亿')
/** Before a large numeral these make it larger still: 二|十大战略, 数|千万工程. Not 一: it ends too many words (统一十项…). */
const multipliers = codes('二三四五六七八九十百千几数上')
const tens = codes('十百千')
const TIMES = 0xd7

/**
 * Would a match of units `[start, end)` cut a number or a Latin word in two? A label that begins or ends with a digit or letter is
 * not taken out of a longer number or word (1310 in 21310), one that begins with a numeral not out of a larger one
 * (十大战略 in 二十大战略). × folds to a letter and is none.
 */
export function cutsNumber(text: FoldedText, start: number, end: number): boolean {
  const { units, at } = text
  if (start > 0 && at[start]! - at[start - 1]! === 1) {
    const first = units[start]!
    const before = units[start - 1]!
    if (
      first < 0x80
        ? runsOn(text, start - 1)
        : large.has(first)
          ? multipliers.has(before)
          : small.has(first) && tens.has(before)
    )
      return true
  }
  return end < text.length && units[end]! < 0x80 && at[end]! - at[end - 1]! === 1 && runsOn(text, end - 1)
}

/** Do units `k` and `k + 1` belong to one number or one Latin word? */
function runsOn(text: FoldedText, k: number): boolean {
  const a = text.units[k]!
  const b = text.units[k + 1]!
  if (!isAlphanumeric(a) || !isAlphanumeric(b) || a <= DIGIT_NINE !== b <= DIGIT_NINE) return false
  return text.text.charCodeAt(text.at[k]!) !== TIMES && text.text.charCodeAt(text.at[k + 1]!) !== TIMES
}

const DIGIT_NINE = 0x39
