import owners from '../../data/mention/owners.json' with { type: 'json' }
import { clauseEnd, clauseStart } from './clause'
import { WordList } from './word-list'

/** A body printed as the owner of a formulation. */
export interface Owner {
  /** As printed, all of a list of bodies: 省委、省政府. */
  readonly text: string
  /** Rank of the highest body of the list. */
  readonly rank: number
}

/** How far before the formulation its owner may stand: several owned formulations in a row. */
const REACH = 48
/** How far behind it the word may stand that calls it an instruction. */
const HEAD_REACH = 40
/** Links between an owner and what it owns (提出的 + 打造 + 新时代). */
const LINKS = 4

interface Place {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

interface Body {
  readonly rank: number
  readonly quotedOnly: boolean
}

interface Lists {
  readonly bodies: ReadonlyMap<string, Body>
  readonly bodyWords: WordList
  readonly links: WordList
  readonly verbs: WordList
  readonly takers: WordList
  readonly heads: WordList
  readonly conjunctions: WordList
}

let lists: Lists | undefined
function load(): Lists {
  if (lists) return lists
  const bodies = new Map<string, Body>()
  for (const group of owners.bodies)
    for (const term of group.terms) bodies.set(term, { rank: group.rank, quotedOnly: 'quotedOnly' in group })
  lists = {
    bodies,
    bodyWords: new WordList(bodies.keys()),
    links: new WordList(owners.links.terms),
    verbs: new WordList(owners.verbs.terms),
    takers: new WordList(owners.takers.terms),
    heads: new WordList(owners.heads.terms),
    conjunctions: new WordList(owners.conjunctions.terms),
  }
  return lists
}

/**
 * The body that the text prints as owner of a formulation, or null: directly before it, with only links between (省委提出的
 * “…”, 省委打造“…”), or before other formulations that it owns in the same list (省委打造“…”、实施“…”). What
 * stands between says who owns: 按照省委部署推进… does not. Where only a verb stands between, the body may be a mere subject
 * (党中央坚持…), so the clause must take the formulation up (落实 …) or call it an instruction (… 部署). A formulation
 * inside a name (中央…委员会) has no owner.
 *
 * @param mentions places of mentions by start
 * @param number which of them is asked about
 * @param floor start of the directive
 */
export function ownerOf(text: string, mentions: readonly Place[], number: number, floor: number): Owner | null {
  const { start, end, quoted } = mentions[number]!
  const from = clauseStart(text, start, Math.max(floor, start - REACH))
  const { bodies, bodyWords, links, verbs, takers, heads, conjunctions } = load()
  let at = start
  let linked = 0
  let byVerb = false
  while (at > from) {
    const body = bodyWords.endingAt(text, at, from)
    if (body !== null) {
      const { rank, quotedOnly } = bodies.get(body)!
      const direct = at === start
      if (quotedOnly && !(direct && quoted)) return null
      if (direct && owners.names.terms.some((name) => text.startsWith(name, end))) return null
      if (
        byVerb &&
        takers.lastIn(text, from, at) === null &&
        heads.lastIn(text, end, clauseEnd(text, end, Math.min(text.length, end + HEAD_REACH))) === null
      )
        return null
      return withCompanions(text, at - body.length, at, from, rank)
    }
    const link = linked < LINKS ? (links.endingAt(text, at, from) ?? verbs.endingAt(text, at, from)) : null
    if (link !== null) {
      byVerb ||= links.endingAt(text, at, from) === null
      at -= link.length
      linked++
      continue
    }
    const conjunction = conjunctions.endingAt(text, at, from)
    if (conjunction === null) return null
    const member = memberBefore(text, at - conjunction.length, from, mentions, number)
    if (member < 0) return null
    at = member
    linked = 0
  }
  return null
}

/** Start of the quoted phrase or mention that ends at `end`, or −1. */
function memberBefore(text: string, end: number, from: number, mentions: readonly Place[], before: number): number {
  if ('”’」』'.includes(text[end - 1] ?? '无')) {
    let open = end - 1
    while (open >= from && !'“‘「『'.includes(text[open]!)) open--
    return open >= from ? open : -1
  }
  for (let i = before - 1; i >= 0 && mentions[i]!.start >= from; i--)
    if (mentions[i]!.end === end) return mentions[i]!.start
  return -1
}

/** Other bodies in front of the one found: 中央和省委、市委. */
function withCompanions(text: string, start: number, end: number, from: number, rank: number): Owner {
  const { bodies, bodyWords, conjunctions } = load()
  let first = start
  let highest = rank
  for (;;) {
    const gap = conjunctions.endingAt(text, first, from)?.length ?? 0
    const body = bodyWords.endingAt(text, first - gap, from)
    if (body === null) return { text: text.slice(first, end), rank: highest }
    first -= gap + body.length
    highest = Math.min(highest, bodies.get(body)!.rank)
  }
}
