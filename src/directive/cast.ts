import actors from '../../data/directive/actors.json'
import national from '../../data/people/national-leaders.json'
import { titleBefore, titleHeadBefore } from '../report/people/title'
import { WordTable } from '../report/people/word-table'
import type { Paragraph, Person } from '../report/report'
import { words } from './words'

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
  readonly #forms: WordTable<Person>
  readonly #first = new Set<number>()
  readonly #level = new Map<Person, number>()
  /** The first official named in the body who is not only present: the one the report is about. */
  readonly principal: Person | null

  constructor(text: string, people: readonly Person[], paragraphs: readonly Paragraph[]) {
    this.people = people
    const forms = new Map<string, Person>()
    for (const p of people) {
      forms.set(p.name, p)
      if (p.name.length === 2) forms.set(`${p.name[0]} ${p.name[1]}`, p)
    }
    for (const p of people) for (const alias of aliases(p)) if (!forms.has(alias)) forms.set(alias, p)
    this.#forms = new WordTable(forms)
    for (const code of this.#forms.firstCodes()) this.#first.add(code)
    const body = paragraphs.find((p) => p.role === 'body')?.start ?? 0
    const acting = people.filter((p) => !p.attendee)
    const after = acting.filter((p) => text.indexOf(p.name, body) >= 0)
    after.sort((a, b) => text.indexOf(a.name, body) - text.indexOf(b.name, body))
    const notNational = after.filter((p) => !national.words.includes(p.name))
    this.principal = notNational[0] ?? after[0] ?? acting[0] ?? null
  }

  /** The person named at `at`, longest form first. */
  at(text: string, at: number, limit: number): { readonly word: string; readonly value: Person } | undefined {
    return this.#first.has(text.charCodeAt(at)) ? this.#forms.at(text, at, limit) : undefined
  }

  /** The person whose name ends at `end`. */
  before(text: string, end: number, from: number): { readonly word: string; readonly value: Person } | undefined {
    return this.#forms.before(text, end, from)
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
    out.push(family + head)
    if (given.length === 2) out.push(given + head)
  }
  if (given.length === 2) out.push(`${given}同志`)
  return out
}

/** Level of the body of party or state that the text before `end` names (省委, 市委市政府), or 0. */
export function bodyLevelBefore(text: string, end: number, from: number): number {
  return words().bodies.before(text, end, from)?.value ?? 0
}
