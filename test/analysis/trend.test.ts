import { describe, expect, test } from 'vitest'
import { trend } from '../../src/analysis'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

/** `perMonth[i]` of ten reports of month i say 甲甲. Reports stand on days 1, 4, 7 … so that no month is partial. */
function rising(
  perMonth: readonly number[],
  more: (i: number, k: number) => Partial<ReportSpec> = () => ({}),
): ReportSpec[] {
  return perMonth.flatMap((n, i) =>
    Array.from({ length: 10 }, (_, k) => ({
      id: `r${i}-${k}`,
      date: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-${String(1 + 3 * k).padStart(2, '0')}`,
      directives: [{ mentions: k < n ? ['甲甲'] : [] }],
      ...more(i, k),
    })),
  )
}

const RISE = [0, 1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9]

describe('cells', () => {
  const t = trend(buildStudy(rising([2, 0, 4]), ['never']), { by: 'month' })

  test('numerator, denominator, state, rate and Wilson interval', () => {
    expect(
      t.rows.filter((r) => r.concept === '甲甲').map((r) => [r.period, r.numerator, r.denominator, r.state, r.rate]),
    ).toEqual([
      ['2022-01', 2, 10, 'observed', 0.2],
      ['2022-02', 0, 10, 'zero', 0],
      ['2022-03', 4, 10, 'observed', 0.4],
    ])
    const [first] = t.rows
    expect(first!.low).toBeCloseTo(0.0567, 4)
    expect(first!.high).toBeCloseTo(0.5098, 4)
  })

  test('a concept that is never found has zeros, and comes last', () => {
    expect(t.rows.filter((r) => r.concept === 'never').map((r) => r.state)).toEqual(['zero', 'zero', 'zero'])
    expect(t.tests.map((r) => r.concept)).toEqual(['甲甲', 'never'])
  })

  test('a month without reports is null with its reason, in cells and not in tests', () => {
    const gap = trend(buildStudy(rising(RISE).filter((r) => !r.date!.startsWith('2022-05'))), { by: 'month' })
    const may = gap.rows.find((r) => r.period === '2022-05')!
    expect([may.state, may.rate, may.low, may.reason]).toEqual(['no-reports', null, null, 'no-reports'])
    expect(gap.tests[0]).toMatchObject({ periods: 13, empty: 1, partial: 0 })
  })

  test('dropping every report of a month turns its zero into no-reports', () => {
    const month = (specs: ReportSpec[]) =>
      trend(buildStudy(specs), { by: 'month' }).rows.find((r) => r.period === '2022-02')!.state
    expect(month(rising([2, 0, 4]))).toBe('zero')
    expect(month(rising([2, 0, 4]).filter((r) => !r.date!.startsWith('2022-02')))).toBe('no-reports')
  })

  test('partial periods are shown and left out of tests', () => {
    const specs = rising(RISE).filter((r) => r.date! < '2023-02-10')
    const cut = trend(buildStudy(specs), { by: 'month' })
    expect(cut.rows.filter((r) => r.concept === '甲甲').at(-1)).toMatchObject({
      period: '2023-02',
      state: 'partial',
      numerator: 3,
    })
    expect(cut.tests[0]).toMatchObject({ periods: 13, partial: 1 })
  })

  test('undated reports have a cell of their own', () => {
    const dated = trend(
      buildStudy([...rising([2, 0, 4]), { id: 'u', date: null, directives: [{ mentions: ['甲甲'] }] }]),
    )
    expect(dated.rows.filter((r) => r.state === 'undated')).toMatchObject([
      { period: null, numerator: 1, denominator: 1 },
    ])
  })

  test('every cell leads to its mentions', () => {
    for (const row of t.rows) expect(t.mentions(row)).toHaveLength(row.numerator)
    expect(t.mentions({ ...t.rows[0]! })[0]).toMatch(/^r0-0-m/)
  })

  test('series gives a concept’s points in order of time', () => {
    expect(t.series('甲甲').map((p) => p.rate)).toEqual([0.2, 0, 0.4])
    expect(() => t.series('nobody')).toThrow(/no series/)
  })

  test.each([
    ['documents', 3, 10],
    ['directives', 3, 10],
    ['segments', 3, 10],
    ['mentions', 6, 10],
    ['characters', 6, 10_000],
  ] as const)('measure %s', (measure, numerator, denominator) => {
    const twice = rising([3]).map((r) => ({
      ...r,
      directives: r.directives!.map((d) => ({ mentions: [...d.mentions!, ...d.mentions!] })),
    }))
    expect(trend(buildStudy(twice), { measure }).rows[0]).toMatchObject({ numerator, denominator })
  })

  test('words are null without a segmenter, with the reason', () => {
    const w = trend(buildStudy(rising(RISE)), { measure: 'words' })
    expect(w.rows[0]).toMatchObject({ denominator: null, rate: null, reason: 'not-measured' })
    expect(w.tests[0]).toMatchObject({ p: null, reason: 'not-measured' })
  })
})

describe('tests', () => {
  test('a rise over fourteen months', () => {
    const [row] = trend(buildStudy(rising(RISE)), { by: 'month' }).tests
    expect(row!.p).toBeLessThan(1e-4)
    expect(row!.tau).toBeGreaterThan(0.9)
    // 0.9 of all reports in 13 months: 0.83 a year
    expect(row!.slope).toBeCloseTo(0.86, 1)
    expect(row!.rateRatio).toBeGreaterThan(2)
    expect(row).toMatchObject({
      firstPeriod: '2022-02',
      lastPeriod: '2023-02',
      numerator: 64,
      denominator: 140,
      pMethod: 'normal',
      reason: null,
    })
    expect(row!.q).toBe(row!.p)
  })

  test('ten periods or fewer without ties: exact p', () => {
    const [row] = trend(buildStudy(rising([1, 2, 3, 4, 5])), { by: 'month' }).tests
    expect(row).toMatchObject({ pMethod: 'exact', s: 10 })
    expect(row!.p).toBeCloseTo(2 / 120, 12)
  })

  test('with ties the normal score, said so', () => {
    expect(trend(buildStudy(rising([1, 1, 3, 4, 5])), { by: 'month' }).tests[0]!.pMethod).toBe('normal-ties')
  })

  test.each([1, 2, 3])('no p value on %i periods', (n) => {
    const [row] = trend(buildStudy(rising([1, 3, 5].slice(0, n))), { by: 'month' }).tests
    expect(row).toMatchObject({
      periods: n,
      p: null,
      q: null,
      rateRatioP: null,
      quasiP: null,
      seasonalP: null,
      hamedRaoP: null,
      fixedPlaceP: null,
      rateRatioLow: null,
      slopeLow: null,
      reason: 'fewer-than-4-periods',
    })
  })

  test('slopes are per year of real time, whatever the bin', () => {
    // Two reports a month say it in month i out of 20·… : a rate that grows by 0.01 a month.
    const specs: ReportSpec[] = Array.from({ length: 36 }, (_, i) => i).flatMap((i) =>
      Array.from({ length: 100 }, (_, k) => ({
        id: `r${i}-${k}`,
        date: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-${String(1 + (k % 28)).padStart(2, '0')}`,
        directives: [{ mentions: k < i ? ['甲甲'] : [] }],
      })),
    )
    for (const by of ['month', 'quarter'] as const)
      expect(trend(buildStudy(specs), { by }).tests[0]!.slope).toBeCloseTo(0.12, 2)
  })

  test('a concept that is never found has no tests, and does not enter the correction', () => {
    const t = trend(buildStudy(rising(RISE), ['never', 'nor-this']), { by: 'month' })
    expect(t.tests[1]).toMatchObject({
      p: null,
      q: null,
      rateRatio: null,
      reason: 'no-occurrence',
      rateRatioReason: 'no-occurrence',
    })
    expect(t.tests[0]!.q).toBe(t.tests[0]!.p)
  })

  test('all in the last period: no rate ratio, with its reason', () => {
    expect(trend(buildStudy(rising([0, 0, 0, 0, 5])), { by: 'month' }).tests[0]).toMatchObject({
      rateRatio: null,
      rateRatioReason: 'all-in-one-end-period',
    })
  })

  test('seasonal test only from two years on', () => {
    expect(trend(buildStudy(rising(RISE)), { by: 'month' }).tests[0]!.seasonalP).toBeNull()
    expect(trend(buildStudy(rising(RISE)), { by: 'quarter' }).tests[0]!.seasonalP).toBeNull()
    const long = trend(buildStudy(rising([...RISE, ...RISE])), { by: 'month' }).tests[0]!
    expect(long.seasonalP).not.toBeNull()
  })
})

