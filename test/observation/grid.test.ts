import { describe, expect, test } from 'vitest'
import { observe } from '../../src/observation'
import { periodAt, periodIndex } from '../../src/observation/period'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from './build-study'

const report = (id: string, date: string | null, more: Partial<ReportSpec> = {}): ReportSpec => ({ id, date, ...more })

function states(specs: readonly ReportSpec[], by: string, coverage?: { start: string; end: string }) {
  const o = observe(buildStudy(specs), { by, ...(coverage ? { coverage } : {}) })
  return o.grouping.groups.map((g) => `${g.keys.period} ${g.exposure.reports} ${g.state}`)
}

describe('periods', () => {
  test('a label and its index name each other', () => {
    for (const unit of ['month', 'quarter', 'year'] as const)
      for (const [y, m] of [
        [2022, 1],
        [2022, 12],
        [2023, 4],
      ] as const) {
        const period = periodAt(periodIndex({ year: y, month: m, day: null }, unit)!, unit)
        expect(period.label).toBe(
          unit === 'year'
            ? `${y}`
            : unit === 'month'
              ? `${y}-${String(m).padStart(2, '0')}`
              : `${y}-Q${Math.ceil(m / 3)}`,
        )
      }
  })

  test('time is real years: February is shorter than January', () => {
    const at = (m: number) => periodAt(periodIndex({ year: 2023, month: m, day: 1 }, 'month')!, 'month').year
    expect(at(2) - at(1)).toBeCloseTo(29.5 / 365.2425, 10)
    expect(at(8) - at(7)).toBeCloseTo(31 / 365.2425, 10)
  })
})

describe('the grid tells zero from missing', () => {
  test('a month without reports stays in the grid', () => {
    expect(
      states(
        [report('a', '2023-01-01'), report('b', '2023-01-31'), report('c', '2023-03-01'), report('d', '2023-03-31')],
        'month',
      ),
    ).toEqual(['2023-01 2 null', '2023-02 0 no-reports', '2023-03 2 null'])
  })

  test('an end period is partial when more than one median gap of it is uncovered', () => {
    // Reports every ten days: gap 10. The first of the series leaves 10 days of January uncovered, or 11.
    const every = (first: number) =>
      Array.from({ length: 9 }, (_, i) => report(`r${i}`, isoAfter('2023-01-01', first + 10 * i)))
    expect(states(every(10), 'month')[0]).toBe('2023-01 3 null')
    expect(states(every(11), 'month')[0]).toBe('2023-01 2 partial')
  })

  test('the last period too, and copies on one day do not shrink the gap', () => {
    const specs = [
      report('a', '2023-01-02'),
      report('a2', '2023-01-02'),
      report('a3', '2023-01-02'),
      report('b', '2023-01-16'),
      report('c', '2023-01-30'),
      report('d', '2023-02-13'),
    ]
    expect(states(specs, 'month')).toEqual(['2023-01 5 null', '2023-02 1 partial'])
  })

  test('the caller’s coverage decides, and widens the grid', () => {
    const specs = [report('a', '2023-01-20'), report('b', '2023-01-21'), report('c', '2023-02-20')]
    expect(states(specs, 'month', { start: '2022-12', end: '2023-02-28' })).toEqual([
      '2022-12 0 no-reports',
      '2023-01 2 null',
      '2023-02 1 null',
    ])
    // Reports outside the coverage are shown, and partial.
    expect(states(specs, 'month', { start: '2023-02-01', end: '2023-02-28' })[0]).toBe('2023-01 2 partial')
  })

  test('a date that does not reach the bin is undated, in a row of its own', () => {
    const specs = [
      report('a', '2023-01-01'),
      report('b', '2023-01-31'),
      report('y', '2023'),
      report('x', 'XXXX-01-05'),
      report('n', null),
    ]
    expect(states(specs, 'month')).toEqual(['2023-01 2 null', 'null 3 undated'])
    expect(states(specs, 'year').at(-1)).toBe('null 2 undated')
    expect(states(specs, 'year')[0]).toMatch(/^2023 3/)
  })

  test('a year inferred from slogans never enters time; another inferred year with evidence does', () => {
    const inferred = (evidence: string | null) => ({ row: { dateBasis: 'inferred' as const, dateEvidence: evidence } })
    const specs = [
      report('a', '2023-01-01'),
      report('b', '2023-01-31'),
      report('s', '2023-01-10', inferred('slogan 三个年')),
      report('n', '2023-01-11', inferred(null)),
      report('w', '2023-01-12', inferred('weekday and day agree only in 2023')),
    ]
    expect(states(specs, 'month')).toEqual(['2023-01 3 null', 'null 2 undated'])
  })

  test('no report, no group of time', () => {
    expect(states([], 'month')).toEqual([])
    expect(observe(buildStudy([])).grouping.groups).toHaveLength(1)
  })

  test('refused reports never count', () => {
    expect(states([report('a', '2023-01-01'), report('b', '2023-01-31', { excluded: 'novel' })], 'year')).toEqual([
      '2023 1 partial',
    ])
  })
})

