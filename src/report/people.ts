import leaders from '../../data/people/national-leaders.json'
import { unitsOf } from '../text/code-units'
import { placesBuffer, placesOf, stretch } from '../text/unit-places'
import { bareSpeakerEnd, dottedSpeaker, namesBefore } from './people/bare-name'
import { isFamilyName, startsName } from './people/family-name'
import { type NamePlace, plainName, readNameList } from './people/mention-list'
import { evidenceAfter, isHan, nameEnd, unlistedNameEnd } from './people/name-end'
import { deniesTitle, titleBefore, titleEnds, titleHeadBefore } from './people/title'
import { WordTable } from './people/word-table'
import type { Paragraph, Person } from './report'

/**
 * The officials that a report names, in order of first mention.
 *
 * A person is believed on a title printed before the name (市委副书记、市长王明), on a title in brackets after it, on standing in
 * a list that begins with a titled name or ends in 等县领导, or on a bare name at the start of a clause before a reporting verb. Company
 * heads, experts, residents and reporters are left out: they give no directives. Linear in the length of the text.
 *
 * @param text       clean text
 * @param paragraphs its paragraphs; nothing is read across their edges
 * @returns one entry a name; `attendee` only where every mention stands in a list of those present
 *
 * @example
 * findPeople('县委书记陆庆阳到白石镇调研。副县长丁一陪同。', [{ start: 0, end: 23, role: 'body' }])
 * // [{ name: '陆庆阳', title: '县委书记', attendee: false, … }, { name: '丁一', title: '副县长', attendee: true, … }]
 */
export function findPeople(text: string, paragraphs: readonly Paragraph[]): Person[] {
  const found = new Map<string, Found>()
  const classes = characterClasses()
  const units = unitsOf(text)
  const short: number[] = []
  let listed = 0
  for (const p of paragraphs) {
    bareSpeaker(text, p.start, found)
    for (let from = p.start; from < p.end; from += stretch) {
      const count = placesOf(units, from, Math.min(p.end, from + stretch), classes, buffer)
      for (let k = 0; k < count; k++) {
        const i = buffer[k]!
        const kind = classes[units[i]!]!
        if (kind === CLAUSE_MARK) {
          if (isFamilyName(units[i + 1]!)) bareSpeaker(text, i + 1, found)
          continue
        }
        if (kind === DOT) {
          const bare = dottedSpeaker(text, i, p.start)
          if (bare) noteBare(text, bare.start, bare.end, found)
          continue
        }
        const head = titleHeadBefore(text, i + 1, p.start)
        if (!head) continue
        if (isSurnameAndTitle(text, i, head.length)) short.push(i)
        const before = i - head.length
        if (units[before] === ETC) {
          const title = text.slice(before + 1, i + 1)
          for (const n of namesBefore(text, before, p.start)) noteBare(text, n.start, n.end, found, title)
        }
        if (i < listed) continue // read with the list it stands in
        const at = units[i + 1] === 0x20 ? i + 2 : i + 1
        if (at >= p.end || !isHan(units[at]!) || deniesTitle(text, at)) continue
        const listedFamily = startsName(units[at]!)
        const title = titleBefore(text, i + 1, p.start)
        if (!title || title.kind === 'civil') continue
        if (isHonorific(text, title.start, i + 1 - head.length, found)) continue
        const end = listedFamily ? nameEnd(text, at) : unlistedNameEnd(text, at)
        if (end < 0 || end > p.end) continue
        const name = plainName(text, at, end)
        const first = { name, title: text.slice(title.start, i + 1), from: title.start, start: at, end }
        for (const place of readNameList(text, first, title.kind === 'plural', p.end)) {
          note(found, place)
          listed = place.end
        }
      }
    }
  }
  if (short.length > 0) surnamesAndTitles(text, short, found)
  if (found.size === 0) return []
  const uses = usesOf(
    text,
    [...found.values()].filter((f) => f.present > 0 || f.title === null).map((f) => f.name),
  )
  const people: Person[] = []
  for (const f of found.values()) {
    const use = uses.get(f.name)
    if (f.title === null && use?.civil) continue
    people.push({
      name: f.name,
      title: f.title,
      first: { start: f.start, end: f.end },
      attendee: f.present > 0 && f.present >= Math.max(use?.count ?? 0, f.places),
    })
  }
  return people.sort((a, b) => a.first.start - b.first.start)
}

