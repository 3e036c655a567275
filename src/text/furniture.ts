import { unitsOf } from './code-units'
import { Edits, type StepOutcome } from './edits'
import { furnitureTable, isForBody, isOf, type LineRule, pairSlot, startBit } from './furniture-table'
import { labelAt, readLabels } from './label-run'
import { creditStart } from './trailing-credit'

export type FurnitureKind =
  | 'meta-line' // 日期: 来源: 点击:
  | 'breadcrumb'
  | 'editors' // 责编: 审核:
  | 'credit' // （张明 李芳） （通讯员：…）
  | 'editor-code' // ②2
  | 'footer' // 主办 ICP备
  | 'widget' // 扫一扫 请输入验证码
  | 'disclaimer'
  | 'e-paper'
  | 'cms-stamp'
  | 'caption'
  | 'column-label'
  | 'spam'

/** A piece of furniture by its place in the text that the step was given. */
export interface FurniturePiece {
  readonly kind: FurnitureKind
  readonly start: number
  readonly end: number
}

export interface FurnitureOutcome {
  readonly outcome: StepOutcome | null
  readonly pieces: readonly FurniturePiece[]
}

/** A paragraph of a report has at least this many characters and a full stop. */
const leastBody = 25
/** Longest line of nothing but labels and values. */
const longestLabelLine = 150
/** Longest line that a rule takes. */
const longestRuled = 400
/** Longest label in brackets before a title (【云岭要闻】). */
const longestColumnLabel = 12

interface Line {
  readonly start: number
  readonly end: number
  /** Long enough and with a full stop: a paragraph, unless its words say otherwise. */
  readonly isBody: boolean
  /** What the line is as a whole, or null. */
  kind: FurnitureKind | null
}

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  let stop = -1
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (end > start) {
      if (stop >= 0 && stop < start) stop = -1
      if (stop < 0) {
        stop = text.indexOf('。', start)
        if (stop < 0) stop = text.length
      }
      lines.push({ start, end, isBody: end - start >= leastBody && stop < end, kind: null })
    }
    start = end + 1
  }
  return lines
}

/** The rule that takes the line, or null. Rules for the foot of the page are asked only there. */
const ruleFor = (text: string, { start, end, isBody }: Line): LineRule | null => {
  const { words, equals, starts, pairs, bodyPairs } = furnitureTable()
  const length = end - start
  if (length > longestRuled) return null
  if (length <= 12) {
    const rule = equals.get(text.slice(start, end))
    if (rule !== undefined) return rule
  }
  const units = unitsOf(text)
  const bits = isBody ? bodyPairs : pairs
  for (let i = start; i < end; i++) {
    const unit = units[i]!
    const slot = pairSlot(unit, units[i + 1]!)
    if (((bits[slot >> 3]! >> (slot & 7)) & 1) === 0 && (starts[unit]! & startBit.single) === 0) continue
    for (const { word, rule } of words.get(text[i]!) ?? []) {
      if (length > rule.longest || !text.startsWith(word, i) || i + word.length > end) continue
      if (isBody && !isForBody(rule)) continue
      if ((rule.how === 'starts' || rule.how === 'heads-list') && i !== start) continue
      if (rule.how === 'heads-list' && length > word.length + 2) continue
      if (rule.kind === 'widget' && rule.how === 'contains' && isSentence(text, start, end)) continue
      if (rule.how === 'ends' && i + word.length !== end) continue
      if (rule.how === 'contains-both' && !rule.and!.some((other) => inRange(text, other, start, end))) continue
      return rule
    }
  }
  return null
}

/** Written as a sentence, so not a button. */
const isSentence = (text: string, start: number, end: number) =>
  '。！？'.includes(text[end - 1]!) || inRange(text, '，', start, end)

/** The range is a line that rules apply to, so short. */
const inRange = (text: string, word: string, start: number, end: number) => text.slice(start, end).includes(word)

/** Two or more arrows: a path (首页 > 要闻 > 正文). */
const isBreadcrumb = (text: string, { start, end }: Line) => {
  if (end - start > 90) return false
  let arrows = 0
  let before = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit !== before && isOf(unit, startBit.arrow)) arrows++
    before = unit
  }
  return arrows >= 2
}

/** Kind of a line that is furniture as a whole, or null. */
const wholeLine = (text: string, line: Line): FurnitureKind | null => {
  const { start, end, isBody } = line
  if (isBody) return isOf(text.charCodeAt(start), startBit.suspect) ? (ruleFor(text, line)?.kind ?? null) : null
  if (end - start <= longestLabelLine) {
    const run = readLabels(text, start, end)
    if (run.end === end && (run.labels > 0 || run.dates > 0)) {
      if (run.first === null) return 'meta-line'
      if (run.first.kind !== 'meta') return run.first.kind
      return run.first.word === '作者' && '（【'.includes(text[start]!) ? 'credit' : 'meta-line'
    }
  }
  if (isBreadcrumb(text, line)) return 'breadcrumb'
  if (text.charCodeAt(start) === 0x7b2c && /^第[A-Z]?\d{1,3}版/.test(text.slice(start, start + 8)) && end - start <= 40)
    return 'e-paper'
  return ruleFor(text, line)?.kind ?? null
}

