import { describe, expect, test } from 'vitest'
import { coverage, frequency, kwic } from '../../src/analysis'
import { quotedPhrases } from '../../src/analysis/quoted-phrases'
import { drawPositions, drawStratified } from '../../src/analysis/sampling'
import { resample } from '../../src/stats'
import { buildStudy, shuffleStudy } from '../observation/build-study'

const study = buildStudy([
  {
    id: 'a',
    date: '2023-02-01',
    place: ['甲省'],
    outlet: '丁报',
    directives: [
      {
        text: '要坚持甲甲，推进“新提法”和“甲甲”建设。',
        mentions: [
          { concept: '甲甲', at: 3 },
          { concept: '甲甲', at: 15, quoted: true },
        ],
        leader: 'L',
      },
      { text: '要抓好“另一提法”、“新提法”。' },
    ],
  },
  { id: 'b', date: '2023-01-01', narrative: ['甲甲'], directives: [{ text: '要推进“新提法”。', leader: 'M' }] },
  { id: 'c', date: '2023-03-01' },
])

describe('kwic', () => {
  test('windows count characters and end at the paragraph', () => {
    const { rows } = kwic(study, { window: 4 })
    expect(rows.map((r) => `${r.report} ${r.left}【${r.key}】${r.right}`)).toEqual([
      'b 【甲甲】，要推进',
      'a 要坚持【甲甲】，推进“',
      'a 法”和“【甲甲】”建设。',
    ])
    expect(kwic(study, { window: 100 }).rows[1]!.right).toBe('，推进“新提法”和“甲甲”建设。')
  })

  test('a directive as context', () => {
    const row = kwic(study, { context: 'directive' }).rows.find((r) => r.quoted)!
    expect(row).toMatchObject({
      left: '要坚持甲甲，推进“新提法”和“',
      key: '甲甲',
      right: '”建设。',
      leader: 'L',
      cue: '强调',
      text: 'clean',
    })
  })

  test('contexts from the source show what was printed', () => {
    const printed = 'XX' + study.reports[0]!.text!
    const shifted = {
      ...study,
      mentions: study.mentions.map((m) => (m.reportId === 'a' ? { ...m, start: m.start + 2, end: m.end + 2 } : m)),
    }
    const { rows } = kwic(shifted, { window: 5, source: (id) => (id === 'a' ? printed : null) })
    expect(rows.map((r) => [r.report, r.left, r.text])).toEqual([
      ['b', '', 'clean'],
      ['a', 'XX要坚持', 'source'],
      ['a', '提法”和“', 'source'],
    ])
  })

  test('surrogate pairs are not cut', () => {
    const wide = buildStudy([
      { id: 'a', directives: [{ text: '要𠮷𠮷甲甲𠮷𠮷', mentions: [{ concept: '甲甲', at: 5 }] }] },
    ])
    expect(kwic(wide, { window: 1 }).rows[0]).toMatchObject({ left: '𠮷', right: '𠮷' })
  })

  test('sorted by the nearest context', () => {
    expect(kwic(study, { window: 3, sort: 'right' }).rows.map((r) => r.right)).toEqual(
      ['”建设', '，推进', '，要推'].sort((x, y) => (x < y ? -1 : 1)),
    )
    expect(kwic(study, { window: 3, sort: 'left' }).rows.map((r) => r.left)).toEqual(['', '”和“', '要坚持'])
  })

  test('a seeded sample, evenly by concept', () => {
    const many = buildStudy(
      Array.from({ length: 60 }, (_, i) => ({ id: `r${i}`, directives: [{ mentions: i < 50 ? ['多'] : ['少'] }] })),
    )
    const drawn = (seed: number) => kwic(many, { sample: 16, seed, stratify: 'concept' }).rows.map((r) => r.mention)
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
    expect(kwic(many, { sample: 16, stratify: 'concept' }).rows.filter((r) => r.concept === '少')).toHaveLength(8)
    expect(kwic(many, { sample: 30, stratify: 'concept' }).rows.filter((r) => r.concept === '少')).toHaveLength(10)
  })

  test('from a row of any table to its lines', () => {
    const table = frequency(study, { resamples: 0 })
    expect(kwic(study, { mentions: table.mentions(table.rows[0]!) }).rows).toHaveLength(3)
  })

  test('without text: the directive, or a null context with its reason', () => {
    const bare = { ...study, reports: study.reports.map(({ text: _, ...r }) => r) }
    const rows = kwic(bare, { window: 2 }).rows
    expect(rows[0]).toMatchObject({ report: 'b', left: null, right: null, key: '甲甲', reason: 'no-text' })
    expect(rows[1]).toMatchObject({ left: '坚持', right: '，推' })
  })

  test.each([
    [{ window: -1 }, /window must be/],
    [{ sort: 'up' }, /sort expects/],
    [{ sample: 0 }, /sample must be/],
    [{ context: 'page' }, /context expects/],
  ])('%j is misuse', (options, message) => {
    expect(() => kwic(study, options as never)).toThrow(message)
  })
})

