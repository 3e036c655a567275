import type { Gazetteer, Place, PlaceLevel } from './place'
import { add, type Evidence, type Gathered, gatherEvidence, LEAD, type PlaceSources } from './place-evidence'
import type { ReportRow } from './report'
import { speakingLevel } from './speaking-level'

/** Where a report is from, as its row keeps it. */
export type ResolvedPlace = Pick<ReportRow, 'province' | 'city' | 'county' | 'placeCode' | 'placeBasis'> & {
  /** A name that several places bear and nothing in the text decides. */
  readonly ambiguous: string | null
}

/** A name that several places bear is reported as unknown only where it mattered: it acts, opens the story or was visited. */
const MATTERS = 5
/** Most that a county adds to the evidence for the city above it. */
const FROM_BELOW = 4

/**
 * Finds the report's province, city and county. `stated` is what title or text name as their own or as visited on duty; `inferred` comes
 * from the outlet, the dateline, the owner of the site, or from the gazetteer (the city above a named district). A place visited to learn
 * from is never the report's. Nothing is guessed: a name that several places bear stays null unless the others decide it.
 */
export function resolvePlace(sources: PlaceSources, gazetteer: Gazetteer): ResolvedPlace {
  const gathered = gatherEvidence(sources, gazetteer)
  const { found, unclear, enough } = gathered
  if (found.size === 0 && unclear.length === 0) return nowhere(null)
  const up = parents(gazetteer)
  let city = strongest(found, up.cityOf, 'city', enough)
  let province = city ? up.provinceOf(city) : strongest(found, up.provinceOf, 'province', 1)
  let ambiguous: string | null = null
  for (const { places, name, weight, how } of unclear) {
    const under = places.filter((p) =>
      city ? up.cityOf(p)?.code === city.code : province && up.provinceOf(p)?.code === province.code,
    )
    if (under.length === 1) add(found, under[0]!, weight, how)
    else if (weight >= MATTERS) ambiguous ??= name
  }
  const county = chooseCounty(gathered, city, sources, up.cityOf)
  if (county) {
    city = up.cityOf(county)
    province = up.provinceOf(county)
  }
  const place = county ?? city ?? province
  if (!place) return nowhere(ambiguous)
  const placeBasis: ReportRow['placeBasis'] = {}
  if (province) placeBasis.province = basisOf(province, found)
  if (city) placeBasis.city = basisOf(city, found)
  if (county) placeBasis.county = basisOf(county, found)
  return {
    province: province?.name ?? null,
    city: city?.name ?? null,
    county: county?.name ?? null,
    placeCode: place.code,
    placeBasis,
    ambiguous: county ? null : ambiguous,
  }
}

const basisOf = (place: Place, found: ReadonlyMap<string, Evidence>) =>
  found.get(place.code)?.stated ? 'stated' : 'inferred'

const nowhere = (ambiguous: string | null): ResolvedPlace => ({
  province: null,
  city: null,
  county: null,
  placeCode: null,
  placeBasis: {},
  ambiguous,
})

type Above = (place: Place) => Place | undefined

/** The city and the province of a place, itself where it is one. A county directly under a province has no city. */
function parents(gazetteer: Gazetteer): { readonly cityOf: Above; readonly provinceOf: Above } {
  const climb = (place: Place, level: PlaceLevel): Place | undefined => {
    let at: Place | undefined = place
    for (let step = 0; at && at.level !== level && step < 3; step++)
      at = at.parent === null ? undefined : gazetteer.get(at.parent)
    return at?.level === level ? at : undefined
  }
  return { cityOf: (place) => climb(place, 'city'), provinceOf: (place) => climb(place, 'province') }
}

/** The city (or province) with the most evidence, its own and that of the places under it, if it is enough and no other has as much. */
function strongest(
  found: ReadonlyMap<string, Evidence>,
  above: Above,
  level: PlaceLevel,
  enough: number,
): Place | undefined {
  const scores = new Map<string, { readonly place: Place; score: number }>()
  for (const e of found.values()) {
    const place = above(e.place)
    if (!place) continue
    const score = e.place.level === level ? e.score : Math.min(e.score, FROM_BELOW)
    const held = scores.get(place.code)
    if (held) held.score += score
    else scores.set(place.code, { place, score })
  }
  let top: { readonly place: Place; readonly score: number } | undefined
  let tied = false
  for (const e of scores.values()) {
    if (!top || e.score > top.score) {
      top = e
      tied = false
    } else if (e.score === top.score) tied = true
  }
  return top && !tied && top.score >= enough ? top.place : undefined
}

/**
 * The one county of title and lead that acts, opens the story or was visited. Where a city acts first, its counties' officials only take part: then
 * a county counts if it was visited or stands in the title. Of several, the one in the title, else the only one that acts; otherwise none: an
 * official who toured three counties reports about none of them. A report that speaks at the county's level (县委书记) is also from the only county
 * that its title and lead name, else from its outlet's own.
 */
function chooseCounty(
  gathered: Gathered,
  city: Place | undefined,
  sources: PlaceSources,
  cityOf: Above,
): Place | undefined {
  const { found, firstActor, enough, outside, national } = gathered
  const inCity = (place: Place) => !city || cityOf(place) === undefined || cityOf(place)?.code === city.code
  const counties: Evidence[] = []
  for (const e of found.values()) if (e.place.level === 'county' && inCity(e.place)) counties.push(e)
  if (counties.length === 0) return undefined
  if (firstActor?.level === 'county' && inCity(firstActor) && found.has(firstActor.code)) return firstActor

  const cityActs = firstActor?.level === 'city'
  const named = counties.filter(
    (e) => e.stated && e.score >= enough && (e.inTitle || e.visited || (e.acts && !cityActs)),
  )
  if (named.length === 1) return named[0]!.place
  if (named.length > 1) {
    const titled = named.filter((e) => e.inTitle)
    if (titled.length === 1) return titled[0]!.place
    const acting = named.filter((e) => e.acts)
    return acting.length === 1 && !cityActs ? acting[0]!.place : undefined
  }
  if (national) return undefined
  const level = speakingLevel(sources.people, sources.text.slice(0, (sources.body[0]?.start ?? 0) + LEAD))
  if (level === 'county') {
    const passing = counties.filter((e) => e.near)
    if (passing.length === 1) return passing[0]!.place
  }
  const owner = outside.find((o) => o.place.level === 'county' && inCity(o.place))?.place
  const itself = level === 'county' || (level === 'city' && owner?.name.endsWith('市'))
  return owner && itself ? owner : undefined
}
