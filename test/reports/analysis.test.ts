// The statistics tell the story that was written: rise, fall, burst, spread, bundle, and a month without reports that is no zero.
import { beforeAll, describe, expect, it } from 'vitest'
import { bursts, cooccurrence, diffusion, type TrendResult, trend } from '../../src/analysis/index'
import type { Study } from '../../src/observation/study'
import { codedCorpus } from './coded'
import { type Pattern, story } from './corpus'

let study: Study
let monthly: TrendResult
beforeAll(async () => {
  study = await codedCorpus()
  monthly = trend(study, { by: 'month' })
})

const pattern = (kind: Pattern['kind']): Pattern => story.patterns.find((p) => p.kind === kind)!
const test = (kind: Pattern['kind']) => monthly.tests.find((t) => t.concept === pattern(kind).concept)!

describe('trend table', () => {
  it.each(story.patterns.map((p) => [p.label, p] as const))('%s: reports with a mention, by month', (_, p) => {
    const cells = monthly.rows.filter((r) => r.concept === p.concept && r.period !== null)
    expect(cells.map((c) => c.period)).toEqual(story.months)
    expect(cells.map((c) => (c.state === 'no-reports' ? null : c.numerator))).toEqual(p.reports)
    expect(cells.map((c) => (c.state === 'no-reports' ? null : c.denominator))).toEqual(story.reports)
  })

  it('tells zero, missing and partial apart', () => {
    const states = new Map(
      monthly.rows.filter((r) => r.concept === pattern('fall').concept).map((r) => [r.period, r.state]),
    )
    expect(story.months.filter((m) => states.get(m) === 'no-reports')).toEqual(story.coverage.missing)
    expect(story.months.filter((m) => states.get(m) === 'partial')).toEqual(story.coverage.partial)
    expect(states.get('2023-08')).toBe('zero')
    expect(states.get('2023-01')).toBe('observed')
    const missing = monthly.rows.filter((r) => r.period === story.coverage.missing[0])
    expect(missing.every((r) => r.rate === null && r.reason !== null)).toBe(true)
  })

  it('finds the rise and the fall, and no trend in the constant', () => {
    expect(test('rise').tau).toBeGreaterThan(0.5)
    expect(test('rise').q).toBeLessThan(0.01)
    expect(test('fall').tau).toBeLessThan(0)
    expect(test('fall').p).toBeLessThan(0.05)
    expect(test('constant').p).toBeGreaterThan(0.05)
  })
})

describe('bursts', () => {
  it('finds the campaigns in their months', () => {
    const campaigns = story.patterns.filter((p) => p.kind === 'burst')
    const found = bursts(study, { by: 'month', concepts: campaigns.map((p) => p.concept) })
    for (const p of campaigns) {
      const months = story.months.filter((_, i) => (p.directive[i] ?? 0) > 0)
      const hits = found.rows.filter((b) => b.concept === p.concept)
      expect(hits).toHaveLength(1)
      expect(hits[0]!.start, p.label).toBe(months[0])
      // One narrative look back in the month after is part of what the reports say.
      expect([months.at(-1), story.months[story.months.indexOf(months.at(-1)!) + 1]]).toContain(hits[0]!.end)
      expect(hits[0]!.p).toBeLessThan(0.05)
    }
  })
})

describe('diffusion', () => {
  it('gives the places in order of first sighting', () => {
    const rows = diffusion(study, { concepts: [story.spread.concept], by: 'place' }).rows
    const seen = rows.filter((r) => r.firstSeen !== null).map((r) => r.firstSeen)
    expect(seen).toEqual(story.spread.adopted.map((a) => a.date))
  })
})

describe('co-occurrence', () => {
  it('finds the bundle', () => {
    const [a, b] = story.bundle.concepts
    const pair = cooccurrence(study).rows.find((r) => [r.x, r.y].includes(a) && [r.x, r.y].includes(b))
    expect(pair?.a).toBe(story.bundle.directivesWithBoth)
    expect(pair?.q).toBeLessThan(0.001)
    expect(pair?.npmi).toBeGreaterThan(0.5)
  })
})
