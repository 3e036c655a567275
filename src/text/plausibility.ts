import data from '../../data/text/frequencies.json' with { type: 'json' }
import { characterTable } from './character-table'
import { simplifyTable } from './simplify-table'

/** How well characters follow one another in news Chinese. All scores are base-2 logarithms of probabilities. */
export interface Plausibility {
  /** A unit as the counts know it: simplified, full-width punctuation. */
  fold(unit: number): number
  /** log₂ P(second | first) of folded units. A pair never counted falls back on the second unit alone. */
  follows(first: number, second: number): number
  /** Is the folded unit a character that was counted at all? */
  isKnown(unit: number): boolean
}

/** Price of a pair never counted, in bits: such pairs make up about one in eight of running text. */
const unseenPair = 3
/** A Han character that no text of the corpus has. */
const unknownCharacter = -26
const asciiLetter = -13
const asciiDigit = -5
const asciiSymbol = -20
const lost = -24

/** Slots of the pair table: over twice the number of pairs. */
const tableBits = 17
const tableSize = 1 << tableBits
const lineFeed = 0x0a
const ideographicSpace = 0x3000

const build = (): Plausibility => {
  const { full } = simplifyTable()
  const { partners } = characterTable()
  const alone = new Float32Array(65536).fill(unknownCharacter)
  const size = Math.log2(data.total)
  data.characters.forEach((tier, k) => {
    for (let i = 0; i < tier.length; i++) alone[tier.charCodeAt(i)] = k + 0.5 - size
  })
  const known = new Uint8Array(65536)
  for (let i = 0; i < 65536; i++) known[i] = alone[i]! > unknownCharacter ? 1 : 0
  for (let unit = 0x20; unit < 0x7f; unit++) alone[unit] = asciiSymbol
  for (let unit = 0x30; unit <= 0x39; unit++) alone[unit] = asciiDigit
  for (let unit = 0x41; unit <= 0x5a; unit++) alone[unit] = alone[unit + 32] = asciiLetter
  alone[0x20] = alone[0x25] = alone[0x2e] = alone[0x2d] = asciiLetter + 3
  alone[0x3f] = alone[0xfffd] = lost

  // Pairs in an open-addressing table: a path search asks for very many.
  const keys = new Uint32Array(tableSize)
  const values = new Float32Array(tableSize)
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - tableBits) // the high bits depend on both units
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (tableSize - 1)
    return slot
  }
  const least = Math.log2(data.leastPair)
  for (const group of data.pairs.split(' ')) {
    const first = group.charCodeAt(0)
    let tier = 0
    for (let i = 1; i < group.length; i++) {
      const unit = group.charCodeAt(i)
      if (unit >= 0x30 && unit <= 0x39) tier = unit - 0x30
      else {
        const key = ((first << 16) | unit) >>> 0
        const slot = slotOf(key)
        keys[slot] = key
        values[slot] = least + tier + 0.5 - size - alone[first]!
      }
    }
  }
  return {
    fold: (unit) => (unit < 128 ? partners[unit]! : full[unit]! & 0xffff),
    follows: (first, second) => {
      if (second === ideographicSpace) return first === lineFeed || first === ideographicSpace ? -1 : asciiLetter
      const slot = slotOf((((first === ideographicSpace ? lineFeed : first) << 16) | second) >>> 0)
      return keys[slot] === 0 ? alone[second]! - unseenPair : values[slot]!
    },
    isKnown: (unit) => known[unit] === 1,
  }
}

let model: Plausibility | undefined

/** The model, built from data/text/frequencies.json on first use (about 10 ms). */
export const plausibility = (): Plausibility => (model ??= build())

/** Characters that the counted news has, simplified ones and punctuation. */
export const newsCharacters = (): ReadonlySet<number> => {
  const set = new Set<number>()
  for (const tier of data.characters) for (let i = 0; i < tier.length; i++) set.add(tier.charCodeAt(i))
  return set
}
