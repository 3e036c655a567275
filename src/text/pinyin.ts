import data from '../../data/text/pinyin.json' with { type: 'json' }

const toneMarks = /[\u0300\u0301\u0304\u030c]/

let syllables: ReadonlySet<string> | undefined
let readings: ReadonlyMap<string, string> | undefined

/** One pinyin syllable. */
export interface Syllable {
  /** Composed form, lower case, without blanks at its ends; `ɑ` and `ɡ` of some fonts are `a` and `g`. */
  readonly spelling: string
  /** Does it carry a tone mark? */
  readonly toned: boolean
}

/** Syllables met before, by the letters as printed: a text with glosses has the same ones over and over. */
const met = new Map<string, Syllable>()
/** Spellings remembered: several times the number of syllables there are. */
const mostMet = 8192

/** The letters as one pinyin syllable, with or without a tone mark, or null: `café` and `LNG` are none. */
export const syllableOf = (letters: string): Syllable | null => {
  const before = met.get(letters)
  if (before !== undefined) return before
  const spelling = normalSyllable(letters)
  if (spelling === '' || !isSyllable(spelling)) return null
  const syllable = { spelling, toned: toneMarks.test(spelling.normalize('NFD')) }
  if (met.size < mostMet) met.set(letters, syllable)
  return syllable
}

const normalSyllable = (letters: string): string =>
  letters.trim().toLowerCase().replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').normalize('NFC')

const isSyllable = (letters: string): boolean => {
  syllables ??= new Set(data.syllables.split(' '))
  const bare = letters
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
  return syllables.has(bare) || syllables.has(bare.replace('v', 'ü'))
}

/** Common characters, simplified and traditional, that are read so; empty for an unknown syllable. */
export const charactersRead = (syllable: string): string => {
  if (readings === undefined) {
    const map = new Map<string, string>()
    for (const group of data.characters.split(' ')) {
      const colon = group.indexOf(':')
      map.set(group.slice(0, colon), group.slice(colon + 1))
    }
    readings = map
  }
  return readings.get(syllable) ?? ''
}