const CLAUSE_MARK = 2
const DOT = 3
/** 等 */
const ETC = 0x7b49
const buffer = placesBuffer()
let table: Uint8Array | undefined

/** Where a title may end, and where a clause may begin: all other characters are passed over. */
function characterClasses(): Uint8Array {
  if (table) return table
  table = titleEnds().slice()
  for (const c of '，。；：！？,;:!?”“　 ') table[c.charCodeAt(0)] = CLAUSE_MARK
  for (const c of '·•・‧') table[c.charCodeAt(0)] = DOT
  return table
}

function bareSpeaker(text: string, start: number, found: Map<string, Found>): void {
  const end = bareSpeakerEnd(text, start)
  if (end > 0) noteBare(text, start, end, found)
}

function noteBare(text: string, start: number, end: number, found: Map<string, Found>, title: string | null = null) {
  note(found, { name: text.slice(start, end), title, from: start, start, end, present: false })
}

interface Found {
  readonly name: string
  title: string | null
  start: number
  end: number
  places: number
  present: number
  last: number
}

function note(found: Map<string, Found>, place: NamePlace): void {
  const f = found.get(place.name)
  if (!f) {
    const { name, title, start, end } = place
    found.set(name, { name, title, start, end, places: 1, present: place.present ? 1 : 0, last: start })
    return
  }
  f.title ??= place.title
  if (place.start < f.start) {
    f.start = place.start
    f.end = place.end
  }
  if (place.start <= f.last) return
  f.last = place.start
  f.places++
  if (place.present) f.present++
}

interface Use {
  count: number
  /** A company head, an expert or a resident bears the name somewhere. */
  civil: boolean
}

/** How often each of these names stands in the text, and whether ever behind a title that makes no official. */
function usesOf(text: string, names: readonly string[]): Map<string, Use> {
  const uses = new Map<string, Use>(names.map((name) => [name, { count: 0, civil: false }]))
  if (names.length === 0) return uses
  const meet = (name: string, at: number): void => {
    const use = uses.get(name)!
    use.count++
    use.civil ||= at > 1 && titleBefore(text, at, Math.max(0, at - 40))?.kind === 'civil'
  }
  if (names.length <= fewNames) {
    for (const name of names)
      for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length)) meet(name, i)
    return uses
  }
  const table = new WordTable(names.map((name) => [name, name] as const))
  for (let i = 0; i < text.length; i++) {
    const hit = table.at(text, i)
    if (hit) meet(hit.value, i)
  }
  return uses
}

/** Up to so many names are looked up one by one; more in one pass over the text. */
const fewNames = 8

/** 习近平总书记, 王明同志: the name stands before the title, so what follows is no name. */
function isHonorific(text: string, start: number, end: number, found: Map<string, Found>): boolean {
  const name = text.slice(start, end)
  return found.has(name) || leaders.words.includes(name)
}

/** Before a title these are 全市, 各县, 时任 and the like, no family names. */
const noSurname = '全各时任原党常和于区市县'

/** A family name alone before the head of a title, at the start of a clause: 申县长. */
function isSurnameAndTitle(text: string, last: number, head: number): boolean {
  const start = last - head
  return (
    start >= 0 &&
    isFamilyName(text.charCodeAt(start)) &&
    !isHan(text.charCodeAt(start - 1)) &&
    !noSurname.includes(text[start]!)
  )
}

/** Adds 申县长 as a person of that name, only where no full name in the text carries the family name. */
function surnamesAndTitles(text: string, places: readonly number[], found: Map<string, Found>): void {
  const families = new Set([...found.keys()].map((name) => name[0]))
  for (const last of places) {
    const head = titleHeadBefore(text, last + 1, 0)!
    const start = last - head.length
    if (families.has(text[start]) || evidenceAfter(text, last + 1) < 3) continue
    if (titleBefore(text, last + 1, start)?.kind !== 'official') continue
    const name = text.slice(start, last + 1)
    families.add(name[0])
    note(found, { name, title: head, from: start, start, end: last + 1, present: false })
  }
}
