import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Converter as toTraditional } from 'opencc-js/cn2t'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import data from '../../data/text/traditional.json' with { type: 'json' }
import { toSimplified } from '../../src/text'

const oracle = Converter({ from: 't', to: 'cn' })
const characters = [...data.characters, ...'的一是了在我，。AB3\n\ud800\udc00𠮷⿰⿱⿲⿳\uF900\uFA0E', '\u{2F800}']
const phrases = data.phrases.split('|').map((line) => line.split(' ')[0]!)
const piece = fc.oneof(
  fc.constantFrom(...characters),
  fc.constantFrom(...phrases),
  fc.constantFrom(...'⿰⿱⿲⿳⿻', '\uF900', '\u{2F800}', '項', '㜢'),
  fc.tuple(fc.constantFrom(...phrases), fc.nat(4)).map(([phrase, cut]) => phrase.slice(cut)),
  fc.tuple(fc.constantFrom(...phrases), fc.nat(4)).map(([phrase, cut]) => phrase.slice(0, -1 - cut)),
)

describe('traditional to simplified equals OpenCC', () => {
  it('on every character and phrase of the dictionaries', () => {
    for (const text of [...characters, ...phrases]) expect(toSimplified(text)).toBe(oracle(text))
  })
  it('on random strings of characters, phrases and pieces of phrases', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (list) => {
        const text = list.join('')
        expect(toSimplified(text)).toBe(oracle(text))
      }),
      { numRuns: 5000 },
    )
  })
  it('over the edges of the blocks that text is read in', () => {
    for (const phrase of ['乾坤再造', '憑藉着', '㜢'])
      for (let shift = 0; shift < 6; shift++) {
        const text = '項'.repeat((1 << 15) - shift) + phrase + '㜢'.repeat(9) + '項'.repeat(100)
        expect(toSimplified(text)).toBe(oracle(text))
      }
  })

  const corpus = join(process.env['TIFA_SHARED'] ?? '../shared', 'data/xwlb.jsonl.gz')
  it.skipIf(!existsSync(corpus))(`on news converted to traditional, at least five times as fast (${corpus})`, () => {
    const convert = toTraditional({ from: 'cn', to: 't' })
    const texts = gunzipSync(readFileSync(corpus))
      .toString('utf8')
      .split('\n')
      .filter((line, i) => line !== '' && i % 12 === 5)
      .map((line) => convert((JSON.parse(line) as { text: string }).text))
    for (const text of texts) expect(toSimplified(text)).toBe(oracle(text))
    const ratios: number[] = []
    for (let round = 0; round < 5; round++) {
      const start = performance.now()
      for (const text of texts) oracle(text)
      const middle = performance.now()
      for (const text of texts) toSimplified(text)
      ratios.push((middle - start) / (performance.now() - middle))
    }
    const median = ratios.sort((a, b) => a - b)[2]!
    console.log(`traditional to simplified: ${median.toFixed(1)} × opencc-js (median of five alternating rounds)`)
    expect(median).toBeGreaterThan(5)
  })
})
