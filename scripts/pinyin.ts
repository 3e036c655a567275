// Writes data/text/pinyin.json: Mandarin readings of the characters of GBK, from the Unihan database (Debian: unicode-data).
//   tsx scripts/pinyin.ts [/usr/share/unicode/Unihan_Readings.txt.bz2]
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const [unihan = '/usr/share/unicode/Unihan_Readings.txt.bz2'] = process.argv.slice(2)
const lines = execFileSync('bzcat', [unihan], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n')

const frequencies = JSON.parse(readFileSync('data/text/frequencies.json', 'utf8')) as { characters: string[] }
const traditional = JSON.parse(readFileSync('data/text/traditional.json', 'utf8')) as { characters: string }
const simplified = new Map<string, string>()
const pairs = [...traditional.characters]
for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i]!, pairs[i + 1]!)

// Characters of GBK: two bytes, first 81-FE.
const gbk = new Set<string>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const c = decoder.decode(Uint8Array.of(lead, trail))
    if (trail !== 0x7f && /^\p{Script=Han}$/u.test(c)) gbk.add(c)
  }

const readings = new Map<string, Set<string>>()
for (const line of lines) {
  const [point, field, value] = line.split('\t')
  if (value === undefined || !/^(kMandarin|kHanyuPinlu|kXHC1983|kTGHZ2013)$/.test(field!)) continue
  const c = String.fromCodePoint(Number.parseInt(point!.slice(2), 16))
  if (!gbk.has(c)) continue
  const list = readings.get(c) ?? new Set()
  readings.set(c, list)
  for (const item of value.split(' '))
    for (const reading of item
      .replace(/^[\d.,*]+:/, '')
      .replace(/\(\d+\)$/, '')
      .split(','))
      list.add(reading.normalize('NFC'))
}
// A traditional character is read as its simplified one.
for (const [from, to] of simplified)
  if (readings.has(from)) for (const reading of readings.get(to) ?? []) readings.get(from)!.add(reading)

const known = new Set(frequencies.characters.join(''))
const syllables = new Map<string, string[]>()
for (const [c, list] of readings)
  if (known.has(c) || known.has(simplified.get(c) ?? c))
    for (const reading of list) syllables.set(reading, [...(syllables.get(reading) ?? []), c])
const bare = (s: string) =>
  s
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
const allBare = new Set([...readings.values()].flatMap((list) => [...list].map(bare)))

writeFileSync(
  'data/text/pinyin.json',
  `${JSON.stringify(
    {
      about:
        'Mandarin readings: which characters a pinyin gloss can stand for, and which letters are a syllable at all.',
      source: 'Unihan database 15.0: kMandarin, kHanyuPinlu, kXHC1983, kTGHZ2013',
      licence: 'Unicode License v3',
      generator: 'scripts/pinyin.ts',
      aboutCharacters: 'Common characters of GBK, simplified and traditional, by reading: syllable, colon, characters',
      characters: [...syllables]
        .sort((a, b) => (a[0] < b[0] ? -1 : 1))
        .map(([reading, list]) => `${reading}:${list.join('')}`)
        .join(' '),
      aboutSyllables: 'All syllables without tone marks',
      syllables: [...allBare].sort().join(' '),
    },
    null,
    1,
  )}\n`,
)
