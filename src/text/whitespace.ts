import { characterKind, characterTable } from './character-table'
import { unitsOf } from './code-units'
import { Edits, type StepOutcome } from './edits'
import { furnitureTable } from './furniture-table'

/** Full-width punctuation carries its own room: blanks beside it mean nothing. */
const isWidePunctuation = (unit: number) =>
  (unit >= 0x3001 && unit <= 0x3011) ||
  (unit >= 0x201c && unit <= 0x201d) ||
  unit === 0xff0c ||
  unit === 0xff1a ||
  unit === 0xff1b ||
  unit === 0xff01 ||
  unit === 0xff1f ||
  unit === 0xff08 ||
  unit === 0xff09

const isHan = (unit: number) => (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39

/** Is the blank between two Han characters that both stand alone (杜 宇、 总 审|)? Then it is padding inside a word. */
const isPadding = (text: string, start: number, end: number) =>
  isHan(text.charCodeAt(start - 1)) &&
  isHan(text.charCodeAt(end)) &&
  !isHan(text.charCodeAt(start - 2)) &&
  (!isHan(text.charCodeAt(end + 1)) ||
    (furnitureTable().surnames.has(text[start - 1]!) && afterNames.includes(text[end + 1]!)))

/** What follows the last name of a list or the name of a speaker: 参加 出席 陪同 等 主持 强调 指出 要求 表示. */
const afterNames = '参出陪列等主强指要表说率'

/** Is the blank between a digit and the unit counted or the number's noun (9 月 15 日)? */
const isNumberPadding = (text: string, start: number, end: number) => {
  const left = text.charCodeAt(start - 1)
  const right = text.charCodeAt(end)
  return (isDigit(left) && dateUnits.includes(text[end]!)) || (isDigit(right) && dateUnits.includes(text[start - 1]!))
}
const dateUnits = '年月日时分号个'

const lineFeed = 0x0a
const blank = 1
const lineEnd = 2
let classes: Uint8Array | undefined

/** By unit: {@link blank}, {@link lineEnd} or 0. */
const buildClasses = (): Uint8Array => {
  const { kinds } = characterTable()
  const table = new Uint8Array(65536)
  for (let unit = 0; unit < 65536; unit++)
    if (kinds[unit] === characterKind.space) table[unit] = blank
    else if (kinds[unit] === characterKind.lineEnd || unit === lineFeed) table[unit] = lineEnd
  return table
}

/**
 * One `\n` between paragraphs, no empty lines, no blanks at either end of a line; inside a line a run of blanks is one
 * space, and none beside full-width punctuation, inside padded names (杜 宇、) and dates (9 月 15 日). A space
 * that divides clauses of a title (转变观念 提升标准) stays.
 *
 * @param onlyBlanks nothing but plain blanks is to be looked at: no other white space, no empty lines
 */
export const foldWhitespace = (text: string, onlyBlanks = false): StepOutcome | null => {
  const table = (classes ??= buildClasses())
  const units = unitsOf(text)
  const { length } = text
  let edits: Edits | null = null
  for (let start = 0; start < length; start++) {
    if (onlyBlanks) {
      start = text.indexOf(' ', start)
      if (start < 0) break
      if (start > 0 && units[start - 1] === lineFeed) start--
    }
    let kind = table[units[start]!]!
    if (kind === 0) continue
    let end = start + 1
    for (; end < length && table[units[end]!] !== 0; end++) kind |= table[units[end]!]!
    const outer = start === 0 || end === length
    const line = (kind & lineEnd) !== 0
    const none =
      outer ||
      (!line &&
        (isWidePunctuation(units[start - 1]!) ||
          isWidePunctuation(units[end]!) ||
          isPadding(text, start, end) ||
          isNumberPadding(text, start, end)))
    const wanted = none ? '' : line ? '\n' : ' '
    const same = wanted !== '' && end === start + 1 && units[start] === wanted.charCodeAt(0)
    if (!same) (edits ??= new Edits()).replace(start, end, wanted)
    start = end
  }
  return edits === null ? null : edits.apply(text)
}
