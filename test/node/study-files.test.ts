import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TifaError } from '../../src/error'
import { openStudy, readStudy, writeStudy } from '../../src/node/index'
import type { Study } from '../../src/observation/study'
import { readReport } from '../../src/report/index'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tifa-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const study = (): Study => ({
  reports: ['一', '二'].map((id) => readReport({ id, text: `9月15日，县委书记林知夏到青禾镇调研${id}。` }).row),
  directives: [],
  mentions: [],
  method: {
    tifa: '0',
    rules: '0',
    vocabulary: { id: 'v', version: '1', hash: 'h', concepts: 1 },
    cleaning: [],
    overlap: 'nested',
    segmenter: null,
    kinds: 'any',
    inferYears: false,
    corpus: 'c',
    reports: 2,
    excluded: 0,
    undated: 0,
  },
  concepts: [{ id: 'a', label: '甲', gloss: null, category: 'x.y', grade: 'core', level: null }],
})

it('writes a study that reads back the same, one row a line', async () => {
  const target = join(dir, 'new', 'study')
  await writeStudy(target, study())
  expect(readdirSync(target).sort()).toEqual(['directives.ndjson', 'mentions.ndjson', 'method.json', 'reports.ndjson'])
  expect(readFileSync(join(target, 'reports.ndjson'), 'utf8').trim().split('\n')).toHaveLength(2)
  expect(await readStudy(target)).toEqual(study())
})

it('leaves the old study whole when a new one is abandoned', async () => {
  await writeStudy(dir, study())
  const before = readFileSync(join(dir, 'reports.ndjson'), 'utf8')
  const writer = openStudy(dir)
  writer.add({ reports: study().reports.slice(0, 1) })
  writer.abandon()
  expect(readFileSync(join(dir, 'reports.ndjson'), 'utf8')).toBe(before)
  expect(readdirSync(dir)).toHaveLength(4)
})

it('names the file and line that is missing or broken', async () => {
  await expect(readStudy(join(dir, 'none'))).rejects.toThrow(/method\.json: there is no such file/)
  await writeStudy(dir, study())
  writeFileSync(join(dir, 'mentions.ndjson'), '{}\n{"a":\n')
  await expect(readStudy(dir)).rejects.toThrow(/mentions\.ndjson:2: broken JSON/)
  writeFileSync(join(dir, 'file'), '')
  await expect(writeStudy(join(dir, 'file', 'x'), study())).rejects.toThrow(TifaError)
})
