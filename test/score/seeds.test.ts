import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const SHARED = resolve(process.env['TIFA_SHARED'] ?? join(ROOT, '../shared'))
const here = existsSync(join(SHARED, 'eval/score.mjs'))
if (!here) console.warn(`the score against hand-coded reports is skipped: nothing at ${SHARED} (set TIFA_SHARED)`)

/** Recorded floors: a change that lowers a score fails here; one that raises it raises the floor. */
const FLOOR = JSON.parse(readFileSync(join(import.meta.dirname, 'floor.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>

describe.skipIf(!here)('score against the hand-coded reports', () => {
  let score: Record<string, Record<string, { f1?: number; value?: number }>>
  beforeAll(() => {
    const out = mkdtempSync(join(tmpdir(), 'tifa-score-'))
    execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'code', join(SHARED, 'data/seeds'), '-o', out, '-q'])
    const args = [
      join(SHARED, 'eval/score.mjs'),
      out,
      join(SHARED, 'data/seeds-gold.json'),
      '--sources',
      join(SHARED, 'data/seeds'),
      '--json',
    ]
    score = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  })
  it.each(
    Object.entries(FLOOR).flatMap(([group, names]) =>
      Object.entries(names).map(([name, floor]) => [group, name, floor] as const),
    ),
  )('%s %s is at least %d', (group, name, floor) => {
    const got = score[group]![name]!
    expect(got.f1 ?? got.value).toBeGreaterThanOrEqual(floor)
  })
})
