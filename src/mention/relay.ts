import owners from '../../data/mention/owners.json' with { type: 'json' }
import { clauseStart } from './clause'
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
/** Links between an owner and what it owns (提出的 + 打造 + 新时代). */
const LINKS = 4

interface Place {
  readonly start: number
  readonly end: number
}

interface Body {
  readonly rank: number
  readonly quotedOnly: boolean
}

let lists:
  | { bodies: ReadonlyMap<string, Body>; bodyWords: WordList; links: WordList; conjunctions: WordList }
  | undefined
function load() {
  if (lists) return lists
  const bodies = new Map<string, Body>()
  for (const group of owners.bodies)
    for (const term of group.terms) bodies.set(term, { rank: group.rank, quotedOnly: 'quotedOnly' in group })
  lists = {
    bodies,
    bodyWords: new WordList(bodies.keys()),
    links: new WordList(owners.links.terms),
    conjunctions: new WordList(owners.conjunctions.terms),
  }
  return lists
}

/**
 * The body that the text prints as owner of the formulation at `[start, end)`, or null: directly before it, with only
 * links between (省委提出的“…”, 省委打造“…”), or before other formulations that it owns in the same list
 * (省委打造“…”、实施“…”). What stands between says who owns; 按照省委部署推进… does not.
 *
 * @param floor start of the directive
 * @param mentions places of mentions by start, of which the first `before` stand before this one: members of a list may lack
 *   quotation marks
 */
export function ownerOf(
  text: string,
  start: number,
  quoted: boolean,
  floor: number,
  mentions: readonly Place[],
  before: number,
): Owner | null {
  const from = clauseStart(text, start, Math.max(floor, start - REACH))
  const { bodies, bodyWords, links: linkWords, conjunctions } = load()
  let at = start
  let links = 0
  let direct = quoted
  while (at > from) {
    const body = bodyWords.endingAt(text, at, from)
    if (body !== null) {
      const { rank, quotedOnly } = bodies.get(body)!
      return quotedOnly && !direct ? null : withCompanions(text, at - body.length, at, from, rank)
    }
    direct = false
    const link = links < LINKS ? linkWords.endingAt(text, at, from) : null
    if (link !== null) {
      at -= link.length
      links++
      continue
    }
    const conjunction = conjunctions.endingAt(text, at, from)
    if (conjunction === null) return null
    const member = memberBefore(text, at - conjunction.length, from, mentions, before)
    if (member < 0) return null
    at = member
    links = 0
  }
  return null
}

/** Start of the quoted phrase or mention that ends at `end`, or −1. */
function memberBefore(text: string, end: number, from: number, mentions: readonly Place[], before: number): number {
  if ('”’」』'.includes(text[end - 1] ?? '无')) {
    const open = Math.max(...[...'“‘「『'].map((mark) => text.lastIndexOf(mark, end - 1)))
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
