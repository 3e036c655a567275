import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type CodedUnit, readGoldens } from './golden'

const first = new Map(readGoldens('golden').map((g) => [g.name, g]))

/** Share of the union of two units that both cover. */
function overlap(a: CodedUnit, b: CodedUnit): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return both / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

test('docs/coding-agreement.md states what the two codings of ten reports give', () => {
  const count = { reports: 0, first: 0, second: 0, matched: 0, exact: 0, speaker: 0, cue: 0 }
  for (const again of readGoldens('second')) {
    const once = first.get(again.name)!
    expect(again.text).toBe(once.text)
    count.reports++
    count.first += once.units.length
    count.second += again.units.length
    for (const a of once.units) {
      const b = again.units.find((u) => overlap(a, u) >= 0.8)
      if (!b) continue
      count.matched++
      if (a.start === b.start && a.end === b.end) count.exact++
      if (a.source === b.source) count.speaker++
      if (a.cue === b.cue) count.cue++
    }
  }
  expect(count.reports).toBe(10)
  const f1 = (2 * count.matched) / (count.first + count.second)
  const page = readFileSync(fileURLToPath(new URL('../../docs/coding-agreement.md', import.meta.url)), 'utf8')
  expect(page).toContain(`| units, F1 | ${f1.toFixed(2)} (${count.first} and ${count.second} units) |`)
  expect(page).toContain(`| boundaries exact | ${count.exact} of ${count.matched} |`)
  expect(page).toContain(`| speaker the same | ${count.speaker} of ${count.matched} |`)
  expect(page).toContain(`| cue the same | ${count.cue} of ${count.matched} |`)
})
