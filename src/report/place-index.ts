import names from '../../data/places/names.json' with { type: 'json' }
import { unitsOf } from '../text/code-units'
import { markPair, pairKey, pairPlacesOf, placesBuffer, stretch } from '../text/unit-places'
import type { Place } from './place'
import { countyStem, shortNames } from './short-names'

/** A place's name standing in a text. Several places where the name alone does not tell them apart (鼓楼区). */
export interface PlaceOccurrence {
  readonly start: number
  readonly end: number
  /** `full`: the official name; `short`: a derived short form; `alias`: one the gazetteer lists. */
  readonly form: 'full' | 'short' | 'alias'
  readonly places: readonly Place[]
}

export interface PlaceIndex {
  find(text: string, start: number, end: number): PlaceOccurrence[]
}

interface Name {
  readonly text: string
  readonly form: 'full' | 'short' | 'alias'
  /** Empty for a word that only looks like a place: it is passed over as a whole. */
  readonly places: Place[]
  readonly generic: boolean
}

const rank = { full: 0, alias: 1, short: 2 } as const
const SHI = 0x5e02
const QU = 0x533a
const XIAN = 0x53bf
/** Characters that make 市 and 区 before them part of another word (市场, 区域 区间 区块 区位 区别 区划 区分). */
const notAfterShi = new Set('场')
const notAfterQu = new Set('域间块位别划分')

/**
 * Names by their first two characters: a bit per pair says for almost every position that no name starts there, so a search costs a
 * few operations a character however many names there are.
 *
 * @param inName also take the short forms of counties, which are too often common words for running text (和平, 平安)
 */
export function buildPlaceIndex(places: readonly Place[], inName: boolean): PlaceIndex {
  const table = collectNames(places, inName)
  const pairs = new Uint8Array(8192)
  const byPair = new Map<number, Name[]>()
  const starts = placesBuffer()
  for (const name of table.values()) {
    const a = name.text.charCodeAt(0)
    const b = name.text.charCodeAt(1)
    markPair(pairs, a, b)
    const key = pairKey(a, b)
    const list = byPair.get(key)
    if (list) list.push(name)
    else byPair.set(key, [name])
  }
  for (const list of byPair.values()) list.sort((x, y) => y.text.length - x.text.length)

  const at = (text: string, key: number, i: number, end: number): Name | null => {
    const list = byPair.get(key)
    if (list === undefined) return null
    for (const name of list)
      if (i + name.text.length <= end && text.startsWith(name.text, i) && endsAsPlace(name, text, i)) return name
    return null
  }

  return {
    find(text, start, end) {
      const units = unitsOf(text)
      const found: PlaceOccurrence[] = []
      let next = start
      for (let from = start; from < end - 1; from += stretch) {
        const count = pairPlacesOf(units, from, Math.min(end - 1, from + stretch), pairs, starts)
        for (let k = 0; k < count; k++) {
          const i = starts[k]!
          if (i < next) continue // inside the name before
          const name = at(text, pairKey(units[i]!, units[i + 1]!), i, end)
          if (name === null) continue
          if (name.text.length === 2 && units[i + 1] === XIAN && !standsAlone(text, i, found)) continue
          next = i + name.text.length
          if (name.places.length > 0 && !(name.generic && !followsOwnCity(name, i, found)))
            found.push({ start: i, end: next, form: name.form, places: name.places })
        }
      }
      return found
    },
  }
}

function collectNames(places: readonly Place[], inName: boolean): Map<string, Name> {
  const table = new Map<string, Name>()
  const generic = new Set(names.generic.names)
  const add = (text: string, form: Name['form'], place: Place | null) => {
    if (text.length < 2) return
    const held = table.get(text)
    if (!held || rank[form] < rank[held.form])
      table.set(text, { text, form, places: place ? [place] : [], generic: form === 'full' && generic.has(text) })
    else if (place && held.form === form && held.places.length && !held.places.includes(place)) held.places.push(place)
  }
  if (!inName) for (const phrase of names.inside.phrases) add(phrase, 'full', null)
  for (const place of places) {
    add(place.name, 'full', place)
    for (const alias of place.aliases ?? []) add(alias, 'alias', place)
    for (const short of shortNames(place)) add(short, 'short', place)
    const stem = inName ? countyStem(place) : null
    if (stem) add(stem, 'short', place)
  }
  return table
}

function endsAsPlace(name: Name, text: string, start: number): boolean {
  const end = start + name.text.length
  if (end >= text.length) return true
  const last = text.charCodeAt(end - 1)
  if (last === SHI) return !notAfterShi.has(text[end]!)
  if (last === QU) return !notAfterQu.has(text[end]!)
  return true
}

/** Is a county of two characters (和县) one here, and no piece of the words around it (乡镇和县直单位)? */
function standsAlone(text: string, start: number, found: readonly PlaceOccurrence[]): boolean {
  if (start === 0 || found[found.length - 1]?.end === start) return true
  const before = text.charCodeAt(start - 1)
  if (before < 0x4e00 || before > 0x9fff) return true
  return names.short.after.includes(text[start - 1]!) && !names.short.not.includes(text.slice(start - 1, start + 1))
}

function followsOwnCity(name: Name, start: number, found: readonly PlaceOccurrence[]): boolean {
  const before = found[found.length - 1]
  return before?.end === start && name.places.some((p) => before.places.some((q) => q.code === p.parent))
}
