import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categorise, NO_CATEGORY, type ThemeMention } from '../../src/mention/categorise'
import { themeFiles } from '../../src/mention/themes/theme-files'

const labels = (text: string, mentions: ThemeMention[] = []) => [...categorise(text, mentions, 0).categories].sort()

const mention = (text: string, form: string, category: string, grade: 'core' | 'generic' = 'core'): ThemeMention => ({
  concept: form,
  category,
  grade,
  cleanStart: text.indexOf(form),
  cleanEnd: text.indexOf(form) + form.length,
  stance: 'promoted',
})

describe('categorise', () => {
  it.each([
    // A longer cue silences the shorter inside it.
    ['要抓好安全生产。', 'safety.production'],
    ['要严把食品安全关。', 'safety.food'],
    ['要扛稳粮食安全责任。', 'rural.grain'],
    // Chance meetings of two words are no cue.
    ['要办好人民满意的教育。', 'people.education'],
    ['要做好文化工作。', NO_CATEGORY],
    ['要协调解决资金缺口。', NO_CATEGORY],
    // A frame carries nothing; the order beside it does.
    ['要以主题教育为契机,加快公立医院建设。', 'people.health'],
    ['要按照环保督察要求抓好校车管理。', 'people.education'],
    ['要完善养老服务,为招商引资营造环境。', 'people.care'],
    // Manner beside a theme is not coded; alone it is.
    ['要压实责任,抓好污染防治。', 'ecology.pollution'],
    ['要压实责任,层层抓落实。', 'style.execution'],
    // Nothing fits.
    ['感谢大家。', NO_CATEGORY],
    ['要推动高质量发展。', NO_CATEGORY],
    ['', NO_CATEGORY],
  ])('%s → %s', (text, wanted) => {
    expect(labels(text)).toEqual(wanted.split(' '))
  })

  it('gives several labels to a long unit', () => {
    expect(labels('要统筹抓好春耕备耕、森林防火、信访维稳和项目建设。')).toEqual([
      'project.drive',
      'rural.grain',
      'safety.disaster',
      'safety.stability',
    ])
  })

  it('finds gap cues inside one clause only', () => {
    expect(labels('要化解历史遗留债务。')).toEqual(['macro.finance', 'safety.risk'])
    expect(labels('要化解矛盾,不谈债务,抓好防汛。')).toEqual(['safety.disaster'])
  })

  it('takes the category of a core mention, not of a generic one', () => {
    const text = '要坚持青禾之路不动摇。'
    expect(labels(text, [mention(text, '青禾之路', 'strategy.local')])).toEqual(['strategy.local'])
    expect(labels(text, [mention(text, '青禾之路', 'strategy.local', 'generic')])).toEqual([NO_CATEGORY])
  })

  it('hears no cue inside a core mention, and knows categories of other vocabularies', () => {
    const text = '要落实“就业十条”。'
    expect(labels(text)).toEqual(['people.employment'])
    expect(labels(text, [mention(text, '就业十条', 'mine.own')])).toEqual(['mine.own'])
    expect(labels(text)).toEqual(['people.employment'])
  })

  it('counts a slogan in a frame half, wherever it is said again in full', () => {
    const framed = '要以青禾之路为统领,守望相助。'
    const twice = '要以青禾之路为统领,走好青禾之路。'
    const second = { ...mention(twice, '青禾之路', 'strategy.local'), cleanStart: 12, cleanEnd: 16 }
    expect(labels(framed, [mention(framed, '青禾之路', 'strategy.local')])).toEqual([NO_CATEGORY])
    expect(labels(twice, [mention(twice, '青禾之路', 'strategy.local'), second])).toEqual(['strategy.local'])
  })

  const cues = themeFiles.flatMap((f) => f.themes.flatMap((t) => t.cues.flatMap((g) => g.terms.join(' ').split(' '))))
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...cues),
        fc.constantFrom('要', ',', '。', '以', '为契机', '“', '”', '、', '的', '𠮷', '\n'),
      ),
    )
    .map((parts) => parts.join(''))

  it('shows the span of every label: inside the text, cut out exactly, moved by the offset', () => {
    fc.assert(
      fc.property(texts, fc.nat(5000), (text, offset) => {
        const { categories, evidence } = categorise(text, [], offset)
        expect(new Set(categories).size).toBe(categories.length)
        for (const e of evidence) {
          expect(e.cleanStart).toBeGreaterThanOrEqual(offset)
          expect(e.cleanEnd).toBeLessThanOrEqual(offset + text.length)
          expect(text.slice(e.cleanStart - offset, e.cleanEnd - offset)).toBe(e.term)
        }
        const shown = new Set(evidence.map((e) => e.category))
        expect(categories.filter((c) => c !== NO_CATEGORY).every((c) => shown.has(c))).toBe(true)
        expect([...shown].every((c) => categories.includes(c))).toBe(true)
      }),
    )
  })

  it('does not depend on what was coded before, nor on quotation marks', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const first = categorise(a, [], 0)
        categorise(b, [], 7)
        expect(categorise(a, [], 0)).toEqual(first)
        expect(labels(a.replace(/[“”]/g, ''))).toEqual([...first.categories].sort())
      }),
    )
  })

  it('repeating a directive changes no label', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(labels(`${text}。${text}`)).toEqual(labels(`${text}。`))
      }),
    )
  })
})