describe('groups', () => {
  const specs: ReportSpec[] = [
    report('a', '2023-01-01', {
      place: ['甲省', '乙市', '丙县'],
      outlet: '丁报',
      directives: [{ leader: 'L1' }, { leader: 'L2' }],
    }),
    report('b', '2023-01-31', { place: ['甲省', '乙市'], outlet: '戊报', directives: [{ leader: 'L1', segments: 3 }] }),
    report('c', '2023-02-10', { place: ['己省', '乙市', '丙县'] }),
  ]
  const keys = (by: string | string[]) =>
    observe(buildStudy(specs), { by }).grouping.groups.map(
      (g) => `${Object.values(g.keys).join('|')} ${g.exposure.reports}/${g.exposure.directives}/${g.exposure.segments}`,
    )

  test('place at three levels and the finest', () => {
    expect(keys('province')).toEqual(['己省 1/0/0', '甲省 2/3/5'])
    expect(keys('city')).toEqual(['己省/乙市 1/0/0', '甲省/乙市 2/3/5'])
    expect(keys('county')).toEqual(['己省/乙市/丙县 1/0/0', '甲省/乙市/丙县 1/2/2', ' 1/1/3'])
    expect(keys('place')).toEqual(['己省/乙市/丙县 1/0/0', '甲省/乙市 1/1/3', '甲省/乙市/丙县 1/2/2'])
  })

  test('outlet; what names none comes last', () => {
    expect(keys('outlet')).toEqual(['丁报 1/2/2', '戊报 1/1/3', ' 1/0/0'])
  })

  test('by leader the unit is the directive', () => {
    expect(keys('leader')).toEqual(['L1 2/2/4', 'L2 1/1/1'])
  })

  test('time × place is a full grid', () => {
    expect(keys(['month', 'province'])).toEqual([
      '2023-01|己省 0/0/0',
      '2023-02|己省 1/0/0',
      '2023-01|甲省 2/3/5',
      '2023-02|甲省 0/0/0',
    ])
  })

  test.each(['fortnight', 'Month', ''])('by: %j is misuse', (by) => {
    expect(() => observe(buildStudy(specs), { by })).toThrow(/by expects one of/)
  })

  test('one column twice is misuse', () => {
    expect(() => observe(buildStudy(specs), { by: ['month', 'year'] })).toThrow(/twice/)
  })
})

describe('reprints', () => {
  const base = buildStudy([
    report('a', '2023-01-05', { outlet: '甲报', directives: [{ mentions: ['x/one', 'x/two'] }] }),
    report('b', '2023-01-20', { outlet: '乙报', directives: [{ mentions: ['x/one'] }] }),
  ])

  test('20 copies of one report change nothing but under `all`', () => {
    const copied = withCopies(base, 'a', 20)
    for (const reprints of ['original', 'cluster'] as const) {
      const before = observe(base, { by: 'month', reprints })
      const after = observe(copied, { by: 'month', reprints })
      expect(after.grouping).toEqual(before.grouping)
      expect(after.mentions).toEqual(before.mentions)
    }
    expect(observe(copied, { reprints: 'all' }).reports).toHaveLength(22)
  })

  test('`cluster` counts a copy once in every cell it reached', () => {
    const copy = withCopies(base, 'a', 2)
    const moved = {
      ...copy,
      reports: copy.reports.map((r) => (r.id.startsWith('a-copy') ? { ...r, outlet: '丙报' } : r)),
    }
    const by = (reprints: 'original' | 'cluster' | 'all') =>
      observe(moved, { by: 'outlet', reprints }).grouping.groups.map((g) => `${g.keys.outlet} ${g.exposure.reports}`)
    expect(by('original')).toEqual(['乙报 1', '甲报 1'])
    expect(by('cluster')).toEqual(['丙报 1', '乙报 1', '甲报 1'])
    expect(by('all')).toEqual(['丙报 2', '乙报 1', '甲报 1'])
  })

  test('where the original is missing, the earliest copy stands for it', () => {
    const copied = withCopies(base, 'a', 3)
    const without = {
      ...copied,
      reports: copied.reports
        .filter((r) => r.id !== 'a')
        .map((r) => (r.id === 'a-copy1' ? { ...r, date: '2023-01-02' } : r)),
    }
    expect(observe(without).reports.map((r) => r.id)).toEqual(['a-copy1', 'b'])
  })

  test('a ring of reprints does not hang', () => {
    const ring = buildStudy([
      report('a', '2023-01-01', { reprintOf: 'b' }),
      report('b', '2023-01-01', { reprintOf: 'a' }),
    ])
    expect(observe(ring).reports).toHaveLength(1)
  })

  test('an unknown policy is misuse', () => {
    expect(() => observe(base, { reprints: 'first' as never })).toThrow(/original, cluster or all/)
  })
})

describe('laws', () => {
  const specs: ReportSpec[] = Array.from({ length: 30 }, (_, i) => ({
    id: `r${(i * 7) % 30}`,
    date: `2023-${String((i % 5) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
    place: [`省${i % 2}`, `市${i % 3}`],
    directives: [
      { mentions: i % 2 ? ['p.a/s', 'p.b/t'] : ['p.a/s'], leader: `L${i % 4}` },
      { mentions: [], leader: null },
    ],
    narrative: i % 3 === 0 ? ['p.a/s'] : [],
  }))
  const study = buildStudy(specs)

  test('input order does not matter', () => {
    let seed = 7
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    const before = observe(study, { by: ['month', 'province'] })
    const after = observe(shuffleStudy(study, order), { by: ['month', 'province'] })
    expect({ ...after, study: null }).toEqual({ ...before, study: null })
  })

  test('exposures add up to the whole under every grouping', () => {
    const whole = observe(study).grouping.groups[0]!.exposure
    for (const by of ['month', 'year', 'province', 'city', 'place', 'outlet', ['month', 'city']]) {
      const groups = observe(study, { by }).grouping.groups
      for (const name of ['reports', 'directives', 'segments', 'characters'] as const)
        expect(groups.reduce((sum, g) => sum + g.exposure[name], 0)).toBe(whole[name])
    }
    const leaders = observe(study, { by: 'leader' }).grouping.groups
    expect(leaders.reduce((sum, g) => sum + g.exposure.directives, 0)).toBe(whole.directives)
  })
})

function isoAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}
