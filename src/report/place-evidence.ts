import type { Span } from '../text/span'
import { fitting, isNational, type Outside, outsideEvidence } from './outside-evidence'
import type { Gazetteer, Place } from './place'
import type { PlaceOccurrence } from './place-index'
import { type PlaceRole, roleOf } from './place-role'
import type { Person } from './report'

export interface PlaceSources {
  readonly text: string
  readonly title: Span<'clean'> | null
  /** Body paragraphs in order; the first begins behind its dateline. */
  readonly body: readonly Span<'clean'>[]
  readonly outlet: string | null
  readonly datelinePlace: string | null
  /** Footer of the page: owner, registration numbers. */
  readonly footer: readonly string[]
  readonly people: readonly Person[]
  readonly date: string | null
}

/** What speaks for one place. */
export interface Evidence {
  readonly place: Place
  score: number
  /** Printed in title or text, and not only known from the surroundings. */
  stated: boolean
  /** Acts in the title or lead, or opens one of them. */
  acts: boolean
  /** Visited on duty, or named as one's own, in the title or lead. */
  visited: boolean
  inTitle: boolean
  /** Named in title or lead, in whatever role. */
  near: boolean
}

/** A name that several places bear. */
export interface Unclear {
  readonly places: readonly Place[]
  readonly name: string
  readonly weight: number
  readonly how: Omit<Evidence, 'place' | 'score'>
}

export interface Gathered {
  readonly found: Map<string, Evidence>
  readonly unclear: readonly Unclear[]
  readonly outside: readonly Outside[]
  /** The place that acts first. */
  readonly firstActor: Place | null
  /** Evidence below this says nothing about where the report is from. */
  readonly enough: number
  readonly national: boolean
}

/** Characters of the body in which a report says who and where; the rest is read only if that did not do. */
export const LEAD = 400
/** National news names places all over; only who acts in its first sentences counts. */
const LEAD_NATIONAL = 200
/** One clear role in title or lead is enough, a passing name is not. */
const ENOUGH = 3
const ENOUGH_NATIONAL = 5

type Zone = 'title' | 'lead' | 'rest'

const WEIGHT: Readonly<Record<Zone, Readonly<Record<PlaceRole, number>>>> = {
  title: { acts: 7, topic: 6, visited: 6, own: 4, named: 3, studied: 0 },
  lead: { acts: 6, topic: 5, visited: 5, own: 3, named: 2, studied: 0 },
  rest: { acts: 2, topic: 2, visited: 1, own: 3, named: 1, studied: 0 },
}

const FROM_OUTSIDE: Unclear['how'] = { stated: false, acts: false, visited: false, inTitle: false, near: false }

/** Reads title and lead (and, where they did not do, the rest of the text), then outlet, dateline and footer. */
export function gatherEvidence(sources: PlaceSources, gazetteer: Gazetteer): Gathered {
  const { text, date, body } = sources
  const found = new Map<string, Evidence>()
  const unclear: Unclear[] = []
  const studied = new Set<string>()
  const national = sources.outlet !== null && isNational(sources.outlet)
  const lead = national ? LEAD_NATIONAL : LEAD
  const enough = national ? ENOUGH_NATIONAL : ENOUGH
  let firstActor: Place | null = null

  const search = (from: number, to: number, zone: Zone, opening: number) => {
    const names = gazetteer.find(text, from, to)
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!
      const before = i > 0 ? names[i - 1] : undefined
      let role = roleOf(text, name, before, from, to, opening)
      // 松屏市江口区召开…: the city only says which district it is that acts.
      if (i + 1 < names.length && names[i + 1]!.start === name.end && role !== 'studied') role = 'named'
      const places = fitting(before?.end === name.start ? placesUnder(name, before) : name.places, date)
      // Whoever acted first is at home, and guests come to it; where others went first to learn, the hosts act later.
      if (role === 'studied') for (const place of places) if (!found.get(place.code)?.acts) studied.add(place.code)
      const weight = WEIGHT[zone][role]
      if (weight === 0) continue
      const near = zone !== 'rest'
      const acts = near && (role === 'acts' || role === 'topic')
      const visited = near && (role === 'visited' || role === 'own')
      const how: Unclear['how'] = { stated: true, acts, visited, inTitle: zone === 'title' && role !== 'named', near }
      if (places.length > 1) unclear.push({ places, name: text.slice(name.start, name.end), weight, how })
      else {
        add(found, places[0]!, weight, how)
        if (acts && !studied.has(places[0]!.code)) firstActor ??= places[0]!
      }
    }
  }

  if (sources.title) search(sources.title.start, sources.title.end, 'title', sources.title.start)
  let next = 0
  for (let read = 0; next < body.length && read < lead; next++) {
    const { start, end } = body[next]!
    const stop = Math.min(end, start + lead)
    search(start, stop, 'lead', next === 0 ? storyStart(text, start, stop) : -1)
    read += stop - start
  }
  for (const code of studied) found.delete(code)
  const outside = outsideEvidence(sources, gazetteer, national)
  for (const { place, weight } of outside) add(found, place, weight, FROM_OUTSIDE)
  if (!national && !decided(found, enough)) {
    for (; next < body.length; next++) search(body[next]!.start, body[next]!.end, 'rest', -1)
    for (const code of studied) found.delete(code)
  }
  return {
    found,
    unclear: studied.size ? unclear.filter((u) => !u.places.some((p) => studied.has(p.code))) : unclear,
    outside,
    firstActor,
    enough,
    national,
  }
}

/** Of the places that a name means, those under the place named right before it; all where none is. */
function placesUnder(name: PlaceOccurrence, before: PlaceOccurrence): readonly Place[] {
  const under = name.places.filter((p) => before.places.some((q) => q.code === p.parent))
  return under.length > 0 ? under : name.places
}

/** Adds to what speaks for a place. */
export function add(found: Map<string, Evidence>, place: Place, weight: number, how: Unclear['how']): void {
  const held = found.get(place.code)
  if (!held) {
    const { stated, acts, visited, inTitle, near } = how
    found.set(place.code, { place, score: weight, stated, acts, visited, inTitle, near })
    return
  }
  held.score += weight
  held.stated ||= how.stated
  held.acts ||= how.acts
  held.visited ||= how.visited
  held.inTitle ||= how.inTitle
  held.near ||= how.near
}

/** Behind the date and its comma: the place that opens the first sentence is its topic. */
function storyStart(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + 28)
  for (let i = start; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002) return start
    if (c !== 0xff0c && c !== 44) continue
    if (!'日午晨晚天前期来'.includes(text[i - 1]!)) return start
    return text.charCodeAt(i + 1) === 32 ? i + 2 : i + 1
  }
  return start
}

function decided(found: ReadonlyMap<string, Evidence>, enough: number): boolean {
  for (const e of found.values()) if (e.place.level !== 'province' && e.score >= enough) return true
  return false
}
