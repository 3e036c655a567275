// Writes data/text/frequencies.json: how often characters and pairs of neighbouring characters occur in news Chinese.
// Only counts leave the corpus, no text.
//   TIFA_SHARED=../shared tsx scripts/frequencies.ts [SHARE OUTPUT]
// SHARE n/m reads only the records whose number modulo m is below n: for held-out measurements.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const shared = process.env['TIFA_SHARED'] ?? '../shared'
const [share = '1/1', output = 'data/text/frequencies.json'] = process.argv.slice(2)
const [keep, of] = share.split('/').map(Number) as [number, number]
const leastCharacter = 3
const leastPair = 30

const singles = new Map<string, number>()
const pairs = new Map<string, number>()
let total = 0
const isKept = (c: string) => /[\p{Script=Han}，。、；：？！“”‘’《》（）\n]/u.test(c) && c.length === 1
const read = (text: string, weight: number) => {
  let before = '\n'
  for (const c of `${text}\n`) {
    if (isKept(c)) {
      total += weight
      singles.set(c, (singles.get(c) ?? 0) + weight)
      if (isKept(before)) pairs.set(before + c, (pairs.get(before + c) ?? 0) + weight)
    }
    before = c
  }
}
const records = gunzipSync(readFileSync(`${shared}/data/xwlb.jsonl.gz`))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
let used = 0
records.forEach((line, i) => {
  if (i % of >= keep) return
  used++
  read((JSON.parse(line) as { text: string }).text, 1)
})
// The formulations of the field, as often as a word of local news would be: national news says 区委 and 招商 too rarely.
const { slogans } = JSON.parse(readFileSync(`${shared}/data/slogans.json`, 'utf8')) as {
  slogans: { prefLabel: string; altLabels: string[] }[]
}
for (const { prefLabel, altLabels } of slogans) for (const label of [prefLabel, ...altLabels]) read(label, leastPair)

const tierOf = (count: number, unit: number) => Math.min(9, Math.floor(Math.log2(count / unit)))
const tiers: string[] = []
for (const [c, count] of [...singles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
  const tier = Math.floor(Math.log2(count))
  if (count >= leastCharacter) tiers[tier] = (tiers[tier] ?? '') + c
}
const followers = new Map<string, [string, number][]>()
for (const [pair, count] of pairs) {
  if (count < leastPair) continue
  const list = followers.get(pair[0]!)
  if (list === undefined) followers.set(pair[0]!, [[pair[1]!, count]])
  else list.push([pair[1]!, count])
}
let packed = ''
for (const [first, list] of [...followers].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  packed += first
  let tier = -1
  for (const [second, count] of list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const next = tierOf(count, leastPair)
    if (next !== tier) packed += String(next)
    tier = next
    packed += second
  }
  packed += ' '
}
writeFileSync(
  output,
  `${JSON.stringify(
    {
      about:
        'Frequencies of characters and of pairs of neighbours in Chinese news: evidence for choosing between readings of damaged bytes.',
      source: `Counts over ${used} news transcripts 2022-2026 and the labels of the vocabulary; counts only, no text`,
      generator: 'scripts/frequencies.ts',
      total,
      aboutCharacters: 'characters[k]: those counted at least 2^k and fewer than 2^(k+1) times, most frequent first',
      characters: Array.from(tiers, (tier) => tier ?? ''),
      aboutPairs:
        'Groups divided by a space: first character, then its followers; a digit d before followers says at least leastPair × 2^d times',
      leastPair,
      pairs: packed.trimEnd(),
    },
    null,
    1,
  )}\n`,
)
