import { TifaError } from '../error'
import {
  byCodePoint,
  type ConceptName,
  conceptNamed,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  type ReprintPolicy,
} from '../observation'
import type { Segmenter } from '../segment/segmenter'
import { assoc, padjust } from '../stats'
import { column } from './columns'
import { methodOf } from './method'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface CollocateOptions extends MentionFilter {
  /** Whose neighbours. Default: every concept with a mention. */
  readonly concepts?: readonly ConceptName[]
  /** Cuts words. Without one, neighbours are sequences of 2 to 4 characters: never a silent other segmenter. */
  readonly segmenter?: Segmenter
  /** Words (or, without a segmenter, characters) on each side. Default 5 words or 10 characters. */
  readonly window?: number
  /** Leave out neighbours met fewer times. Default 3. */
  readonly minimum?: number
  readonly reprints?: ReprintPolicy
}

/** One word beside one concept, from the table of positions: in a window or not, this word or another. */
export interface CollocateRow {
  readonly concept: string
  readonly label: string
  readonly collocate: string
  readonly a: number
  readonly left: number
  readonly right: number
  readonly inWindows: number
  readonly total: number
  readonly positions: number
  readonly expected: number
  readonly logDice: number | null
  readonly strength: number | null
  readonly g2: number | null
  readonly p: number | null
  readonly q: number | null
}

/**
 * Which words stand beside a formulation?
 *
 * Every position of the texts is either inside a window (up to `window` words from a mention, same paragraph, the mention's own words left out, a position near two
 * mentions once) or not; the 2×2 table of word × window gives logDice (Rychlý 2008), observed ÷ expected, signed G² and q over all listed words of the call. Punctuation and non-Han
 * tokens hold their places but are not listed. Reports without text are left out.
 *
 * G² takes positions for independent: read it as a ranking. Rows: by concept id, logDice, word.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example collocates(study, { concepts: ['xiangmu-weiwang'], segmenter, window: 5 }).rows.slice(0, 10).map((r) => [r.collocate, r.a, r.logDice])
 */
export function collocates(study: Observed, options: CollocateOptions = {}): Result<CollocateRow> {
  const { segmenter } = options
  const window = wholeOption('window', options.window ?? (segmenter ? 5 : 10), 1)
  const minimum = wholeOption('minimum', options.minimum ?? 3, 1)
  const observation = observe(study, options)
  const chosen =
    options.concepts === undefined
      ? observation.concepts
          .map((_, c) => c)
          .filter((c) => observation.conceptStart[c + 1]! > observation.conceptStart[c]!)
      : [...new Set(options.concepts.map((name) => conceptNamed(observation, name)))].sort((a, b) => a - b)
  if (observation.reports.length > 0 && observation.reports.every((row) => row.text === undefined))
    throw new TifaError('invalid-option', 'collocates reads the reports’ text, which this study was coded without')
  const counted = segmenter
    ? countWords(observation, chosen, segmenter, window)
    : countCharacters(observation, chosen, window)
  const drafts = chosen.flatMap((c) => rowsOf(observation, c, counted, minimum))
  const q = padjust({ p: drafts.map((row) => row.p), method: 'BH' }).adjusted
  return {
    kind: 'collocates',
    rows: drafts.map((row, i) => ({ ...row, q: q[i] ?? null })),
    columns: COLLOCATE_COLUMNS,
    method: methodOf(study, {
      analysis: 'collocates',
      unit: segmenter ? 'word' : 'sequence of 2 to 4 characters',
      denominator: 'positions of the texts',
      reprints: observation.reprints,
      tests: ['log-likelihood ratio G²'],
      correction: 'Benjamini–Hochberg over all listed neighbours',
      notes: [
        `window: ${window} ${segmenter ? 'words' : 'characters'} on each side`,
        `segmenter: ${segmenter?.id ?? 'none'}`,
      ],
    }),
    mentions: (row) => {
      const c = observation.conceptIndex.get(row.concept)
      if (c === undefined) return []
      return Array.from(
        observation.mentionsByConcept.subarray(observation.conceptStart[c]!, observation.conceptStart[c + 1]!),
      )
        .filter((m) => beside(observation, m, row.collocate, window, segmenter))
        .map((m) => observation.mentions[m]!.id)
    },
  }
}

interface Beside {
  left: number
  right: number
}

interface Counted {
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

function countWords(
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

function countCharacters(observation: Observation, chosen: readonly number[], window: number): Counted {
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
        const { cleanStart, cleanEnd } = observation.mentions[m]!
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

function rowsOf(observation: Observation, c: number, counted: Counted, minimum: number): CollocateRow[] {
  const info = observation.concepts[c]!
  const { tokens, positions: inWindows } = counted.near.get(c)!
  const rows: CollocateRow[] = []
  for (const [word, { left, right }] of tokens) {
    const a = left + right
    if (a < minimum) continue
    const total = counted.totals.get(word)!
    const table = { a, b: inWindows - a, c: total - a, d: counted.positions - inWindows - total + a }
    const g2 = assoc.g2(table)
    rows.push({
      concept: info.id,
      label: info.label,
      collocate: word,
      a,
      left,
      right,
      inWindows,
      total,
      positions: counted.positions,
      expected: (inWindows * total) / counted.positions,
      logDice: assoc.overlap(table).logDice,
      strength: assoc.strength(table).ratio,
      g2: g2.signed,
      p: g2.p,
      q: null,
    })
  }
  return rows.sort((x, y) => (y.logDice ?? 0) - (x.logDice ?? 0) || y.a - x.a || byCodePoint(x.collocate, y.collocate))
}

function beside(
  observation: Observation,
  m: number,
  word: string,
  window: number,
  segmenter: Segmenter | undefined,
): boolean {
  const { cleanStart, cleanEnd } = observation.mentions[m]!
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

const COLLOCATE_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('collocate', 'neighbour', '搭配词'),
  column('a', 'times beside', '共现次数', { unit: 'positions', denominator: 'inWindows' }),
  column('left', 'on the left', '左侧次数', { unit: 'positions', denominator: 'a' }),
  column('right', 'on the right', '右侧次数', { unit: 'positions', denominator: 'a' }),
  column('inWindows', 'positions in windows', '窗口位置数', { unit: 'positions', denominator: 'positions' }),
  column('total', 'times in all', '总次数', { unit: 'positions', denominator: 'positions' }),
  column('positions', 'positions', '位置总数', { unit: 'positions' }),
  column('expected', 'expected beside', '期望次数', { unit: 'positions' }),
  column('logDice', 'logDice', 'logDice 值', { unit: 'at most 14', note: 'Rychlý 2008' }),
  column('strength', 'observed ÷ expected', '观察期望比'),
  column('g2', 'signed G²', 'G² 值（带符号）', { note: 'Dunning 1993' }),
  column('p', 'G² p', 'G² 检验 p 值', { note: 'takes positions for independent' }),
  column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all listed neighbours' }),
]
