import type { Span } from '../text/span'
import { fitting, isNational, type Outside, outsideEvidence } from './outside-evidence'
import type { Gazetteer, Place, PlaceLevel } from './place'
import type { PlaceOccurrence } from './place-index'
import { type PlaceRole, roleOf } from './place-role'
import type { Person, ReportRow } from './report'
import { speakingLevel } from './speaking-level'

/** Where a report is from, as its row keeps it. */
export type ResolvedPlace = Pick<ReportRow, 'province' | 'city' | 'county' | 'placeCode' | 'placeBasis'> & {
  /** A name that several places bear and nothing in the text decides. */
  readonly ambiguous: string | null
}

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

/** Characters of the body in which a report says who and where; the rest is read only if that did not do. */
const LEAD = 400
/** National news names places all over; only who acts in its first sentences counts. */
const LEAD_NATIONAL = 200
/** Evidence below this says nothing about where a report is from. One clear role in title or lead is enough, a passing name is not. */
const ENOUGH = 3
const ENOUGH_NATIONAL = 5

const WEIGHT: Readonly<Record<'title' | 'lead' | 'rest', Readonly<Record<PlaceRole, number>>>> = {
  title: { acts: 7, topic: 6, visited: 6, own: 4, named: 3, studied: 0 },
  lead: { acts: 6, topic: 5, visited: 5, own: 3, named: 2, studied: 0 },
  rest: { acts: 2, topic: 2, visited: 1, own: 3, named: 1, studied: 0 },
}

interface Evidence {
  readonly place: Place
  score: number
  stated: boolean
  /** Best role in the title or lead. */
  acts: boolean
  inTitle: boolean
  prominent: boolean
  /** Named in title or lead, in whatever role. */
  near: boolean
}

const NOWHERE: ResolvedPlace = {
  province: null,
  city: null,
  county: null,
  placeCode: null,
  placeBasis: {},
  ambiguous: null,
}

/**
 * Finds the report's province, city and county. `stated` is what title or text name as their own or as visited on duty; `inferred` comes
 * from the outlet, the dateline, the owner of the site, or from the gazetteer (the city above a named district). A place visited to learn
 * from is never the report's. Nothing is guessed: a name that several places bear stays null unless the others decide it.
 */
export function resolvePlace(sources: PlaceSources, gazetteer: Gazetteer): ResolvedPlace {
  const found = new Map<string, Evidence>()
  const unclear: {
    readonly places: readonly Place[]
    readonly name: string
    weight: number
    acts: boolean
    inTitle: boolean
  }[] = []
  const studied = new Set<string>()
  const { text, date } = sources
  const national = sources.outlet !== null && isNational(sources.outlet)
  const lead = national ? LEAD_NATIONAL : LEAD

  const add = (place: Place, weight: number, how: Partial<Evidence>) => {
    const held = found.get(place.code)
    if (!held) {
      found.set(place.code, {
        place,
        score: weight,
        stated: false,
        acts: false,
        inTitle: false,
        prominent: false,
        near: false,
        ...how,
      })
      return
    }
    held.score += weight
    held.stated ||= how.stated ?? false
    held.acts ||= how.acts ?? false
    held.inTitle ||= how.inTitle ?? false
    held.prominent ||= how.prominent ?? false
    held.near ||= how.near ?? false
  }

  const search = (from: number, to: number, zone: 'title' | 'lead' | 'rest', opening: number) => {
    let previous: PlaceOccurrence | undefined
    for (const name of gazetteer.find(text, from, to)) {
      const role = roleOf(text, name, previous, from, to, opening)
      previous = name
      const places = fitting(name.places, date)
      // Whoever acted first is at home, and guests come to it; where others went first to learn, the hosts act later.
      if (role === 'studied') for (const place of places) if (!found.get(place.code)?.acts) studied.add(place.code)
      const weight = WEIGHT[zone][role]
      if (weight === 0) continue
      const how = {
        stated: true,
        acts: zone !== 'rest' && (role === 'acts' || role === 'topic'),
        inTitle: zone === 'title',
        prominent: weight >= 3 && zone !== 'rest',
        near: zone !== 'rest',
      }
      if (places.length === 1) add(places[0]!, weight, how)
      else unclear.push({ places, name: text.slice(name.start, name.end), weight, ...how })
    }
  }

  if (sources.title) search(sources.title.start, sources.title.end, 'title', sources.title.start)
  let read = 0
  let next = 0
  for (; next < sources.body.length && read < lead; next++) {
    const { start, end } = sources.body[next]!
    const stop = Math.min(end, start + lead)
    search(start, stop, 'lead', next === 0 ? storyStart(text, start, stop) : -1)
    read += stop - start
  }
  for (const code of studied) found.delete(code)

  const outside = outsideEvidence(sources, gazetteer, national)
  for (const { place, weight } of outside) add(place, weight, {})
  const enough = national ? ENOUGH_NATIONAL : ENOUGH
  if (!national && !decided(found, enough)) {
    for (; next < sources.body.length; next++) search(sources.body[next]!.start, sources.body[next]!.end, 'rest', -1)
    for (const code of studied) found.delete(code)
  }
  if (found.size === 0 && unclear.length === 0) return NOWHERE
  return decide(
    found,
    unclear.filter((u) => !u.places.some((p) => studied.has(p.code))),
    outside,
    sources,
    gazetteer,
    enough,
  )
}

/** Behind the date and its comma: the place that opens the first sentence is its topic. */
function storyStart(text: string, start: number, end: number): number {
  const match = /^[^，,。]{0,24}[日午晨晚天前][，,]\s?/.exec(text.slice(start, Math.min(end, start + 30)))
  return match ? start + match[0].length : start
}