/** Length of a column label that stands before the title: 【先锋要闻】, 特别关注|. */
const columnLabelLength = (text: string, start: number, end: number): number => {
  if (start >= end) return 0
  const opener = columnOpeners.indexOf(text.charAt(start))
  if (opener >= 0) {
    const close = columnClosers[opener]!
    const at = start + text.slice(start, Math.min(end, start + longestColumnLabel + 2)).indexOf(close)
    if (at - start < 3) return 0
    if (labelAt(text, start + 1, at) !== null) return 0
    return at + 1 - start
  }
  for (let bar = start; bar < start + longestColumnLabel && bar < end; bar++) {
    const unit = text.charCodeAt(bar)
    if (unit === 0x7c) return bar - start >= 2 && end - bar >= 7 ? bar + 1 - start : 0
    if (unit < 0x3400) return 0
  }
  return 0
}

const columnOpeners = '【[〖『'
const columnClosers = '】]〗』'

/**
 * Settles what depends on the line's place: footers and advertisements count only outside the report, and what follows a
 * footer or a heading of other articles belongs to it. Returns the footing for the lines after it.
 */
const placeLine = (
  text: string,
  line: Line,
  inTail: boolean,
  inHead: boolean,
  footing: FurnitureKind | null,
): FurnitureKind | null => {
  const rule = line.kind === 'footer' || line.kind === 'widget' ? ruleFor(text, line) : null
  if (line.kind === 'footer' && !inTail && rule?.how === 'starts') line.kind = null
  if (line.kind === 'spam' && !inHead && !inTail) line.kind = null
  if (!inTail) return footing
  line.kind ??= footing
  return line.kind === 'footer' || rule?.how === 'heads-list' ? line.kind : footing
}

/** Takes labels and column names off the front of a line at the head, credits and codes off the end of any line. */
const takeEnds = (text: string, line: Line, atHead: boolean, isLast: boolean, pieces: FurniturePiece[]): void => {
  let { start, end } = line
  if (atHead) {
    const run = line.isBody ? readLabels(text, start, end) : null
    if (run !== null && run.first?.kind === 'meta' && run.labels + run.dates >= 2) {
      pieces.push({ kind: 'meta-line', start, end: run.end })
      start = run.end
    }
    const label = columnLabelLength(text, start, end)
    if (label > 0) {
      pieces.push({ kind: 'column-label', start, end: start + label })
      start += label
    }
  }
  if (text.charCodeAt(end - 1) === 0x3002) return
  let credit = creditStart(text, start, end, isLast)
  if (credit === null) return
  const found: FurniturePiece[] = []
  for (; credit !== null; credit = creditStart(text, start, end, isLast)) {
    found.push({ kind: credit.kind, start: credit.start, end })
    end = credit.start
    while (end > start && text[end - 1] === ' ') end--
  }
  for (const piece of found.reverse()) pieces.push(piece)
}

/**
 * Takes the page off the report (noise §2): metadata lines, paths, editors, credits, codes, captions, buttons, footers,
 * terms of use, shells, stamps, advertisements. Titles, datelines and paragraphs stay. Every piece is listed.
 */
export const removeFurniture = (text: string): FurnitureOutcome => {
  const lines = linesOf(text)
  let first = -1
  let last = -1
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    line.kind = wholeLine(text, line)
    if (!line.isBody || line.kind !== null) continue
    if (first < 0) first = i
    last = i
  }
  const pieces: FurniturePiece[] = []
  let footing: FurnitureKind | null = null // the foot of the page has begun: what follows is part of it
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const inTail = last >= 0 && i > last
    if (line.kind !== null || footing !== null) footing = placeLine(text, line, inTail, i < first || first < 0, footing)
    if (line.kind !== null) pieces.push({ kind: line.kind, start: line.start, end: line.end })
    else takeEnds(text, line, i <= Math.max(first, 0), i >= last - 1, pieces)
  }
  if (pieces.length === 0) return { outcome: null, pieces }

  // Lines at the very end go with the line feed before them, others with the one after them.
  let foot = text.length
  for (let i = pieces.length - 1; i >= 0 && isLineStart(text, pieces[i]!.start); i--) {
    if (pieces[i]!.end !== foot && pieces[i]!.end + 1 !== foot) break
    foot = pieces[i]!.start
  }
  const edits = new Edits()
  for (const { start, end } of pieces) {
    if (start >= foot) break
    const wide = isLineStart(text, start) && (text[end] === '\n' || text[end] === ' ') ? 1 : 0
    edits.remove(Math.max(start, edits.end), end + wide)
  }
  if (foot < text.length) edits.remove(Math.max(edits.end, foot - 1), text.length)
  return { outcome: edits.apply(text), pieces }
}

const isLineStart = (text: string, at: number) => at === 0 || text[at - 1] === '\n'
