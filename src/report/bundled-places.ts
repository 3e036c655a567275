import gazetteer from '../../data/places/gazetteer.json' with { type: 'json' }
import publishers from '../../data/places/outlets.json' with { type: 'json' }
import { type Gazetteer, makeGazetteer, type Place, type PlaceLevel } from './place'

let bundled: Gazetteer | undefined

/**
 * The bundled gazetteer: provinces, cities and counties of China by GB/T 2260 code, from nineteen dated lists of 2002-12 … 2016-07
 * and one of 2024-12, abolished names included. `from` and `to` are bounds: a name first seen in one list may be as old as the
 * list before it, so a change between 2016-07 and 2024-12 is dated by those two months only.
 */
export function bundledPlaces(): Gazetteer {
  bundled ??= makeGazetteer(unpack)
  return bundled
}

/** Rows of one shape, for they are read very often. They are packed as `02红旗区 03新华区@-1`: last two digits, name, and first–last list where not the first or the newest. */
function unpack(): Place[] {
  const lists: readonly string[] = gazetteer.lists
  const groups = Object.entries(gazetteer.places)
  const cities = new Set<string>()
  for (const [prefix, rows] of groups) if (rows.startsWith('00')) cities.add(`${prefix}00`)
  const outletsOf = publishers.outlets as Record<string, readonly string[] | undefined>
  const places: Place[] = []
  for (const [prefix, rows] of groups) {
    const province = prefix.endsWith('00')
    for (const row of rows.split(' ')) {
      const code = prefix + row.slice(0, 2)
      const level: PlaceLevel = province ? 'province' : code.endsWith('00') ? 'city' : 'county'
      const parent = parentOf(code, level, cities)
      const at = row.indexOf('@')
      if (at < 0) {
        const name = row.slice(2)
        const outlets = level === 'county' ? undefined : outletsOf[name]
        places.push({ code, name, level, parent, from: undefined, to: undefined, outlets })
        continue
      }
      const dash = row.indexOf('-', at)
      const from = dash > at + 1 ? lists[Number(row.slice(at + 1, dash)) - 1] : undefined
      const to = dash < row.length - 1 ? lists[Number(row.slice(dash + 1)) + 1] : undefined
      places.push({ code, name: row.slice(2, at), level, parent, from, to, outlets: undefined })
    }
  }
  return places
}

function parentOf(code: string, level: PlaceLevel, cities: ReadonlySet<string>): string | null {
  if (level === 'province') return null
  const province = `${code.slice(0, 2)}0000`
  if (level === 'city') return province
  const city = `${code.slice(0, 4)}00`
  return cities.has(city) ? city : province
}
