import { describe, expect, it } from 'vitest'
import { type LintFinding, lintVocabulary } from '../../src/vocabulary/index'
import { make } from './make'

const codes = (findings: LintFinding[]) => findings.map((f) => `${f.severity} ${f.code} ${f.concept}.${f.field}`)

describe('lintVocabulary', () => {
  it('has nothing to say of a sound vocabulary', () => {
    expect(
      lintVocabulary(
        make('项目为王', {
          prefLabel: '两新',
          guards: [{ not: ['两新组织'] }],
          examples: { positive: ['支持两新'], negative: ['两新组织'] },
        }),
      ),
    ).toEqual([])
  })

  it.each<[string, Parameters<typeof make>, string[]]>([
    ['one character', ['要'], ['warning one-character a.prefLabel']],
    ['marks only', [{ prefLabel: '甲乙', altLabels: ['“”、'] }], ['error never-matches a.altLabels']],
    ['a mark that divides', ['甲。乙'], ['warning never-matches a.prefLabel']],
    ['the same label twice', [{ prefLabel: '“甲乙”丙', altLabels: ['甲乙丙'] }], ['info duplicate a.altLabels']],
    ['two labels that differ in separators are meant', [{ prefLabel: '甲乙、丙丁', altLabels: ['甲乙丙丁'] }], []],
    ['colliding after folding', ['甲乙', '“甲乙”'], ['warning colliding a.prefLabel', 'warning colliding b.prefLabel']],
    [
      'colliding but guarded',
      [
        { prefLabel: '甲乙', guards: [{ region: ['41'] }] },
        { prefLabel: '甲乙', guards: [{ region: ['32'] }] },
      ],
      ['warning missing-example a.examples', 'warning missing-example b.examples'],
    ],
    [
      'refused by its own guard',
      [
        {
          prefLabel: '甲乙',
          guards: [{ right: { forbidden: ['丙'] } }],
          examples: { positive: ['甲乙丙'], negative: ['甲乙丙'] },
        },
      ],
      ['error failing-example a.examples.positive.0'],
    ],
    [
      'a label that its guard always refuses',
      [
        {
          prefLabel: '甲乙丙',
          altLabels: ['甲乙'],
          guards: [{ not: ['甲乙', '甲乙丙'] }],
          examples: { positive: ['甲乙'], negative: ['甲乙'] },
        },
      ],
      ['error failing-example a.examples.positive.0', 'error never-matches a.guards', 'error never-matches a.guards'],
    ],
    [
      'a not phrase without label',
      [{ prefLabel: '甲乙', guards: [{ not: ['丙丁'] }], examples: { positive: ['甲乙'], negative: ['丙丁'] } }],
      ['warning not-without-label a.guards.0.not'],
    ],
    ['ordinary language', [{ prefLabel: '甲乙', ambiguous: ['甲乙'] }], ['info ambiguous-unguarded a.ambiguous']],
    [
      'absorbs what it cannot hold',
      [{ prefLabel: '甲乙', absorbs: ['b'] }, '丙丁'],
      ['warning absorbs-nothing a.absorbs'],
    ],
    [
      'deprecated without a word',
      [{ prefLabel: '甲乙', status: 'deprecated' }],
      ['warning deprecated-without-successor a.replacedBy'],
    ],
    [
      'deprecated for a deprecated one',
      [
        { prefLabel: '甲乙', status: 'deprecated', replacedBy: ['b'] },
        { prefLabel: '丙丁', status: 'deprecated', replacedBy: ['c'] },
        '戊己',
      ],
      ['warning successor-deprecated a.replacedBy'],
    ],
    ['a label freed by deprecation', [{ prefLabel: '甲乙', status: 'deprecated', replacedBy: ['b'] }, '甲乙'], []],
    [
      'guards without examples',
      [{ prefLabel: '甲乙', guards: [{ quotedOnly: true }], examples: { positive: ['“甲乙”'] } }],
      ['warning missing-example a.examples'],
    ],
  ])('%s', (_, concepts, want) => expect(codes(lintVocabulary(make(...concepts)))).toEqual(want))

  it('says what each example wants', () => {
    const v = make({
      prefLabel: '甲乙丙',
      altLabels: ['甲乙'],
      examples: {
        positive: ['丁丁', { text: '甲乙、甲乙', n: 3 }, { text: '甲乙丙', label: '甲乙' }],
        negative: ['甲乙'],
      },
    })
    expect(lintVocabulary(v).map((f) => f.message)).toEqual([
      'not found in "丁丁"',
      'found 2 times, not 3, in "甲乙、甲乙"',
      'found by "甲乙丙", not "甲乙", in "甲乙丙"',
      '"甲乙" found in "甲乙"',
    ])
  })
  it('an absorbed example is not found', () => {
    const v = make(
      { prefLabel: '甲乙丙', absorbs: ['b'] },
      { prefLabel: '甲乙', examples: { positive: ['甲乙'], negative: ['甲乙丙'] } },
    )
    expect(lintVocabulary(v)).toEqual([])
  })
})
