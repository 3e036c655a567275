import type { FurnitureKind } from './furniture'
import { furnitureTable, isOf, startBit } from './furniture-table'
import { labelAt, looksLikeName, readLabels } from './label-run'

/** Longest bracket of names and roles at the end of a paragraph. */
const longestCredit = 80

const openers = '（【[〖'
const closers = '）】]〗'

const endsSentence = (text: string, at: number) => isOf(text.charCodeAt(at), startBit.sentenceEnd)

/** Kind of a bracket's content if it names writers or editors, or null. */
const creditKind = (text: string, start: number, end: number, isLast: boolean): FurnitureKind | null => {
  const label = labelAt(text, start, end)
  if (label !== null) {
    const run = readLabels(text, start, end)
    if (run.end === end)
      return label.kind === 'editors'
        ? 'editors'
        : label.kind === 'meta' && label.word !== '作者'
          ? 'meta-line'
          : 'credit'
  }
  const tokens = text
    .slice(start, end)
    .split(/[ 、/]/)
    .filter(Boolean)
  if (tokens.length === 0) return null
  const last = tokens.at(-1)!
  if (/^(?:摄|文|图|文图|图文|供图|摄影|报道|摄影报道|供稿)$/.test(last) || /[^摄]{2,4}(?:摄|供图)$/.test(last))
    return tokens.length <= 6 ? 'credit' : null
  if (!tokens.every((token) => looksLikeName(token, 0, token.length))) return null
  if (tokens.length > 1)
    return isLast && tokens.every((token) => furnitureTable().surnames.has(token[0]!)) ? 'credit' : null
  return isLast && last.length <= 3 && furnitureTable().surnames.has(last[0]!) ? 'credit' : null
}

/**
 * Where a credit, an editors' note or an editor's code begins that ends the line `[start, end)`, or null.
 *
 * @param isLast the line is among the last of the text: only there do bare names in brackets count
 */
export const creditStart = (
  text: string,
  start: number,
  end: number,
  isLast: boolean,
): { readonly start: number; readonly kind: FurnitureKind } | null => {
  if (end <= 0) return null
  const unit = text.charCodeAt(end - 1)
  if (unit === 0x3002) return null
  if (isLast && ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x2460 && unit <= 0x2473))) {
    let at = end
    while (at > start && at > end - 3 && text.charCodeAt(at - 1) >= 0x30 && text.charCodeAt(at - 1) <= 0x39) at--
    const circled = text.charCodeAt(at - 1)
    if (at - 1 > start && circled >= 0x2460 && circled <= 0x2473 && endsSentence(text, at - 2))
      return { start: at - 1, kind: 'editor-code' }
    return null
  }
  const closer = closers.indexOf(text.charAt(end - 1))
  if (closer >= 0) {
    const from = Math.max(start, end - longestCredit)
    const open = from + text.slice(from, end - 1).lastIndexOf(openers[closer]!)
    if (open < from) return null
    if (open > start && !endsSentence(text, open - 1) && text[open - 1] !== ' ') return null
    const kind = creditKind(text, open + 1, end - 1, isLast)
    return kind === null ? null : { start: open, kind }
  }
  // Text after the last full stop that is nothing but labels.
  let at = end
  while (at > start && at > end - longestCredit && !endsSentence(text, at - 1)) at--
  if (at === start || !endsSentence(text, at - 1)) return null
  let from = at
  while (text[from] === ' ' || text[from] === '【' || text[from] === '（') from++
  const label = labelAt(text, from, end)
  if (label === null || (label.kind === 'meta' && !isLast)) return null
  const run = readLabels(text, from, end)
  if (run.end !== end) return null
  return { start: at, kind: label.kind === 'editors' ? 'editors' : label.kind === 'meta' ? 'meta-line' : 'credit' }
}
