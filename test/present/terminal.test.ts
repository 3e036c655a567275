import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as analysis from '../../src/analysis/index'
import { kwicToTerminal } from '../../src/present/kwic-table'
import { toTerminal } from '../../src/present/terminal'
import { trendToTerminal } from '../../src/present/trend-table'
import { clipStart, displayWidth, foldText } from '../../src/present/width'
import { buildStudy } from '../observation/build-study'
import { sampleStudy } from './result-pictures'

const study = sampleStudy(6)
const quick = { permutations: 9, resamples: 9 }
const lines = analysis.kwic(study, { window: 30 })
const widestLine = (text: string) =>
  Math.max(
    ...text
      .split('\n')
      .filter((l) => !l.startsWith('…'))
      .map(displayWidth),
  )

describe('what is cut', () => {
  it.each([
    ['高质量发展', 10, '高质量发展'],
    ['高质量发展', 9, '…质量发展'],
    ['高质量发展', 8, '…量发展'],
    ['a高质量', 5, '…质量'],
    ['abc', 2, '…c'],
    ['', 4, ''],
  ])('clipStart(%j, %d) = %j', (text, width, cut) => expect(clipStart(text, width)).toBe(cut))
  it('keeps the end, and never exceeds its width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'项目𠮷a，') }),
        fc.integer({ min: 2, max: 20 }),
        (text, width) => {
          const cut = clipStart(text, width)
          expect(displayWidth(cut)).toBeLessThanOrEqual(width)
          expect(text.endsWith(cut.replace(/^…/, ''))).toBe(true)
        },
      ),
    )
  })
  it('foldText loses nothing but the spaces at its breaks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'to', '项目为王。', 'x')),
        fc.integer({ min: 12, max: 40 }),
        (words, width) => {
          const folded = foldText(words.join(' '), width)
          expect(folded.replace(/\s/g, '')).toBe(words.join(''))
          for (const line of folded.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('a KWIC on the terminal', () => {
  it.each([60, 80, 100, 200])('of %d cells keeps the characters next to the keyword', (width) => {
    const printed = kwicToTerminal(lines, { width })
    expect(widestLine(printed)).toBeLessThanOrEqual(width)
    const rows = printed.split('\n').slice(2, 2 + Math.min(40, lines.rows.length))
    rows.forEach((row, i) => {
      const { left, key, right } = lines.rows[i]!
      expect(row).toContain(`${left!.slice(-3)}  ${key}`)
      expect(row).toContain(right!.slice(0, 3))
    })
    const keyAt = rows.map((row, i) => displayWidth(row.slice(0, row.indexOf(`  ${lines.rows[i]!.key} `))))
    expect(new Set(keyAt).size).toBe(1)
  })
  it('counts the lines that it does not print', () => {
    expect(kwicToTerminal(lines, { limit: 3 })).toContain(`… ${lines.rows.length - 3} more lines`)
  })
  it('an empty one is a heading', () => {
    expect(kwicToTerminal(analysis.kwic(buildStudy([{ id: 'a' }])))).toMatch(
      /^date +place +left +key +right +stance\n─/,
    )
  })
})

describe('a result on the terminal', () => {
  const results = (
    [
      analysis.frequency(study),
      analysis.frequency(study, { by: 'city' }),
      analysis.cooccurrence(study),
      analysis.keyness(study, { by: 'city', target: '林山市' }),
      analysis.bursts(study, quick),
      analysis.bursts(study, { ...quick, by: ['quarter', 'city'] }),
      analysis.changePoints(study, quick),
      analysis.diffusion(study),
      analysis.diffusion(study, { concepts: ['c0'] }),
      analysis.drift(study, { by: 'quarter' }),
      analysis.coverage(study),
      analysis.attention(study, { by: 'city' }),
      analysis.sampleForCoding(study, { size: 5 }),
    ] as readonly analysis.Result<object>[]
  ).map((result) => [`${result.kind} by ${result.method.by ?? '–'}`, result] as const)

  it.each(results)('%s fits into 80 cells and names what it leaves out', (_, result) => {
    const [narrow, wide] = [toTerminal(result, { width: 80 }), toTerminal(result, { width: 400 })]
    expect(widestLine(narrow)).toBeLessThanOrEqual(80)
    const headings = (text: string) => text.split('\n')[0]!.trim().split(/ {2,}/)
    const left = /columns not shown: (.*)/.exec(narrow)?.[1]?.split(', ') ?? []
    expect([...headings(narrow), ...left]).toEqual(headings(wide))
    expect(headings(narrow).length).toBeGreaterThan(2)
    expect(headings(wide)).not.toContain('kind')
  })
  it('gives every number of reports its denominator at 80 cells', () => {
    const first = analysis.frequency(study).rows[0]!
    expect(toTerminal(analysis.frequency(study), { width: 80 })).toContain(` ${first.documents}/${first.reports} `)
  })
  it('sums a diffusion of many concepts up, and shows a few unit by unit', () => {
    const many = toTerminal(analysis.diffusion(study), { width: 120 })
    expect(many.split('\n').filter((l) => / \d\/7 /.test(l))).toHaveLength(6)
    expect(toTerminal(analysis.diffusion(study, { concepts: ['c0'] }), { width: 120 })).toContain('甲省/石湾市/北塘县')
  })
  it('keeps its own columns where they are asked for', () => {
    expect(toTerminal(analysis.frequency(study), { columns: ['concept', 'tokens'] })).toMatch(/^concept +tokens\n/)
    expect(toTerminal(analysis.frequency(study), { labels: 'zh' })).toContain('名称')
  })
})

describe('a trend on the terminal', () => {
  const trend = analysis.trend(study, { by: 'month' })
  it.each([60, 80, 100, 160])('fits into %d cells', (width) => {
    expect(widestLine(trendToTerminal(trend, { width }))).toBeLessThanOrEqual(width)
  })
  it.each([60, 160])('of %d cells shows each series whole', (width) => {
    const printed = trendToTerminal(trend, { width })
    expect(printed.match(/[▁▂▃▄▅▆▇█·]{22}/g)).toHaveLength(6)
  })
})
