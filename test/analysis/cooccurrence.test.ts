import { describe, expect, test } from 'vitest'
import { bundles, cooccurrence, toGexf, toGraphml } from '../../src/analysis'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

/** Directives of one report each, from strings of one-letter concepts. */
const separate = (...directives: string[]): ReportSpec[] =>
  directives.map((d, i) => ({ id: `r${i}`, directives: [{ mentions: [...d] }] }))

const study = buildStudy(separate('ab', 'ab', 'ab', 'abc', 'ac', 'b', 'c', '', '', ''))

describe('one table for every measure', () => {
  const [ab] = cooccurrence(study).rows

  test('a, b, c, d and margins', () => {
    expect(ab).toMatchObject({ x: 'a', y: 'b', a: 4, b: 1, c: 1, d: 4, n: 10, nx: 5, ny: 5, expected: 2.5 })
  })

  test('measures', () => {
    expect(ab!.strength).toBeCloseTo(1.6, 12)
    expect(ab!.npmi).toBeCloseTo(Math.log2(1.6) / -Math.log2(0.4), 12)
    expect(ab!.logDice).toBeCloseTo(14 + Math.log2(0.8), 12)
    expect(ab!.jaccard).toBeCloseTo(4 / 6, 12)
    expect(ab!.oddsRatio).toBeCloseTo((4.5 * 4.5) / (1.5 * 1.5), 10)
    expect(ab!.p).toBeCloseTo(0.2063, 4)
    expect(ab!.yGivenX).toBeCloseTo(4 / 5 - 1 / 5, 12)
  })

  test('margins and tables are consistent in every row', () => {
    for (const minimum of [1, 2])
      for (const row of cooccurrence(study, { minimum }).rows) {
        expect(row.a + row.b + row.c + row.d).toBe(row.n)
        expect(row.a + row.b).toBe(row.nx)
        expect(row.a + row.c).toBe(row.ny)
        expect(row.a).toBeLessThanOrEqual(Math.min(row.nx, row.ny))
      }
  })

  test('a pair leads to its mentions', () => {
    const result = cooccurrence(study)
    expect(result.mentions(result.rows[0]!)).toHaveLength(8)
  })

  test('q counts the pairs that are not listed', () => {
    const one = cooccurrence(study, { minimum: 3 })
    expect(one.rows).toHaveLength(1)
    // a, b, c each in three directives or more: three pairs could have been listed.
    expect(one.method.correction).toMatch(/over 3 pairs/)
    expect(one.rows[0]!.q).toBeCloseTo(Math.min(1, one.rows[0]!.p! * 3), 12)
  })
})

describe('levels', () => {
  const spec: ReportSpec[] = [
    {
      id: 'r',
      directives: [
        {
          text: '要甲，要乙；要丙。',
          segments: 2,
          mentions: [
            { concept: 'a', form: '甲', at: 1 },
            { concept: 'b', form: '乙', at: 4 },
            { concept: 'c', form: '丙', at: 7 },
          ],
          paragraph: 0,
        },
        { text: '要丁。', mentions: [{ concept: 'd', form: '丁', at: 1 }], paragraph: 1 },
      ],
      narrative: ['e'],
    },
  ]
  const pairs = (level: 'segment' | 'directive' | 'paragraph' | 'report') =>
    cooccurrence(buildStudy(spec), { level, minimum: 1, within: 'none' }).rows.map((r) => r.x + r.y)

  test('segment ⊂ directive ⊂ paragraph ⊂ report', () => {
    expect(pairs('segment')).toEqual(['ab'])
    expect(pairs('directive').sort()).toEqual(['ab', 'ac', 'bc'])
    expect(pairs('paragraph').sort()).toEqual(['ab', 'ac', 'ae', 'bc', 'be', 'ce'])
    expect(pairs('report')).toHaveLength(10)
  })

  test('paragraph needs the text', () => {
    const s = buildStudy(spec)
    const { text: _, ...row } = s.reports[0]!
    expect(() => cooccurrence({ ...s, reports: [row] }, { level: 'paragraph' })).toThrow(/text/)
  })
})

test('a mention nested in another is not said together with it, unless asked', () => {
  const nested = buildStudy([
    { id: 'r', directives: [{ mentions: [{ concept: 'long' }, { concept: 'short', nestedIn: 'r-m0' }] }] },
    { id: 's', directives: [{ mentions: ['long', 'short'] }] },
  ])
  expect(cooccurrence(nested, { minimum: 1 }).rows[0]).toMatchObject({ a: 1, nx: 2, ny: 1 })
  expect(cooccurrence(nested, { minimum: 1, keepNested: true }).rows[0]).toMatchObject({ a: 2, nx: 2, ny: 2 })
})

