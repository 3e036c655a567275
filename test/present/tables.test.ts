import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { toArrow } from '../../src/arrow/index'
import { toParquet } from '../../src/parquet/index'
import { toCsv, toTsv } from '../../src/present/csv'
import { toHtml } from '../../src/present/html'
import { toJson, toNdjson } from '../../src/present/json'
import { toLatex } from '../../src/present/latex'
import { toMarkdown } from '../../src/present/markdown'
import { sparkline } from '../../src/present/sparkline'
import { wrap } from '../../src/present/svg/sheet'
import { ticks } from '../../src/present/svg/ticks'
import { clip, displayWidth, pad } from '../../src/present/width'
import { toXlsx } from '../../src/present/xlsx'

const ROWS = [
  { concept: 'xiang-mu-wei-wang', label: '“项目为王”', n: 3, rate: 0.25, q: null, places: ['甲市', '乙县'] },
  { concept: 'a,b', label: '=1+1', n: 0, rate: 0, q: 0.0004, places: [] },
  { concept: 'c"d', label: 'x\ny', n: 12, rate: 1.5, q: 1, places: ['丙'] },
]

describe('CSV', () => {
  it('is read back by an independent reader', () => {
    const back = Papa.parse<string[]>(toCsv(ROWS, { columns: ['concept', 'label', 'n', 'rate', 'q'] }).trimEnd()).data
    expect(back).toEqual([
      ['concept', 'label', 'n', 'rate', 'q'],
      ['xiang-mu-wei-wang', '“项目为王”', '3', '0.25', ''],
      ['a,b', "'=1+1", '0', '0', '0.0004'],
      ['c"d', 'x\ny', '12', '1.5', '1'],
    ])
  })
  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])('defuses %j as a formula, and leaves numbers alone', (text) => {
    expect(Papa.parse<string[]>(toCsv([{ a: text }]).trimEnd()).data[1]).toEqual([`'${text}`])
    expect(toCsv([{ a: -1 }])).toBe('a\r\n-1\r\n')
  })
  it('starts with a byte order mark only when asked', () => {
    expect(toCsv(ROWS, { bom: true }).charCodeAt(0)).toBe(0xfeff)
    expect(toCsv(ROWS).charCodeAt(0)).toBe('c'.charCodeAt(0))
  })
  it('any text survives the round trip', () => {
    const safe = fc.string({ unit: 'binary' }).filter((s) => !/^[=+\-@\t\r]/.test(s) && !s.includes('\ufeff'))
    fc.assert(
      fc.property(fc.array(fc.record({ a: safe, b: safe }), { minLength: 1 }), (rows) => {
        const back = Papa.parse<string[]>(toCsv(rows), { newline: '\r\n', delimiter: ',' }).data.slice(1, -1)
        expect(back).toEqual(rows.map((r) => [r.a, r.b]))
      }),
    )
  })
  it('TSV has tabs', () => expect(toTsv([{ a: 1, b: 'x' }])).toBe('a\tb\r\n1\tx\r\n'))
  it('names the columns it knows when one is asked for that is not there', () => {
    expect(() => toCsv(ROWS, { columns: ['concept', 'conept'] })).toThrow(/conept/)
  })
  it('columns that only later rows have are not lost', () => {
    expect(toCsv([{ a: 1 }, { a: 2, b: 3 }])).toBe('a,b\r\n1,\r\n2,3\r\n')
  })
})

describe('JSON', () => {
  it('rows and lines', () => {
    expect(JSON.parse(toJson(ROWS))).toEqual(ROWS)
    expect(
      toNdjson(ROWS)
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l)),
    ).toEqual(ROWS)
  })
})

describe('Markdown, HTML, LaTeX', () => {
  it('Markdown columns line up in terminal cells', () => {
    const lines = toMarkdown(ROWS, { columns: ['label', 'n', 'q'] })
      .trimEnd()
      .split('\n')
    expect(new Set(lines.map(displayWidth)).size).toBe(1)
    expect(lines[1]).toMatch(/^\|-+\|-+:\|-+:\|$/)
    expect(lines[2]).toContain('–')
    expect(lines[3]).toContain('<0.001')
  })
  it('Markdown keeps a pipe inside its cell', () => expect(toMarkdown([{ a: 'x|y' }])).toContain('x\\|y'))
  it('HTML escapes everything', () => {
    const html = toHtml([{ a: '<script>alert("1")</script>&' }])
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;')
  })
  it('HTML counts the rows it does not print', () => expect(toHtml(ROWS, { limit: 1 })).toContain('1 of 3 rows'))
  it('LaTeX escapes its special characters and keeps Chinese', () => {
    const tex = toLatex([{ 'a_b%': '100% & 项目为王 #1 {x} ~^\\' }])
    expect(tex).toContain('a\\_b\\%')
    expect(tex).toContain('100\\% \\& 项目为王 \\#1 \\{x\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}')
    expect(tex).toMatch(/\\toprule[\s\S]*\\midrule[\s\S]*\\bottomrule/)
  })
})

