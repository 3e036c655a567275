import data from '../../../data/people/attendance.json'
import { isHan, nameEnd } from './name-end'
import { titleBefore } from './title'

/** One place where a person is named, with the title printed before the name. */
export interface NamePlace {
  readonly name: string
  readonly title: string | null
  /** Start of the title, or of the name where none is printed. */
  readonly from: number
  readonly start: number
  readonly end: number
  /** Stands in a list of those present. */
  readonly present: boolean
}

/** How far behind a list the verb of being present is looked for, in characters. */
const reach = 60

const separators = '、，,和及与 　'

/** Names are compared without the space that pads two-character names. */
export const plainName = (text: string, start: number, end: number): string => text.slice(start, end).replace(' ', '')

/** End of the sentence that `at` stands in. */
export function sentenceEnd(text: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 0xff1b || c === 0x3b || c === 0x0a || c === 0xff01) return i
  }
  return limit
}

const containsAny = (s: string, words: readonly string[]): boolean => words.some((w) => s.includes(w))

/**
 * Names that follow a titled name in a list (、 ， 和), bare or with titles of their own, and whether the list is one of
 * those present (参加 出席 陪同 列席).
 *
 * @param first the titled name that the list begins with
 * @param limit end of the paragraph
 */
export function readNameList(
  text: string,
  first: Omit<NamePlace, 'present'>,
  plural: boolean,
  limit: number,
): NamePlace[] {
  const { name, title, from, start, end } = first
  const places: Listed[] = [{ name, title, from, start, end, present: false }]
  let at = first.end
  while (at < limit) {
    let next = at
    while (next < limit && separators.includes(text[next]!)) next++
    if (next === at) break
    const bareEnd = isHan(text.charCodeAt(next)) ? listedNameEnd(text, next) : -1
    if (bareEnd > 0) {
      places.push({
        name: plainName(text, next, bareEnd),
        title: plural || text[next - 1] === '、' ? (places.at(-1)?.title ?? null) : null,
        from: next,
        start: next,
        end: bareEnd,
        present: false,
      })
      at = bareEnd
      continue
    }
    const titled = titledNameAt(text, next, limit)
    if (!titled) break
    places.push(titled)
    at = titled.end
  }
  const rest = text.slice(at, sentenceEnd(text, at, Math.min(limit, at + reach)))
  const present =
    containsAny(rest, data.present.words) &&
    !containsAny(rest, data.acting.words) &&
    (places.length > 1 || presentFirst(rest))
  if (present) for (const place of places) place.present = true
  return places
}

/** A place of a list that is still being read. */
type Listed = Omit<NamePlace, 'present'> & { present: boolean }

/** A single name is one of those present only where the verb of being present is the next thing said of it. */
const presentFirst = (rest: string): boolean => data.present.words.some((w) => rest.slice(0, 8).includes(w))

/** A bare name inside a list ends at another separator, at 等, or before a verb of being present. */
function listedNameEnd(text: string, start: number): number {
  const end = nameEnd(text, start, true)
  if (end < 0) return -1
  const after = text[end] ?? ''
  if (separators.includes(after) || after === '等' || after === '。' || after === '') return end
  return data.present.words.some((w) => text.startsWith(w, end)) || '分也共先随全均'.includes(after) ? end : -1
}

function titledNameAt(text: string, from: number, limit: number): Listed | undefined {
  let stop = from
  while (stop < limit && stop - from < 30 && (isHan(text.charCodeAt(stop)) || text[stop] === '、')) stop++
  for (let end = from + 2; end < stop; end++) {
    const title = titleBefore(text, end, from)
    if (!title || title.start !== from) continue
    const name = nameEnd(text, end)
    if (name > 0)
      return {
        name: plainName(text, end, name),
        title: text.slice(from, end),
        from,
        start: end,
        end: name,
        present: false,
      }
  }
  return undefined
}