describe('the null within reports', () => {
  const inOne = (...directives: string[]): ReportSpec => ({
    id: `r${directives.join('-')}`,
    directives: directives.map((d) => ({ mentions: [...d] })),
  })

  test('one report of four directives: the hypergeometric by hand', () => {
    const [row] = cooccurrence(buildStudy([inOne('ab', 'ab', '', '')]), { minimum: 1 }).rows
    // a and b in 2 of 4 each: P(0) = 1/6, P(1) = 4/6, P(2) = 1/6.
    expect(row).toMatchObject({ withinExpected: 1, withinMethod: 'exact' })
    expect(row!.withinP).toBeCloseTo(2 / 6, 12)
    expect(row!.withinRatio).toBe(2)
  })

  test('equals brute-force enumeration over all permutations of three reports', () => {
    const reports = [inOne('ab', 'a', 'b', ''), inOne('ab', 'ab', ''), inOne('a', 'b', 'ab', 'a', '')]
    const [row] = cooccurrence(buildStudy(reports), { minimum: 1 }).rows
    const sizes = [
      [4, 2, 2],
      [3, 2, 2],
      [5, 3, 2],
    ] as const
    const mass = new Map<number, number>([[0, 1]])
    for (const [n, x, y] of sizes) {
      const ways = new Map<number, number>()
      for (let mask = 0; mask < 1 << n; mask++) {
        if (bits(mask) !== y) continue
        const joint = bits(mask & ((1 << x) - 1))
        ways.set(joint, (ways.get(joint) ?? 0) + 1)
      }
      const total = [...ways.values()].reduce((a, b) => a + b, 0)
      const before = [...mass]
      mass.clear()
      for (const [k, p] of before) for (const [j, w] of ways) mass.set(k + j, (mass.get(k + j) ?? 0) + (p * w) / total)
    }
    const observed = mass.get(row!.a)! * (1 + 1e-9)
    expect(row!.withinP).toBeCloseTo(
      [...mass.values()].filter((p) => p <= observed).reduce((a, b) => a + b, 0),
      12,
    )
  })

  test('a template that puts both in every report is no association within reports', () => {
    const template = Array.from({ length: 30 }, (_, i) => ({
      id: `t${i}`,
      directives: (i % 3 === 0 ? ['ab', '', ''] : ['a', 'b', '']).map((d) => ({ mentions: [...d] })),
    }))
    const others = Array.from({ length: 200 }, (_, i) => ({ id: `o${i}`, directives: [{}, {}, {}] }))
    const [row] = cooccurrence(buildStudy([...template, ...others])).rows
    expect(row!.p).toBeLessThan(1e-4)
    expect(row!.withinP).toBeGreaterThan(0.05)
  })

  test('nothing to shuffle where every report has one directive', () => {
    expect(cooccurrence(study).rows[0]).toMatchObject({ withinP: null, withinQ: null, reason: 'nothing-to-shuffle' })
  })

  test('strata by leader and by place', () => {
    const spec = Array.from({ length: 6 }, (_, i) => ({
      id: `r${i}`,
      place: [`省${i % 2}`] as const,
      directives: [{ mentions: i < 4 ? ['a', 'b'] : [], leader: 'L' }],
    }))
    expect(cooccurrence(buildStudy(spec), { within: 'leader' }).rows[0]!.withinP).toBeCloseTo(1 / 15, 12)
    expect(cooccurrence(buildStudy(spec), { within: 'place', level: 'report' }).rows[0]!.withinP).toBeCloseTo(1 / 9, 12)
  })
})

describe('sparse counting equals counting every unit by hand', () => {
  test('random units', () => {
    let seed = 5
    const next = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    for (let round = 0; round < 20; round++) {
      const units = Array.from({ length: 60 }, () => [
        ...new Set(Array.from({ length: next(7) }, () => 'abcdefghij'[next(10)]!)),
      ])
      const rows = cooccurrence(buildStudy(separate(...units.map((u) => u.join('')))), { minimum: 1 }).rows
      const expected = new Map<string, number>()
      for (const u of units)
        for (const x of u) for (const y of u) if (x < y) expected.set(x + y, (expected.get(x + y) ?? 0) + 1)
      expect(new Map(rows.map((r) => [r.x + r.y, r.a]))).toEqual(expected)
    }
  })
})