describe('files read again by another program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-tables-'))
  let db: Awaited<ReturnType<Awaited<ReturnType<typeof DuckDBInstance.create>>['connect']>>
  beforeAll(async () => {
    db = await (await DuckDBInstance.create(':memory:')).connect()
  })
  const read = async (sql: string) => (await db.runAndReadAll(sql)).getRowObjectsJson()

  it('Parquet by DuckDB', async () => {
    const path = join(folder, 't.parquet')
    writeFileSync(path, await toParquet(ROWS))
    expect(await read(`select label, n, rate, q, places from '${path}'`)).toEqual([
      { label: '“项目为王”', n: '3', rate: 0.25, q: null, places: '甲市;乙县' },
      { label: '=1+1', n: '0', rate: 0, q: 0.0004, places: '' },
      { label: 'x\ny', n: '12', rate: 1.5, q: 1, places: '丙' },
    ])
  })
  it('CSV with a byte order mark by DuckDB', async () => {
    const path = join(folder, 't.csv')
    writeFileSync(path, toCsv(ROWS, { bom: true }))
    const back = await read(`select concept, n, rate from read_csv('${path}', header = true)`)
    expect(back.map((r) => [r['concept'], Number(r['n']), r['rate']])).toEqual([
      ['xiang-mu-wei-wang', 3, 0.25],
      ['a,b', 0, 0],
      ['c"d', 12, 1.5],
    ])
  })
  it('Arrow by apache-arrow', async () => {
    const back = tableFromIPC(await toArrow(ROWS))
    expect(back.numRows).toBe(3)
    expect(back.getChild('n')!.toArray()).toEqual(Int32Array.from([3, 0, 12]))
    expect(back.getChild('label')!.get(0)).toBe('“项目为王”')
    expect(back.getChild('q')!.get(0)).toBe(null)
  })
  it('Excel: a zip whose sheet keeps a formula as text', async () => {
    const bytes = await toXlsx(ROWS)
    expect(String.fromCharCode(bytes[0]!, bytes[1]!)).toBe('PK')
    expect(bytes.length).toBeGreaterThan(1000)
  })
})

describe('measuring text', () => {
  it.each([
    ['项目 A', 6],
    ['“五星”', 8],
    ['', 0],
    ['𠮷', 2],
    ['é', 1],
  ])('displayWidth(%j) = %d', (text, width) => expect(displayWidth(text)).toBe(width))
  it('pads and clips in cells', () => {
    expect(pad('项目', 6)).toBe('项目  ')
    expect(pad('3', 3, 'left')).toBe('  3')
    expect(clip('高质量发展', 7)).toBe('高质量…')
    expect(clip('高质量发展', 10)).toBe('高质量发展')
  })
  it('wraps without losing a character, and no line begins with a closing mark', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'项目为王、“企业”A b') }),
        fc.integer({ min: 12, max: 90 }),
        (text, width) => {
          const lines = wrap(text, width, 12)
          expect(lines.join('')).toBe(text)
          for (const line of lines.slice(1)) expect('、”'.includes(line[0]!)).toBe(false)
        },
      ),
    )
  })
  it('tells a gap from a zero', () => expect(sparkline([0, 1, null, 2, 4])).toBe('▁▂·▄█'))
  it('ticks are round and reach the maximum', () => {
    expect(ticks(0.43)).toEqual([0, 0.2, 0.4, 0.6])
    expect(ticks(7)).toEqual([0, 2, 4, 6, 8])
    expect(ticks(0)).toEqual([0, 1])
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (m) => {
        expect(ticks(m).at(-1)!).toBeGreaterThanOrEqual(m * 0.999)
      }),
    )
  })
})
