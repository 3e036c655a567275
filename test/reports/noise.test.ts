// The noise that README.md promises is really in the bytes.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder, inputFiles } from './corpus'

const bytes = (name: string): Buffer => readFileSync(folder + name)
const utf8 = (name: string): string => bytes(name).toString('utf8')
const isUtf8 = (name: string): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes(name))
    return true
  } catch {
    return false
  }
}
const decoded = (name: string, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes(name))
const GLOSS = /[一-鿿]\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/g
const glosses = (name: string): number => utf8(name).match(GLOSS)?.length ?? 0

describe('encodings', () => {
  const legacy: [string, string, string][] = [
    ['2023-03-luze-01.txt', 'gb18030', '藏粮于地'],
    ['2023-05-zeyang-01.txt', 'gb18030', '保交樓'],
    ['2024-01-luze-01.txt', 'gb18030', '项目为王'],
    ['2024-03-web-01.txt', 'gb18030', '同志们'],
    ['2023-04-yunfeng-01.html', 'gb18030', '急难愁盼'],
    ['2023-10-yunfeng-01.html', 'gb18030', '四下基层'],
    ['2024-03-wangxi-01.txt', 'big5', '項目為王'],
    ['2023-12-zeyang-01.txt', 'utf-16le', '項目為王'],
  ]
  it.each(legacy)('%s is %s', (name, encoding, words) => {
    expect(isUtf8(name)).toBe(false)
    expect(decoded(name, encoding)).toContain(words)
  })
  it('all other files are UTF-8', () => {
    const names = legacy.map(([name]) => name)
    expect(inputFiles.filter((f) => !isUtf8(f))).toEqual(names.sort())
  })
  it('byte order marks and line ends', () => {
    expect([...bytes('2023-05-wangxi-01.txt').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect([...bytes('2023-12-zeyang-01.txt').subarray(0, 2)]).toEqual([0xff, 0xfe])
    expect(utf8('2023-04-yuwan-01.txt')).toContain('\r\n')
  })
})

describe('glosses and damage', () => {
  it.each([
    '2023-04-qinglan-01.txt',
    '2023-09-wangxi-01.txt',
    '2023-10-zeyang-03.txt',
    '2023-11-luze-01.txt',
    '2024-05-qinglan-01.txt',
    '2024-07-wangxi-01.txt',
  ])('dense glosses in %s', (name) => expect(glosses(name)).toBeGreaterThan(40))
  it.each(['2023-02-luze-01.txt', '2023-10-qinglan-01.txt', '2024-03-zeyang-01.txt'])(
    'sparse glosses in %s',
    (name) => {
      expect(glosses(name)).toBeGreaterThan(3)
      expect(glosses(name)).toBeLessThan(40)
    },
  )
  it.each([
    ['2023-11-luze-01.txt', '的?liǎn)藴?zhǔn)', '標準'],
    ['2023-09-wangxi-01.txt', '返鄉(xiāng)大?fà)W生', '大學生'],
    ['2024-05-qinglan-01.txt', '結合起?kuì)?', '起來,'],
    ['2023-11-wangxi-01.txt', '不能斷線?？h發', '斷線。縣發'],
    ['2024-09-wangxi-01.txt', '研討?？h委', '研討。縣委'],
    ['2023-06-yunfeng-01.txt', '?。ㄓ浾?貝寧', '（記者 貝寧'],
  ])('%s holds %s', (name, damage, meant) => {
    const text = utf8(name).replace(GLOSS, (m) => m[0]!)
    const plain = damage.replace(GLOSS, (m) => m[0]!)
    expect(text).toContain(plain)
    expect(text).not.toContain(meant)
  })
  it('more closing than opening brackets where a gloss lost its own', () => {
    for (const name of ['2023-04-qinglan-01.txt', '2024-05-qinglan-01.txt', '2024-07-wangxi-01.txt'])
      expect(utf8(name).split(')').length).toBeGreaterThan(utf8(name).split('(').length)
  })
})

describe('pages and records', () => {
  it.each([
    ['2023-07-qinglan-01.html', 'TRS_Editor'],
    ['2023-08-yunfeng-01.html', 'UCAP-CONTENT'],
    ['2023-08-yunfeng-01.html', 'publishdate:2024-11-21'],
    ['2023-11-qinglan-01.html', '<!--enpcontent-->'],
    ['2023-07-qinglan-01.html', '又讯（记者'],
    ['2024-04-luze-01.html', '<meta name="PubDate"'],
  ])('%s holds %s', (name, mark) => expect(utf8(name)).toContain(mark))
  it('twelve records with metadata', () => {
    const rows = utf8('2024-records.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>)
    expect(rows).toHaveLength(12)
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(expect.arrayContaining(['id', 'title', 'date', 'outlet', 'url']))
      expect((row['text'] ?? row['html'])!.length).toBeGreaterThan(280)
    }
  })
})