const decided = (found: ReadonlyMap<string, Evidence>, enough: number): boolean => {
  for (const e of found.values()) if (e.place.level !== 'province' && e.score >= enough) return true
  return false
}

function decide(
  found: Map<string, Evidence>,
  unclear: readonly {
    readonly places: readonly Place[]
    readonly name: string
    readonly weight: number
    readonly acts: boolean
    readonly inTitle: boolean
  }[],
  outside: readonly Outside[],
  sources: PlaceSources,
  gazetteer: Gazetteer,
  enough: number,
): ResolvedPlace {
  const all = [...found.values()]
  const parentOf = (place: Place): Place | undefined =>
    place.parent === null ? undefined : gazetteer.get(place.parent)
  const cityOf = (place: Place): Place | undefined =>
    place.level === 'city' ? place : place.level === 'county' ? asLevel(parentOf(place), 'city') : undefined
  const provinceOf = (place: Place): Place | undefined =>
    place.level === 'province'
      ? place
      : asLevel(
          place.level === 'city'
            ? parentOf(place)
            : (asLevel(parentOf(place), 'province') ?? parentOf(parentOf(place)!)),
          'province',
        )

  // Cities by their own evidence and that of the counties under them.
  const cities = new Map<string, { place: Place; score: number }>()
  for (const e of all) {
    const city = cityOf(e.place)
    if (!city) continue
    const held = cities.get(city.code) ?? { place: city, score: 0 }
    held.score += e.place.level === 'city' ? e.score : Math.min(e.score, 4)
    cities.set(city.code, held)
  }
  let city = best([...cities.values()], enough)
  const stated = (place: Place | undefined): 'stated' | 'inferred' =>
    place && found.get(place.code)?.stated ? 'stated' : 'inferred'

  // A name that several places bear is settled by the city, else by the province.
  const provinces = new Map<string, { place: Place; score: number }>()
  for (const e of all) {
    const province = provinceOf(e.place)
    if (!province) continue
    const held = provinces.get(province.code) ?? { place: province, score: 0 }
    held.score += e.place.level === 'province' ? e.score : Math.min(e.score, 4)
    provinces.set(province.code, held)
  }
  let province = city ? provinceOf(city) : best([...provinces.values()], 1)
  let ambiguous: string | null = null
  for (const u of unclear) {
    const under = u.places.filter((p) =>
      city ? p.code === city.code || p.parent === city.code : province && provinceOf(p)?.code === province.code,
    )
    if (under.length === 1) {
      const place = under[0]!
      const held = found.get(place.code)
      if (held) held.score += u.weight
      else
        found.set(place.code, {
          place,
          score: u.weight,
          stated: true,
          acts: u.acts,
          inTitle: u.inTitle,
          prominent: u.weight >= 3,
          near: true,
        })
    } else if (u.weight >= 5) ambiguous ??= u.name
  }

  const county = chooseCounty(found, city, outside, sources, cityOf, enough)
  if (county) {
    city = cityOf(county)
    province = provinceOf(county)
  }
  if (!city && !county && !province) return { ...NOWHERE, ambiguous }
  return {
    province: province?.name ?? null,
    city: city?.name ?? null,
    county: county?.name ?? null,
    placeCode: (county ?? city ?? province)!.code,
    placeBasis: {
      ...(province && { province: stated(province) }),
      ...(city && { city: stated(city) }),
      ...(county && { county: stated(county) }),
    },
    ambiguous: county ? null : ambiguous,
  }
}

const asLevel = (place: Place | undefined, level: PlaceLevel): Place | undefined =>
  place?.level === level ? place : undefined

/** The one with the most evidence, if it is enough and no other has as much. */
function best(list: { readonly place: Place; readonly score: number }[], enough: number): Place | undefined {
  let top: { place: Place; score: number } | undefined
  let tied = false
  for (const e of list) {
    if (!top || e.score > top.score) {
      top = e
      tied = false
    } else if (e.score === top.score) tied = true
  }
  return top && !tied && top.score >= enough ? top.place : undefined
}

/**
 * The one county of title and lead that acts, opens the story or was visited. Of several, the one in the title, else the only one that acts;
 * otherwise none: an official who toured three counties reports about none of them. A report that speaks at the county's level (县委书记) is also from
 * the only county that its title and lead name, else from its outlet's own.
 */
function chooseCounty(
  found: ReadonlyMap<string, Evidence>,
  city: Place | undefined,
  outside: readonly Outside[],
  sources: PlaceSources,
  cityOf: (place: Place) => Place | undefined,
  enough: number,
): Place | undefined {
  const named = [...found.values()].filter(
    (e) =>
      e.place.level === 'county' &&
      e.stated &&
      e.prominent &&
      e.score >= enough &&
      (!city || cityOf(e.place) === undefined || cityOf(e.place)?.code === city.code),
  )
  if (named.length === 1) return named[0]!.place
  if (named.length > 1) {
    const titled = named.filter((e) => e.inTitle)
    if (titled.length === 1) return titled[0]!.place
    const acting = named.filter((e) => e.acts)
    return acting.length === 1 ? acting[0]!.place : undefined
  }
  if (found.size === 0 || enough > ENOUGH) return undefined
  const level = speakingLevel(sources.people, sources.text.slice(0, (sources.body[0]?.start ?? 0) + LEAD))
  if (level === 'county') {
    const passing = [...found.values()].filter(
      (e) => e.place.level === 'county' && e.near && (!city || cityOf(e.place)?.code === city.code),
    )
    if (passing.length === 1) return passing[0]!.place
  }
  const owner = outside.find((o) => o.place.level === 'county' && (!city || cityOf(o.place)?.code === city.code))?.place
  if (!owner) return undefined
  const itself = level === 'county' || (level === 'city' && owner.name.endsWith('市'))
  return itself ? owner : undefined
}
