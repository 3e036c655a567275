import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/analysis'
import * as analysis from '../../src/analysis'
import { observe, type Study } from '../../src/observation'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

/** Every analysis of a study, with options that make each of them say something on small studies. */
const ANALYSES: Readonly<Record<string, (study: Study) => Result<object>>> = {
  frequency: (s) => analysis.frequency(s, { resamples: 20 }),
  'frequency by leader and quarter': (s) => analysis.frequency(s, { by: ['leader', 'quarter'], resamples: 5 }),
  'frequency of categories': (s) => analysis.frequency(s, { categories: 'top', by: 'province', resamples: 0 }),
  trend: (s) => analysis.trend(s, { by: 'month', measure: 'characters' }),
  'trend by province': (s) => analysis.trend(s, { by: ['quarter', 'province'] }),
  'trend of categories by leader': (s) => analysis.trend(s, { by: ['month', 'leader'], categories: 'sub' }),
  'co-occurrence': (s) => analysis.cooccurrence(s, { minimum: 1 }),
  'co-occurrence in reports': (s) => analysis.cooccurrence(s, { minimum: 1, level: 'report', within: 'place' }),
  bundles: (s) => analysis.bundles(s, { minimum: 1 }),
  bursts: (s) => analysis.bursts(s, { permutations: 19 }),
  'bursts of mentions by province': (s) =>
    analysis.bursts(s, { by: ['month', 'province'], measure: 'mentions', permutations: 9 }),
  'change points': (s) => analysis.changePoints(s, { permutations: 19, resamples: 9 }),
  diffusion: (s) => analysis.diffusion(s, { limit: 0.6 }),
  'diffusion among leaders': (s) => analysis.diffusion(s, { by: 'leader', limit: 0.6 }),
  drift: (s) => analysis.drift(s, { minimum: 1, by: 'month' }),
  coverage: (s) => analysis.coverage(s, { by: 'outlet', minimum: 1 }),
  attention: (s) => analysis.attention(s, { by: ['leader', 'year'], atLeast: 1 }),
  kwic: (s) => analysis.kwic(s, { sample: 5, stratify: 'concept' }),
  collocates: (s) => analysis.collocates(s, { minimum: 1 }),
  discover: (s) => analysis.discover(s, { minimum: 1, shortest: 2 }),
  sample: (s) => analysis.sampleForCoding(s, { size: 6 }),
}

const mention = fc.record({
  concept: fc.constantFrom('p.a/甲甲', 'p.b/乙乙', 'q.c/丙丙丁'),
  stance: fc.constantFrom('promoted', 'rejected', null),
  quoted: fc.boolean(),
})
const report = fc.record({
  date: fc.constantFrom(
    '2022-01-05',
    '2022-01-28',
    '2022-03-02',
    '2022-05-20',
    '2022-06-30',
    '2022-02',
    '2022',
    null,
    'XXXX-05-05',
  ),
  place: fc.constantFrom(['甲省'], ['甲省', '乙市'], ['甲省', '乙市', '丙县'], ['己省', '丁市'], undefined),
  outlet: fc.constantFrom('戊报', '庚报', undefined),
  characters: fc.integer({ min: 0, max: 3000 }),
  directives: fc.array(
    fc.record({
      mentions: fc.array(mention, { maxLength: 4 }),
      leader: fc.constantFrom('L1', 'L2', null),
      categories: fc.subarray(['p.a', 'q.c', 'other.none']),
      segments: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 4 },
  ),
  narrative: fc.array(mention, { maxLength: 2 }),
})
const studies = fc.array(report, { maxLength: 25 }).map((reports) =>
  buildStudy(
    reports.map(({ place, outlet, ...r }, i): ReportSpec => {
      const spec = { id: `r${i}`, ...r, ...(place && { place: place as [string] }), ...(outlet && { outlet }) }
      return spec as ReportSpec
    }),
    ['q.c/never', { id: 'p.a/甲甲', replaces: ['p.b/乙乙'] }],
  ),
)

const tablesOf = (result: Result<object>): Result<object>[] => [result, ...Object.values(result.tables ?? {})]
const bytes = (result: Result<object>) => JSON.stringify(tablesOf(result).map((table) => table.rows))

describe.each(Object.entries(ANALYSES))('%s', (_, run) => {
  test('finite numbers, described columns, mentions that exist; order and copies change nothing; an observation gives the same', () => {
    fc.assert(
      fc.property(studies, fc.integer({ min: 1, max: 1000 }), (study, start) => {
        const result = run(study)
        const ids = new Set(study.mentions.map((m) => m.id))
        for (const table of tablesOf(result)) {
          const names = table.columns.map((c) => c.name).sort()
          expect(new Set(names).size).toBe(names.length)
          for (const row of table.rows) {
            expect(Object.keys(row).sort()).toEqual(names)
            for (const [name, value] of Object.entries(row))
              if (typeof value === 'number' && !Number.isFinite(value))
                throw new Error(`${table.kind}.${name} is ${value}`)
          }
          for (const row of table.rows.slice(0, 3)) for (const id of table.mentions(row)) expect(ids.has(id)).toBe(true)
        }
        let seed = start
        const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
        const before = bytes(result)
        expect(bytes(run(shuffleStudy(study, order)))).toBe(before)
        if (study.reports.length > 0) expect(bytes(run(withCopies(study, 'r0', 20)))).toBe(before)
        expect(bytes(run(observe(study) as unknown as Study))).toBe(before)
      }),
      { numRuns: 12 },
    )
  })
})

test('five hundred concepts over 120 months, all tests, in under a second of one core', () => {
  const study = buildStudy(
    Array.from({ length: 120 * 12 }, (_, i) => {
      const month = Math.floor(i / 12)
      return {
        id: `r${i}`,
        date: `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + 2 * (i % 12)).padStart(2, '0')}`,
        place: ['省', `市${i % 17}`] as const,
        directives: [{ mentions: Array.from({ length: 12 }, (_, k) => `c/${(i * 31 + k * k * 17) % 500}`) }],
      }
    }),
  )
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    const { tests } = analysis.trend(study, { by: 'month' })
    const used = process.cpuUsage(before)
    expect(tests).toHaveLength(500)
    best = Math.min(best, (used.user + used.system) / 1000)
  }
  expect(best).toBeLessThan(1000)
})
