import data from '../../../data/people/titles.json'
import { WordTable } from './word-table'

export type TitleKind = 'official' | 'plural' | 'civil'

/** A title that stands directly before a name or ends a phrase. */
export interface Title {
  readonly start: number
  readonly end: number
  readonly kind: TitleKind
}

interface Tables {
  readonly heads: WordTable<TitleKind>
  readonly lastCode: Uint8Array
  readonly stops: Uint8Array
  readonly scene: WordTable<true>
  readonly never: WordTable<true>
  readonly stopWords: WordTable<true>
}

/** No list of titles is longer, in characters. */
const longest = 80

let tables: Tables | undefined

function load(): Tables {
  if (tables) return tables
  const heads = new WordTable<TitleKind>([
    ...data.civil.words.map((w) => [w, 'civil'] as const),
    ...data.official.words.map((w) => [w, 'official'] as const),
    ...data.plural.words.map((w) => [w, 'plural'] as const),
  ])
  const lastCode = new Uint8Array(65536)
  for (const w of [...data.official.words, ...data.plural.words]) lastCode[w.charCodeAt(w.length - 1)] = 1
  const stops = new Uint8Array(65536)
  for (const c of data.stops.characters) stops[c.charCodeAt(0)] = 1
  tables = {
    heads,
    lastCode,
    stops,
    scene: new WordTable(data.beforeTitle.words.map((w) => [w, true] as const)),
    never: new WordTable(data.notFollowedBy.words.map((w) => [w, true] as const)),
    stopWords: new WordTable(data.stopWords.words.map((w) => [w, true] as const)),
  }
  return tables
}

/** Table of the characters that titles of officials end with: 1 where one may end. */
export const titleEnds = (): Uint8Array => load().lastCode

/** Is the text at `at` a word that shows that what stands before it was no title of a named person? */
export const deniesTitle = (text: string, at: number): boolean => load().never.at(text, at) !== undefined

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * The title that ends at `end`: from the head word (书记, 县长) leftwards over the body it belongs to, and over a 、-list
 * of further titles of the same person (县委副书记、县长). Reads no further left than `from`.
 *
 * @returns undefined where no title ends
 */
export function titleBefore(text: string, end: number, from: number): Title | undefined {
  const t = load()
  from = Math.max(from, end - longest)
  const head = t.heads.before(text, end, from)
  if (!head) return undefined
  let start = end - head.word.length
  const limit = Math.max(from, end - 24)
  while (start > limit && !t.stops[text.charCodeAt(start - 1)]) {
    const before = text.charCodeAt(start - 1)
    if (isDigit(before)) break
    if (before === 0x65e5 && start - 2 >= limit && isDigit(text.charCodeAt(start - 2))) break // 18日|市委书记
    if (t.stopWords.before(text, start, limit)) break
    start--
  }
  for (let scene = t.scene.at(text, start, end - head.word.length); scene; ) {
    start += scene.word.length
    scene = t.scene.at(text, start, end - head.word.length)
  }
  let kind = head.value
  if (kind === 'official') {
    const printed = text.slice(start, end)
    for (const word of data.civilInside.words) if (printed.includes(word)) kind = 'civil'
  }
  if (start - 2 > from && text[start - 1] === '、') {
    const left = titleBefore(text, start - 1, Math.max(from, end - longest))
    if (left && left.kind !== 'plural') return { start: left.start, end, kind: kind === 'civil' ? left.kind : kind }
  }
  return { start, end, kind }
}

/** Head word (书记, 副县长) of the title that ends at `end`, or undefined. */
export const titleHeadBefore = (text: string, end: number, from: number): string | undefined =>
  load().heads.before(text, end, from)?.word