describe('graph and matrix', () => {
  const result = cooccurrence(study, { minimum: 1 })
  test('the matrix is symmetric with an empty diagonal', () => {
    const { concepts, values } = result.matrix('a')
    expect(concepts).toEqual(['a', 'b', 'c'])
    expect(values).toEqual([
      [null, 4, 2],
      [4, null, 1],
      [2, 1, null],
    ])
  })
  test('GraphML and GEXF name every node and edge, escaped', () => {
    const marked = cooccurrence(buildStudy(separate('ab', 'ab', 'ab'), [{ id: 'a', label: '甲<&"\u0001' }]), {})
    for (const text of [toGraphml(marked), toGexf(marked, 'a')]) {
      expect(text).toContain('甲&lt;&amp;&quot;')
      expect(text).not.toContain('\u0001')
      expect(text.match(/<node /g)).toHaveLength(2)
      expect(text.match(/<edge /g)).toHaveLength(1)
    }
  })
})

describe('laws', () => {
  const random = buildStudy(
    Array.from({ length: 40 }, (_, i) => ({
      id: `r${i}`,
      directives: Array.from({ length: 3 }, (_, k) => ({
        mentions: [...'abcde'].filter((_, j) => ((i * 7 + k * 3 + j * 5) * 2654435761) % 11 < 4),
      })),
    })),
  )
  const all = (s: typeof random) => JSON.stringify(cooccurrence(s, { minimum: 1 }).rows)
  test('input order does not matter; 20 copies change nothing', () => {
    let seed = 2
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    expect(all(shuffleStudy(random, order))).toBe(all(random))
    expect(all(withCopies(random, 'r3', 20))).toBe(all(random))
  })
  test('columns describe exactly what the rows hold', () => {
    const result = cooccurrence(random)
    expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
  })
})

describe('misuse', () => {
  test.each([
    [{ level: 'page' }, /level expects/],
    [{ minimum: 0 }, /minimum must be/],
    [{ level: 'report', within: 'report' }, /below the report/],
    [{ level: 'report', within: 'leader' }, /needs the level/],
    [{ within: 'month' }, /within expects/],
  ])('%j', (options, message) => {
    expect(() => cooccurrence(study, options as never)).toThrow(message)
  })
})

describe('bundles', () => {
  const said = (...mentions: string[]): ReportSpec => ({
    id: `r${mentions.join('')}${Math.abs(mentions.length)}`,
    directives: [{ mentions }],
  })
  const many = (n: number, ...mentions: string[]) =>
    Array.from({ length: n }, (_, i) => ({ ...said(...mentions), id: `${mentions.join('')}-${i}` }))

  test('closed ordered sets, with how fixed their order is', () => {
    const rows = bundles(buildStudy([...many(4, 'a', 'b', 'c'), ...many(2, 'a', 'b'), ...many(3, 'b', 'a')])).rows
    expect(rows.map((r) => [r.bundle, r.tokens, r.documents])).toEqual([
      ['a > b', 6, 6],
      ['a > b > c', 4, 4],
      ['b > a', 3, 3],
    ])
    expect(rows[0]!.orderShare).toBeCloseTo(6 / 9, 12)
  })

  test('what stands further apart is no bundle', () => {
    const apart = many(3, 'a').map((r) => ({
      ...r,
      directives: [
        {
          text: '要a，同时也要大力推进b。',
          mentions: [
            { concept: 'a', at: 1 },
            { concept: 'b', at: 10 },
          ],
        },
      ],
    }))
    expect(bundles(buildStudy(apart)).rows).toEqual([])
    expect(bundles(buildStudy(apart), { gap: 20 }).rows).toHaveLength(1)
  })

  test('the members run, not the formula that holds them', () => {
    const nested = Array.from({ length: 3 }, (_, i) => ({
      id: `n${i}`,
      directives: [
        {
          text: '要a、b。',
          mentions: [
            { concept: 'long', form: 'a、b', at: 1 },
            { concept: 'a', at: 1, nestedIn: `n${i}-m${3 * i}` },
            { concept: 'b', at: 3, nestedIn: `n${i}-m${3 * i}` },
          ],
        },
      ],
    }))
    expect(bundles(buildStudy(nested)).rows.map((r) => r.bundle)).toEqual(['a > b'])
  })

  test('every bundle leads to its mentions', () => {
    const result = bundles(buildStudy(many(4, 'a', 'b', 'c')))
    expect(result.mentions(result.rows[0]!)).toHaveLength(12)
  })
})

function bits(n: number): number {
  let count = 0
  for (let m = n; m > 0; m &= m - 1) count++
  return count
}
