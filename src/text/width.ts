import { characterKind, characterTable } from './character-table'
import { Edits, type StepOutcome } from './edits'

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

/**
 * One form for each character (data/text/characters.json): full-width digits and letters become ASCII, variants of
 * punctuation one of them, and `, : ; ! ? ( )` full-width unless they stand in a number or a Latin phrase. Straight
 * quotation marks are paired line by line.
 */
export const foldWidth = (text: string): StepOutcome | null => {
  const { kinds, folded, partners } = characterTable()
  const edits = new Edits()
  const open: boolean[] = [] // for each open bracket of the line: was it made full-width?
  let quotes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0a) {
      open.length = 0
      quotes = 0
    } else if (unit === 0x22) {
      edits.replace(i, i + 1, quotes++ % 2 === 0 ? '“' : '”')
    } else if (unit === 0x25cb || unit === 0x25ef) {
      if (isChineseDigit(text, i - 1) || isChineseDigit(text, i + 1)) edits.replace(i, i + 1, '〇')
    } else if (kinds[unit] === characterKind.contextual) {
      const wide = unit === 0x29 ? (open.pop() ?? !isLatinContext(text, i)) : !isLatinContext(text, i)
      if (unit === 0x28) open.push(wide)
      if (wide) edits.replace(i, i + 1, String.fromCharCode(partners[unit]!))
    } else if (unit === 0xff08) open.push(true)
    else if (unit === 0xff09) open.pop()
    else if (unit === 0xff1a) {
      if (isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) edits.replace(i, i + 1, ':')
    } else if (folded[unit] !== unit) edits.replace(i, i + 1, String.fromCharCode(folded[unit]!))
  }
  return edits.apply(text)
}
