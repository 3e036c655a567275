import actors from '../../data/directive/actors.json'
import national from '../../data/people/national-leaders.json'
import { titleBefore, titleHeadBefore } from '../report/people/title'
import type { Paragraph, Person } from '../report/report'
import { words } from './words'

/** A way a person is named in the text. */
interface Form {
  readonly word: string
  readonly value: Person
}

/** 1 where a name of the report being read may begin. One report is read at a time; its cast sets the marks and clears them. */
const namesBegin = new Uint8Array(65536)

/** What follows the name of a superior whose words are passed on, not of one who acts. */
const quotedAfter =
  /^(?:同志)?(?:(?:对|就)[^，。,]{1,24})?(?:作出|做出)?(?:重要)?(?:批示|指示|讲话精神|讲话要求)|^(?:同志)?在[^，。,]{1,30}(?:讲话|批示|指示)精神/

/** How far back a name is looked for, in characters: a page of text. */
const lookBack = 2000

function push(map: Map<number, Form[]>, key: number, form: Form): void {
  const list = map.get(key)
  if (list) list.push(form)
  else map.set(key, [form])
}

/** A place where a person of the report is named: with the title before the name, if one stands there. */
export interface Mention {
  readonly person: Person
  readonly start: number
  readonly name: number
  readonly end: number
}

/**
 * The people of one report as its sentences name them: full names, names with a space, family name and title (申县长), given
 * name and title (文华副省长). Knows who outranks whom.
 */
export class Cast {
  readonly people: readonly Person[]
  readonly #first = new Map<number, Form[]>()
  readonly #last = new Map<number, Form[]>()
  readonly #level = new Map<Person, number>()
  /** Who is only quoted: decided once a person. */
  readonly cited = new Map<Person, boolean>()
  /** The first official named in the body who is not only present: the one the report is about. */
  readonly principal: Person | null

  constructor(text: string, people: readonly Person[], paragraphs: readonly Paragraph[]) {
    this.people = people
    const known = new Set<string>()
    const add = (word: string, person: Person): void => {
      if (known.has(word)) return
      known.add(word)
      const form = { word, value: person }
      push(this.#first, word.charCodeAt(0), form)
      push(this.#last, word.charCodeAt(word.length - 1), form)
      namesBegin[word.charCodeAt(0)] = 1
    }
    for (const p of people) {
      add(p.name, p)
      if (p.name.length === 2) add(`${p.name[0]} ${p.name[1]}`, p)
    }
    for (const p of people) if (!p.attendee) for (const alias of aliasesOf(p)) add(alias, p)
    for (const list of [...this.#first.values(), ...this.#last.values()])
      if (list.length > 1) list.sort((x, y) => y.word.length - x.word.length)
    const body = paragraphs.find((p) => p.role === 'body')?.start ?? 0
    const acting = people.filter((p) => !p.attendee)
    this.principal = this.#leading(text, body, new Set(acting)) ?? acting[0] ?? null
  }

  /** The first of these named from `from` on; a national leader, or one whose written instruction is quoted, only where nobody else is. */
  #leading(text: string, from: number, acting: ReadonlySet<Person>): Person | null {
    let leader: Person | null = null
    for (let i = from; i < text.length && acting.size > 0; i++) {
      const hit = this.at(text, i, text.length)
      if (!hit || !acting.has(hit.value)) continue
      i += hit.word.length - 1
      const quoted = national.words.includes(hit.value.name) || quotedAfter.test(text.slice(i + 1, i + 41))
      if (!quoted) return hit.value
      leader ??= hit.value
    }
    return leader
  }

  /** Clears the marks that this cast has set. Call once the report is read. */
  release(): void {
    for (const code of this.#first.keys()) namesBegin[code] = 0
  }

  /** The person named at `at`, longest form first. */
  at(text: string, at: number, limit: number): Form | undefined {
    const code = text.charCodeAt(at)
    if (namesBegin[code] === 0) return undefined
    const list = this.#first.get(code)
    if (list) for (const f of list) if (at + f.word.length <= limit && text.startsWith(f.word, at)) return f
    return undefined
  }

  /** The person whose name ends at `end`. */
  before(text: string, end: number, from: number): Form | undefined {
    if (text[end - 1] === '志' && text[end - 2] === '同')
      end -= 2 // 李明同志
    else if (text[end - 1] === '行' && text[end - 2] === '一') end -= 2 // 李明一行
    const list = this.#last.get(text.charCodeAt(end - 1))
    if (list)
      for (const f of list) if (end - f.word.length >= from && text.startsWith(f.word, end - f.word.length)) return f
    return undefined
  }

  /** The official named last before `end`, not before `from`; those only present do not count. */
  lastNamed(text: string, from: number, end: number): Person | null {
    for (let i = end - 1; i >= Math.max(from, end - lookBack); i--) {
      const hit = this.at(text, i, end)
      if (hit && !hit.value.attendee) return hit.value
    }
    return null
  }

  /** All namings in `[start, end)`, in order. */
  mentions(text: string, start: number, end: number): Mention[] {
    const found: Mention[] = []
    for (let i = start; i < end; i++) {
      const hit = this.at(text, i, end)
      if (!hit) continue
      const title = titleBefore(text, i, start)
      found.push({ person: hit.value, start: title?.start ?? i, name: i, end: i + hit.word.length })
      i += hit.word.length - 1
    }
    return found
  }

  /** 10 national, 8 province, 6 city, 4 county, 2 township, 0 not told by the title. */
  level(person: Person | null): number {
    if (!person) return 0
    let level = this.#level.get(person)
    if (level === undefined) {
      level = levelOf(person)
      this.#level.set(person, level)
    }
    return level
  }

  /** The one person whose title ends with these words, where there is exactly one. */
  byTitle(title: string): Person | null {
    const bearers = this.people.filter((p) => p.title?.endsWith(title))
    return bearers.length === 1 ? bearers[0]! : null
  }
}

function levelOf(person: Person): number {
  if (national.words.includes(person.name)) return 10
  const title = person.title ?? ''
  for (const [level, list] of actors.personLevels.levels)
    if ((list as string[]).some((w) => title.includes(w))) return level as number
  return 0
}

const known = new Map<string, readonly string[]>()

/** Aliases, kept from report to report: the same officials come back. */
function aliasesOf(person: Person): readonly string[] {
  const key = `${person.title} ${person.name}`
  let list = known.get(key)
  if (!list) {
    if (known.size > 2000) known.clear()
    list = aliases(person)
    known.set(key, list)
  }
  return list
}

/** 许副省长, 许省长, 文华副省长, 文华同志 … for 副省长许文华. */
function aliases(person: Person): string[] {
  const { name, title } = person
  if (name.length < 2 || name.includes('·')) return []
  const out: string[] = []
  const family = name.length === 4 ? name.slice(0, 2) : name[0]!
  const given = name.slice(family.length)
  const heads = new Set<string>()
  for (const part of (title ?? '').split('、')) {
    const head = titleHeadBefore(part, part.length, 0)
    if (!head) continue
    heads.add(head)
    heads.add(head.replace(/^副/, ''))
  }
  for (const head of heads) {
    out.push(name + head, family + head)
    if (given.length === 2) out.push(given + head)
  }
  if (given.length === 2) out.push(`${given}同志`)
  return out
}

/** Level of the body of party or state that the text before `end` names (省委, 市委市政府), or 0. */
export function bodyLevelBefore(text: string, end: number, from: number): number {
  return words().bodies.before(text, end, from)?.value ?? 0
}
