import { describe, expect, it } from 'vitest'
import { diffVocabulary } from '../../src/vocabulary/index'
import { make } from './make'

const corpus = [
  { id: 'r1', date: '2023-01-05', text: '坚持项目为王，建设产业集聚区，促进产业集聚。' },
  { id: 'r2', date: '2024-03-01', text: '两新组织要支持两新项目，项目为王。' },
  { id: 'r3', date: null, text: '没有提法。' },
]

describe('diffVocabulary: concepts', () => {
  it('added, removed, changed, deprecated', () => {
    const v1 = make(
      { id: 'a', prefLabel: '甲乙' },
      { id: 'b', prefLabel: '丙丁' },
      { id: 'c', prefLabel: '戊己', gloss: 'old' },
      { id: 'd', prefLabel: '庚辛' },
    )
    const v2 = make(
      { id: 'a', prefLabel: '甲乙' },
      { id: 'e', prefLabel: '壬癸' },
      { id: 'c', prefLabel: '戊己', altLabels: ['戊'], gloss: 'new', guards: [{ quotedOnly: true }] },
      { id: 'd', prefLabel: '庚辛', status: 'deprecated' },
    )
    expect(diffVocabulary(v1, v2).concepts).toEqual([
      { concept: 'e', change: 'added', fields: [], labelsAdded: ['壬癸'], labelsRemoved: [] },
      {
        concept: 'c',
        change: 'changed',
        fields: ['labels', 'guards', 'gloss'],
        labelsAdded: ['戊'],
        labelsRemoved: [],
      },
      { concept: 'd', change: 'deprecated', fields: ['status'], labelsAdded: [], labelsRemoved: [] },
      { concept: 'b', change: 'removed', fields: [], labelsAdded: [], labelsRemoved: ['丙丁'] },
    ])
  })
  it('the same vocabulary differs in nothing', () => {
    const v = make('项目为王', '产业集聚')
    expect(diffVocabulary(v, v, { corpus })).toEqual({ concepts: [], counts: [] })
    expect(diffVocabulary(v, v, { corpus: { reports: corpus } })).toEqual({ concepts: [], counts: [] })
  })
})

describe('diffVocabulary: counts and why', () => {
  const v1 = make(
    { id: 'xmww', prefLabel: '项目为王' },
    { id: 'jj', prefLabel: '产业集聚' },
    { id: 'lx', prefLabel: '两新' },
  )
  const why = (v2: ReturnType<typeof make>) =>
    diffVocabulary(v1, v2, { corpus }).counts.map(
      (c) =>
        `${c.concept} ${c.before}→${c.after} (${c.textsBefore}→${c.textsAfter}) ${c.why.map((w) => `${w.cause} ${w.n}`).join(', ')}`,
    )
  const base = v1.concepts.map((c) => ({ id: c.id, prefLabel: c.prefLabel }))

  it.each<[string, Parameters<typeof make>, string[]]>([
    ['a concept more', [...base, { id: 'jjq', prefLabel: '产业集聚区' }], ['jjq 0→1 (0→1) concept-added 1']],
    ['a concept less', base.slice(1), ['xmww 2→0 (2→0) concept-removed -2']],
    ['a guard', [base[0]!, base[1]!, { ...base[2]!, guards: [{ not: ['两新组织'] }] }], ['lx 2→1 (1→1) guard -1']],
    [
      'absorbed',
      [...base, { id: 'jjq', prefLabel: '产业集聚区', absorbs: ['jj'] }],
      ['jj 2→1 (1→1) absorbed -1', 'jjq 0→1 (0→1) concept-added 1'],
    ],
    ['a label more', [base[0]!, base[1]!, { ...base[2]!, altLabels: ['支持'] }], ['lx 2→3 (1→1) label-added 1']],
    [
      'a longer label in its place',
      [base[0]!, { ...base[1]!, altLabels: ['促进产业集聚'] }, base[2]!],
      ['jj 2→2 (1→1) longer-label -1, longer-label 1'],
    ],
  ])('%s', (_, concepts, want) => expect(why(make(...concepts))).toEqual(want))

  it('by cell, with a place to look at', () => {
    const v2 = make(...base.slice(1))
    const { counts } = diffVocabulary(v1, v2, { corpus, by: (r) => r.date?.slice(0, 4) ?? null })
    expect(counts.map((c) => [c.concept, c.cell, c.before, c.after])).toEqual([
      ['xmww', '2023', 1, 0],
      ['xmww', '2024', 1, 0],
    ])
    expect(counts[0]!.why[0]).toMatchObject({
      cause: 'concept-removed',
      label: '项目为王',
      text: 'r1',
      example: '坚持项目为王，建设产业集聚区，促',
    })
  })
  it('the reverse releases what was absorbed', () => {
    const absorbing = make(...base, { id: 'jjq', prefLabel: '产业集聚区', absorbs: ['jj'] })
    const back = diffVocabulary(absorbing, v1, { corpus }).counts
    expect(back.find((c) => c.concept === 'jj')!.why.map((w) => w.cause)).toEqual(['released'])
  })
})
