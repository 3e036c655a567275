import { unitsOf } from '../text/code-units'
import { markPair, pairKey, pairPlacesOf, placesBuffer, stretch } from '../text/unit-places'

/** Finds which groups of phrases a piece of text holds, in one pass. */
export interface PhraseScan {
  /**
   * Bit `1 << g` is set where a phrase of group `g` stands in the range. The first of each group is put into `first`, where given.
   */
  scan(text: string, start: number, end: number, first?: (Hit | undefined)[]): number
}

export interface Hit {
  readonly phrase: string
  readonly at: number
}

interface Entry {
  readonly phrase: string
  readonly group: number
}

/**
 * Phrases are told by their first two characters: a bit for the pair, and only then a look-up and the comparison of the rest, so that the pass
 * costs little more than reading, however many phrases there are.
 *
 * @param groups at most 31 lists of phrases of two or more characters
 */
export function phraseScan(groups: readonly (readonly string[])[]): PhraseScan {
  const pairs = new Uint8Array(8192)
  const entries = new Map<number, Entry[]>()
  const places = placesBuffer()
  groups.forEach((phrases, group) => {
    for (const phrase of phrases) {
      const a = phrase.charCodeAt(0)
      const b = phrase.charCodeAt(1)
      markPair(pairs, a, b)
      const key = pairKey(a, b)
      const list = entries.get(key)
      if (list) list.push({ phrase, group })
      else entries.set(key, [{ phrase, group }])
    }
  })
  return {
    scan(text, start, end, first) {
      const units = unitsOf(text)
      let found = 0
      for (let from = start; from < end - 1; from += stretch) {
        const count = pairPlacesOf(units, from, Math.min(end - 1, from + stretch), pairs, places)
        for (let k = 0; k < count; k++) {
          const i = places[k]!
          const list = entries.get(pairKey(units[i]!, units[i + 1]!))
          if (list === undefined) continue
          for (const { phrase, group } of list) {
            if (i + phrase.length > end || !text.startsWith(phrase, i)) continue
            found |= 1 << group
            if (first && first[group] === undefined) first[group] = { phrase, at: i }
          }
        }
      }
      return found
    },
  }
}
