import { blockSize, lookahead, UnitBlock } from './code-units'
import { descriptionSequences } from './description-sequence'
import { Edits, type StepOutcome } from './edits'
import { filterKey, type Phrase, pairKey, type SimplifyTable, simplifyClass, simplifyTable } from './simplify-table'

const input = new UnitBlock()
const output = new UnitBlock()

/** By unit: 1 inside a description sequence, where nothing is converted. */
const describedRanges = (text: string): Uint8Array => {
  const inside = new Uint8Array(text.length)
  const ends = descriptionSequences(text)
  for (let i = 0; i < text.length; i++) {
    const end = ends.get(i)
    if (end === undefined) continue
    inside.fill(1, i, end)
    i = end - 1
  }
  return inside
}

/** Replaces CJK compatibility ideographs (U+F900 …, 2F800 …) by their canonical equivalents, as OpenCC does first. */
const foldCompatibility = (text: string): StepOutcome | null => {
  const edits = new Edits()
  const described = text.search(/[\u2FF0-\u2FFF]/) < 0 ? null : describedRanges(text)
  for (const match of text.matchAll(/[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu)) {
    const folded = match[0].normalize('NFC')
    if (folded !== match[0] && described?.[match.index] !== 1)
      edits.replace(match.index, match.index + match[0].length, folded)
  }
  return edits.apply(text)
}

const differing = (from: string, to: string): number => {
  let count = 0
  for (let i = 0; i < from.length; i++) if (from.charCodeAt(i) !== to.charCodeAt(i)) count++
  return count
}

let changed = 0
let sawCompatibility = false

/**
 * Converts unit by unit from `at`, writing `shift` places further, until a unit that needs a closer look or `size`.
 * Kept apart and free of branches but that one: it is the whole cost of reading traditional text.
 */
const convertRun = (
  entries: Uint32Array,
  filter: Uint8Array,
  source: Uint16Array,
  target: Uint16Array,
  at: number,
  size: number,
  shift: number,
): number => {
  let units = 0
  let i = at
  for (; i < size; i++) {
    const unit = source[i]!
    const entry = entries[unit]!
    if (entry > 0xffff && (entry >>> 16 !== simplifyClass.phrase || filter[filterKey(unit, source[i + 1]!)] !== 0))
      break
    target[i + shift] = entry
    units += (((entry & 0xffff) ^ unit) + 0xffff) >>> 16
  }
  changed += units
  return i
}

/** What stands at `at` that is more than one unit, or one unit with a longer target: its source and target, or null. */
const specialAt = (
  table: SimplifyTable,
  text: string,
  at: number,
  cls: number,
  sequences: () => ReadonlyMap<number, number>,
): Phrase | null => {
  if ((cls & simplifyClass.phrase) !== 0) {
    const list = table.phrases.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)))
    const phrase = list?.find(({ from }) => text.startsWith(from, at))
    if (phrase !== undefined) return phrase
  }
  if ((cls & simplifyClass.description) !== 0) {
    const end = sequences().get(at)
    if (end !== undefined) return { from: text.slice(at, end), to: text.slice(at, end) }
  }
  if ((cls & simplifyClass.compatibility) !== 0) sawCompatibility = true
  if ((cls & simplifyClass.astral) !== 0) {
    const point = text.codePointAt(at)!
    if (point >= 0x2f800 && point <= 0x2fa1f) sawCompatibility = true
    const to = table.astral.get(point)
    if (to !== undefined) return { from: String.fromCodePoint(point), to }
  }
  return null
}

/** One pass over characters and phrases; null where nothing changes. */
const convert = (text: string, cautious: boolean): StepOutcome | null => {
  const table = simplifyTable()
  const entries = cautious ? table.cautious : table.full
  const source = input.units
  const target = output.units
  let moved: Edits | undefined
  let found: ReadonlyMap<number, number> | undefined
  const sequences = () => (found ??= descriptionSequences(text))
  let result = ''
  changed = 0
  sawCompatibility = false
  for (let at = 0; at < text.length; ) {
    const size = Math.min(text.length - at, blockSize)
    const read = Math.min(text.length - at, blockSize + lookahead)
    input.read(text, at, at + read)
    if (read < source.length) source[read] = 0
    let shift = 0
    let i = 0
    while ((i = convertRun(entries, table.filter, source, target, i, size, shift)) < size) {
      const unit = source[i]!
      const special = specialAt(table, text, at + i, entries[unit]! >>> 16, sequences)
      const from = special?.from ?? text[at + i]!
      const to = special?.to ?? String.fromCharCode(entries[unit]! & 0xffff)
      if (from.length !== to.length) (moved ??= new Edits()).replace(at + i, at + i + from.length, to)
      changed += differing(from, to)
      if (to.length > from.length || to.length >= lookahead) {
        result += output.toString(i + shift) + to
        shift = -i - from.length
      } else {
        for (let k = 0; k < to.length; k++) target[i + shift + k] = to.charCodeAt(k)
        shift += to.length - from.length
      }
      i += from.length
    }
    result += output.toString(i + shift)
    at += i
  }
  if (changed === 0) return null
  return { text: result, patch: moved?.apply(text)?.patch ?? null, edits: changed, changed, removed: 0 }
}

/**
 * Traditional characters to mainland simplified ones: OpenCC's dictionaries, phrases before characters, longest phrase
 * first; the result equals OpenCC's `t2s` (opencc-js `t` → `cn`) on every string. Phrases keep their number of code
 * points, so positions move only where a character outside the basic plane is involved. Wording is never touched.
 *
 * @param cautious for text that is written in simplified characters: no phrases, and characters that are standard in
 *   simplified text stay as they are, for OpenCC takes such text for traditional (破坏土地 → 破坯土地, 乾县 → 干县).
 * @returns what was done, in order: nothing, one conversion, or the folding of compatibility ideographs and a conversion.
 */
export const simplify = (text: string, cautious = false): readonly StepOutcome[] => {
  const outcome = convert(text, cautious)
  const folded = sawCompatibility ? foldCompatibility(text) : null
  if (folded === null) return outcome === null ? [] : [outcome]
  const again = convert(folded.text, cautious)
  return again === null ? [folded] : [folded, again]
}

/**
 * The whole conversion as a plain function: equals OpenCC's `t2s`.
 *
 * @example toSimplified('項目為王') // => '项目为王'
 */
export const toSimplified = (text: string): string => simplify(text).at(-1)?.text ?? text
