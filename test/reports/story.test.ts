// The tool finds in the noisy files what was counted on the clean texts.
import { describe, expect, it } from 'vitest'
import type { ReportRow } from '../../src/report/report'
import { codedCorpus } from './coded'
import { type Intended, intended, keyOf, reports, story } from './corpus'

const bare = (text: string): string => (text.match(/[㐀-䶿一-鿿0-9]/gu) ?? []).join('')
const wanted = new Map(intended.map((r) => [keyOf(r), r]))

/** Reports counted once: coded, no reprint. */
const counted = (rows: readonly ReportRow[]) => rows.filter((r) => r.excluded === null && r.reprintOf === null)
const byMonth = (rows: readonly ReportRow[], count: (of: readonly ReportRow[]) => number) =>
  story.months.map((m) => {
    const of = counted(rows).filter((r) => r.date?.startsWith(m))
    return of.length ? count(of) : null
  })

describe('reports', () => {
  it('refuses the pages that are no reports, and nothing else', async () => {
    const rows = (await codedCorpus()).reports
    const refused = rows.filter((r) => r.excluded !== null).map((r) => [keyOf(r), r.kind])
    expect(Object.fromEntries(refused)).toEqual(Object.fromEntries(story.refused.map((r) => [r.path, r.kind])))
  })

  it('marks the reprints, and nothing else', async () => {
    const rows = (await codedCorpus()).reports
    const key = new Map(rows.map((r) => [r.id, keyOf(r)]))
    const copies = rows.filter((r) => r.reprintOf !== null).map((r) => [keyOf(r), key.get(r.reprintOf!)])
    expect(Object.fromEntries(copies)).toEqual(
      Object.fromEntries(story.reprints.flatMap((r) => r.copies.map((c) => [c, r.original]))),
    )
  })

  it.each<[string, (r: ReportRow) => unknown, (w: Intended) => unknown]>([
    ['the date', (r) => (/^\d{4}-\d\d-\d\d$/.test(r.date ?? '') ? r.date : null), (w) => w.date],
    ['the place', (r) => r.placeCode, (w) => w.place],
    ['the title', (r) => bare(r.title ?? ''), (w) => bare(w.title ?? '')],
    ['the outlet', (r) => r.outlet, (w) => w.outlet],
  ])('reads %s (of 79 reports at most two wrong)', async (_, read, meant) => {
    const rows = (await codedCorpus()).reports.filter((r) => r.excluded === null)
    const wrong = rows
      .map((r) => [keyOf(r), read(r), meant(wanted.get(keyOf(r))!)] as const)
      .filter(([, got, want]) => got !== want)
    expect(rows).toHaveLength(79)
    expect(wrong.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(2)
  })

  it('takes publication dates from source lines and page heads, never from a generation stamp', async () => {
    const rows = (await codedCorpus()).reports.filter((r) => r.excluded === null && r.record === null)
    expect(rows.map((r) => [keyOf(r), r.published])).toEqual(
      rows.map((r) => [keyOf(r), wanted.get(keyOf(r))!.published]),
    )
  })
})

describe('directives', () => {
  it('are those that were written, said by whom it was written', async () => {
    const { directives, reports: rows } = await codedCorpus()
    let [found, meant, told] = [0, 0, 0]
    const hits: boolean[] = []
    const wrong: string[] = []
    for (const row of rows.filter((r) => r.excluded === null)) {
      const units = directives.filter((d) => d.reportId === row.id)
      const gold = wanted.get(keyOf(row))?.directives ?? []
      found += units.length
      meant += gold.length
      for (const g of gold) {
        const unit = units.find((u) => alike(bare(u.text), bare(g.text)))
        hits.push(unit !== undefined)
        if (unit && unit.source === g.source) told++
        else wrong.push(`${keyOf(row)} ${unit ? `said by ${unit.source}, not ${g.source}` : 'missed'}: ${g.text}`)
      }
    }
    const hit = hits.filter(Boolean).length
    expect((2 * hit) / (found + meant), `F1 of directive units\n${wrong.join('\n')}`).toBeGreaterThan(0.95)
    expect(told / hit, `share with the right source\n${wrong.join('\n')}`).toBeGreaterThan(0.95)
  })
})

/** Two units are the same when their characters overlap by four fifths (damage and frames may cost a few). */
function alike(a: string, b: string): boolean {
  const pairs = (s: string) => new Set([...s].slice(1).map((c, i) => [...s][i]! + c))
  const [x, y] = [pairs(a), pairs(b)]
  const common = [...x].filter((p) => y.has(p)).length
  return common / Math.max(1, x.size + y.size - common) >= 0.8
}

describe('months', () => {
  it('count reports', async () => {
    expect(byMonth((await codedCorpus()).reports, (of) => of.length)).toEqual(story.reports)
  })

  it('leave the undated out', async () => {
    const undated = counted((await codedCorpus()).reports).filter((r) => !/^\d{4}-\d\d/.test(r.date ?? ''))
    expect(undated.map(keyOf).sort()).toEqual([...story.undated.paths])
  })
})

describe.each(story.patterns.map((p) => [p.label, p] as const))('%s', (_, pattern) => {
  const series = async (count: 'all' | 'directive' | 'reports') => {
    const { reports: rows, mentions } = await codedCorpus()
    const said = mentions.filter((m) => m.concept === pattern.concept && m.shadowedBy === null)
    return byMonth(rows, (of) => {
      const here = of.map((r) => said.filter((m) => m.reportId === r.id))
      if (count === 'reports') return here.filter((m) => m.length > 0).length
      return here.flat().filter((m) => count === 'all' || m.zone === 'directive').length
    })
  }
  it('mentions', async () => expect(await series('all')).toEqual(pattern.all))
  it('mentions in directives', async () => expect(await series('directive')).toEqual(pattern.directive))
  it('reports', async () => expect(await series('reports')).toEqual(pattern.reports))
})

describe('spread', () => {
  it('goes from place to place in the order it was written', async () => {
    const { reports: rows, mentions } = await codedCorpus()
    const holders = new Set(mentions.filter((m) => m.concept === story.spread.concept).map((m) => m.reportId))
    const first = new Map<string, string>()
    for (const r of counted(rows).filter((row) => holders.has(row.id)))
      if (r.date && r.placeCode && r.date < (first.get(r.placeCode) ?? '9')) first.set(r.placeCode, r.date)
    const order = [...first].map(([place, date]) => ({ place, date })).sort((a, b) => (a.date < b.date ? -1 : 1))
    expect(order).toEqual(story.spread.adopted.map(({ place, date }) => ({ place, date })))
  })
})

describe('bundle', () => {
  it('stands together in the same directives', async () => {
    const { reports: rows, directives } = await codedCorpus()
    const dated = new Set(
      counted(rows)
        .filter((r) => r.date?.startsWith('20'))
        .map((r) => r.id),
    )
    const [a, b] = story.bundle.concepts
    const inDirectives = (...ids: string[]) =>
      directives.filter((d) => dated.has(d.reportId) && ids.every((id) => d.concepts.includes(id))).length
    expect([inDirectives(a), inDirectives(b), inDirectives(a, b)]).toEqual([
      ...story.bundle.directivesWith,
      story.bundle.directivesWithBoth,
    ])
  })
})

it('77 reports are meant', () => expect(reports).toHaveLength(77))