describe('sampling', () => {
  test('every subset is about equally likely', () => {
    const random = resample.random({ seed: 1 })
    const seen = new Map<string, number>()
    for (let k = 0; k < 6000; k++) {
      const key = drawPositions(4, 2, random).join()
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const n of seen.values()) expect(Math.abs(n - 1000)).toBeLessThan(150)
  })
  test('strata share as evenly as their sizes allow, and nothing is lost', () => {
    const counts = (sizes: number[], n: number) =>
      drawStratified(sizes, n, resample.random({ seed: 3 })).map((list) => list.length)
    expect(counts([100, 100, 2], 32)).toEqual([15, 15, 2])
    expect(counts([5, 5, 5], 100)).toEqual([5, 5, 5])
    expect(counts([9, 9, 9], 4).reduce((a, b) => a + b, 0)).toBe(4)
    expect(counts([], 4)).toEqual([])
  })
})

describe('coverage', () => {
  test('shares of directives, reports, quoted phrases', () => {
    expect(coverage(study).rows).toMatchObject([
      {
        reports: 3,
        reportsWithMention: 2,
        directives: 3,
        directivesWithMention: 1,
        directiveShare: 1 / 3,
        directivesWithCategory: 0,
        quotedPhrases: 5,
        quotedCoded: 1,
        quotedShare: 0.2,
      },
    ])
  })
  test('quoted phrases that no concept covers, by reports', () => {
    expect(coverage(study, { minimum: 1 }).tables.phrases.rows).toMatchObject([
      {
        phrase: '新提法',
        documents: 2,
        directives: 3,
        tokens: 3,
        leaders: 2,
        firstDate: '2023-01-01',
        lastDate: '2023-02-01',
        reports: 3,
      },
      { phrase: '另一提法', documents: 1, directives: 1, tokens: 1 },
    ])
    expect(coverage(study).tables.phrases.rows).toHaveLength(1)
  })
  test('directives without a concept', () => {
    expect(coverage(study).tables.uncoded.rows.map((r) => r.text)).toEqual([
      '要抓好“另一提法”、“新提法”。',
      '要推进“新提法”。',
    ])
  })
  test('by leader', () => {
    expect(
      coverage(study, { by: 'leader' }).rows.map((r) => [
        r.leader,
        r.directives,
        r.directivesWithMention,
        r.reportsWithMention,
      ]),
    ).toEqual([
      ['L', 1, 1, 1],
      ['M', 1, 0, 0],
      [null, 1, 0, 0],
    ])
  })
  test('input order does not matter', () => {
    let seed = 4
    const order = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    const all = (s: typeof study) =>
      JSON.stringify([
        coverage(s).rows,
        coverage(s, { minimum: 1 }).tables.phrases.rows,
        coverage(s).tables.uncoded.rows,
      ])
    expect(all(shuffleStudy(study, order))).toBe(all(study))
  })
})

test.each([
  ['推进“甲乙”和“丙”', ['甲乙']],
  ['“甲乙、丙丁”', ['甲乙、丙丁']],
  ['“甲乙。丙丁”', []],
  ['“甲‘乙乙’丙”', ['乙乙']],
  ['《甲乙》“', []],
  ['「甲乙」『丙丁』', ['甲乙', '丙丁']],
  ['“' + '甲'.repeat(21) + '”', []],
])('quoted phrases of %s', (text, phrases) => {
  expect(quotedPhrases(text).map((p) => text.slice(p.start, p.end))).toEqual(phrases)
})
