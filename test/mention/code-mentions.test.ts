import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, codeMentions } from '../../src/mention/index'
import type { Segmenter } from '../../src/segment/segmenter'
import { make } from '../vocabulary/make'
import { marked } from './marked-report'

const vocabulary = make(
  { id: 'xmww', prefLabel: '项目为王', category: 'project.drive' },
  { id: 'wx', prefLabel: '五星支部', grade: 'generic' },
  { id: 'cjq', prefLabel: '产业集聚区', absorbs: ['cj'] },
  { id: 'cj', prefLabel: '产业集聚' },
  { id: 'zj', prefLabel: '稳中求进' },
  { id: 'zjj', prefLabel: '稳中求进总基调' },
)
const code = (text: string, options = {}, more = {}) => {
  const { report, directives } = marked(text, options)
  return codeMentions(report, directives, vocabulary, more)
}

describe('codeMentions: rows', () => {
  it('every column', () => {
    expect(code('#标题说项目为王\n他说：⟦要创建“五星”支部。⟧')).toEqual([
      {
        id: 'r#m0',
        reportId: 'r',
        directiveId: null,
        paragraph: 0,
        concept: 'xmww',
        label: '项目为王',
        category: 'project.drive',
        surface: '项目为王',
        form: '项目为王',
        start: 3,
        end: 7,
        cleanStart: 3,
        cleanEnd: 7,
        field: 'text',
        zone: 'title',
        stance: 'narrated',
        stanceEvidence: null,
        relayedFrom: null,
        quoted: false,
        grade: 'core',
        nestedIn: null,
        shadowedBy: null,
        boundaryAgreement: null,
      },
      expect.objectContaining({
        id: 'r#m1',
        directiveId: 'r#d0',
        paragraph: 1,
        surface: '“五星”支部',
        zone: 'directive',
        stance: 'promoted',
        quoted: true,
        grade: 'generic',
      }),
    ])
  })
  it('the surface is what the source prints', () => {
    const [m] = code('要堅(jiān)持項(xiàng)目為王！')
    expect(m).toMatchObject({
      surface: '項(xiàng)目為王',
      form: '项目为王',
      start: 9,
      end: 20,
      cleanStart: 3,
      cleanEnd: 7,
    })
  })
  it('a supplied title has offsets of its own', () => {
    const found = code('正文说项目为王。', { title: '坚持项目为王' })
    expect(found.map((m) => [m.field, m.start, m.end, m.zone])).toEqual([
      ['title', 2, 6, 'title'],
      ['text', 3, 7, 'narrative'],
    ])
    expect('坚持项目为王'.slice(found[0]!.start, found[0]!.end)).toBe(found[0]!.surface)
    expect('正文说项目为王。'.slice(found[1]!.start, found[1]!.end)).toBe(found[1]!.surface)
  })
  it('nested and shadowed point to rows', () => {
    const rows = code('坚持稳中求进总基调，建产业集聚区。')
    expect(rows.map((m) => [m.id, m.concept, m.nestedIn, m.shadowedBy])).toEqual([
      ['r#m0', 'zjj', null, null],
      ['r#m1', 'zj', 'r#m0', null],
      ['r#m2', 'cjq', null, null],
      ['r#m3', 'cj', 'r#m2', 'r#m2'],
    ])
    expect(code('坚持稳中求进总基调', {}, { overlap: 'longest' }).map((m) => m.concept)).toEqual(['zjj'])
  })
  it('nothing in nothing', () => {
    expect(code('')).toEqual([])
    expect(code('没有。')).toEqual([])
  })
})

describe('zones', () => {
  it.each<[string, string[]]>([
    [
      '他说，项目为王。⟦要项目为王。⟧他又说，⟦项目为王⟧，项目为王',
      ['narrative', 'directive', 'directive', 'narrative'],
    ],
    ['⟦项目为⟧王', ['narrative']],
    ['#项目为王\n项目为王', ['title', 'narrative']],
    ['⟦“五星”支部⟧', ['directive']],
  ])('%s', (text, want) => expect(code(text).map((m) => m.zone)).toEqual(want))
  it('directives in any order', () => {
    const { report, directives } = marked('⟦项目为王。⟧中间项目为王。⟦项目为王。⟧')
    const there = codeMentions(report, [...directives].reverse(), vocabulary)
    expect(there.map((m) => m.directiveId)).toEqual(['r#d0', null, 'r#d1'])
  })
})

describe('boundaryAgreement', () => {
  const cutting: Segmenter = {
    id: 'pairs',
    segment: (text) =>
      Array.from({ length: Math.ceil(text.length / 2) }, (_, i) => ({
        start: i * 2,
        end: Math.min(i * 2 + 2, text.length),
        han: true,
      })),
  }
  it('asks whether words begin and end where the formula does, without its marks', () => {
    const of = (text: string) => code(text, {}, { segmenter: cutting }).map((m) => m.boundaryAgreement)
    expect(of('坚持项目为王')).toEqual([true])
    expect(of('要项目为王')).toEqual([false])
    expect(of('要“项目为王”')).toEqual([true])
    expect(of('一行字\n项目为王')).toEqual([true])
  })
})

describe('law: spans', () => {
  it('surface and form are slices, and concepts do not depend on script or glosses', () => {
    const word = fc.constantFrom(
      '项目为王',
      '“五星”支部',
      '产业集聚区',
      '稳中求进总基调',
      '要',
      '，',
      '。',
      '\n',
      '抓好',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join('')
        const glossed = text.replaceAll('项目', '項(xiàng)目').replaceAll('为', '為(wéi)')
        const plain = code(text)
        const rows = code(glossed)
        expect(rows.map((m) => [m.concept, m.form])).toEqual(plain.map((m) => [m.concept, m.form]))
        for (const m of rows) expect(glossed.slice(m.start, m.end)).toBe(m.surface)
        for (const m of plain) expect(text.slice(m.start, m.end)).toBe(m.form)
      }),
      { numRuns: 100 },
    )
  })
})

describe('classify', () => {
  it('a sentence in any script', () => {
    expect(classify('要堅(jiān)持“項(xiàng)目為王”', vocabulary)).toEqual([
      {
        concept: 'xmww',
        label: '项目为王',
        category: 'project.drive',
        surface: '“項(xiàng)目為王”',
        start: 9,
        end: 22,
        quoted: true,
        nested: false,
        shadowed: false,
      },
    ])
  })
  it('says what is nested and shadowed', () => {
    expect(classify('产业集聚区', vocabulary).map((c) => [c.concept, c.nested, c.shadowed])).toEqual([
      ['cjq', false, false],
      ['cj', true, true],
    ])
    expect(classify('', vocabulary)).toEqual([])
  })
})
