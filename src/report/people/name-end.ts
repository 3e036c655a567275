import followerData from '../../../data/people/name-followers.json'
import { familyNameLength, isAmbiguous, isTranscribed } from './family-name'
import { WordTable } from './word-table'

let followers: { readonly words: WordTable<true>; readonly characters: Set<number> } | undefined
const load = () =>
  (followers ??= {
    words: new WordTable(followerData.words.map((w) => [w, true] as const)),
    characters: new Set([...followerData.characters].map((c) => c.charCodeAt(0))),
  })

const never = new Set([...'的了是与及等说就也还把被对您我他她你们这那个此某各并且'].map((c) => c.charCodeAt(0)))

/** Lengths of an ordinary name, longer first. */
export const plainNameLength = [3, 2] as const

/** Prepositions and adverbs that hardly ever end a given name: 石磊在|走访. */
const rarelyLast = new Set([...'在到对向就赴与是将从并还于作'].map((c) => c.charCodeAt(0)))

/** Adverbs of one character: where the shorter name also stands alone, these are no part of it (金波一|走进). */
const adverbs = '一先又就也还便正都刚已再更仍均曾'

export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff
const isDot = (code: number): boolean => code === 0xb7 || code === 0x2022 || code === 0x30fb || code === 0x2027

/** How many times `word` stands in `text`, at most `limit`. */
function occurrences(text: string, word: string, limit: number): number {
  let n = 0
  for (let i = text.indexOf(word); i >= 0 && n < limit; i = text.indexOf(word, i + word.length)) n++
  return n
}

/** Recurrence is looked for this far on either side: all of a usual report, a part of a book. */
const neighbourhood = 5000

/** Is a name that ends here followed by a mark (3), by a word that follows names (3), by a weak character (1.5), or by nothing telling (0)? */
export function evidenceAfter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (!isHan(code)) return 3 // NaN at the end of the text counts as a mark
  if (load().words.at(text, at)) return 3
  return load().characters.has(code) ? 1.5 : 0
}

/**
 * Where does the name that starts at `start` end? Family name and one or two characters; longer for 欧阳 …, for dotted
 * and transcribed names; a two-character name may hold one space (杜 宇).
 *
 * Decided by three kinds of evidence: what follows (a mark, a verb), whether the longer or the shorter string recurs in
 * the text, and the common length of names. Equal evidence takes the shorter.
 *
 * @param bare nothing before it says that a name stands here: evidence after it is required
 * @returns end offset, or -1 where no name is believed
 */
export function nameEnd(text: string, start: number, bare = false): number {
  const dotted = dottedEnd(text, start)
  if (dotted > 0) return dotted
  const family = familyNameLength(text, start)
  const first = text.charCodeAt(start)
  if (load().words.at(text, start)) return -1
  const foreign = isTranscribed(first)
  if (family === 0 && !foreign) return -1
  if (
    family === 1 &&
    text[start + 1] === ' ' &&
    isHan(text.charCodeAt(start + 2)) &&
    evidenceAfter(text, start + 3) > 0
  )
    return start + 3
  const longest = foreign ? 7 : family === 2 ? 4 : bare ? 3 : 4
  const floor = bare || isAmbiguous(first) || family === 0 ? 1.4 : -0.5
  let shortest = 0
  let best = -1
  let bestScore = floor
  for (let length = family === 2 ? 3 : 2; length <= longest; length++) {
    const last = text.charCodeAt(start + length - 1)
    if (!isHan(last) || never.has(last)) break
    shortest ||= length
    const after = evidenceAfter(text, start + length)
    const usual = length <= (family === 2 ? 4 : 3)
    if (!usual && after < 3) continue
    // A long or unusual name before a mark may be any words: it must stand elsewhere too (市长|热线开通。)
    if ((!usual || family === 0) && !isHan(text.charCodeAt(start + length)) && !recurs(text, start, length)) continue
    let score = usual ? after : after - (foreign ? 0.8 : 1.2)
    if (length === 3) score += 0.6
    if (length > 2 && rarelyLast.has(last)) score -= 2.5
    if (length > shortest && score + 2 > bestScore) score += recurrence(text, start, shortest, length)
    if (score > bestScore) {
      bestScore = score
      best = start + length
    }
  }
  return best
}

/** Does the string of this length stand more than once around its place? */
const recurs = (text: string, start: number, length: number): boolean =>
  occurrences(
    text.slice(Math.max(0, start - neighbourhood), start + neighbourhood),
    text.slice(start, start + length),
    2,
  ) > 1

/** What the rest of the text says for the longer of two readings: −1.5 where the shorter also stands without it, 2 where both always go together. */
function recurrence(text: string, start: number, shorter: number, longer: number): number {
  const near =
    text.length <= 2 * neighbourhood ? text : text.slice(Math.max(0, start - neighbourhood), start + neighbourhood)
  const many = occurrences(near, text.slice(start, start + longer), 8)
  const more = occurrences(near, text.slice(start, start + shorter), 8)
  if (more > many) return adverbs.includes(text[start + longer - 1]!) ? -5 : -1.5
  return many > 1 ? 2 : 0
}

/** End of a dotted name (阿依古丽·肉孜), or -1. Parts are of one to six characters; the last part ends by evidence. */
export function dottedEnd(text: string, start: number): number {
  let i = start
  while (i < start + 7 && isHan(text.charCodeAt(i))) i++
  if (i === start || !isDot(text.charCodeAt(i))) return -1
  let part = i + 1
  for (;;) {
    i = part
    while (i < part + 7 && isHan(text.charCodeAt(i))) i++
    if (i > part && isDot(text.charCodeAt(i))) part = i + 1
    else break
  }
  if (i === part) return -1
  for (let end = part + 1; end <= i; end++) {
    const evidence = evidenceAfter(text, end)
    if (evidence === 3 || (evidence > 0 && end >= part + 2)) return end
  }
  return Math.min(i, part + 3)
}

/** Ends of words for bodies, meetings and papers, which follow titles and are no names (书记联席会议, 县长办公会). */
const notLast = '会议组办制部委局院所厅处科室站队长员区县市镇乡村团队社部信箱令'

/** How far an unlisted name is looked for again, in characters. */
const nearby = 2500

/**
 * End of a name whose first character is no listed family name (旗长娜仁高娃), or -1. It must be followed by a mark or a word that follows
 * names, and stand once more at the start of a clause before such a word.
 */
export function unlistedNameEnd(text: string, start: number): number {
  if (load().words.at(text, start)) return -1
  for (let length = 5; length >= 2; length--) {
    const end = start + length
    if (notLast.includes(text[end - 1]!) || evidenceAfter(text, end) === 0 || !allHan(text, start, end)) continue
    const near = text.slice(Math.max(0, start - nearby), end + nearby)
    const name = text.slice(start, end)
    let found = 0
    for (let i = near.indexOf(name); i >= 0 && found < 8; i = near.indexOf(name, i + length), found++) {
      const alone = i === 0 || !isHan(near.charCodeAt(i - 1))
      if (alone && isHan(near.charCodeAt(i + length)) && evidenceAfter(near, i + length) === 3) return end
    }
  }
  return -1
}

function allHan(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHan(text.charCodeAt(i)) || never.has(text.charCodeAt(i))) return false
  return true
}
