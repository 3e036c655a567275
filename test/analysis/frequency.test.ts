import { describe, expect, test } from 'vitest'
import { frequency } from '../../src/analysis'
import { dispersion } from '../../src/stats'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

const specs: ReportSpec[] = [
  {
    id: 'a',
    date: '2023-01-05',
    place: ['甲省', '乙市'],
    outlet: '丁报',
    characters: 1000,
    words: 600,
    directives: [
      {
        mentions: ['p.a/s', { concept: 'p.a/s', stance: 'rejected', quoted: true }],
        leader: 'L1',
        ordinal: [1, 4],
        segments: 2,
      },
      { mentions: [{ concept: 'p.a/s', stance: 'relayed' }], leader: 'L2', ordinal: [3, 4] },
      { mentions: [], leader: 'L2' },
    ],
    narrative: ['p.a/s'],
  },
  {
    id: 'b',
    date: '2023-02-05',
    place: ['甲省', '丙市'],
    outlet: '戊报',
    characters: 3000,
    words: 1900,
    directives: [{ mentions: ['p.b/t'], leader: 'L1' }],
  },
  { id: 'c', date: '2023-04-05', place: ['己省'], characters: 2000, words: 1100 },
]
const study = buildStudy(specs, ['p.b/never'])
const of = (options: Parameters<typeof frequency>[1] = {}) => frequency(study, { resamples: 0, ...options })

describe('one row a concept', () => {
  const [s, t, never] = of().rows

  test('four frequencies, with their denominators in the row', () => {
    expect(s).toMatchObject({
      concept: 'p.a/s',
      tokens: 4,
      documents: 1,
      directives: 2,
      segments: 2,
      leaders: 2,
      places: 1,
      outlets: 1,
      reports: 3,
      directivesRead: 4,
      segmentsRead: 5,
      characters: 6000,
      words: 3600,
      leadersRead: 2,
      placesRead: 3,
      state: 'observed',
    })
  })

  test('rates', () => {
    expect(s!.documentShare).toBeCloseTo(1 / 3, 12)
    expect(s!.directiveShare).toBe(0.5)
    expect(s!.segmentShare).toBe(0.4)
    expect(s!.perReport).toBeCloseTo(4 / 3, 12)
    expect(s!.per10kCharacters).toBeCloseTo(40 / 6, 12)
    expect(s!.per10kWords).toBeCloseTo(40_000 / 3600, 12)
  })

  test('intervals: Wilson of 1 in 3, Garwood of 4', () => {
    expect(s!.documentLow).toBeCloseTo(0.0615, 4)
    expect(s!.documentHigh).toBeCloseTo(0.7923, 4)
    expect(s!.per10kLow).toBeCloseTo(1.08986 / 0.6, 3)
    expect(s!.per10kHigh).toBeCloseTo(10.2416 / 0.6, 3)
  })

  test('stance, quotation, zone, place in enumerations', () => {
    expect(s).toMatchObject({
      promoted: 1,
      rejected: 1,
      relayed: 1,
      narrated: 1,
      undecided: 0,
      rejectedShare: 0.25,
      quoted: 1,
      quotedShare: 0.25,
      inTitle: 0,
      inNarrative: 1,
      inDirective: 3,
      enumerated: 2,
      first: 1,
      meanOrdinal: 2,
      meanRank: (0.5 / 4 + 2.5 / 4) / 2,
    })
  })

  test('a concept never found: zeros, an upper bound, no shares of nothing', () => {
    expect(never).toMatchObject({
      concept: 'p.b/never',
      state: 'zero',
      tokens: 0,
      documentShare: 0,
      documentLow: 0,
      quotedShare: null,
      meanOrdinal: null,
      dispersionReports: null,
    })
    expect(never!.documentHigh).toBeCloseTo(0.5615, 4)
  })

  test('rows by tokens, then id', () => {
    expect(of().rows.map((r) => r.concept)).toEqual(['p.a/s', 'p.b/t', 'p.b/never'])
    expect(t!.tokens).toBe(1)
  })
})

