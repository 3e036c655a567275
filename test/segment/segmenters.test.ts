import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jiebaWasmSegmenter } from '../../src/node/jieba-wasm-segmenter'
import { nodejiebaSegmenter } from '../../src/node/nodejieba-segmenter'
import { countWords, type Segmenter } from '../../src/segment/index'

const LEXICON = ['项目为王', '“五星”支部'.replace(/[“”]/g, ''), '延链补链强链', '质量发展'].map((word) => ({ word }))
const wasm = jiebaWasmSegmenter(LEXICON)
let native: Segmenter | null = null
try {
  native = nodejiebaSegmenter(LEXICON)
} catch (error) {
  if (process.env['TIFA_MUST_NOT_SKIP']) throw error
  console.warn(`nodejieba's own tests are skipped: ${(error as Error).message}`)
}

const words = (s: Segmenter, text: string) => s.segment(text).map((t) => text.slice(t.start, t.end))
/** Characters that occur in the stock dictionary and around it, with digits, Latin, astral and lone surrogates between. */
const anyText = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'坚持项目为王高质量发展新业态会前服务人民要把的是在市委书记调研强') },
    { weight: 1, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((c) => String.fromCodePoint(c)) },
    { weight: 1, arbitrary: fc.constantFrom('A', '3', '，', '。', ' ', '𠮷', '\ud842', '\n', 'GDP') },
  ),
  maxLength: 60,
})

const backends: [string, Segmenter][] = [
  ['jieba-wasm', wasm],
  ...(native ? [['nodejieba', native] as [string, Segmenter]] : []),
]

describe.each(backends)('segmenter contract: %s', (_, segmenter) => {
  it('tiles any text with UTF-16 spans', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        for (const token of segmenter.segment(text)) {
          expect(token.start).toBe(at)
          expect(token.end).toBeGreaterThan(token.start)
          at = token.end
        }
        expect(at).toBe(text.length)
      }),
      { numRuns: 500 },
    )
  })
  it('keeps digits and Latin in one token each side of Chinese words', () => {
    expect(words(segmenter, '12月GDP增长5.5%')).toEqual(['12', '月', 'GDP', '增长', '5.5%'])
  })
  it('knows the words of the lexicon and only those it was given', () => {
    expect(words(segmenter, '坚持项目为王')).toEqual(['坚持', '项目为王'])
    expect(words(segmenter, '大抓项目')).toEqual(['大', '抓', '项目'])
  })
  it('names backend, version and lexicon', () => {
    expect(segmenter.id).toMatch(/^(nodejieba|jieba-wasm)@\d+\.\d+\.\d+.*\+4:[0-9a-f]{8}$/)
  })
  it('counts Chinese words only', () => {
    expect(countWords(segmenter, '坚持项目为王，2024年GDP增长5%')).toBe(4)
  })
})

describe.skipIf(!native)('nodejieba and jieba-wasm give the same words', () => {
  it('on 20,000 random strings', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(native!, text)).toEqual(words(wasm, text))
      }),
      { numRuns: 20_000 },
    )
  })
  const shared = join(process.env['TIFA_SHARED'] ?? '../shared', 'data/seeds-clean')
  it.skipIf(!existsSync(shared))('on real text', () => {
    for (const file of readdirSync(shared)) {
      const text = readFileSync(join(shared, file), 'utf8')
      expect(words(native!, text)).toEqual(words(wasm, text))
    }
  })
})

describe('one lexicon a process', () => {
  it('a second lexicon is refused instead of changing the first segmenter', () => {
    expect(() => jiebaWasmSegmenter([{ word: '另外' }])).toThrow(/another one is loaded/)
    expect(jiebaWasmSegmenter(LEXICON)).toBe(wasm)
  })
})
