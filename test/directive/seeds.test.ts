import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDirectives } from '../../src/directive/index'
import { reportOf } from './golden'

const shared = process.env['TIFA_SHARED'] ?? '../shared'
const file = join(shared, 'data/seeds-gold.json')

interface Coded {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly speaker?: string
  readonly reportingVerb?: string
}

// The five reports themselves are not part of this repository.
test.skipIf(!existsSync(file))('the five hand-coded reports (set TIFA_SHARED to their folder)', () => {
  const gold = JSON.parse(readFileSync(file, 'utf8')) as {
    reports: { cleanText: string; directives: Coded[]; nonDirectives: Coded[] }[]
  }
  let exact = 0
  let speaker = 0
  let cue = 0
  let extra = 0
  let total = 0
  let taken = 0
  for (const g of gold.reports) {
    const text = readFileSync(join(shared, 'data/seeds-clean', g.cleanText), 'utf8')
    const lines = text.split('\n').filter((l) => l.trim())
    const found = findDirectives(reportOf(text, { titleLines: lines.findIndex((l) => l.includes('。')) }))
    const at = new Map(found.map((d) => [`${d.cleanStart}-${d.cleanEnd}`, d]))
    for (const d of g.directives) {
      total++
      const mine = at.get(`${d.start}-${d.end}`)
      if (!mine) continue
      exact++
      if (mine.source === d.speaker) speaker++
      if (mine.cue === d.reportingVerb) cue++
    }
    extra += found.length - g.directives.length
    for (const x of g.nonDirectives) {
      const inside = g.directives.some((d) => d.start < x.end && x.start < d.end)
      if (!inside && found.some((d) => d.cleanStart < x.end && x.start < d.cleanEnd)) taken++
    }
  }
  expect(total).toBe(59)
  expect({ extra, taken }).toEqual({ extra: 0, taken: 0 })
  expect(exact / total).toBeGreaterThanOrEqual(0.97)
  expect(speaker / total).toBeGreaterThanOrEqual(0.95)
  expect(cue / total).toBeGreaterThanOrEqual(0.95)
})
