import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/text'
import { encodeGbk, traditional } from '../noise/generate'
import { inventedReport } from '../noise/report'

const utf8 = new TextEncoder()
const utf16 = (text: string, littleEndian: boolean, mark = true) => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  Array.from(mark ? `\ufeff${text}` : text, (c, i) => view.setUint16(i * 2, c.charCodeAt(0), littleEndian))
  return bytes
}
const big5 = (() => {
  const decoder = new TextDecoder('big5')
  const table = new Map<string, readonly number[]>()
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = decoder.decode(Uint8Array.of(lead, trail))
      if (c.length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [lead, trail])
    }
  return (text: string) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))))
})()

const report = inventedReport(3)
const codes = (bytes: Uint8Array, options = {}) => decodeBytes(bytes, options).issues.map(({ code }) => code)

describe('bytes to text', () => {
  it.each([
    ['UTF-8', utf8.encode(report), report, 'utf-8', []],
    ['UTF-8 with a mark', utf8.encode(`\ufeff${report}`), report, 'utf-8', []],
    ['UTF-16 little-endian with a mark', utf16(report, true), report, 'utf-16le', []],
    ['UTF-16 big-endian with a mark', utf16(report, false), report, 'utf-16be', []],
    ['GBK, simplified', encodeGbk(report)!, report, 'gb18030', ['encoding-guessed']],
    ['GBK, traditional', encodeGbk(traditional(report))!, traditional(report), 'gb18030', ['encoding-guessed']],
    [
      'GBK, ten characters',
      encodeGbk('县委书记调研重点项目')!,
      '县委书记调研重点项目',
      'gb18030',
      ['encoding-guessed'],
    ],
    [
      'Big5',
      big5('縣委書記調研重點項目，要求全力加快工程進度。'),
      '縣委書記調研重點項目，要求全力加快工程進度。',
      'big5',
      ['encoding-guessed'],
    ],
    [
      'UTF-16 without a mark',
      utf16('2021年3月4日\n县委书记调研重点项目，要坚持项目为王。\n10:30', true, false),
      '2021年3月4日\n县委书记调研重点项目，要坚持项目为王。\n10:30',
      'utf-16le',
      ['encoding-guessed'],
    ],
    ['ASCII', utf8.encode('plain'), 'plain', 'utf-8', []],
  ] as const)('%s', (_, bytes, text, encoding, issues) => {
    const decoded = decodeBytes(bytes)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.issues.map(({ code }) => code)).toEqual(issues)
    expect(new TextDecoder(decoded.encoding).decode(bytes)).toBe(decoded.text)
  })

  it('believes a declaration that fits', () => {
    const html = encodeGbk(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>县委书记调研重点项目</html>',
    )!
    expect(decodeBytes(html)).toMatchObject({ encoding: 'gbk', issues: [] })
    expect(decodeBytes(encodeGbk(report)!, { declared: 'GBK' })).toMatchObject({ text: report, issues: [] })
  })
  it('does not believe one that the bytes contradict, and says so', () => {
    expect(decodeBytes(utf8.encode(report), { declared: 'gb2312' })).toMatchObject({ text: report, encoding: 'utf-8' })
    expect(codes(utf8.encode(report), { declared: 'gb2312' })).toContain('encoding-mismatch')
    expect(decodeBytes(encodeGbk(report)!, { declared: 'utf-8' })).toMatchObject({ text: report, encoding: 'gb18030' })
    expect(codes(encodeGbk(report)!, { declared: 'utf-8' })).toEqual(['encoding-mismatch', 'encoding-guessed'])
    expect(codes(utf8.encode(report), { declared: 'x-nonsense' })).toEqual(['encoding-mismatch'])
  })
  it('does what the caller says', () => {
    expect(decodeBytes(encodeGbk(report)!, { encoding: 'gb18030' })).toMatchObject({ text: report, issues: [] })
    expect(codes(encodeGbk(report)!, { encoding: 'utf-8' })).toEqual(['undecodable-bytes'])
  })
  it('keeps a UTF-8 text with a cut end UTF-8', () => {
    const cut = utf8.encode(report).subarray(0, -1)
    expect(decodeBytes(cut).encoding).toBe('utf-8')
    expect(codes(cut)).toContain('undecodable-bytes')
  })
  it.each([
    ['a PDF', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31)],
    ['an Office file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0)],
    ['zeros', new Uint8Array(1000)],
  ])('%s is binary, not an exception', (_, bytes) => {
    expect(codes(bytes)).toContain('binary')
  })
  it('nothing is empty', () => {
    expect(codes(new Uint8Array())).toEqual(['empty'])
  })
  it('never throws on random bytes', () => {
    let state = 7
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from(
        { length: round },
        () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24,
      )
      const { text, encoding } = decodeBytes(bytes)
      expect(new TextDecoder(encoding).decode(bytes)).toBe(text)
    }
  })
})
