import { describe, expect, test } from 'vitest'
import { diffusion } from '../../src/analysis'
import { detection, shareBound } from '../../src/analysis/detection'
import { dayNumber, isoDay } from '../../src/observation'
import { buildStudy, type ReportSpec, shuffleStudy, withCopies } from '../observation/build-study'

/** `n` reports of a place, every `gap` days from `from` on; those in `saying` say 甲甲. */
function place(
  name: readonly [string, string?, string?],
  n: number,
  saying: readonly number[],
  from = 0,
  gap = 5,
): ReportSpec[] {
  const start = dayNumber(2022, 1, 1)
  return Array.from({ length: n }, (_, i) => ({
    id: `${name.filter(Boolean).join('')}-${String(i).padStart(3, '0')}`,
    date: isoDay(start + from + i * gap),
    place: name,
    directives: [{ mentions: saying.includes(i) ? ['甲甲'] : [] }],
  }))
}

const study = buildStudy([
  ...place(['甲省', '早市'], 40, [20, 25, 30]),
  ...place(['甲省', '晚市'], 40, [35, 36, 37, 38, 39]),
  ...place(['甲省', '无市'], 40, []),
  ...place(['甲省', '疏市'], 4, [], 0, 50),
  ...place(['甲省', '疏见市'], 4, [3], 0, 50),
])
const result = diffusion(study)
const row = (unit: string) => result.rows.find((r) => r.unit === `甲省/${unit}`)!

describe('detection', () => {
  test.each([
    [0.95, 0.2, 14],
    [0.95, 0.1, 29],
    [0.95, 0.632, 3],
    [0.9, 0.5, 4],
  ])('conf %d, limit %d: %i reports', (conf, limit, n) => {
    expect(detection(conf, limit).needed).toBe(n)
    expect(shareBound(n, conf)).toBeLessThanOrEqual(limit + 1e-9)
    expect(shareBound(n - 1, conf)).toBeGreaterThan(limit)
  })
  test('0 of 3 reports still allows 63 %', () => {
    expect(shareBound(3, 0.95)).toBeCloseTo(0.632, 3)
    expect(shareBound(0, 0.95)).toBe(1)
  })
})

describe('units', () => {
  test('adopted: a date between the 14th report before and the first sighting', () => {
    expect(row('早市')).toMatchObject({
      status: 'adopted',
      firstSeen: isoDay(dayNumber(2022, 1, 1) + 100),
      adoptedAfter: isoDay(dayNumber(2022, 1, 1) + 30),
      lastSeen: isoDay(dayNumber(2022, 1, 1) + 150),
      duration: 50,
      documents: 3,
      reports: 40,
      reportsBefore: 20,
      reportsAfter: 9,
      rightCensored: true,
      leftCensored: false,
      endedBefore: null,
    })
  })

  test('absent only with enough reports; a thin place is undetermined', () => {
    expect(row('无市')).toMatchObject({ status: 'absent', firstSeen: null, bound: 1 - 0.05 ** (1 / 40) })
    expect(row('疏市')).toMatchObject({ status: 'undetermined', firstSeen: null })
  })

  test('thin coverage never looks like late adoption', () => {
    expect(row('疏见市')).toMatchObject({
      status: 'left-censored',
      adoptedAfter: null,
      leftCensored: true,
      reportsBefore: 3,
    })
    const summary = result.tables.summary.rows[0]!
    expect(summary).toMatchObject({ seen: 3, adopted: 2, leftCensored: 1, absent: 1, undetermined: 1, units: 5 })
    // In Kaplan–Meier: 晚市 and 无市. Neither thin place, nor the origin.
    expect(summary.atRisk).toBe(2)
    expect(result.tables.survival.rows).toMatchObject([{ days: 75, atRisk: 2, events: 1, survival: 0.5 }])
  })

  test('a stricter limit turns claims into unknowns', () => {
    expect(
      diffusion(study, { limit: 0.05 })
        .rows.map((r) => r.status)
        .sort(),
    ).toEqual(['left-censored', 'left-censored', 'left-censored', 'undetermined', 'undetermined'])
  })

  test('the end is dated too', () => {
    const ended = diffusion(buildStudy(place(['甲省'], 40, [20])))
    expect(ended.rows[0]).toMatchObject({
      rightCensored: false,
      endedBefore: isoDay(dayNumber(2022, 1, 1) + (20 + 14) * 5),
    })
  })

  test('undated reports are counted apart, and order nothing', () => {
    const some = buildStudy([
      ...place(['甲省'], 20, []),
      { id: 'x', date: null, place: ['甲省'], directives: [{ mentions: ['甲甲'] }] },
    ])
    expect(diffusion(some).rows[0]).toMatchObject({ undated: 1, reports: 20, firstSeen: null, status: 'undetermined' })
  })

  test('every unit leads to its mentions', () => {
    expect(result.mentions(row('晚市'))).toHaveLength(5)
    expect(result.mentions(row('无市'))).toEqual([])
  })
})

