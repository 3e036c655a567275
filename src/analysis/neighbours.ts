import type { Observation } from '../observation'
import type { Segmenter } from '../segment/segmenter'

/** Times a token stands on each side. */
export interface Beside {
  left: number
  right: number
}

/** Tokens of all texts, and those near each concept. */
export interface Counted {
  /** Occurrences of every token listed, and all positions. */
  readonly totals: ReadonlyMap<string, number>
  readonly positions: number
  /** Per concept: tokens in windows, and positions in windows. */
  readonly near: ReadonlyMap<number, { readonly tokens: ReadonlyMap<string, Beside>; readonly positions: number }>
}

/** Tokens of one text: where they start and end, and their words; null for what is not listed. */
interface Token {
  readonly start: number
  readonly end: number
  readonly word: string | null
}

/** Counts words, as a segmenter cuts them. */
export function countWords(
  observation: Observation,
  chosen: readonly number[],
  segmenter: Segmenter,
  window: number,
): Counted {
  return countTokens(
    observation,
    chosen,
    (text) => words(text, segmenter),
    (tokens, start, end) => wordWindow(tokens, start, end, window),
  )
}

function words(text: string, segmenter: Segmenter): Token[] {
  return segmenter
    .segment(text)
    .map(({ start, end, han }) => ({ start, end, word: han ? text.slice(start, end) : null }))
}

type Window = (
  tokens: readonly Token[],
  start: number,
  end: number,
) => { readonly at: number; readonly right: boolean }[]

function wordWindow(
  tokens: readonly Token[],
  start: number,
  end: number,
  window: number,
): { at: number; right: boolean }[] {
  const first = lowerBound(tokens, start)
  let last = first
  while (last < tokens.length && tokens[last]!.start < end) last++
  const found: { at: number; right: boolean }[] = []
  for (let i = first - 1, n = 0; i >= 0 && n < window; i--) {
    if (tokens[i]!.word !== null) {
      found.push({ at: i, right: false })
      n++
    }
  }
  for (let i = last, n = 0; i < tokens.length && n < window; i++) {
    if (tokens[i]!.word !== null) {
      found.push({ at: i, right: true })
      n++
    }
  }
  return found
}

/** First token that ends after an offset. */
function lowerBound(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (tokens[mid]!.end <= offset) low = mid + 1
    else high = mid
  }
  return low
}

/** Counts sequences of 2 to 4 Han characters. */
export function countCharacters(observation: Observation, chosen: readonly number[], window: number): Counted {
  return countTokens(observation, chosen, sequences, (tokens, start, end) =>
    characterWindow(tokens, start, end, window),
  )
}

const LONGEST = 4

/** All sequences of 2 to 4 Han characters, by start, then length. */
function sequences(text: string): Token[] {
  const tokens: Token[] = []
  for (let i = 0; i < text.length; i++) {
    if (!isHan(text.charCodeAt(i))) continue
    for (let n = 2; n <= LONGEST && i + n <= text.length && isHan(text.charCodeAt(i + n - 1)); n++)
      tokens.push({ start: i, end: i + n, word: text.slice(i, i + n) })
  }
  return tokens
}

function isHan(c: number): boolean {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf)
}

function characterWindow(
  tokens: readonly Token[],
  start: number,
  end: number,
  window: number,
): { at: number; right: boolean }[] {
  const found: { at: number; right: boolean }[] = []
  for (let i = firstStart(tokens, start - window); i < tokens.length && tokens[i]!.start < end + window; i++) {
    const t = tokens[i]!
    if (t.end <= start) found.push({ at: i, right: false })
    else if (t.start >= end && t.end <= end + window) found.push({ at: i, right: true })
  }
  return found
}

function firstStart(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (tokens[mid]!.start < offset) low = mid + 1
    else high = mid
  }
  return low
}

function countTokens(
  observation: Observation,
  chosen: readonly number[],
  cut: (text: string) => Token[],
  window: Window,
): Counted {
  const totals = new Map<string, number>()
  let positions = 0
  const near = new Map(chosen.map((c) => [c, { tokens: new Map<string, Beside>(), positions: 0 }]))
  const byReport = mentionsByReport(observation)
  for (let r = 0; r < observation.reports.length; r++) {
    const text = observation.reports[r]!.text
    if (text === undefined) continue
    for (const paragraph of paragraphs(text)) {
      const tokens = cut(text.slice(paragraph.start, paragraph.end))
      for (const { word } of tokens) {
        if (word === null) continue
        totals.set(word, (totals.get(word) ?? 0) + 1)
        positions++
      }
      const marked = new Map<number, Map<number, boolean>>()
      for (const m of byReport[r] ?? []) {
        const { cleanStart, cleanEnd } = observation.mentions.at(m)!
        if (cleanStart < paragraph.start || cleanEnd > paragraph.end) continue
        const c = observation.conceptOfMention[m]!
        if (!near.has(c)) continue
        let seen = marked.get(c)
        if (!seen) marked.set(c, (seen = new Map()))
        for (const { at, right } of window(tokens, cleanStart - paragraph.start, cleanEnd - paragraph.start))
          if (!seen.has(at)) seen.set(at, right)
      }
      for (const [c, seen] of marked) {
        const entry = near.get(c)!
        for (const [at, right] of seen) {
          const word = tokens[at]!.word!
          const beside = entry.tokens.get(word) ?? { left: 0, right: 0 }
          if (right) beside.right++
          else beside.left++
          entry.tokens.set(word, beside)
          entry.positions++
        }
      }
    }
  }
  return { totals, positions, near }
}

function mentionsByReport(observation: Observation): (number[] | undefined)[] {
  const lists: number[][] = []
  for (const [m, r] of observation.reportOfMention.entries()) (lists[r] ??= []).push(m)
  return lists
}

function* paragraphs(text: string): Iterable<{ start: number; end: number }> {
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (end > start) yield { start, end }
    start = end + 1
  }
}

/** Does a token stand in the window of one mention? */
export function standsBeside(
  observation: Observation,
  m: number,
  word: string,
  window: number,
  segmenter: Segmenter | undefined,
): boolean {
  const { cleanStart, cleanEnd } = observation.mentions.at(m)!
  const text = observation.reports[observation.reportOfMention[m]!]!.text
  if (text === undefined) return false
  for (const p of paragraphs(text)) {
    if (cleanStart < p.start || cleanEnd > p.end) continue
    const piece = text.slice(p.start, p.end)
    const tokens = segmenter ? words(piece, segmenter) : sequences(piece)
    const inWindow = segmenter
      ? wordWindow(tokens, cleanStart - p.start, cleanEnd - p.start, window)
      : characterWindow(tokens, cleanStart - p.start, cleanEnd - p.start, window)
    return inWindow.some(({ at }) => tokens[at]!.word === word)
  }
  return false
}
