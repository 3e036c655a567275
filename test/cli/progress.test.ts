import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { progress } from '../../src/cli/progress'
import { readReports } from '../../src/node/index'
import { workUnits } from '../../src/node/work-units'
import { toParquet } from '../../src/parquet/index'
import { displayWidth } from '../../src/present/width'

const folder = mkdtempSync(join(tmpdir(), 'tifa-progress-'))
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const THOUSAND = put('thousand.txt', '字'.repeat(333) + '.')

/** A terminal that remembers what was written, and a clock that is set by hand. */
function terminal(columns: number | undefined, isTTY = true) {
  const written: string[] = []
  const clock = { at: 0 }
  return {
    clock,
    written,
    stream: { isTTY, columns: columns as number, write: (s: string) => written.push(s) > 0 },
    now: () => clock.at,
  }
}
/** The line after `seconds`, with `bytes` of the inputs read and `done` reports. */
function lineAfter(seconds: number, bytes: number, done: number, inputs: readonly string[], columns = 100) {
  const t = terminal(columns)
  const read = { bytes: 0 }
  const bar = progress(false, inputs, read, t.stream, t.now)
  t.clock.at = seconds * 1000
  read.bytes = bytes
  bar.update(done, null, 'reports')
  return t.written.join('').replace('\r\x1b[2K', '')
}

describe('the progress line', () => {
  it.each([
    [
      'files: part, rate and time left',
      lineAfter(10, 250, 50, [THOUSAND]),
      '[██████··················] 25% · 50 reports · 5.0/s · 30 s left',
    ],
    [
      'minutes',
      lineAfter(100, 250, 5000, [THOUSAND]),
      '[██████··················] 25% · 5000 reports · 50/s · 5 min 00 s left',
    ],
    [
      'hours',
      lineAfter(3600, 250, 5000, [THOUSAND]),
      '[██████··················] 25% · 5000 reports · 1.4/s · 3 h 00 min left',
    ],
    [
      'nearly done is not done',
      lineAfter(10, 999, 50, [THOUSAND]),
      '[████████████████████████] 99% · 50 reports · 5.0/s · 0 s left',
    ],
    [
      'a file that grew is no more than done',
      lineAfter(10, 2000, 50, [THOUSAND]),
      '[████████████████████████] 100% · 50 reports · 5.0/s · 0 s left',
    ],
    [
      'no time left is claimed in the first second',
      lineAfter(0.5, 250, 50, [THOUSAND]),
      '[██████··················] 25% · 50 reports · 100/s',
    ],
    ['nothing read yet', lineAfter(10, 0, 0, [THOUSAND]), '[························] 0% · 0 reports · 0.0/s'],
    ['standard input: rate only', lineAfter(10, 250, 50, ['-']), '50 reports · 5.0/s'],
    ['files and standard input: rate only', lineAfter(10, 250, 50, [THOUSAND, '-']), '50 reports · 5.0/s'],
    ['inputs that are not there: rate only', lineAfter(10, 250, 50, [join(folder, 'none.txt')]), '50 reports · 5.0/s'],
    ['a narrow terminal has no bar', lineAfter(10, 250, 50, [THOUSAND], 60), '25% · 50 reports · 5.0/s · 30 s left'],
    ['a very narrow one is cut, never wrapped', lineAfter(10, 250, 50, [THOUSAND], 20), '25% · 50 reports ·…'],
  ])('%s', (_, line, expected) => {
    expect(line).toBe(expected)
  })

  it.each([20, 40, 72, 80, 200])('is narrower than a terminal of %d cells', (columns) => {
    expect(displayWidth(lineAfter(99_999, 1, 999_999_999, [THOUSAND], columns))).toBeLessThan(columns)
  })

  it.each([
    ['in a pipe', false, false],
    ['when asked to be quiet', true, true],
  ])('writes nothing %s', (_, quiet, isTTY) => {
    const t = terminal(80, isTTY)
    const bar = progress(quiet, [THOUSAND], { bytes: 500 }, t.stream, t.now)
    t.clock.at = 5000
    bar.update(5, null, 'reports')
    bar.clear()
    expect(t.written).toEqual([])
  })

  it('is drawn at most ten times a second, and is gone at the end', () => {
    const t = terminal(80)
    const bar = progress(false, [THOUSAND], { bytes: 0 }, t.stream, t.now)
    for (let i = 0; i < 1000; i++) {
      t.clock.at = i
      bar.update(i, null, 'reports')
    }
    expect(t.written).toHaveLength(10)
    bar.clear()
    expect(t.written.at(-1)).toBe('\r\x1b[2K')
  })
})

describe('bytes read', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    id: `r${i}`,
    text: `第${i}篇。${'要坚持项目为王。'.repeat(i % 50)}`,
  }))
  const lines = rows.map((r) => `${JSON.stringify(r)}\n`).join('')
  const csv = `id,text\n${rows.map((r) => `${r.id},${r.text}`).join('\n')}\n`
  const files = [
    put('a.txt', rows.map((r) => r.text).join('\n')),
    put('a.html', `<html><body><p>${rows[49]!.text}</p></body></html>`),
    put('a.jsonl', lines),
    put('b.jsonl.gz', gzipSync(lines)),
    put('a.json', JSON.stringify(rows)),
    put('a.csv', csv),
    put('b.csv.gz', gzipSync(csv)),
    put('a.parquet', await toParquet(rows)),
  ]
  const { statSync } = await import('node:fs')
  it.each(files)('are the size of the file once it is read: %s', async (file) => {
    let bytes = 0
    let reports = 0
    for await (const _ of readReports(file, { onBytes: (n) => (bytes += n) })) reports++
    expect(reports).toBeGreaterThan(0)
    expect(Math.round(bytes)).toBe(statSync(file).size)
  })
  it.each([...files, folder])('are the same where several threads share the work: %s', async (input) => {
    let bytes = 0
    for await (const _ of workUnits([input], { onBytes: (n) => (bytes += n) }, () => {}));
    let all = 0
    for (const file of input === folder ? [...files, THOUSAND] : [input]) all += statSync(file).size
    expect(bytes).toBe(all)
  })
  it('of a folder are counted once, JSON of any kind included', async () => {
    put('settings.json', '{"a": 1}')
    let bytes = 0
    for await (const _ of readReports(folder, { onBytes: (n) => (bytes += n) }));
    expect(Math.round(bytes)).toBe([...files, THOUSAND].reduce((n, f) => n + statSync(f).size, 0))
  })
})
