import { unitsOf } from '../text/code-units'

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
 * Phrases are told by their first two characters: a flag on the first, a bit for the pair, and only then a look-up and the comparison of the rest, so
 * that the pass costs little more than reading, however many phrases there are.
 *
 * @param groups at most 31 lists of phrases of two or more characters
 */
export function phraseScan(groups: readonly (readonly string[])[]): PhraseScan {
  const flags = new Uint8Array(65536)
  const bits = new Uint8Array(8192)
  const entries = new Map<number, Entry[]>()
  groups.forEach((phrases, group) => {
    for (const phrase of phrases) {
      const a = phrase.charCodeAt(0)
      const b = phrase.charCodeAt(1)
      const bit = pairBit(a, b)
      flags[a] = 1
      bits[bit >> 3]! |= 1 << (bit & 7)
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
      for (let i = start; i < end - 1; i++) {
        const c = units[i]!
        if (flags[c] === 0) continue
        const d = units[i + 1]!
        const bit = pairBit(c, d)
        if ((bits[bit >> 3]! & (1 << (bit & 7))) === 0) continue
        const list = entries.get(pairKey(c, d))
        if (list === undefined) continue
        for (const { phrase, group } of list) {
          if (i + phrase.length > end || !text.startsWith(phrase, i)) continue
          found |= 1 << group
          if (first && first[group] === undefined) first[group] = { phrase, at: i }
        }
      }
      return found
    },
  }
}

/** Two characters as one 32-bit number. */
export const pairKey = (a: number, b: number): number => (a << 16) | b

/** A bit for two characters among 65,536. */
export const pairBit = (a: number, b: number): number => ((a * 31) ^ (b * 7)) & 0xffff