describe('curve', () => {
  test('shares are of covered units only, seen or not', () => {
    const curve = result.tables.curve.rows
    expect(curve[0]).toMatchObject({ period: '2022-01', seen: 0, covered: 0, share: null, reason: 'no-unit-covered' })
    expect(curve.find((p) => p.period === '2022-04')).toMatchObject({ seen: 1, covered: 3, coveredSeen: 1 })
    expect(curve.at(-1)).toMatchObject({ seen: 3, covered: 3, coveredSeen: 2, units: 5 })
  })
})

describe('panel for event-history models', () => {
  const panel = result.tables.panel.rows
  const of = (unit: string) => panel.filter((r) => r.unit === `甲省/${unit}`)
  test('one event a unit seen, at its last row; intervals join up', () => {
    for (const unit of ['早市', '晚市', '疏见市', '无市']) {
      const rows = of(unit)
      expect(rows.reduce((n, r) => n + r.event, 0)).toBe(unit === '无市' ? 0 : 1)
      expect(rows.at(-1)!.event).toBe(unit === '无市' ? 0 : 1)
      for (let i = 1; i < rows.length; i++) expect(rows[i]!.start).toBe(rows[i - 1]!.stop)
      for (const r of rows) expect(r.stop).toBeGreaterThan(r.start)
    }
  })
  test('interval bounds for interval-censored models', () => {
    expect(of('早市')[0]).toMatchObject({ left: 30, right: 100 })
    expect(of('疏见市')[0]).toMatchObject({ left: null, right: 150 })
    expect(of('无市')[0]).toMatchObject({ left: 130, right: null })
  })
  test('reports add up to those read until the event', () => {
    expect(of('早市').at(-1)!.reportsToDate).toBe(of('早市').reduce((n, r) => n + r.reports, 0))
  })
})

describe('direction', () => {
  test('cities before their counties', () => {
    const specs = [0, 1, 2, 3, 4, 5].flatMap((k) => [
      ...place(['甲省', `市${k}`], 30, [15 + k]),
      ...place(['甲省', `市${k}`, '县'], 30, [22 + k]),
    ])
    expect(diffusion(buildStudy(specs)).tables.direction.rows).toMatchObject([
      {
        upper: 'city',
        lower: 'county',
        pairs: 6,
        upperFirst: 6,
        lowerFirst: 0,
        medianLag: 35,
        direction: 'down',
        p: expect.closeTo(2 / 64, 12),
      },
    ])
  })
  test('no p under four pairs', () => {
    const specs = [...place(['甲省', '市'], 30, [15]), ...place(['甲省', '市', '县'], 30, [22])]
    expect(diffusion(buildStudy(specs)).tables.direction.rows).toMatchObject([{ pairs: 1, p: null }])
  })
})

describe('laws', () => {
  const all = (s: typeof study) => {
    const d = diffusion(s)
    return JSON.stringify([d.rows, ...Object.values(d.tables).map((t) => t.rows)])
  }
  test('input order does not matter; 20 copies change nothing', () => {
    let seed = 9
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    expect(all(shuffleStudy(study, order))).toBe(all(study))
    expect(all(withCopies(study, '甲省早市-020', 20))).toBe(all(study))
  })
  test('a copy in another outlet is a sighting there only under `cluster`', () => {
    const outlets = buildStudy(place(['甲省'], 3, [1]).map((r) => ({ ...r, outlet: '甲报' })))
    const copy = withCopies(outlets, '甲省-001', 1)
    const moved = { ...copy, reports: copy.reports.map((r) => (r.reprintOf ? { ...r, outlet: '乙报' } : r)) }
    expect(diffusion(moved, { by: 'outlet' }).rows.map((r) => r.unit)).toEqual(['甲报'])
    expect(diffusion(moved, { by: 'outlet', reprints: 'cluster' }).rows.map((r) => [r.unit, r.documents])).toEqual([
      ['乙报', 1],
      ['甲报', 1],
    ])
  })
  test('columns describe exactly what the rows hold', () => {
    for (const table of [result, ...Object.values(result.tables)])
      if (table.rows.length > 0)
        expect(table.columns.map((c) => c.name).sort()).toEqual(Object.keys(table.rows[0]!).sort())
  })
  test('a concept never seen anywhere', () => {
    const never = diffusion(buildStudy(place(['甲省'], 20, []), ['无']))
    expect(never.tables.summary.rows[0]).toMatchObject({ origin: null, seen: 0, reason: 'never-seen' })
  })
})

test.each([
  [{ by: 'month' }, /by expects/],
  [{ limit: 0 }, /limit must lie/],
  [{ conf: 2 }, /conf must lie/],
])('%j is misuse', (options, message) => {
  expect(() => diffusion(study, options)).toThrow(message)
})