describe('dispersion', () => {
  test('equals the dense formula over reports, places and leaders', () => {
    const many = buildStudy(
      Array.from({ length: 40 }, (_, i) => ({
        id: `r${i}`,
        characters: 500 + ((i * 137) % 900),
        place: [`省${i % 3}`, `市${i % 7}`] as const,
        directives: Array.from({ length: 1 + (i % 3) }, (_, k) => ({
          mentions: (i * k) % 4 === 1 ? ['x', 'x'] : [],
          leader: `L${(i + k) % 5}`,
        })),
      })),
    )
    const row = frequency(many, { resamples: 0 }).rows[0]!
    const dense = (partOf: (r: string) => string, sizes: Map<string, number>, hits: Map<string, number>) => {
      const names = [...sizes.keys()]
      void partOf
      return dispersion({ counts: names.map((n) => hits.get(n) ?? 0), sizes: names.map((n) => sizes.get(n)!) })
    }
    const add = (map: Map<string, number>, key: string, n: number) => map.set(key, (map.get(key) ?? 0) + n)
    for (const [column, reportPart] of [
      ['dispersionReports', (id: string) => id],
      [
        'dispersionPlaces',
        (id: string) =>
          `${many.reports.find((r) => r.id === id)!.province}/${many.reports.find((r) => r.id === id)!.city}`,
      ],
    ] as const) {
      const sizes = new Map<string, number>()
      const hits = new Map<string, number>()
      for (const r of many.reports) add(sizes, reportPart(r.id), r.characters)
      for (const m of many.mentions) add(hits, reportPart(m.reportId), 1)
      expect(row[column]).toBeCloseTo(dense(reportPart, sizes, hits).dpNorm!, 12)
    }
    const sizes = new Map<string, number>()
    const hits = new Map<string, number>()
    for (const d of many.directives) add(sizes, d.leaderId!, d.characters)
    for (const m of many.mentions) add(hits, many.directives.find((d) => d.id === m.directiveId)!.leaderId!, 1)
    expect(row.dispersionLeaders).toBeCloseTo(dense((x) => x, sizes, hits).dpNorm!, 12)
  })
})

describe('grouped', () => {
  test('a month without reports has null rates and the reason', () => {
    const row = of({ by: 'month', concepts: ['p.a/s'] }).rows.find((r) => r.period === '2023-03')!
    expect(row).toMatchObject({
      state: 'no-reports',
      tokens: 0,
      documentShare: null,
      per10kCharacters: null,
      words: null,
      reason: 'no-reports',
    })
  })

  test('by leader: what the leader says, out of what the leader says', () => {
    const rows = of({ by: 'leader', concepts: ['p.a/s'] }).rows
    expect(rows.map((r) => [r.leader, r.tokens, r.documents, r.directives, r.reports, r.directivesRead])).toEqual([
      ['L1', 2, 1, 1, 2, 2],
      ['L2', 1, 1, 1, 1, 2],
    ])
  })

  test('by level of origin, alone and with another dimension', () => {
    const levelled = {
      ...study,
      concepts: study.concepts.map((c) => (c.id === 'p.a/s' ? { ...c, level: 'central' as const } : c)),
    }
    expect(frequency(levelled, { by: 'level', resamples: 0 }).rows.map((r) => [r.kind, r.concept, r.tokens])).toEqual([
      ['level', 'central', 4],
      ['level', 'unknown', 1],
    ])
    expect(frequency(levelled, { by: ['level', 'province'], resamples: 0 }).rows).toHaveLength(4)
  })

  test('tokens, reports and characters add up over any grouping', () => {
    const whole = of({ concepts: ['p.a/s'] }).rows[0]!
    for (const by of [
      'month',
      'quarter',
      'year',
      'province',
      'city',
      'county',
      'place',
      'outlet',
      ['month', 'outlet'],
    ]) {
      const rows = of({ by, concepts: ['p.a/s'] }).rows
      for (const name of [
        'tokens',
        'documents',
        'directives',
        'segments',
        'reports',
        'directivesRead',
        'characters',
        'quoted',
        'rejected',
      ] as const)
        expect([by, name, rows.reduce((n, r) => n + r[name], 0)]).toEqual([by, name, whole[name]])
    }
  })

  test('every row leads to its mentions', () => {
    for (const by of [undefined, 'month', 'leader', ['quarter', 'province']]) {
      const result = of(by === undefined ? {} : { by })
      for (const row of result.rows) expect(result.mentions(row)).toHaveLength(row.tokens)
    }
  })

  test('columns describe exactly what the rows hold', () => {
    for (const by of [undefined, 'month', 'leader', ['quarter', 'province']]) {
      const result = of(by === undefined ? {} : { by })
      expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
      for (const c of result.columns)
        expect([c.name, c.label.en.length > 0, /[一-鿿]/.test(c.label.zh)]).toEqual([c.name, true, true])
    }
  })
})

