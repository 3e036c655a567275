import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { differences, resolve } from '../../scripts/oracle.mjs'
import * as stats from '../../src/stats/index'

const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
afterAll(() => rmSync(folder, { recursive: true }))

const tolerance = { abs: 1e-9, rel: 1e-9, fields: { p: { abs: 0.1, rel: 0 } } }

describe('comparing a result with what was expected', () => {
  const cases: [string, unknown, unknown, number][] = [
    ['equal within tolerance', { x: 1 + 1e-10 }, { x: 1 }, 0],
    ['a number off', { x: 1.001 }, { x: 1 }, 1],
    ['a field with its own tolerance', { p: 0.45 }, { p: 0.5 }, 0],
    ['that tolerance inside a list of objects', { rows: [{ p: 0.45 }] }, { rows: [{ p: 0.5 }] }, 0],
    ['a list under a field with its own tolerance', { p: [0.45] }, { p: [0.5] }, 0],
    ['null for null, undefined and NaN', { a: null, c: Number.NaN }, { a: null, b: null, c: null }, 0],
    ['a number where null was expected', { a: 0 }, { a: null }, 1],
    ['null where a number was expected', { a: null }, { a: 0 }, 1],
    ['a field that is not there', {}, { a: 0 }, 1],
    ['the infinities', { a: Infinity, b: -Infinity }, { a: 'inf', b: '-inf' }, 0],
    ['the wrong infinity', { a: -Infinity }, { a: 'inf' }, 1],
    ['a number for an infinity', { a: 1e308 }, { a: 'inf' }, 1],
    ['NaN is not near anything', { a: Number.NaN }, { a: 1 }, 1],
    ['strings and booleans exactly', { a: '甲', b: true }, { a: '甲', b: true }, 0],
    ['another string', { a: '乙' }, { a: '甲' }, 1],
    ['true for 1', { a: true }, { a: 1 }, 1],
    ['lists of another length', { a: [1, 2] }, { a: [1] }, 1],
    ['no list', { a: null }, { a: [] }, 1],
    ['fields that only the result has', { a: 1, note: 'x' }, { a: 1 }, 0],
    ['an object deep down', { a: { b: { c: 2 } } }, { a: { b: { c: 1 } } }, 1],
    ['a name of every object', { a: {} }, { a: { constructor: 1 } }, 1],
  ]
  it.each(cases)('%s', (_, got, expected, wrong) => {
    expect(differences(got, expected, tolerance)).toHaveLength(wrong)
  })
})

describe('finding a statistic by its name', () => {
  it('walks the exports', () => {
    expect(resolve(stats, 'trend.mk')).toBe(stats.trend.mk)
    expect(resolve(stats, 'padjust')).toBe(stats.padjust)
  })
  it.each(['trend', 'trend.none', 'none.mk', 'trend.mk.name', 'constructor', 'trend.toString', ''])(
    'finds no function %j',
    (name) => {
      expect(resolve(stats, name)).toBeUndefined()
    },
  )
})

describe('the command', () => {
  const dist = join(folder, 'stats.mjs')
  writeFileSync(
    dist,
    'export const trend = { mk: ({ y }) => { if (y === null) throw new RangeError("no y"); return { s: y.length } } }',
  )
  const good = { id: 'good', stat: 'trend.mk', input: { y: [1, 2] }, expected: { s: 2 }, tolerance: { abs: 0, rel: 0 } }

  function run(cases: unknown): { status: number | null; lines: string[] } {
    const file = join(folder, 'cases.json')
    writeFileSync(file, JSON.stringify({ meta: {}, cases }))
    return command(file)
  }

  function command(file: string): { status: number | null; lines: string[] } {
    const script = fileURLToPath(new URL('../../scripts/oracle.mjs', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, '--dist', dist], { encoding: 'utf8' })
    return { status, lines: `${stdout}${stderr}`.trim().split('\n') }
  }

  it('closes with the count and 0', () => {
    expect(run([good, { ...good, id: 'again' }])).toEqual({ status: 0, lines: ['2 passed, 0 failed'] })
  })
  it('prints a failing case and exits 1', () => {
    const { status, lines } = run([good, { ...good, id: 'bad', edge: 'n=2', expected: { s: 3 } }])
    expect([status, lines]).toEqual([1, ['bad (n=2)', '  s: expected 3, got 2', '1 passed, 1 failed']])
  })
  it('counts an unknown statistic and an exception as failures', () => {
    const { status, lines } = run([
      { ...good, stat: 'trend.none' },
      { ...good, input: { y: null } },
    ])
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 2 failed'])
  })
  it('says in one line that a file is not there', () => {
    const { status, lines } = command(join(folder, 'none.json'))
    expect([status, lines.length]).toEqual([1, 1])
  })
})
