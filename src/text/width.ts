import { characterKind, characterTable } from './character-table'
import { blockSize, UnitBlock } from './code-units'
import type { StepOutcome } from './edits'

const isAlphanumeric = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isChineseDigit = (text: string, at: number) => '一二三四五六七八九十〇零○'.includes(text[at] ?? '无')

/** Does an ASCII mark at `at` belong to a number, an address or a Latin phrase (3,000 10:30 http:// f(x))? */
const isLatinContext = (text: string, at: number): boolean => {
  const left = text.charCodeAt(at - 1)
  let right = text.charCodeAt(at + 1)
  if (!isAlphanumeric(left) && !(text[at] === '(' && left === 0x20 && isAlphanumeric(text.charCodeAt(at - 2))))
    return false
  if (right === 0x20 && text[at] !== ':') right = text.charCodeAt(at + 2)
  return isAlphanumeric(right) || (text[at] === ':' && right === 0x2f)
}

const block = new UnitBlock()

/**
 * One form for each character (data/text/characters.json): full-width digits and letters become ASCII, variants of
 * punctuation one of them, and `, : ; ! ? ( )` full-width unless they stand in a number or a Latin phrase. Straight
 * quotation marks are paired line by line. One unit for one unit, so nothing moves.
 */
export const foldWidth = (text: string): StepOutcome | null => {
  const { kinds, folded, partners } = characterTable()
  const { units } = block
  const brackets: boolean[] = [] // for each open bracket of the line: was it made full-width?
  let quotes = 0
  let changed = 0
  let result = ''
  for (let from = 0; from < text.length; from += blockSize) {
    const size = Math.min(blockSize, text.length - from)
    block.read(text, from, from + size)
    for (let i = 0; i < size; i++) {
      const unit = units[i]!
      if (kinds[unit] === characterKind.plain && folded[unit] === unit && !isTracked(unit)) continue
      const at = from + i
      let to = unit
      if (unit === 0x0a) {
        brackets.length = 0
        quotes = 0
      } else if (unit === 0x22) to = quotes++ % 2 === 0 ? 0x201c : 0x201d
      else if (unit === 0x25cb || unit === 0x25ef) {
        if (isChineseDigit(text, at - 1) || isChineseDigit(text, at + 1)) to = 0x3007
      } else if (kinds[unit] === characterKind.contextual) {
        const isWide = unit === 0x29 ? (brackets.pop() ?? !isLatinContext(text, at)) : !isLatinContext(text, at)
        if (unit === 0x28 && brackets.length < deepest) brackets.push(isWide)
        if (isWide) to = partners[unit]!
      } else if (unit === 0xff08) {
        if (brackets.length < deepest) brackets.push(true)
      } else if (unit === 0xff09) brackets.pop()
      else if (unit === 0xff1a) {
        if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) to = 0x3a
      } else to = folded[unit]!
      if (to === unit) continue
      units[i] = to
      changed++
    }
    if (changed > 0) result = (result === '' ? text.slice(0, from) : result) + block.toString(size)
  }
  return changed === 0 ? null : { text: result, patch: null, edits: changed, changed, removed: 0 }
}

/** Brackets remembered at once; deeper ones are judged by their own neighbours. */
const deepest = 32

/** Line ends and full-width brackets set the scene for other marks; a full-width colon may stand in a time. */
const isTracked = (unit: number) =>
  unit === 0x0a ||
  unit === 0x22 ||
  unit === 0x25cb ||
  unit === 0x25ef ||
  unit === 0xff08 ||
  unit === 0xff09 ||
  unit === 0xff1a
