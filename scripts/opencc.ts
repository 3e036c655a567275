// Writes data/text/traditional.json from the OpenCC dictionaries packed in opencc-js (a devDependency) and, where the machine has it,
// the Unihan database of Debian's package unicode-data (membership of 通用规范汉字表, kTGH).
//   tsx scripts/opencc.ts [/usr/share/unicode/Unihan_OtherMappings.txt.bz2]
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

type Pairs = readonly (readonly [string, string])[]
const load = (module: { default: string }): Pairs =>
  module.default.split('|').map((line) => line.split(' ') as unknown as readonly [string, string])
const dictionary = async (name: string): Promise<Pairs> => load(await import(`opencc-js/dict/${name}`))

const [characters, phrases, compatibility, simplified] = await Promise.all([
  dictionary('TSCharacters'),
  dictionary('TSPhrases'),
  dictionary('CJK_Compatibility_Ideographs'),
  dictionary('STCharacters'),
])

// The compatibility dictionary must be what Unicode's canonical normalisation does; then it needs no table of its own.
for (const [from, to] of compatibility)
  if (from.normalize('NFC') !== to) throw new Error(`${from} → ${to} is not its canonical equivalent`)

const [unihan = '/usr/share/unicode/Unihan_OtherMappings.txt.bz2'] = process.argv.slice(2)
const standard = new Set(
  execFileSync('bzcat', [unihan], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .split('\n')
    .filter((line) => line.includes('\tkTGH\t'))
    .map((line) => String.fromCodePoint(Number.parseInt(line.slice(2), 16))),
)
if (standard.size < 8000) throw new Error(`kTGH: ${standard.size} characters, about 8,105 expected`)

const changing = characters.filter(([from, to]) => from !== to)
const traditional = new Set(changing.map(([from]) => from))
const simplifiedOnly = simplified.filter(([from, to]) => from !== to && !traditional.has(from) && traditional.has(to))

writeFileSync(
  'data/text/traditional.json',
  `${JSON.stringify(
    {
      about: 'Traditional to mainland simplified characters: characters and phrases, longest match first.',
      source:
        'OpenCC dictionaries TSCharacters and TSPhrases as packed in opencc-js 1.4.2; kTGH of the Unihan database 15.0',
      licence: 'OpenCC dictionaries: Apache-2.0. Unihan: Unicode License v3',
      generator: 'scripts/opencc.ts',
      characters: changing.map(([from, to]) => from + to).join(''),
      phrases: phrases.map(([from, to]) => `${from} ${to}`).join('|'),
      aboutStandard:
        'Characters of the left side that are also standard simplified characters (names, 乾县, 於): converted only in text judged traditional or mixed.',
      standard: changing
        .map(([from]) => from)
        .filter((c) => standard.has(c))
        .join(''),
      aboutSimplifiedOnly:
        'Characters that are written only in simplified text: evidence for the script of a document.',
      simplifiedOnly: simplifiedOnly.map(([from]) => from).join(''),
    },
    null,
    1,
  )}\n`,
)