describe('bootstrap', () => {
  const uneven = buildStudy(
    Array.from({ length: 60 }, (_, i) => ({
      id: `r${i}`,
      place: [`省${i % 6}`] as const,
      characters: 1000,
      directives: [{ mentions: i % 10 === 0 ? Array.from({ length: 8 }, () => 'x') : [] }, {}],
    })),
  )

  test('mentions that pile up in few reports: wider than Garwood', () => {
    const [row] = frequency(uneven, { resamples: 999 }).rows
    expect(row!.per10kBootLow!).toBeLessThan(row!.per10kLow!)
    expect(row!.per10kBootHigh!).toBeGreaterThan(row!.per10kHigh!)
    expect(row!.per10kBootLow!).toBeGreaterThan(0)
  })

  test('one seed, one result; another seed, another', () => {
    const run = (seed: number) => frequency(uneven, { seed }).rows[0]!.per10kBootHigh
    const all = (seed: number) => JSON.stringify(frequency(uneven, { seed, resamples: 200, by: 'province' }).rows)
    expect(run(1)).toBe(run(1))
    expect(all(5)).toBe(all(5))
    expect(all(5)).not.toBe(all(6))
    expect(frequency(uneven, { seed: 5 }).method.seed).toBe(5)
  })

  test('constant reports have an interval of no width; one report none', () => {
    const even = buildStudy(Array.from({ length: 5 }, (_, i) => ({ id: `r${i}`, directives: [{ mentions: ['x'] }] })))
    expect(frequency(even).rows[0]).toMatchObject({ per10kBootLow: 10, per10kBootHigh: 10, directiveBootLow: 1 })
    expect(frequency(buildStudy([{ id: 'a', directives: [{ mentions: ['x'] }] }])).rows[0]!.per10kBootLow).toBeNull()
  })

  test('whole places drawn: wider where places differ', () => {
    const byPlace = buildStudy(
      Array.from({ length: 60 }, (_, i) => ({
        id: `r${i}`,
        place: [`省${i % 6}`] as const,
        directives: [{ mentions: i % 6 === 0 ? ['x'] : [] }],
      })),
    )
    const width = (cluster: 'report' | 'place') => {
      const [row] = frequency(byPlace, { cluster }).rows
      return row!.per10kBootHigh! - row!.per10kBootLow!
    }
    expect(width('place')).toBeGreaterThan(2 * width('report'))
  })
})

describe('laws', () => {
  const all = (s: typeof study) => JSON.stringify(frequency(s, { by: 'quarter', resamples: 100 }).rows)
  test('input order does not matter', () => {
    let seed = 11
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    for (let k = 0; k < 5; k++) expect(all(shuffleStudy(study, order))).toBe(all(study))
  })
  test('20 copies of one report change nothing', () => {
    expect(all(withCopies(study, 'a', 20))).toBe(all(study))
  })
  test('an empty study has rows of zeros and no rate', () => {
    const [row] = frequency(buildStudy([], ['x'])).rows
    expect(row).toMatchObject({
      concept: 'x',
      tokens: 0,
      reports: 0,
      documentShare: null,
      per10kBootLow: null,
      reason: 'no-reports',
    })
  })
})

describe('misuse', () => {
  test.each([
    [{ resamples: -1 }, /resamples must be/],
    [{ conf: 1 }, /conf must lie/],
    [{ cluster: 'leader' }, /cluster expects/],
    [{ by: 'week' }, /by expects one of/],
    [{ categories: 'top', by: 'level' }, /cannot be combined/],
  ])('%j', (options, message) => {
    expect(() => frequency(study, options as never)).toThrow(message)
  })
})
