import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMatcher, type Matcher } from '../../../src/vocabulary/matcher/matcher'
import { type Hit, naiveLongest, naiveScan } from './naive'

const all = (m: Matcher, text: string | Uint16Array): Hit[] => {
  const hits: Hit[] = []
  m.scan(text, (pattern, start, end) => hits.push({ pattern, start, end }))
  return hits
}
const longest = (m: Matcher, text: string | Uint16Array): Hit[] => {
  const hits: Hit[] = []
  m.scanLongest(text, (pattern, start, end) => hits.push({ pattern, start, end }))
  return hits
}
const units = (text: string) => Uint16Array.from(text, (_, i) => text.charCodeAt(i))

/** name, patterns, text, all hits, leftmost-longest hits; hits as pattern:start-end. */
const rows: [string, string[], string, string, string][] = [
  ['nothing', [], '稳中求进', '', ''],
  ['empty text', ['稳'], '', '', ''],
  ['empty pattern', ['', '稳中'], '稳中', '1:0-2', '1:0-2'],
  ['whole text', ['稳中求进'], '稳中求进', '0:0-4', '0:0-4'],
  ['at both ends', ['甲乙'], '甲乙丙甲乙', '0:0-2 0:3-5', '0:0-2 0:3-5'],
  [
    'nested suffix',
    ['稳中求进', '求进'],
    '坚持稳中求进',
    '0:1-5 1:3-5'.replace('1-5', '2-6').replace('3-5', '4-6'),
    '0:2-6',
  ],
  ['nested prefix', ['求进', '求进步'], '求进步', '0:0-2 1:0-3', '1:0-3'],
  ['overlap', ['甲乙', '乙丙'], '甲乙丙', '0:0-2 1:1-3', '0:0-2'],
  ['leftmost beats longest', ['甲乙', '乙丙丁戊'], '甲乙丙丁戊', '0:0-2 1:1-5', '0:0-2'],
  ['a late long one replaces several', ['乙丙', '丁戊', '甲乙丙丁戊己'], '甲乙丙丁戊己', '0:1-3 1:3-5 2:0-6', '2:0-6'],
  ['the long one fails', ['乙丙', '丁戊', '甲乙丙丁戊己'], '甲乙丙丁戊庚', '0:1-3 1:3-5', '0:1-3 1:3-5'],
  ['equal patterns', ['甲乙', '甲乙'], '甲乙', '0:0-2 1:0-2', '0:0-2'],
  ['one character', ['要', '要素'], '要要素', '0:0-1 0:1-2 1:1-3', '0:0-1 1:1-3'],
  ['one character beside the failure link', ['乙', '甲乙丙'], '甲乙丁乙', '0:1-2 0:3-4', '0:1-2 0:3-4'],
  ['failure into the middle', ['甲甲乙', '甲乙丙'], '甲甲甲乙丙', '0:1-4 1:2-5', '0:1-4'],
  ['repeats', ['甲甲'], '甲甲甲甲', '0:0-2 0:1-3 0:2-4', '0:0-2 0:2-4'],
  ['surrogate pairs are two units', ['𠮷乙'], '甲𠮷乙', '0:1-4', '0:1-4'],
]

describe('matcher: table', () => {
  it.each(rows)('%s', (_, patterns, text, wantAll, wantLongest) => {
    const show = (hits: Hit[]) => hits.map((h) => `${h.pattern}:${h.start}-${h.end}`).join(' ')
    const matcher = compileMatcher(patterns)
    expect(show(all(matcher, text))).toBe(wantAll)
    expect(show(longest(matcher, text))).toBe(wantLongest)
    expect(naiveScan(patterns, text)).toEqual(all(matcher, text))
    expect(naiveLongest(patterns, text)).toEqual(longest(matcher, text))
  })
})

