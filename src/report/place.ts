import { TifaError } from '../error'
import { buildPlaceIndex, type PlaceIndex, type PlaceOccurrence } from './place-index'

export type PlaceLevel = 'province' | 'city' | 'county'

/** A place of a gazetteer: a name in force under a code for a time. A place renamed is two rows. */
export interface Place {
  /** GB/T 2260 code (six digits), or any code of one's own. */
  readonly code: string
  /** Full name with its suffix (`漯河市`). */
  readonly name: string
  readonly level: PlaceLevel
  /** Code of the place above it; null for a province. */
  readonly parent: string | null
  /** Earliest month (`YYYY-MM`) in which the name can have been in force. Absent: always. */
  readonly from?: string | undefined
  /** Latest month (`YYYY-MM`) in which the name can have been in force. Absent: still is. */
  readonly to?: string | undefined
  /** Other names that mean this place wherever they stand (`漯河`). Short forms of provinces and cities are derived. */
  readonly aliases?: readonly string[]
  /** Newspapers, sites and accounts of this place, by full name. */
  readonly outlets?: readonly string[] | undefined
}

/** Places that can be looked up by code and found in text. Make one with {@link definePlaces}. */
export interface Gazetteer {
  readonly places: readonly Place[]
  /** The row with this code; where a code had several names, the newest. */
  get(code: string): Place | undefined
  /** Names found in `text` between two offsets, left to right, longest first, not overlapping. Linear in the range. */
  find(text: string, start: number, end: number): PlaceOccurrence[]
  /** As `find`, in the name of a newspaper or site: there a county's short form counts too (`鹿邑融媒`). */
  findInName(name: string): PlaceOccurrence[]
  /** The place whose `outlets` list this name or, failing that, what it begins with (`大河网-要闻`). Undefined if none does. */
  outlet(name: string): Place | undefined
}

const LEVELS: readonly string[] = ['province', 'city', 'county']

/**
 * Makes a gazetteer of one's own (invented or historical places, or one province only).
 *
 * @throws TifaError `invalid-argument` naming the row, where a code or name is missing, a level is unknown or a parent is not in the list
 * @example
 * const places = definePlaces([{ code: '990100', name: '青岚市', level: 'city', parent: null, aliases: ['青岚'] }])
 */
export function definePlaces(places: readonly Place[]): Gazetteer {
  if (!Array.isArray(places))
    throw new TifaError('invalid-argument', `definePlaces expects an array of places, got ${typeof places}`)
  const codes = new Set(places.map((place) => place?.code))
  places.forEach((place, row) => {
    const wrong = faultOf(place, codes)
    if (wrong) throw new TifaError('invalid-argument', `place ${row} (${place?.code ?? '?'}): ${wrong}`)
  })
  return makeGazetteer(() => places)
}

function faultOf(place: Place, codes: ReadonlySet<string>): string | null {
  if (typeof place?.code !== 'string' || place.code === '') return 'expected a non-empty string as code'
  if (typeof place.name !== 'string' || place.name.length < 2) return 'expected a name of two or more characters'
  if (!LEVELS.includes(place.level)) return `expected level province, city or county, got ${String(place.level)}`
  if (place.parent != null && !codes.has(place.parent)) return `parent ${place.parent} is not among the places`
  return null
}

/** A gazetteer whose rows and name tables are made when first asked for. */
export function makeGazetteer(load: () => readonly Place[]): Gazetteer {
  let rows: readonly Place[] | undefined
  let byCode: Map<string, Place> | undefined
  let byOutlet: Map<string, Place> | undefined
  let inText: PlaceIndex | undefined
  let inName: PlaceIndex | undefined
  const places = () => (rows ??= load())
  return {
    get places() {
      return places()
    },
    get(code) {
      byCode ??= indexByCode(places())
      return byCode.get(code)
    },
    find(text, start, end) {
      inText ??= buildPlaceIndex(places(), false)
      return inText.find(text, start, end)
    },
    findInName(name) {
      inName ??= buildPlaceIndex(places(), true)
      return inName.find(name, 0, name.length)
    },
    outlet(name) {
      byOutlet ??= new Map(places().flatMap((p) => (p.outlets ?? []).map((o) => [o, p] as const)))
      return byOutlet.get(name) ?? [...byOutlet].find(([outlet]) => name.startsWith(outlet))?.[1]
    },
  }
}

function indexByCode(places: readonly Place[]): Map<string, Place> {
  const map = new Map<string, Place>()
  for (const place of places) {
    const held = map.get(place.code)
    if (!held || (held.to ?? '9999') < (place.to ?? '9999')) map.set(place.code, place)
  }
  return map
}

/** Whether a name can have been in force on an EDTF date. Unknown dates and dates without a year fit every place. */
export function mayExist(place: Place, date: string | null): boolean {
  if (date === null || date.length < 4 || date.startsWith('X')) return true
  const month = date.slice(0, 7)
  return (
    (place.from === undefined || month >= place.from.slice(0, month.length)) &&
    (place.to === undefined || month <= place.to.slice(0, month.length))
  )
}
