import data from '../../../data/people/attendance.json'
import notNames from '../../../data/people/not-names.json'
import { isFamilyName } from './family-name'
import { isHan, plainNameLength } from './name-end'
import { titleHeadBefore } from './title'

let denied: Set<string> | undefined
let verbStart: Uint8Array | undefined

function verbStarts(): Uint8Array {
  if (verbStart) return verbStart
  verbStart = new Uint8Array(65536)
  for (const w of data.speech.words) verbStart[w.charCodeAt(0)] = 1
  return verbStart
}

/** Is the string a word that only looks like a name (方案, 全会, 时任)? Its first two characters decide too. */
export function isNotName(word: string): boolean {
  denied ??= new Set(notNames.words)
  return denied.has(word) || denied.has(word.slice(0, 2))
}

/**
 * End of a name printed without any title at the start of a clause, directly before a reporting verb (李晓东强调), or -1.
 * Such a name is believed on the verb alone, so words that look like names are kept in a list.
 */
export function bareSpeakerEnd(text: string, start: number): number {
  if (!isFamilyName(text.charCodeAt(start))) return -1
  for (const length of plainNameLength) {
    const end = start + length
    if (!verbStarts()[text.charCodeAt(end)]) continue
    if (!isHan(text.charCodeAt(end - 1)) || !isHan(text.charCodeAt(start + 1))) continue
    const verb = data.speech.words.find((w) => text.startsWith(w, end))
    if (!verb) continue
    const after = text[end + verb.length]
    const tells = after === '，' || after === '：' || after === ',' || after === ':' || after === '要' || after === '“'
    if (!tells || isNotName(text.slice(start, end)) || titleHeadBefore(text, end, start)) continue
    return end
  }
  return -1
}
