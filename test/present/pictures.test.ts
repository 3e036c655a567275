import { describe, expect, it } from 'vitest'
import { bursts, changePoints, diffusion, kwic, trend } from '../../src/analysis/index'
import { toSvg, toVegaLite } from '../../src/present/index'
import { adoptionsOf } from '../../src/present/picture/adoption'
import { dispersionOf } from '../../src/present/picture/dispersion'
import { periodsBetween } from '../../src/present/picture/period-axis'
import { buildStudy } from '../observation/build-study'
import { resultPictures, sampleStudy } from './result-pictures'

const study = sampleStudy(3)
const quick = { by: 'month', permutations: 99 } as const
const pushed = bursts(study, quick)
const changed = changePoints(study, { ...quick, resamples: 9 })
const months = trend(study, { by: 'month' })
/** Elements of one name, as attribute text. */
const elements = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map((m) => m[1]!)
const titles = (svg: string) => [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map((m) => m[1]!)

describe('every picture', () => {
  const again = resultPictures(3)
  it.each(Object.entries(resultPictures(3)))(
    '%s holds no number that is none, and is the same at every run',
    (kind, svg) => {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
      expect(svg).toBe(again[kind])
    },
  )
})

describe('bursts and levels on a trend', () => {
  it('shades exactly the periods of each burst', () => {
    const svg = toSvg(months, { bursts: pushed })
    expect(pushed.rows.length).toBeGreaterThan(2)
    for (const b of pushed.rows)
      expect(titles(svg).filter((t) => t.startsWith(`${b.label} ${b.start} – ${b.end}: ${b.numerator}/`))).toHaveLength(
        1,
      )
    expect(titles(toSvg(months)).filter((t) => t.includes('base rate'))).toEqual([])
  })
  it('only outlines what chance explains', () => {
    const weak = { ...pushed, rows: pushed.rows.map((b) => ({ ...b, q: 0.2 })) }
    const dashed = (svg: string) => elements(svg, 'rect').filter((r) => r.includes('stroke-dasharray')).length
    expect(dashed(toSvg(months, { bursts: weak }))).toBe(weak.rows.length)
    expect(dashed(toSvg(months, { bursts: pushed }))).toBe(pushed.rows.filter((b) => b.q! > 0.05).length)
  })
  it('draws a level line only for a series that changed', () => {
    const lines = (svg: string) => elements(svg, 'polyline').filter((l) => l.includes('stroke-dasharray')).length
    expect(lines(toSvg(months, { changePoints: changed }))).toBe(new Set(changed.rows.map((r) => r.concept)).size)
    expect(lines(toSvg(months))).toBe(0)
  })
  it('says which periods it expected when bursts were made by another', () => {
    const quarters = bursts(study, { by: 'quarter', permutations: 19 })
    expect(() => toSvg(months, { bursts: quarters })).toThrow(
      /bursts: expected periods of the trend \(2023-01 to 2024-10.*2023-Q2/,
    )
  })
  it('keeps bursts of one place off the line of all', () => {
    const places = bursts(study, { by: ['month', 'place'], permutations: 19 })
    expect(places.rows.length).toBeGreaterThan(0)
    expect(toSvg(months, { bursts: places })).toBe(toSvg(months))
  })
})

describe('adoption', () => {
  const spread = diffusion(study)
  const [first] = adoptionsOf(spread, 1)
  it('steps once for every unit seen, in order of time', () => {
    expect(first!.sightings).toHaveLength(7)
    const dates = first!.sightings.map((s) => s.firstSeen!)
    expect([...dates].sort()).toEqual(dates)
    const dots = titles(toSvg(diffusion(study, { concepts: [first!.concept] }))).filter((t) =>
      /\d{4}-\d\d-\d\d: \d+$/.test(t),
    )
    expect(dots).toEqual(first!.sightings.map((s, i) => `${s.unit} ${s.firstSeen}: ${i + 1}`))
  })
  it('draws hollow what could have been earlier', () => {
    const thin = buildStudy([
      { id: 'a', date: '2024-01-05', place: ['甲省', '林山市'], directives: [{ mentions: ['c'] }] },
      { id: 'b', date: '2024-02-05', place: ['甲省', '石湾市'], directives: [{ mentions: ['c'] }] },
    ])
    const circles = elements(toSvg(diffusion(thin)), 'circle')
    expect(circles.map((c) => c.includes('fill="#fff"'))).toEqual([true, true])
  })
  it('never says a concept that nobody said', () => {
    const svg = toSvg(diffusion(buildStudy([{ id: 'a', date: '2024-01-05', place: ['甲省'] }], ['未见提法'])))
    expect(svg).not.toContain('未见提法')
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
  it('as share: the shares of the curve and their intervals', () => {
    const svg = toSvg(diffusion(study, { concepts: ['c0'] }), { as: 'share' })
    const known = first!.curve.filter((p) => p.share !== null)
    expect(elements(svg, 'polygon')).toHaveLength(1)
    expect(elements(svg, 'circle')).toHaveLength(known.length)
  })
})

describe('dispersion', () => {
  const lines = kwic(study)
  it('lays reports end to end in order of date, the undated last', () => {
    const { blocks, rows } = dispersionOf(lines, 12)
    expect(blocks.map((b) => b.label)).toEqual([
      ...months
        .series('c0')
        .filter((p) => p.state !== 'no-reports')
        .map((p) => p.period),
      'undated',
    ])
    expect(blocks.map((b) => b.at)).toEqual([...blocks.map((b) => b.at)].sort((a, b) => a - b))
    for (const row of rows)
      for (const m of row.mentions) {
        const block = blocks.findLast((b) => b.at <= m.at)!
        expect(block.label).toBe(m.date?.slice(0, 7) ?? 'undated')
      }
    expect(rows.map((r) => r.mentions.length)).toEqual([...rows.map((r) => r.mentions.length)].sort((a, b) => b - a))
  })
  it('counts reports without a mention as length of the corpus', () => {
    const two = kwic(
      buildStudy([
        { id: 'a', date: '2024-01-05', directives: [{ text: '一'.repeat(90) }] },
        { id: 'b', date: '2024-02-05', directives: [{ mentions: ['提法'], text: '提法'.padEnd(10, '二') }] },
      ]),
    )
    const [a, b] = two.searched.map((r) => r.length) as [number, number]
    expect(a).toBeGreaterThanOrEqual(90)
    expect(dispersionOf(two, 1).rows[0]!.mentions[0]!.at).toBe(a / (a + b))
  })
  it('stays small however many mentions there are', () => {
    const many = buildStudy(
      Array.from({ length: 400 }, (_, i) => ({
        id: `r${i}`,
        date: '2024-01-05',
        directives: [{ mentions: Array.from({ length: 50 }, () => '提法') }],
      })),
    )
    const svg = toSvg(kwic(many))
    expect(svg).toContain('>20000</text>')
    expect(svg.length).toBeLessThan(60_000)
  })
})

it.each([
  ['2023-11', '2024-02', ['2023-11', '2023-12', '2024-01', '2024-02']],
  ['2023-Q3', '2024-Q1', ['2023-Q3', '2023-Q4', '2024-Q1']],
  ['2022', '2024', ['2022', '2023', '2024']],
  ['2024', '2022', []],
])('periods from %s to %s', (from, to, periods) => expect(periodsBetween(from, to)).toEqual(periods))

describe('Vega-Lite', () => {
  const spread = diffusion(study)
  it.each([
    ['trend', toVegaLite(months), 66],
    ['adoption', toVegaLite(spread), spread.tables.curve.rows.length],
    ['dispersion', toVegaLite(kwic(study)), kwic(study).rows.length],
    ['bursts', toVegaLite(pushed), pushed.rows.length],
  ])('%s holds all rows', (_, spec, rows) => {
    expect((spec['data'] as { values: unknown[] }).values).toHaveLength(rows)
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
  })
  it('puts bursts behind and levels before the lines', () => {
    const spec = toVegaLite(months, { bursts: pushed, changePoints: changed })
    const layers = spec['layer'] as { mark: unknown; data?: { values: unknown[] } }[]
    expect(layers.map((l) => (typeof l.mark === 'string' ? l.mark : (l.mark as { type: string }).type))).toEqual([
      'rect',
      'line',
      'line',
    ])
    expect(layers[0]!.data!.values).toHaveLength(pushed.rows.length)
  })
  it.each([toSvg, toVegaLite])('a result without a picture is named (%o)', (draw) => {
    const result = { ...kwic(study), kind: 'agreement' }
    expect(() => draw(result)).toThrow(/expected a result of trend, .*change-points; got agreement/)
  })
})
