import data from '../../../data/people/attendance.json'
import notNames from '../../../data/people/not-names.json'
import { familyNameLength, isFamilyName } from './family-name'
import { dottedEnd, isHan, plainNameLength } from './name-end'
import { titleHeadBefore } from './title'
import { WordTable } from './word-table'

let denied: Set<string> | undefined
let verbs: WordTable<'speaks' | 'acts'> | undefined

const load = () =>
  (verbs ??= new WordTable([
    ...data.speech.words.map((w) => [w, 'speaks'] as const),
    ...data.acts.words.map((w) => [w, 'acts'] as const),
  ]))

/** Is the string a word that only looks like a name (方案, 全会, 时任)? Its first two characters decide too. */
export function isNotName(word: string): boolean {
  denied ??= new Set(notNames.words)
  return denied.has(word) || denied.has(word.slice(0, 2))
}

/**
 * End of a name printed without any title at the start of a clause, directly before a reporting verb (李晓东强调), or, where
 * the same string stands in the text once more, before what leaders do (李晓东来到…); or -1. Words that look like names are kept
 * in a list.
 */
export function bareSpeakerEnd(text: string, start: number): number {
  if (!isFamilyName(text.charCodeAt(start))) return -1
  for (const length of plainNameLength) {
    const end = start + length
    const verb = load().at(text, end)
    if (!verb || !(verb.value === 'acts' ? recurs(text, start, end) : reports(text, end + verb.word.length))) continue
    if (!isHan(text.charCodeAt(end - 1)) || !isHan(text.charCodeAt(start + 1))) continue
    if (!isNotName(text.slice(start, end)) && !titleHeadBefore(text, end, start)) return end
  }
  return -1
}

/** A dotted name without a title at the start of a clause, before a reporting verb (热依汗·吐尔逊强调), given its first dot; or undefined. */
export function dottedSpeaker(text: string, dot: number, from: number): { start: number; end: number } | undefined {
  let start = dot
  while (start > from && dot - start < 7 && isHan(text.charCodeAt(start - 1))) start--
  if (isHan(text.charCodeAt(start - 1)) && start > from) return undefined
  const end = dottedEnd(text, start)
  return end > 0 && speaks(text, end) ? { start, end } : undefined
}

/**
 * The names in a list before 等县领导 (石敬松、罗一鸣等县领导), given the offset of 等. The list begins at a mark; a piece that
 * does not look like a name ends it.
 */
export function namesBefore(text: string, end: number, from: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let stop = end; ; ) {
    let start = stop
    while (start > from && stop - start < 5 && isHan(text.charCodeAt(start - 1))) start--
    const length = stop - start
    const family = length >= 2 ? familyNameLength(text, start) : 0
    if (family === 0 || length > family + 2 || length === family || isNotName(text.slice(start, stop))) return found
    found.unshift({ start, end: stop })
    if (text[start - 1] !== '、' || start - 1 <= from) return found
    stop = start - 1
  }
}

/** A reporting verb at `at`, with a mark or 要 after it. */
function speaks(text: string, at: number): boolean {
  const verb = load().at(text, at)
  return verb?.value === 'speaks' && reports(text, at + verb.word.length)
}

const reports = (text: string, at: number): boolean => at < text.length && '，：,:要“'.includes(text[at]!)

/** Does the string stand in the text once more? */
function recurs(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (text.slice(end, end + neighbourhood).includes(name)) return true
  return text.slice(Math.max(0, start - neighbourhood), start).includes(name)
}

/** The same string is looked for this far on either side, in characters. */
const neighbourhood = 3000
