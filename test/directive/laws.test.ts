import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDirectives, reviewDirectives } from '../../src/directive/index'
import { readGoldens, reportOf } from './golden'

const sentences = readGoldens()
  .flatMap((g) => g.text.split(/(?<=[。；\n])/))
  .filter((s) => s.length > 1)
const pieces = [...sentences, '“', '”', '要', '强调', '，', '：', '\n', '（', '他', '会议', '不', '是', '。']
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))

test('units are slices of the text, in order, apart from one another', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0
      for (const d of findDirectives(reportOf(text))) {
        expect(text.slice(d.cleanStart, d.cleanEnd)).toBe(d.text)
        expect(d.cleanStart).toBeGreaterThanOrEqual(last)
        expect(d.cleanEnd).toBeGreaterThan(d.cleanStart)
        last = d.cleanEnd
      }
    }),
    { numRuns: 300 },
  )
})

test('the review finds the same directives, and covers every 要 that opens none', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const report = reportOf(text)
      const review = reviewDirectives(report)
      expect(review.directives).toEqual(findDirectives(report))
      for (let i = text.indexOf('要'); i >= 0; i = text.indexOf('要', i + 1)) {
        const opens = review.directives.some((d) => d.cleanStart <= i && i < d.cleanEnd)
        const listed = review.rejected.some((r) => r.cleanStart <= i && i < r.cleanEnd)
        expect(opens || listed, `要 at ${i} of ${text}`).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('what stands in a later report does not change an earlier one read before it', () => {
  const [a, b] = ['县委书记陆庆阳强调，要抓项目。', '他强调，要抓招商。县长沈文博陪同。']
  const alone = findDirectives(reportOf(b))
  findDirectives(reportOf(a))
  expect(findDirectives(reportOf(b))).toEqual(alone)
})

test.each([
  '“',
  '（',
  '要',
  '强调，',
  '“要加强。',
  '陆庆阳强调',
  '一要',
  '县委书记陆庆阳说，“',
  '，',
  '是',
  '的',
  '会议强调要',
  '《',
  '同期声：',
  '书记强调，要',
])('time grows in step with length on %s repeated', (unit) => {
  const time = (n: number) => {
    const report = reportOf(`县委书记陆庆阳强调，${unit.repeat(n)}`)
    let best = Number.POSITIVE_INFINITY
    for (let k = 0; k < 3; k++) {
      const from = performance.now()
      reviewDirectives(report)
      best = Math.min(best, performance.now() - from)
    }
    return best
  }
  time(500)
  const short = time(2_000)
  const long = time(16_000)
  // Eight times the text; quadratic work would take 64 times as long.
  expect(long / Math.max(short, 1)).toBeLessThan(32)
})
