import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/text'

// Pieces that cleaning treats each on its own, so that a slice of the source is cleaned as it was in the whole.
const pieces = [
  '项目',
  '項(xiàng)',
  '會(huì )',
  '強（qiáng）',
  '\u200b',
  '\ufeff\u00ad',
  '為',
  '，',
  '。',
  '𠮷',
  '𡞱',
  '㜢',
  '鮀',
  '\u{2F800}',
  '\uF914',
  '１',
  '％',
  '①',
  '\ud800',
  '\udc00',
  '🔩',
  '\ue000',
  '發展',
  '“五星”',
  '乾隆',
  '\u{E0100}',
  '3',
  'A',
]
const source = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((list) => list.join(''))
const skip = ['furniture', 'damage'] as const

describe('offset map', () => {
  it('is monotone', () => {
    fc.assert(
      fc.property(source, (text) => {
        const clean = cleanText(text, { skip })
        let start = 0
        let end = 0
        for (let i = 0; i < clean.text.length; i++) {
          const span = clean.map.toSource(i, i + 1)
          expect(span.start).toBeGreaterThanOrEqual(start)
          expect(span.end).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          ;({ start, end } = span)
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives a range the ends of its first and last character', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (text, a, b) => {
        const clean = cleanText(text, { skip })
        if (clean.text.length === 0) return
        const [start, last] = [a % clean.text.length, b % clean.text.length].sort((x, y) => x - y) as [number, number]
        const span = clean.map.toSource(start, last + 1)
        expect(span.start).toBe(clean.map.toSource(start, start + 1).start)
        expect(span.end).toBe(clean.map.toSource(last, last + 1).end)
        const empty = clean.map.toSource(start, start)
        expect(empty.end).toBe(empty.start)
      }),
      { numRuns: 2000 },
    )
  })

  it('cleaning the source slice contains the clean slice', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (text, a, b) => {
        // Whether a text counts as traditional, and where its phrases are, is known from the whole only.
        const whole = text.replaceAll('乾隆', '')
        const clean = cleanText(`${whole}發項`, { skip })
        const [start, end] = [a % (clean.text.length + 1), b % (clean.text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const span = clean.map.toSource(start, end)
        const slice = cleanText(clean.source.slice(span.start, span.end), { skip })
        // Half of a surrogate pair and a variation selector read differently once they stand alone.
        if (/[\ud800-\udfff]/.test(clean.source.slice(span.start, span.end))) return
        expect(slice.text).toContain(clean.text.slice(start, end).trim())
      }),
      { numRuns: 2000 },
    )
  })

  it('goes back: the clean characters that touch a source range', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (text, a, b) => {
        const { map, text: cleaned } = cleanText(text, { skip })
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        if (start === end) return
        const touching = Array.from(cleaned, (_, i) => i).filter((i) => {
          if (i >= cleaned.length) return false
          const span = map.toSource(i, i + 1)
          return span.start < end && span.end > start
        })
        const { start: first, end: last } = map.toClean(start, end)
        const units = Array.from({ length: cleaned.length }, (_, i) => i).filter((i) => {
          const span = map.toSource(i, i + 1)
          return span.start < end && span.end > start
        })
        expect(last - first).toBe(units.length)
        if (units.length > 0) expect([first, last - 1]).toEqual([units[0], units.at(-1)])
        expect(touching.length).toBeLessThanOrEqual(units.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('reaches over deletions at both ends', () => {
    const clean = cleanText('\ufeff\u200b項(xiàng)目\u00ad\n\n')
    expect(clean.text).toBe('项目')
    expect(clean.map.toSource(0, 2)).toEqual({ start: 2, end: 11 })
    expect(clean.map.toSource(0, 0)).toEqual({ start: 2, end: 2 })
  })

  it('leads through a repair, a gloss and furniture at once', () => {
    const source =
      '日期: 2021-03-04 来源:云岭日报\n通過和當?shù)攸h委交流，堅(jiān)持項(xiàng)目為王，把各項工作抓緊抓實抓好。②2'
    const { text, map } = cleanText(source)
    const cut = (words: string) => {
      const at = text.indexOf(words)
      const span = map.toSource(at, at + words.length)
      return source.slice(span.start, span.end)
    }
    expect(cut('项目为王')).toBe('項(xiàng)目為王')
    expect(cut('地党')).toBe('?shù)攸h')
    expect(cut('委交流')).toBe('委交流')
  })

  it('keeps lone surrogates and characters outside the basic plane', () => {
    expect(cleanText('𠮷\ud800a\udc00b').text).toBe('𠮷\ud800a\udc00b')
    expect(cleanText('㜢項𠮷').text).toBe('𡞱项𠮷')
  })
})
