import { describe, expect, test } from 'vitest'
import { attention, collocates, drift, keyness } from '../../src/analysis'
import { rarefied } from '../../src/analysis/attention'
import { labellings } from '../../src/analysis/label-shuffle'
import type { Segmenter } from '../../src/segment/segmenter'
import { diversity, resample } from '../../src/stats'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

const order = (start: number) => {
  let seed = start
  return (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
}

describe('keyness', () => {
  const specs: ReportSpec[] = Array.from({ length: 80 }, (_, i) => ({
    id: `r${i}`,
    date: `202${2 + Math.floor(i / 40)}-01-0${1 + (i % 9)}`,
    place: ['省', `市${i % 4}`, `县${i % 8}`],
    directives: [
      {
        mentions: [
          ...(i % 4 === 0 && i % 5 !== 0 ? ['目标'] : []),
          ...(i % 7 === 0 ? ['各处'] : []),
          ...(i % 4 === 1 ? ['他处'] : []),
        ],
        leader: `L${i % 8}`,
      },
    ],
  }))
  const study = buildStudy(specs, ['never'])
  const result = keyness(study, { by: 'city', target: '省/市0' })
  const row = (concept: string) => result.rows.find((r) => r.concept === concept)!

  test('counts on both sides with what was read', () => {
    expect(row('目标')).toMatchObject({
      target: 16,
      targetRead: 20,
      targetRate: 0.8,
      reference: 0,
      referenceRead: 60,
      referenceRate: 0,
      targetUnits: 2,
      referenceUnits: 6,
    })
    expect(row('never')).toMatchObject({ lrc: null, p: null, q: null, reason: 'no-occurrence' })
  })

  test('ranked by LRC; a zero has a finite log ratio', () => {
    expect(result.rows.map((r) => r.concept)).toEqual(['目标', '各处', '他处', 'never'])
    expect(row('目标').logRatio).toBeCloseTo(Math.log2(0.8 / (0.5 / 60)), 10)
    expect(row('目标').lrc).toBeGreaterThan(2)
    expect(row('他处').lrc).toBeLessThan(0)
  })

  test('permutation over places: two against six can give no p under 1/28', () => {
    expect(row('目标').smallestP).toBeCloseTo(1 / 28, 12)
    expect(row('目标').p).toBeCloseTo(1 / 28, 12)
    expect(row('各处').p).toBeGreaterThan(0.1)
    expect(result.method.seed).toBeNull()
    expect(result.method.tests.join()).toContain('all 28 ways')
  })

  test('leaders as units', () => {
    expect(keyness(study, { by: 'leader', target: ['L0', 'L4'], measure: 'directives' }).rows[0]).toMatchObject({
      concept: '目标',
      targetUnits: 2,
      referenceUnits: 6,
      target: 16,
      targetRead: 20,
    })
  })

  test('before and after: places swap their halves', () => {
    const years = keyness(study, { by: 'year', target: '2023', reference: '2022' })
    expect(years.rows[0]!.smallestP).toBeCloseTo(1 / 256, 12)
  })

  test('reports as units: drawn, with a seed', () => {
    const a = keyness(study, { by: 'city', target: '省/市0', permute: 'report', seed: 3 })
    expect(a.method.seed).toBe(3)
    expect(a.rows[0]).toMatchObject({ concept: '目标', p: 0.001, smallestP: 0.001 })
    expect(JSON.stringify(keyness(study, { by: 'city', target: '省/市0', permute: 'report', seed: 3 }).rows)).toBe(
      JSON.stringify(a.rows),
    )
  })

  test('laws: order, copies, columns, mentions', () => {
    const all = (s: typeof study) =>
      JSON.stringify(keyness(s, { by: 'city', target: '省/市0', permute: 'report' }).rows)
    expect(all(shuffleStudy(study, order(1)))).toBe(all(study))
    expect(all(withCopies(study, 'r4', 20))).toBe(all(study))
    expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
    for (const r of result.rows) expect(result.mentions(r)).toHaveLength(r.target + r.reference)
  })

  test.each([
    [{ by: 'city', target: '无市' }, /target must be a value of city/],
    [{ by: 'city', target: '省/市0', measure: 'mentions' }, /no share/],
    [{ by: 'city', target: '省/市0', permute: 'leader' }, /needs by: leader/],
    [{ by: 'city', target: '省/市0', permute: 'month' }, /permute expects/],
  ])('%j is misuse', (options, message) => {
    expect(() => keyness(study, options as never)).toThrow(message)
  })
})

describe('labellings', () => {
  const unit = (name: string, target: boolean) => ({ name, target, exposure: 1 })
  const all = (units: ReturnType<typeof unit>[]) => {
    const seen: string[] = []
    const plan = labellings(units, 99, 5000, resample.random({ seed: 1 }))
    plan.each((side) => seen.push(side.join('')))
    return { plan, seen }
  }

  test('every way once, the observed among them', () => {
    const { plan, seen } = all([unit('a', true), unit('b', true), unit('c', false), unit('d', false)])
    expect(plan.ways).toBe(6)
    expect(new Set(seen).size).toBe(6)
    expect(seen).toContain('1100')
    for (const side of seen) expect([...side].filter((s) => s === '1')).toHaveLength(2)
  })

  test('units on both sides swap halves only', () => {
    const { plan, seen } = all([unit('a', true), unit('a', false), unit('b', true), unit('c', false)])
    expect(plan.ways).toBe(4)
    expect(new Set(seen)).toEqual(new Set(['1010', '0110', '1001', '0101']))
  })

  test('beyond the limit, draws: first the observed', () => {
    const units = Array.from({ length: 40 }, (_, i) => unit(`u${i}`, i < 20))
    const { plan, seen } = all(units)
    expect(plan.exact).toBe(false)
    expect(seen).toHaveLength(100)
    expect(seen[0]).toBe('1'.repeat(20) + '0'.repeat(20))
    expect(new Set(seen).size).toBe(100)
  })
})

describe('drift', () => {
  const at = (
    i: number,
    mentions: ReportSpec['directives'] extends readonly (infer D)[] | undefined
      ? D extends { mentions?: infer M }
        ? M
        : never
      : never,
  ): ReportSpec => ({
    id: `r${i}`,
    date: `2022-${String(1 + Math.floor(i / 5)).padStart(2, '0')}-${String(1 + 6 * (i % 5)).padStart(2, '0')}`,
    directives: [{ mentions: mentions! }],
  })
  const wording = buildStudy(
    Array.from({ length: 30 }, (_, i) => at(i, [{ concept: 'p/x', form: i < 15 + (i % 4) ? '“老话”' : '新话' }])),
  )

  test('forms of one concept over time, quotation marks aside', () => {
    const result = drift(wording, { by: 'month' })
    expect([...new Set(result.rows.map((r) => r.variant))].sort()).toEqual(['新话', '老话'].sort())
    for (const row of result.rows) expect(row.total).toBe(5)
    const fresh = result.tables.tests.rows.find((r) => r.variant === '新话')!
    expect(fresh).toMatchObject({ relation: 'variant', periods: 6, leadsFrom: '2022-04', total: 30 })
    expect(fresh.slope).toBeGreaterThan(1)
    expect(fresh.tau).toBeGreaterThan(0.7)
  })

  test('shares of variants add up', () => {
    const rows = drift(wording, { by: 'quarter' }).rows
    for (const period of ['2022-Q1', '2022-Q2'])
      expect(rows.filter((r) => r.period === period).reduce((n, r) => n + r.tokens, 0)).toBe(15)
  })

  test('a concept that replaces another', () => {
    const linked = buildStudy(
      Array.from({ length: 30 }, (_, i) => at(i, [i < 15 ? 'old' : 'new'])),
      [{ id: 'new', replaces: ['old'] }],
    )
    const result = drift(linked, { by: 'month' })
    expect(result.rows.map((r) => [r.concept, r.relation, r.variant, r.period, r.tokens, r.total])).toEqual([
      ...[1, 2, 3].map((m) => ['new', 'replaces', 'old', `2022-0${m}`, 0, 5]),
      ...[4, 5, 6].map((m) => ['new', 'replaces', 'old', `2022-0${m}`, 5, 5]),
    ])
    expect(result.tables.tests.rows[0]).toMatchObject({
      leadsFrom: '2022-04',
      firstPeriod: '2022-04',
      tokens: 15,
      total: 30,
    })
    expect(result.mentions(result.rows[3]!)).toHaveLength(5)
  })

  test('one form only: nothing to say, unless named', () => {
    const one = buildStudy([at(0, ['x'])])
    expect(drift(one).rows).toEqual([])
    expect(drift(one, { concepts: ['x'] }).rows).toHaveLength(1)
  })

  test('laws: order, columns, misuse', () => {
    const all = (s: typeof wording) => JSON.stringify([drift(s).rows, drift(s).tables.tests.rows])
    expect(all(shuffleStudy(wording, order(4)))).toBe(all(wording))
    const result = drift(wording)
    for (const table of [result, result.tables.tests])
      expect(table.columns.map((c) => c.name).sort()).toEqual(Object.keys(table.rows[0]!).sort())
    expect(() => drift(wording, { by: 'city' })).toThrow(/month, quarter or year/)
    expect(() => drift(wording, { variant: 'word' as never })).toThrow(/variant expects/)
  })
})

describe('attention', () => {
  const study = buildStudy([
    { id: 'a', directives: Array.from({ length: 20 }, (_, i) => ({ leader: 'wide', categories: [`t${i % 10}.x`] })) },
    {
      id: 'b',
      directives: Array.from({ length: 60 }, (_, i) => ({
        leader: 'narrow',
        categories: i < 55 ? ['t0.x'] : [`t${i % 5}.x`, 't0.y'],
      })),
    },
    { id: 'c', directives: Array.from({ length: 3 }, () => ({ leader: 'rare', categories: ['t1.x'] })) },
    { id: 'd', directives: [{ leader: 'none', categories: ['other.none'] }] },
  ])
  const result = attention(study)
  const row = (leader: string) => result.rows.find((r) => r.leader === leader)!

  test('compared at as many directives for all', () => {
    expect(row('wide')).toMatchObject({
      directivesCoded: 20,
      categories: 10,
      rarefiedTo: 20,
      rarefied: expect.closeTo(10, 10),
      effective: expect.closeTo(10, 10),
    })
    expect(row('narrow').rarefied!).toBeLessThan(3)
    expect(row('narrow')).toMatchObject({ categories: 5, topCategory: 't0', topShare: 1 })
  })

  test('too few directives: null and the reason', () => {
    expect(row('rare')).toMatchObject({ entropy: null, rarefied: null, reason: 'too-few-directives' })
    expect(row('none')).toMatchObject({
      directivesCoded: 0,
      categories: 0,
      topCategory: null,
      reason: 'too-few-directives',
    })
  })

  test('with one category a directive, rarefaction is Hurlbert’s', () => {
    const counts = [7, 5, 2, 1]
    for (const n of [1, 4, 15])
      expect(rarefied(counts, 15, n)).toBeCloseTo(diversity.rarefaction({ counts, n }).expected!, 12)
  })

  test('shares, sub-categories, columns, order', () => {
    expect(result.tables.shares.rows.filter((r) => r.leader === 'wide').reduce((n, r) => n + r.share!, 0)).toBeCloseTo(
      1,
      12,
    )
    expect(attention(study, { categories: 'sub' }).rows.find((r) => r.leader === 'narrow')!.categories).toBe(6)
    for (const table of [result, result.tables.shares])
      expect(table.columns.map((c) => c.name).sort()).toEqual(Object.keys(table.rows[0]!).sort())
    expect(JSON.stringify(attention(shuffleStudy(study, order(6))).rows)).toBe(JSON.stringify(result.rows))
  })
})

describe('collocates', () => {
  const specs = Array.from({ length: 12 }, (_, i) => ({
    id: `r${i}`,
    directives: [
      {
        text: i % 2 ? '要大力推进甲甲建设，抓好其他。' : '要大力推进丙丙工作，抓好其他。',
        mentions: i % 2 ? [{ concept: '甲甲', at: 5 }] : [],
      },
    ],
  }))
  const study = buildStudy(specs)
  // A stand-in for a word segmenter: two characters a word.
  const pairs: Segmenter = {
    id: 'pairs@1',
    segment: (text) =>
      Array.from({ length: Math.ceil(text.length / 2) }, (_, i) => ({
        start: 2 * i,
        end: Math.min(text.length, 2 * i + 2),
        han: /^[一-鿿]+$/.test(text.slice(2 * i, 2 * i + 2)),
      })),
  }

  test('characters: what stands beside, against the rest of the text', () => {
    const result = collocates(study, { concepts: ['甲甲'], window: 4, minimum: 1 })
    const built = result.rows.find((r) => r.collocate === '建设')!
    expect(built).toMatchObject({ a: 6, left: 0, right: 6, total: 6 })
    expect(result.rows[0]!.logDice).toBeGreaterThanOrEqual(built.logDice!)
    expect(result.rows.some((r) => r.collocate.includes('甲'))).toBe(false)
    expect(result.mentions(built)).toHaveLength(6)
    for (const r of result.rows) expect(r.a).toBe(r.left + r.right)
  })

  test('words by a named segmenter', () => {
    const result = collocates(study, { concepts: ['甲甲'], segmenter: pairs, window: 2, minimum: 1 })
    expect(result.method.notes.join()).toContain('pairs@1')
    // 要大|力推|进甲|甲建|设，|抓好|其他|。 : the mention covers 进甲 and 甲建.
    expect(result.rows.map((r) => [r.collocate, r.left, r.right]).sort()).toEqual([
      ['其他', 0, 6],
      ['力推', 6, 0],
      ['抓好', 0, 6],
      ['要大', 6, 0],
    ])
  })

  test('a position near two mentions counts once', () => {
    const near = buildStudy([
      {
        id: 'a',
        directives: [
          {
            text: '甲甲推进甲甲',
            mentions: [
              { concept: '甲甲', at: 0 },
              { concept: '甲甲', at: 4 },
            ],
          },
        ],
      },
    ])
    expect(collocates(near, { window: 2, minimum: 1 }).rows.find((r) => r.collocate === '推进')).toMatchObject({ a: 1 })
  })

  test('columns and order', () => {
    const result = collocates(study, { minimum: 1 })
    expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
    expect(JSON.stringify(collocates(shuffleStudy(study, order(8)), { minimum: 1 }).rows)).toBe(
      JSON.stringify(result.rows),
    )
  })

  test('without text is misuse', () => {
    const bare = { ...study, reports: study.reports.map(({ text: _, ...r }) => r) }
    expect(() => collocates(bare)).toThrow(/text/)
  })
})