describe('fixed places and the decomposition', () => {
  const sum = (row: {
    changeOld: number | null
    changeNew: number | null
    changeWeights: number | null
    changeEntry: number | null
    changeExit: number | null
  }) => row.changeOld! + row.changeNew! + row.changeWeights! + row.changeEntry! + row.changeExit!
  const FLAT = [4, 4, 4, 4, 4, 4, 4, 4]

  test('a place that always says it joins the corpus: entry, and no trend inside places', () => {
    const specs = [
      ...rising(
        FLAT.map(() => 2),
        () => ({ place: ['甲省'] }),
      ),
      ...rising(
        FLAT.map(() => 3),
        () => ({ place: ['丁省'] }),
      ).map((r) => ({ ...r, id: `d${r.id}` })),
      ...rising(
        FLAT.map(() => 9),
        () => ({ place: ['乙省'] }),
      )
        .filter((r) => r.date! >= '2022-05')
        .map((r) => ({ ...r, id: `b${r.id}` })),
    ]
    const [row] = trend(buildStudy(specs), { by: 'month' }).tests
    expect(row!.rateRatio).toBeGreaterThan(1.5)
    expect(row!.fixedPlaceRateRatio).toBeCloseTo(1, 10)
    expect(row!.changeEntry).toBeGreaterThan(0.1)
    expect(row!.changeOld).toBeCloseTo(0, 12)
    expect(sum(row!)).toBeCloseTo(row!.change!, 12)
  })

  test('old places saying more', () => {
    const specs = [
      ...rising([1, 2, 3, 4, 5, 6, 7, 8], () => ({ place: ['甲省'] })),
      ...rising([2, 3, 4, 5, 6, 7, 8, 9], () => ({ place: ['乙省'] })).map((r) => ({ ...r, id: `b${r.id}` })),
    ]
    const [row] = trend(buildStudy(specs), { by: 'month' }).tests
    expect(row!.changeOld).toBeCloseTo(0.4, 10)
    expect(row!.change).toBeCloseTo(0.4, 10)
    expect(row!.fixedPlaceRateRatio).toBeCloseTo(row!.rateRatio!, 6)
    expect(row!.places).toBe(2)
  })

  test('a place that begins', () => {
    const specs = [
      ...rising([0, 0, 0, 0, 5, 5, 5, 5], () => ({ place: ['甲省'] })),
      ...rising(FLAT, () => ({ place: ['乙省'] })).map((r) => ({ ...r, id: `b${r.id}` })),
    ]
    const [row] = trend(buildStudy(specs), { by: 'month' }).tests
    expect(row!.changeNew).toBeCloseTo(0.25, 10)
    expect(row!.changeOld).toBeCloseTo(0, 12)
  })

  test('one place only: nothing to hold fixed', () => {
    expect(trend(buildStudy(rising(RISE)), { by: 'month' }).tests[0]).toMatchObject({
      fixedPlaceRateRatio: null,
      change: null,
      places: 0,
    })
  })
})

