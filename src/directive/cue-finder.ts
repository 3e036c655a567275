import cues from '../../data/directive/cues.json'
import { unitsOf } from '../text/code-units'
import { listFollows } from './enumerator'
import { MARKS } from './mark-characters'
import type { CueType } from './words'

/** A reporting verb at a place in the text; whether it reports anything there is not said yet. */
export interface CueHit {
  readonly at: number
  readonly word: string
  readonly type: CueType
}

interface Entry {
  readonly word: string
  readonly type: CueType
  /** Reports only with a mark or an opener directly after it. */
  readonly markOnly: boolean
}

interface Tables {
  /** Bit 1: a cue may begin with this character; bit 2: a cue of one character. */
  readonly first: Uint8Array
  /** 1 where the character is the second of a cue. */
  readonly second: Uint8Array
  readonly entries: ReadonlyMap<number, readonly Entry[]>
  /** Words that contain a cue, by the cue's first character: the word and how far into it the cue begins. */
  readonly denied: ReadonlyMap<number, readonly { readonly word: string; readonly offset: number }[]>
}

let tables: Tables | undefined

function load(): Tables {
  if (tables) return tables
  const first = new Uint8Array(65536)
  const second = new Uint8Array(65536)
  const entries = new Map<number, Entry[]>()
  const denied = new Map<number, { word: string; offset: number }[]>()
  const markOnly = new Set(cues.markOnly.words)
  const all: Entry[] = (['order', 'state', 'say', 'exhort'] as const).flatMap((type) =>
    cues[type].words.map((word) => ({ word, type, markOnly: markOnly.has(word) })),
  )
  for (const e of all) {
    const code = e.word.charCodeAt(0)
    first[code]! |= e.word.length === 1 ? 2 : 1
    if (e.word.length > 1) second[e.word.charCodeAt(1)] = 1
    entries.set(
      code,
      [...(entries.get(code) ?? []), e].sort((a, b) => b.word.length - a.word.length),
    )
  }
  for (const word of cues.notCues.words) {
    for (let offset = 0; offset < word.length; offset++) {
      const code = word.charCodeAt(offset)
      if (!entries.get(code)?.some((e) => word.startsWith(e.word, offset))) continue
      denied.set(code, [...(denied.get(code) ?? []), { word, offset }])
    }
  }
  tables = { first, second, entries, denied }
  return tables
}

/**
 * The reporting verbs in `[start, end)`, longest first at each place, without those inside other words (加强|调度, 说明), unless the
 * first item of a list follows (作出部署，一是…). A verb of one character (说 提 称) counts only before a mark, 要, a quotation or a numeral.
 */
export function cueHits(text: string, start: number, end: number): CueHit[] {
  const { first, second, entries, denied } = load()
  const units = unitsOf(text)
  const found: CueHit[] = []
  for (let i = start; i < end; i++) {
    const code = units[i]!
    const bits = first[code]!
    if (bits === 0) continue
    const next = i + 1 < end ? units[i + 1]! : 0
    const long = (bits & 1) !== 0 && second[next] === 1
    const short = (bits & 2) !== 0 && (next === 0 || MARKS.has(next))
    if (!long && !short) continue
    const entry = longest(entries.get(code)!, text, i, end, long, short)
    if (!entry) continue
    const after = i + entry.word.length
    if (entry.markOnly && after < end && !MARKS.has(text.charCodeAt(after))) continue
    const no = denied.get(code)
    if (no && isDenied(text, i, entry.word.length, no, start, end) && !listFollows(text, after, end)) continue
    found.push({ at: i, word: entry.word, type: entry.type })
    i += entry.word.length - 1
  }
  return found
}

function longest(
  list: readonly Entry[],
  text: string,
  at: number,
  end: number,
  long: boolean,
  short: boolean,
): Entry | undefined {
  for (const e of list) {
    const fits = e.word.length > 1 ? long : short
    if (fits && at + e.word.length <= end && text.startsWith(e.word, at)) return e
  }
  return undefined
}

function isDenied(
  text: string,
  at: number,
  length: number,
  list: readonly { readonly word: string; readonly offset: number }[],
  start: number,
  end: number,
): boolean {
  for (const d of list) {
    const from = at - d.offset
    if (from < start || from + d.word.length > end) continue
    if ((d.offset > 0 || d.word.length >= length) && text.startsWith(d.word, from)) return true
  }
  return false
}
