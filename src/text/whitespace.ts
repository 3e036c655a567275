import { characterKind, characterTable } from './character-table'
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

/** Runs of blanks and line ends, made from the character table. */
const buildBlanks = (): RegExp => {
  const { kinds } = characterTable()
  let members = ''
  for (let unit = 0; unit < 65536; unit++)
    if (unit === lineFeed || kinds[unit] === characterKind.space || kinds[unit] === characterKind.lineEnd)
      members += `\\u${unit.toString(16).padStart(4, '0')}`
  return new RegExp(`[${members}]+`, 'g')
}

const lineFeed = 0x0a
let blanks: RegExp | undefined

/**
 * One `\n` between paragraphs, no empty lines, no blanks at either end of a line; inside a line a run of blanks is one
 * space, and none beside full-width punctuation, inside padded names (杜 宇、) and dates (9 月 15 日). A space
 * that divides clauses of a title (转变观念 提升标准) stays.
 */
export const foldWhitespace = (text: string): StepOutcome | null => {
  const { kinds } = characterTable()
  blanks ??= buildBlanks()
  const edits = new Edits()
  for (blanks.lastIndex = 0; ; ) {
    const match = blanks.exec(text)
    if (match === null) break
    const run = match[0]
    const start = match.index
    const end = start + run.length
    const outer = start === 0 || end === text.length
    if (run === '\n' && !outer) continue
    let line = false
    for (let i = 0; i < run.length && !line; i++)
      line = run.charCodeAt(i) === lineFeed || kinds[run.charCodeAt(i)] === characterKind.lineEnd
    const none =
      outer ||
      (!line &&
        (isWidePunctuation(text.charCodeAt(start - 1)) ||
          isWidePunctuation(text.charCodeAt(end)) ||
          isPadding(text, start, end) ||
          isNumberPadding(text, start, end)))
    const wanted = none ? '' : line ? '\n' : ' '
    if (run !== wanted) edits.replace(start, end, wanted)
  }
  return edits.apply(text)
}
