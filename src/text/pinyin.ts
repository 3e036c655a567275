import data from '../../data/text/pinyin.json' with { type: 'json' }

const toneMarks = /[\u0300\u0301\u0304\u030c]/

let syllables: ReadonlySet<string> | undefined
let readings: ReadonlyMap<string, string> | undefined

/** The syllable in composed form, lower case, without inner blanks; `ɑ` and `ɡ` of some fonts are `a` and `g`. */
export const normalSyllable = (letters: string): string =>
  letters.trim().toLowerCase().replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').normalize('NFC')

/** Is this one pinyin syllable? With or without a tone mark; `café` and `LNG` are not. */
export const isSyllable = (letters: string): boolean => {
  syllables ??= new Set(data.syllables.split(' '))
  const bare = letters
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
  return syllables.has(bare) || syllables.has(bare.replace('v', 'ü'))
}

/** Does the syllable carry a tone mark? */
export const hasTone = (syllable: string): boolean => toneMarks.test(syllable.normalize('NFD'))

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
