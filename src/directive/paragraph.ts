import { unitsOf } from '../text/code-units'

/** What ends a clause. `quote`: the edge of quoted speech without a mark of its own. */
export type Mark = 'stop' | 'semicolon' | 'colon' | 'comma' | 'quote' | 'none'

/** A piece of a paragraph between two marks; the mark is not part of `[start, end)` and ends before `next`. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly mark: Mark
  /** After the mark (a closing quotation mark behind it not included). */
  readonly markEnd: number
  /** Index into {@link ParsedParagraph.speech} of the quotation the clause stands in, or -1. */
  readonly quote: number
}

/** Clauses `[from, to)` up to a 。！？ or the end of the paragraph. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly question: boolean
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** A paragraph cut into sentences and clauses, with its quotations. */
export interface ParsedParagraph {
  readonly start: number
  readonly end: number
  readonly clauses: readonly Clause[]
  readonly sentences: readonly Sentence[]
  /** Quotations that hold speech: content without the marks. */
  readonly speech: readonly Range[]
  /** Quoted formulas, titles in 《》 and brackets, marks included: nothing inside is read. Sorted. */
  readonly opaque: readonly Range[]
}

const STOP = 1
const SEMICOLON = 2
const COLON = 3
const COMMA = 4
const OPEN = 5
const BRACKET = 6
const table = new Map<number, number>()
for (const [chars, value] of [
  ['。！？!?.', STOP],
  ['；;', SEMICOLON],
  ['：:', COLON],
  ['，,', COMMA],
  ['“「', OPEN],
  ['《（(【', BRACKET],
] as const)
  for (const c of chars) table.set(c.charCodeAt(0), value)

let classes: Uint8Array | undefined
function characterClasses(): Uint8Array {
  if (classes) return classes
  classes = new Uint8Array(65536)
  for (const [code, value] of table) classes[code] = value
  return classes
}

const closer: Readonly<Record<string, string>> = { '“': '”', '「': '」', '《': '》', '（': '）', '(': ')', '【': '】' }
const marks: readonly Mark[] = ['none', 'stop', 'semicolon', 'colon', 'comma']
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * Cuts a paragraph at 。！？ ； ： ， outside quoted formulas and brackets. Quoted speech is cut like running text, and its
 * edges cut clauses too, so that a tag (李明说) never shares a clause with what it reports. A quotation mark without its
 * partner is passed over.
 */
export function parseParagraph(text: string, start: number, end: number): ParsedParagraph {
  const cls = characterClasses()
  const units = unitsOf(text)
  const clauses: Clause[] = []
  const sentences: Sentence[] = []
  const speech: Range[] = []
  const opaque: Range[] = []
  let clauseStart = start
  let firstClause = 0
  let sentenceStart = start
  let quote = -1
  let quoteEnd = -1
  let unclosed = '' // opening marks without a partner in the rest of the paragraph: looked for once

  const cut = (at: number, mark: Mark, markEnd: number): void => {
    let s = clauseStart
    while (s < at && isBlank(text.charCodeAt(s))) s++
    if (at > s) clauses.push({ start: s, end: at, mark, markEnd, quote })
    clauseStart = markEnd
  }
  const endSentence = (at: number, question: boolean): void => {
    if (clauses.length > firstClause)
      sentences.push({ from: firstClause, to: clauses.length, start: sentenceStart, end: at, question })
    firstClause = clauses.length
    sentenceStart = at
  }

  for (let i = start; i < end; i++) {
    if (i === quoteEnd) {
      cut(i, 'quote', i + 1)
      quote = -1
      quoteEnd = -1
      continue
    }
    const kind = cls[units[i]!]!
    if (kind === 0) continue
    if (kind >= OPEN) {
      if (unclosed.includes(text[i]!)) continue
      const close = text.indexOf(closer[text[i]!]!, i + 1)
      if (close < 0 || close >= end) unclosed += text[i]!
      if (close < 0 || close >= end || (quoteEnd >= 0 && close >= quoteEnd)) continue
      if (kind === OPEN && quote < 0 && !opensAgain(text, i, close) && isSpeech(text, i, close, end)) {
        cut(i, 'quote', i + 1)
        quote = speech.length
        speech.push({ start: i + 1, end: close })
        quoteEnd = close
      } else {
        opaque.push({ start: i, end: close + 1 })
        i = close
      }
      continue
    }
    if (kind === COLON && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))) continue
    if (text.charCodeAt(i) === 0x2e && !isFullStop(text, i)) continue
    let after = i + 1
    while (after < end && after !== quoteEnd && cls[text.charCodeAt(after)] === STOP && kind === STOP) after++
    const last = clauses.length
    cut(i, marks[kind]!, after)
    if (kind === STOP) {
      let next = after
      while (next < end && '”’」』）)'.includes(text[next]!)) {
        if (next === quoteEnd) {
          quote = -1
          quoteEnd = -1
        }
        next++
      }
      clauseStart = next
      const c = text.charCodeAt(i)
      if (clauses.length > last || clauses.length > firstClause) endSentence(next, c === 0xff1f || c === 0x3f)
    }
    i = Math.max(i, clauseStart - 1)
  }
  cut(end, 'none', end)
  endSentence(end, false)
  return { start, end, clauses, sentences, speech, opaque }
}

/** A half-width point ends a sentence where Han characters or quotation marks stand on both sides of it (推进.县直), not in 3.5 or www. */
const isFullStop = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) > 0x2000 && !(text.charCodeAt(at + 1) < 0x2000 && text.charCodeAt(at + 1) > 0x20)

const isBlank = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0x201d || code === 0x2019

/** Is there another opening mark before the closing one? Then the first has lost its partner. */
const opensAgain = (text: string, open: number, close: number): boolean => {
  const again = text.indexOf(text[open]!, open + 1)
  return again >= 0 && again < close
}

/** Does a quotation hold speech and not a formula? It has a sentence mark inside, or stands after a colon, or is cut by a tag. */
function isSpeech(text: string, open: number, close: number, end: number): boolean {
  const length = close - open - 1
  if (length < 4) return false
  let comma = false
  for (let i = open + 1; i < close; i++) {
    const c = text[i]!
    if (c === '。' || c === '！' || c === '？' || c === '!' || c === '?' || c === '；' || c === ';') return true
    if (c === '，' || c === ',') comma = true
  }
  const last = text[close - 1]!
  if (last === '，' || last === ',') return true
  const before = text[open - 1]
  const after = text[close + 1]
  const closes = close + 1 >= end || after === '。' || after === '，' || after === ','
  if (before === '：' || before === ':') return closes || length > 24
  return closes && comma && length >= 10 && (before === '，' || before === ',' || before === undefined || open === 0)
}

/** End of the opaque range that covers `at`, or `at` itself where none does. */
export function skipOpaque(opaque: readonly Range[], at: number): number {
  let low = 0
  let high = opaque.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (opaque[mid]!.end <= at) low = mid + 1
    else high = mid
  }
  const range = opaque[low]
  return range && range.start <= at ? range.end : at
}
