// The story beside the corpus is consistent with itself and with the folder. Nothing of tifa is used here but its vocabulary's ids.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder, inputFiles, intended, type Pattern, places, reports, story } from './corpus'

const num = (x: number | null | undefined): number => x ?? 0
const sum = (xs: readonly (number | null)[]): number => xs.reduce<number>((a, b) => a + num(b), 0)
const monthOf = (date: string | null | undefined): string => date?.slice(0, 7) ?? ''
const byMonth = (count: (month: string) => number): (number | null)[] =>
  story.months.map((m) => (story.coverage.missing.includes(m) ? null : count(m)))
const inMonth = (m: string) => reports.filter((r) => monthOf(r.date) === m)
const bare = (text: string): string => text.replace(/[“”‘’、，,\s]/g, '')
const occurrences = (label: string, text: string): number => bare(text).split(bare(label)).length - 1

describe('size of the corpus', () => {
  it('has what was asked of it', () => {
    expect(reports.length).toBeGreaterThanOrEqual(60)
    expect(new Set(reports.map((r) => monthOf(r.date)).filter(Boolean)).size).toBeGreaterThanOrEqual(18)
    expect(new Set(reports.map((r) => r.place)).size).toBe(6)
    expect(new Set(reports.map((r) => r.outlet).filter(Boolean)).size).toBe(3)
    expect(places.filter((p) => p.level === 'province')).toHaveLength(2)
  })

  it('lists every file of the folder, and no other', () => {
    expect([...new Set(intended.map((r) => r.path))].sort()).toEqual(inputFiles)
  })

  it('names in its README only files that are there', () => {
    const named = readFileSync(`${folder}README.md`, 'utf8').match(/20\d\d-\d\d-[a-z]+-\d\d/g) ?? []
    const stems = new Set(inputFiles.map((f) => f.replace(/\.\w+$/, '')))
    expect(new Set(named).size).toBeGreaterThan(50)
    expect(named.filter((n) => !stems.has(n))).toEqual([])
  })

  it('uses codes that GB/T 2260 does not', () => {
    for (const place of places) expect(Number(place.code.slice(0, 2))).toBeGreaterThan(91)
  })
})

describe('months', () => {
  it('are consecutive and cover the dated reports', () => {
    const [first, last] = [story.months[0]!, story.months.at(-1)!]
    const span =
      (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5)) - Number(first.slice(5))
    expect(story.months).toHaveLength(span + 1)
    const dates = reports.map((r) => r.date).filter((d): d is string => Boolean(d))
    expect([...dates].sort()[0]).toBe(story.coverage.first)
    expect([...dates].sort().at(-1)).toBe(story.coverage.last)
  })

  it('count reports and directives', () => {
    expect(story.reports).toEqual(byMonth((m) => inMonth(m).length))
    expect(story.directives).toEqual(byMonth((m) => inMonth(m).reduce((n, r) => n + (r.directives?.length ?? 0), 0)))
  })

  it('tell missing from zero', () => {
    expect(story.coverage.missing).toEqual(story.months.filter((m) => inMonth(m).length === 0))
    for (const pattern of story.patterns)
      for (const series of [pattern.directive, pattern.all, pattern.reports])
        expect(story.months.filter((_, i) => series[i] === null)).toEqual(story.coverage.missing)
  })
})

describe.each(story.patterns.map((p) => [p.label, p] as const))('%s', (label, pattern) => {
  it('is counted as the directives print it', () => {
    const count = (m: string) =>
      inMonth(m).reduce((n, r) => n + (r.directives ?? []).reduce((k, d) => k + occurrences(label, d.text), 0), 0)
    expect(pattern.directive).toEqual(byMonth(count))
    for (const [i, all] of pattern.all.entries()) expect(num(all)).toBeGreaterThanOrEqual(num(pattern.directive[i]))
  })

  it(`has the shape "${pattern.kind}"`, () => expect(shape(pattern)).toBe(true))
})

/** Does a series do what its kind says? Rates are mentions in directives per report. */
function shape({ kind, directive: y, all }: Pattern): boolean {
  const rate = y.map((v, i) => (v === null ? null : v / num(story.reports[i]))).filter((v) => v !== null)
  const third = Math.floor(rate.length / 3)
  const [early, late] = [sum(rate.slice(0, third)), sum(rate.slice(-third))]
  const said = y.flatMap((v, i) => (num(v) > 0 ? [i] : []))
  switch (kind) {
    case 'rise':
    case 'bundle':
    case 'replacing':
    case 'entry':
      return late > early && (kind === 'rise' || early === 0)
    case 'fall':
      return early > 0 && late === 0 && num(all[0]) === Math.max(...all.map(num))
    case 'replaced': {
      const successor = story.patterns.find((p) => p.kind === 'replacing')!
      return said.at(-1)! < successor.directive.findIndex((v) => num(v) > 0) && early > 0
    }
    case 'burst':
      return said.at(-1)! - said[0]! === said.length - 1 && said.length <= 4 && early === 0
    case 'spread':
      return story.spread.adopted.length === 6
    case 'constant':
      return new Set(y.filter((v) => v !== null)).size === 1
  }
}

describe('spread and bundle', () => {
  it('reaches all six places, one after the other', () => {
    const dates = story.spread.adopted.map((a) => a.date)
    expect(dates).toEqual([...new Set(dates)].sort())
    expect(story.spread.adopted.map((a) => a.place).sort()).toEqual([...new Set(reports.map((r) => r.place))].sort())
  })

  it('keeps the bundle together', () => {
    const { directivesWith, directivesWithBoth } = story.bundle
    expect(directivesWithBoth / directivesWith[1]).toBeGreaterThan(0.9)
    expect(directivesWith[0]).toBeGreaterThan(directivesWithBoth)
  })
})

describe('ids', () => {
  it('are concepts of the bundled vocabulary', () => {
    const dir = new URL('../../data/vocabulary/', import.meta.url)
    expect(existsSync(dir)).toBe(true)
    const text = readdirSync(dir)
      .map((f) => readFileSync(new URL(f, dir), 'utf8'))
      .join('\n')
    for (const { concept, label } of story.patterns)
      expect(text).toMatch(new RegExp(`"id":\\s*"${concept}",\\s*"prefLabel":\\s*"${label}"`))
  })

  it('point to files that are there', () => {
    for (const path of [
      ...story.undated.paths,
      ...story.refused.map((r) => r.path),
      ...story.reprints.flatMap((r) => [r.original, ...r.copies]),
      ...story.spread.adopted.map((a) => a.path),
    ])
      expect(existsSync(folder + path), path).toBe(true)
  })
})
