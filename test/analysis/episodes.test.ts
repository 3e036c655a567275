import { describe, expect, test } from 'vitest'
import { bursts, changePoints } from '../../src/analysis'
import { monteCarloP, seedFor } from '../../src/analysis/report-shuffle'
import { signFlipP } from '../../src/analysis/sign-flips'
import { resample } from '../../src/stats'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

function monthly(
  perMonth: readonly number[],
  reports = 10,
  more: (i: number, k: number) => Partial<ReportSpec> = () => ({}),
): ReportSpec[] {
  return perMonth.flatMap((n, i) =>
    Array.from({ length: reports }, (_, k) => ({
      id: `r${i}-${k}`,
      date: `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-${String(1 + ((3 * k) % 28)).padStart(2, '0')}`,
      directives: [{ mentions: k < n ? ['甲甲'] : [] }],
      ...more(i, k),
    })),
  )
}

const BURST = [1, 0, 1, 1, 0, 1, 7, 8, 6, 1, 0, 1, 1, 0, 1, 1]
const STEP = [1, 1, 2, 1, 1, 2, 1, 1, 6, 7, 6, 6, 7, 6, 6, 7]

describe('bursts', () => {
  const result = bursts(
    buildStudy(
      monthly(BURST, 10, (_, k) => ({ place: [`省${k % 3}`], outlet: `报${k % 2}` })),
      ['never'],
    ),
  )

  test('found, dated, weighed, and told whose it is', () => {
    expect(result.rows).toMatchObject([
      {
        concept: '甲甲',
        start: '2022-07',
        end: '2022-09',
        firstDay: '2022-07-01',
        lastDay: '2022-09-30',
        periods: 3,
        numerator: 21,
        denominator: 30,
        rate: 0.7,
        places: 3,
        outlets: 2,
        topPlace: '省0',
      },
    ])
    expect(result.rows[0]!.p).toBeLessThan(0.01)
    expect(result.rows[0]!.topPlaceShare).toBeCloseTo(8 / 21, 12)
  })

  test('every series is in the tests, with its reason', () => {
    expect(result.tables.tests.rows).toMatchObject([
      { concept: 'never', bursts: 0, p: null, reason: 'no-occurrence' },
      { concept: '甲甲', bursts: 1, reason: null },
    ])
  })

  test('a burst leads to its mentions', () => {
    expect(result.mentions(result.rows[0]!)).toHaveLength(21)
    expect(result.tables.tests.mentions(result.tables.tests.rows[1]!)).toHaveLength(29 + 1)
  })

  test('more reports are no burst', () => {
    const specs = [
      ...monthly([1, 1, 1, 1, 1, 1, 1, 1]),
      ...monthly([0, 0, 0, 2, 2], 20).map((r) => ({ ...r, id: `x${r.id}` })),
    ]
    expect(bursts(buildStudy(specs)).rows).toEqual([])
  })

  test('mentions piled up in one report are no evidence', () => {
    const flat = monthly([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    const piled = flat.map((r) =>
      r.id === 'r5-0' ? { ...r, directives: [{ mentions: Array.from({ length: 30 }, () => '甲甲') }] } : r,
    )
    const tokens = bursts(buildStudy(piled), { measure: 'mentions' })
    expect(tokens.rows).toHaveLength(1)
    expect(tokens.rows[0]!.p).toBeGreaterThan(0.5)
    expect(bursts(buildStudy(piled)).rows).toEqual([])
  })

  test('a rate that leaves no room', () => {
    expect(bursts(buildStudy(monthly([6, 6, 6, 6, 9]))).tables.tests.rows[0]).toMatchObject({
      p: null,
      reason: 'rate-too-high',
    })
  })

  test('no p under four periods', () => {
    expect(bursts(buildStudy(monthly([0, 1, 3]))).tables.tests.rows[0]).toMatchObject({
      p: null,
      reason: 'fewer-than-4-periods',
    })
  })
})

describe('change points', () => {
  const result = changePoints(buildStudy(monthly(STEP)))

  test('found, with rates before and after, support and p', () => {
    expect(result.rows).toMatchObject([
      { from: '2022-09', firstDay: '2022-09-01', rateBefore: 0.125, rateAfter: 51 / 80, reason: null },
    ])
    expect(result.rows[0]!.support).toBeGreaterThan(0.9)
    expect(result.rows[0]!.p).toBeLessThanOrEqual(0.001)
  })

  test('segments join up and hold everything', () => {
    const segments = result.tables.segments.rows
    expect(segments.map((s) => [s.start, s.end, s.periods])).toEqual([
      ['2022-01', '2022-08', 8],
      ['2022-09', '2023-04', 8],
    ])
    expect(segments.reduce((n, s) => n + s.numerator, 0)).toBe(STEP.reduce((a, b) => a + b, 0))
    for (const s of segments) expect(result.tables.segments.mentions(s)).toHaveLength(s.numerator)
  })

  test('a constant rate has none, and a large p', () => {
    const flat = changePoints(buildStudy(monthly(STEP.map(() => 3))))
    expect(flat.rows).toEqual([])
    expect(flat.tables.tests.rows[0]!.p).toBeGreaterThan(0.5)
  })

  test('from nothing to something has no ratio, with its reason', () => {
    expect(changePoints(buildStudy(monthly([0, 0, 0, 0, 0, 5, 5, 5, 5, 5]))).rows[0]).toMatchObject({
      ratio: null,
      reason: 'rate-before-is-0',
    })
  })
})

describe('laws of both', () => {
  const study = buildStudy(
    monthly(BURST, 10, (i, k) => ({
      place: [`省${k % 3}`],
      directives: [{ mentions: [...(k < BURST[i]! ? ['甲甲'] : []), ...((i * k) % 7 === 1 ? ['乙乙'] : [])] }],
    })),
  )
  const all = (s: typeof study) => {
    const b = bursts(s)
    const c = changePoints(s, { resamples: 30, permutations: 99 })
    return JSON.stringify([b.rows, b.tables.tests.rows, c.rows, c.tables.segments.rows, c.tables.tests.rows])
  }

  test('input order does not matter; 20 copies change nothing', () => {
    let seed = 13
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    expect(all(shuffleStudy(study, order))).toBe(all(study))
    expect(all(withCopies(study, 'r6-1', 20))).toBe(all(study))
  })

  test('another concept in the vocabulary changes no p of the first', () => {
    const alone = {
      ...study,
      mentions: study.mentions.filter((m) => m.concept === '甲甲'),
      concepts: study.concepts.filter((c) => c.id === '甲甲'),
    }
    const p = (s: typeof study) => bursts(s).tables.tests.rows.find((r) => r.concept === '甲甲')!.p
    expect(p(alone)).toBe(p(study))
  })

  test('columns describe exactly what the rows hold', () => {
    const b = bursts(study)
    const c = changePoints(buildStudy(monthly(STEP)), { permutations: 9, resamples: 9 })
    for (const table of [b, b.tables.tests, c, c.tables.segments, c.tables.tests])
      expect(table.columns.map((x) => x.name).sort()).toEqual(Object.keys(table.rows[0]!).sort())
  })
})

describe('Monte-Carlo p', () => {
  test('uniform under the null, early stop or not', () => {
    const random = resample.random({ seed: 5 })
    let below = 0
    const runs = 4000
    for (let k = 0; k < runs; k++) if (monteCarloP(random.uniform(), () => random.uniform(), 199) <= 0.05) below++
    expect(below / runs).toBeGreaterThan(0.04)
    expect(below / runs).toBeLessThan(0.06)
  })
  test('never 0; seeds of items differ', () => {
    expect(monteCarloP(2, () => 0, 99)).toBe(0.01)
    expect(seedFor(1, 'a', 'b')).not.toBe(seedFor(1, 'ab'))
    expect(seedFor(1, 'a')).not.toBe(seedFor(2, 'a'))
  })
})

test.each([
  [() => bursts(buildStudy([]), { by: 'city' }), /month, quarter or year/],
  [() => changePoints(buildStudy([]), { by: 'leader' }), /month, quarter or year/],
  [() => bursts(buildStudy([]), { permutations: 0 }), /permutations must be/],
  [() => changePoints(buildStudy([]), { resamples: 0.5 }), /resamples must be/],
])('misuse %#', (call, message) => {
  expect(call).toThrow(message)
})

describe('sign flips', () => {
  const random = () => resample.random({ seed: 2 })
  test('all ways, by hand', () => {
    // ±1 ±2 ±3: |sum| ≥ 6 in 2 of 8, ≥ 4 in 4 of 8, ≥ 0 always.
    expect(signFlipP([1, 2, 3], random)).toBe(2 / 8)
    expect(signFlipP([-1, 2, 3], random)).toBe(4 / 8)
    expect(signFlipP([1, 2, -3], random)).toBe(1)
    expect(signFlipP([0, 0], random)).toBe(1)
  })
  test('never below 2^(1 − n)', () => {
    for (const n of [2, 5, 10, 14]) expect(signFlipP(new Array(n).fill(1), random)).toBe(2 ** (1 - n))
  })
  test('drawn beyond 14: near the exact value, never 0', () => {
    const exact = signFlipP([3, 1, 2, 1, 2, 1, 1, -1, 1, 1, 2, -1, 1, 2], random)
    const drawn = signFlipP([3, 1, 2, 1, 2, 1, 1, -1, 1, 1, 2, -1, 1, 2, 0], random)
    expect(Math.abs(drawn - exact)).toBeLessThan(0.25 * exact + 0.001)
    expect(signFlipP(new Array(40).fill(1), random)).toBe(1 / 2000)
  })
})