describe('matcher: equal to the naive search', () => {
  const letters = (n: number) => fc.constantFrom(...'甲乙丙丁戊己庚辛'.slice(0, n))
  const cases = (n: number, min: number) =>
    fc.tuple(
      fc.array(
        fc.array(letters(n), { minLength: min, maxLength: 7 }).map((a) => a.join('')),
        { maxLength: 12 },
      ),
      fc.array(letters(n), { maxLength: 80 }).map((a) => a.join('')),
    )
  it.each([
    [2, 1],
    [2, 2],
    [3, 2],
    [8, 1],
    [8, 2],
  ])('%i letters, patterns of %i and more', (n, min) => {
    fc.assert(
      fc.property(cases(n, min), ([patterns, text]) => {
        const matcher = compileMatcher(patterns)
        expect(all(matcher, text)).toEqual(naiveScan(patterns, text))
        expect(longest(matcher, text)).toEqual(naiveLongest(patterns, text))
        expect(all(matcher, units(text))).toEqual(all(matcher, text))
      }),
      { numRuns: 400 },
    )
  })

  it('any code units at all', () => {
    const text = fc.array(fc.integer({ min: 0, max: 65535 }), { maxLength: 30 }).map((a) => String.fromCharCode(...a))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, text, (patterns, before, after) => {
        const whole = before + patterns.join('') + after
        expect(all(compileMatcher(patterns), whole)).toEqual(naiveScan(patterns, whole))
      }),
    )
  })
})

describe('matcher: long texts', () => {
  // Longer than one piece: cut at characters that no pattern holds, or not at all where there is none.
  it.each([
    ['with gaps', '甲乙丙，'],
    ['without gaps', '甲乙丙'],
  ])('%s', (_, unit) => {
    const text = unit.repeat(9000)
    const hits = all(compileMatcher(['丙甲', '甲乙', '丙，甲'.slice(0, unit.length === 4 ? 2 : 1)]), text)
    expect(hits.filter((h) => h.pattern === 1)).toHaveLength(9000)
    expect(hits.filter((h) => h.pattern === 0)).toHaveLength(unit.length === 4 ? 0 : 8999)
    for (const h of hits.slice(-3)) expect(text.slice(h.start, h.end)).toHaveLength(h.end - h.start)
    expect(hits.every((h, i) => i === 0 || h.end >= hits[i - 1]!.end)).toBe(true)
  })

  it('can be used again from inside a callback', () => {
    const matcher = compileMatcher(['甲乙'])
    const seen: number[] = []
    matcher.scan('甲乙甲乙', (_, start) => matcher.scan('丙甲乙', (__, inner) => seen.push(start, inner)))
    expect(seen).toEqual([0, 1, 2, 1])
    expect(all(matcher, '甲乙')).toHaveLength(1)
  })

  it('does not slow down where prefixes repeat', () => {
    // One long near-pattern at every place: a walk from each start would take 400 steps a character.
    const matcher = compileMatcher([`${'甲'.repeat(400)}乙`])
    const text = '甲'.repeat(400_000)
    const began = performance.now()
    expect(all(matcher, text)).toEqual([])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('matcher: where pieces of a long text meet', () => {
  // 8,192 units a piece: patterns are put over the seam at every offset, with and without others around them.
  it.each([
    ['long patterns', ['甲乙丙丁戊己', '乙丙', '丁戊己庚', '己']],
    ['no single characters', ['甲乙丙丁戊己', '乙丙', '丁戊己庚']],
  ])('%s', (_, patterns) => {
    const matcher = compileMatcher(patterns)
    for (let offset = 8192 - 9; offset <= 8192 + 3; offset++) {
      const text = `${'辛'.repeat(offset)}甲乙丙丁戊己庚${'辛'.repeat(20)}`
      const want = naiveScan(patterns, '甲乙丙丁戊己庚').map((h) => ({
        ...h,
        start: h.start + offset,
        end: h.end + offset,
      }))
      expect(all(matcher, text)).toEqual(want)
      expect(all(matcher, units(text))).toEqual(want)
      expect(longest(matcher, text).map((h) => h.pattern)).toEqual(
        naiveLongest(patterns, '甲乙丙丁戊己庚').map((h) => h.pattern),
      )
    }
  })
  it('a pattern longer than a piece', () => {
    const long = '甲乙'.repeat(6000)
    const matcher = compileMatcher([long, '乙丙'])
    const text = `${'甲乙'.repeat(3000)}丙${long}丙${'甲乙'.repeat(20_000)}`
    const hits = all(matcher, text)
    expect(hits.filter((h) => h.pattern === 1).map((h) => h.start)).toEqual([5999, 18_000])
    expect(hits.filter((h) => h.pattern === 0)).toHaveLength(1 + 14_001)
  })
})