describe('laws', () => {
  const specs = rising(RISE, (i, k) => ({ place: [`省${k % 3}`, `市${(i + k) % 4}`], outlet: `报${k % 2}` })).map(
    (r, i) => ({
      ...r,
      directives: [...r.directives!, { mentions: i % 3 ? ['乙乙'] : [], leader: `L${i % 2}` }],
    }),
  )
  const study = buildStudy(specs)
  const whole = (s: typeof study, options = {}) => {
    const t = trend(s, { by: 'month', ...options })
    return JSON.stringify([t.rows, t.tests])
  }

  test('same input, same bytes; input order does not matter', () => {
    let seed = 3
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    for (const options of [
      {},
      { measure: 'characters' },
      { by: ['quarter', 'province'] },
      { by: ['month', 'leader'], measure: 'directives' },
    ]) {
      expect(whole(study, options)).toBe(whole(study, options))
      expect(whole(shuffleStudy(study, order), options)).toBe(whole(study, options))
    }
  })

  test('20 copies of one report change no deduplicated result', () => {
    for (const reprints of ['original', 'cluster'] as const)
      expect(whole(withCopies(study, 'r5-1', 20), { reprints })).toBe(whole(study, { reprints }))
    expect(whole(withCopies(study, 'r5-1', 20), { reprints: 'all' })).not.toBe(whole(study, { reprints: 'all' }))
  })

  test('numerators and denominators add up over periods and over groups', () => {
    for (const measure of ['documents', 'directives', 'mentions', 'characters'] as const) {
      const total = (by: string | string[]) => {
        const rows = trend(study, { by, measure }).rows.filter((r) => r.concept === '乙乙')
        return [rows.reduce((n, r) => n + r.numerator, 0), rows.reduce((n, r) => n + (r.denominator ?? 0), 0)]
      }
      expect(total('quarter')).toEqual(total('month'))
      expect(total(['month', 'province'])).toEqual(total('month'))
      expect(total('year')).toEqual(total('month'))
    }
  })

  test('no NaN and no Infinity in any row', () => {
    for (const perMonth of [[0], [5], [0, 0, 0, 0], [10, 10, 10, 10, 10], [0, 0, 0, 0, 10], RISE])
      for (const measure of ['documents', 'characters', 'mentions', 'segments'] as const) {
        const t = trend(buildStudy(rising(perMonth), ['never']), { measure })
        for (const row of [...t.rows, ...t.tests])
          for (const [name, value] of Object.entries(row))
            if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${name} is ${value}`)
      }
  })
})

describe('misuse', () => {
  const study = buildStudy(rising([1]))
  test.each([
    [{ by: 'province' }, /month, quarter or year/],
    [{ by: 'fortnight' }, /by expects one of/],
    [{ measure: 'count' }, /measure expects one of/],
    [{ conf: 95 }, /conf must lie between 0 and 1/],
    [{ concepts: ['nobody'] }, /no concept has the id/],
    [{ coverage: { start: '2023', end: '2022' } }, /must not be after/],
    [{ coverage: { start: 'x', end: '2022' } }, /coverage expects/],
  ])('%j', (options, message) => {
    expect(() => trend(study, options as never)).toThrow(message)
  })
})
