import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../src/defaults/index'
import type { Directive } from '../../src/directive/directive'
import { codeMentions } from '../../src/mention/index'
import type { Report, ReportRow } from '../../src/report/report'
import { cleanText } from '../../src/text/clean-text'
import { identityMap } from '../../src/text/offset-map'

// Against five hand-coded reports that are not part of the repository: TIFA_SHARED names the folder that holds data/.
const shared = process.env['TIFA_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
const goldFile = join(shared, 'data/seeds-gold.json')

interface Gold {
  readonly cleanText: string
  readonly file: string
  readonly directives: readonly { start: number; end: number; speaker: string }[]
  readonly speakers: readonly { name: string; title: string }[]
  readonly sloganMentions: readonly {
    id: string
    start: number
    end: number
    zone: string
    stance: string | null
    grade: string
  }[]
}

describe.skipIf(!existsSync(goldFile))('the hand-coded reports (skipped without TIFA_SHARED)', () => {
  const gold = existsSync(goldFile) ? (JSON.parse(readFileSync(goldFile, 'utf8')) as { reports: Gold[] }).reports : []

  it('mentions, zone and stance, with the hand-coded directives', () => {
    const tally = { core: [0, 0, 0], all: [0, 0, 0], zone: [0, 0], stance: [0, 0] }
    const isCore = new Map(gold.flatMap((g) => g.sloganMentions.map((m) => [m.id, m.grade !== 'generic'] as const)))
    for (const g of gold) {
      const text = readFileSync(join(shared, 'data/seeds-clean', g.cleanText), 'utf8')
      const { report, directives } = handCoded(text, g)
      const left = codeMentions(report, directives, vocabulary).filter((m) => m.shadowedBy === null)
      for (const m of g.sloganMentions) {
        const at = left.findIndex((x) => x.concept === m.id && x.cleanStart < m.end && m.start < x.cleanEnd)
        const [hit] = at < 0 ? [] : left.splice(at, 1)
        for (const t of m.grade === 'generic' ? [tally.all] : [tally.all, tally.core]) t[hit ? 0 : 2]!++
        if (!hit) continue
        tally.zone[Number(hit.zone !== m.zone)]!++
        if (m.stance !== null) tally.stance[Number(hit.stance !== m.stance)]!++
      }
      for (const m of left)
        if (m.nestedIn === null)
          for (const t of isCore.get(m.concept) === false ? [tally.all] : [tally.all, tally.core]) t[1]!++
    }
    const f1 = ([tp, fp, fn]: number[]) => (2 * tp!) / (2 * tp! + fp! + fn!)
    expect(f1(tally.core)).toBeGreaterThanOrEqual(0.99)
    expect(f1(tally.all)).toBeGreaterThanOrEqual(0.985)
    expect(tally.zone[0]! / (tally.zone[0]! + tally.zone[1]!)).toBeGreaterThanOrEqual(0.98)
    expect(tally.stance[0]! / (tally.stance[0]! + tally.stance[1]!)).toBeGreaterThanOrEqual(0.97)
  })

  it.each(gold.map((g) => [g.file, g] as const))(
    '%s as it came off the web: every span cuts its surface out of the source',
    (file) => {
      const source = readFileSync(join(shared, 'data/seeds', file), 'utf8')
      const clean = cleanText(source)
      const row = {
        id: file,
        date: null,
        province: null,
        city: null,
        county: null,
        placeCode: null,
      } as unknown as ReportRow
      const report: Report = {
        row,
        source,
        bodyShift: 0,
        clean,
        paragraphs: [{ start: 0, end: clean.text.length, role: 'body' }],
        people: [],
      }
      const mentions = codeMentions(report, [], vocabulary)
      expect(mentions.length).toBeGreaterThan(20)
      for (const m of mentions) {
        expect(source.slice(m.start, m.end)).toBe(m.surface)
        expect(clean.text.slice(m.cleanStart, m.cleanEnd)).toBe(m.form)
      }
    },
  )
})

function handCoded(text: string, g: Gold): { report: Report; directives: Directive[] } {
  let at = 0
  const paragraphs = text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length, role: 'body' as const }
  })
  const titles = new Map(g.speakers.map((s) => [s.name, s.title]))
  const directives = g.directives.map(
    (d, index) =>
      ({
        id: `d${index}`,
        cleanStart: d.start,
        cleanEnd: d.end,
        source: d.speaker,
        sourceTitle: titles.get(d.speaker) ?? null,
        sourceType: 'official',
      }) as Directive,
  )
  const row = { id: 'r', date: null, province: null, city: null, county: null, placeCode: null } as unknown as ReportRow
  const clean = { ...cleanText(''), source: text, text, map: identityMap }
  return { report: { row, source: text, bodyShift: 0, clean, paragraphs, people: [] }, directives }
}
