import abbreviated from '../../data/places/names.json' with { type: 'json' }
import roles from '../../data/places/roles.json' with { type: 'json' }
import { type Gazetteer, mayExist, type Place } from './place'

/** A place that the surroundings of a text speak for. */
export interface Outside {
  readonly place: Place
  readonly weight: number
  readonly from: 'outlet' | 'dateline' | 'site'
}

export interface OutsideSources {
  readonly outlet: string | null
  readonly datelinePlace: string | null
  readonly footer: readonly string[]
  readonly date: string | null
}

const OUTLET = 4
const SITE = 3

/** What the outlet, the dateline and the page's footer say about where the report is from. */
export function outsideEvidence(sources: OutsideSources, gazetteer: Gazetteer, national: boolean): Outside[] {
  const evidence: Outside[] = []
  if (sources.outlet && !national) {
    const printed = lone(gazetteer.findInName(sources.outlet), sources.date)
    const own = gazetteer.outlet(sources.outlet)
    const named = own && (printed.length === 0 || own.outlets?.includes(sources.outlet)) ? [own] : printed
    for (const place of named) evidence.push({ place, weight: OUTLET, from: 'outlet' })
  }
  if (sources.datelinePlace)
    for (const place of lone(gazetteer.findInName(sources.datelinePlace), sources.date))
      evidence.push({ place, weight: OUTLET, from: 'dateline' })
  for (const line of sources.footer) {
    for (const place of siteOwner(line, gazetteer, sources.date)) evidence.push({ place, weight: SITE, from: 'site' })
    const province = registrationProvince(line)
    const place = province && gazetteer.places.find((p) => p.name === province)
    if (place) evidence.push({ place, weight: 1, from: 'site' })
  }
  return evidence
}

const lone = (names: ReturnType<Gazetteer['findInName']>, date: string | null): Place[] =>
  names.flatMap((name) => {
    const places = fitting(name.places, date)
    return places.length === 1 ? [places[0]!] : []
  })

/** The number of a government site and of its police record begin with the division's code; 主办 names its owner. */
function siteOwner(line: string, gazetteer: Gazetteer, date: string | null): Place[] {
  const found: Place[] = []
  for (const match of line.matchAll(/(?:标识码\D{0,3}|公网安备\D{0,3})(\d{6})\d{4,8}/g)) {
    const place = gazetteer.get(match[1]!) ?? gazetteer.get(`${match[1]!.slice(0, 4)}00`)
    if (place) found.push(place)
  }
  const owner = /主\s?办(?:单位)?[:：]\s?([^\s，。:：]{3,24})/.exec(line)
  if (owner) found.push(...lone(gazetteer.findInName(owner[1]!), date))
  return found.filter((p, i) => found.findIndex((q) => q.code === p.code) === i)
}

function registrationProvince(line: string): string | null {
  const match = /([\p{Script=Han}])ICP备/u.exec(line)
  return match ? ((abbreviated.abbreviations.short as Record<string, string>)[match[1]!] ?? null) : null
}

/** Those of several places of one name that can have existed on the date; today's where it is unknown. One row a code. */
export function fitting(places: readonly Place[], date: string | null): readonly Place[] {
  if (places.length === 1) return places
  if (places.length === 2 && places[0]!.code === places[1]!.code)
    return [mayExist(places[1]!, date) ? places[1]! : places[0]!]
  const inForce = places.filter((p) => mayExist(p, date) && (date !== null || p.to === undefined))
  const kept = inForce.length ? inForce : places
  const codes = new Set(kept.map((p) => p.code))
  return codes.size === kept.length ? kept : kept.filter((p, i) => kept.findIndex((q) => q.code === p.code) === i)
}

let lastOutlet = ''
let lastIsNational = false

/** Outlets come in runs: the last answer is kept. */
export function isNational(outlet: string): boolean {
  if (outlet !== lastOutlet) {
    lastIsNational = roles.national.names.some((name) => outlet.startsWith(name))
    lastOutlet = outlet
  }
  return lastIsNational
}
