// The five real reports, where they are at hand: metadata against the hand coding.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../src/report/index'
import { bareText } from '../../src/report/title'

const shared = process.env['TIFA_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const goldPath = join(shared, 'data/seeds-gold.json')
const present = existsSync(goldPath)
if (!present) console.warn(`seeds: skipped, ${goldPath} is not there (set TIFA_SHARED)`)

interface Gold {
  readonly file: string
  readonly title: string | null
  readonly publicationDate: string | null
  readonly source: string | null
  readonly authors: readonly string[]
  readonly editors: Readonly<Record<string, string>>
  readonly eventDates: readonly { readonly monthDay: string; readonly resolved: string }[]
  readonly locality: Readonly<Record<string, string | null>>
  readonly speakers: readonly { readonly name: string }[]
}

describe.skipIf(!present)('metadata of the five real reports', () => {
  const gold = present ? (JSON.parse(readFileSync(goldPath, 'utf8')) as { reports: Gold[] }).reports : []
  it.each(gold.map((g) => [g.file, g] as const))('%s', (file, g) => {
    const { row } = readReport({ path: file, text: readFileSync(join(shared, 'data/seeds', file), 'utf8') })
    expect(bareText(row.title ?? '')).toBe(bareText(g.title ?? ''))
    const [day, last] = g.eventDates[0]!.monthDay.split('/')
    expect(row.eventStart === g.eventDates[0]!.resolved.slice(0, 10) || row.eventStart === `XXXX-${day}`).toBe(true)
    if (last) expect(row.eventEnd).toContain(last)
    expect(row.published).toBe(g.publicationDate)
    expect(row.outlet).toBe(g.source)
    expect(row.authors).toEqual(g.authors)
    expect(row.editors).toEqual(g.editors)
    for (const level of ['province', 'city', 'county'] as const) {
      const stated = g.locality[level] ?? null
      const inferred = g.locality[`${level}Inferred`]?.split(' ')[0] ?? null
      expect([stated, ...(stated === null ? [inferred, null] : [])], level).toContain(row[level])
    }
    for (const { name } of g.speakers) expect(row.leaders.map((l) => l.name)).toContain(name)
    expect(row.excluded).toBeNull()
  })
})
