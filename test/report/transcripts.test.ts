// 24,100 real news transcripts, where they are at hand: none may make the reader throw.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readReports } from '../../src/node/index'
import { clusterReprints, type ReportRow, readPage } from '../../src/report/index'

const shared = process.env['TIFA_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const path = join(shared, 'data/xwlb.jsonl.gz')
const present = existsSync(path)
if (!present) console.warn(`transcripts: skipped, ${path} is not there (set TIFA_SHARED)`)

describe.skipIf(!present)('real transcripts', () => {
  it('are all read, dated and placed without an exception', async () => {
    const rows: ReportRow[] = []
    let characters = 0
    let records = 0
    for await (const raw of readReports(path)) {
      records++
      for (const report of readPage(raw)) {
        const { text, ...row } = report.row
        characters += row.characters
        rows.push(row)
        const last = report.paragraphs[report.paragraphs.length - 1]
        expect(last === undefined || last.end <= text!.length).toBe(true)
      }
    }
    const { edges } = clusterReprints(rows)
    const kinds = new Map<string, number>()
    for (const row of rows) kinds.set(row.kind, (kinds.get(row.kind) ?? 0) + 1)
    console.log(
      `transcripts: ${records} records, ${rows.length} reports, ${characters} characters; ${[...kinds].map(([k, n]) => `${k} ${n}`).join(', ')}; ` +
        `${rows.filter((r) => r.eventStart?.length === 10).length} with an event date, ${edges.length} reprints`,
    )
    expect(records).toBe(24_100)
    expect(rows.filter((r) => r.date === null)).toEqual([])
    // Every record has its title and its broadcast date; nothing of what is printed may overrule them.
    expect(rows.filter((r) => r.dateBasis !== 'supplied').length).toBe(0)
  })
})
