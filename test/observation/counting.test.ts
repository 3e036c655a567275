import { describe, expect, test } from 'vitest'
import { countByGroup, createTally, eachUnit, itemsOf, observe, segmentAt, tallyItem } from '../../src/observation'
import { buildStudy, type ReportSpec } from './build-study'

const specs: ReportSpec[] = [
  {
    id: 'a',
    place: ['甲省'],
    directives: [
      { mentions: ['p.a/s', 'p.a/s', 'p.b/t'], leader: 'L1', categories: ['p.a', 'q.c'] },
      { mentions: ['p.a/s'], leader: 'L2', categories: ['p.a'] },
    ],
    narrative: ['p.a/s', { concept: 'p.b/t', nestedIn: 'a-m0' }],
  },
  {
    id: 'b',
    place: ['乙省'],
    directives: [{ mentions: [{ concept: 'p.b/t', shadowedBy: 'b-m9' }], leader: 'L1', categories: ['q.d'] }],
  },
  { id: 'c', place: ['乙省'] },
]
const study = buildStudy(specs, ['p.b/never'])

function counts(by: string | undefined, options: Parameters<typeof itemsOf>[1] = {}, byLevel = false) {
  const o = observe(study, by === undefined ? {} : { by })
  const tally = createTally(o)
  return itemsOf(o, options, byLevel).map((item) => {
    const t = tallyItem(o, item, tally)
    return [
      item.id,
      ...o.grouping.groups.map((_, g) =>
        [t.tokens[g], t.nested[g], t.shadowed[g], t.documents[g], t.directives[g], t.segments[g]].join(' '),
      ),
    ]
  })
}

describe('tokens, nested, shadowed, documents, directives, segments', () => {
  test('concepts; one that is never found has its zeros', () => {
    expect(counts(undefined)).toEqual([
      ['p.a/s', '4 0 0 1 2 2'],
      ['p.b/never', '0 0 0 0 0 0'],
      ['p.b/t', '2 1 1 1 1 1'],
    ])
  })

  test('by province', () => {
    expect(counts('province', { concepts: ['p.b/t'] })).toEqual([['p.b/t', '0 0 1 0 0 0', '2 1 0 1 1 1']])
  })

  test('by leader: only what leaders say', () => {
    expect(counts('leader', { concepts: ['p.a/s', 'p.b/t'] })).toEqual([
      ['p.a/s', '2 0 0 1 1 1', '1 0 0 1 1 1'],
      ['p.b/t', '1 0 1 1 1 1', '0 0 0 0 0 0'],
    ])
  })

  test('categories count coded directives; a top category holds its sub-categories once', () => {
    expect(counts(undefined, { categories: 'top' })).toEqual([
      ['p', '6 1 1 1 2 0'],
      ['q', '0 0 0 2 2 0'],
    ])
    expect(counts(undefined, { categories: ['p.a', 'q.d'] })).toEqual([
      ['p.a', '4 0 0 1 2 0'],
      ['q.d', '0 0 0 1 1 0'],
    ])
  })

  test('levels of origin', () => {
    const levelled = {
      ...study,
      concepts: study.concepts.map((c) => (c.id === 'p.a/s' ? { ...c, level: 'central' as const } : c)),
    }
    const o = observe(levelled)
    expect(itemsOf(o, {}, true).map((i) => [i.id, i.mentions.length])).toEqual([
      ['central', 4],
      ['unknown', 2],
    ])
  })

  test.each(['province', 'leader'])('eachUnit visits exactly what the tally counts, by %s', (by) => {
    const o = observe(study, { by })
    const tally = createTally(o)
    for (const options of [{}, { categories: 'sub' as const }, { categories: 'top' as const }])
      for (const item of itemsOf(o, options)) {
        tallyItem(o, item, tally)
        for (const kind of ['tokens', 'documents', 'directives', 'segments'] as const) {
          const seen = new Int32Array(o.grouping.groups.length)
          eachUnit(o, item, kind, (r, d) => {
            const g = by === 'province' ? o.grouping.ofReport[r]! : d < 0 ? -1 : o.grouping.ofDirective[d]!
            if (g >= 0) seen[g]!++
          })
          expect([item.id, kind, ...seen]).toEqual([item.id, kind, ...tally[kind]])
          expect([...countByGroup(o, item, kind)]).toEqual([...tally[kind]])
        }
      }
  })
})

describe('filters', () => {
  const tokens = (filter: object) => observe(study, filter).mentions.length
  test.each([
    [{}, 6],
    [{ zones: ['directive'] }, 4],
    [{ zones: ['narrative'] }, 2],
    [{ stances: ['promoted'] }, 4],
    [{ stances: ['rejected'] }, 0],
    [{ grades: ['generic'] }, 0],
    [{ quotedOnly: true }, 0],
  ])('%j', (filter, n) => {
    expect(tokens(filter)).toBe(n)
  })
})

describe('names', () => {
  const o = observe(study)
  test('by id and by label', () => {
    expect(itemsOf(o, { concepts: ['p.a/s', { label: 'p.b/t' }] }).map((i) => i.id)).toEqual(['p.a/s', 'p.b/t'])
  })
  test.each([
    [{ concepts: ['nobody'] }, /no concept has the id "nobody"/],
    [{ concepts: [{ label: 'nobody' }] }, /no concept has the label/],
    [{ categories: ['z'] }, /has the category "z"/],
    [{ categories: ['p'], concepts: ['p.a/s'] }, /cannot be combined/],
  ])('%j is misuse', (options, message) => {
    expect(() => itemsOf(o, options)).toThrow(message)
  })
})

describe('segments', () => {
  const directive = (text: string, segments: number) =>
    buildStudy([{ id: 'a', directives: [{ text, segments }] }]).directives[0]!
  test.each([
    ['要甲甲；要乙乙；丙丙。', 3, 1, 0],
    ['要甲甲；要乙乙；丙丙。', 3, 5, 1],
    ['要甲甲；要乙乙；丙丙。', 3, 9, 2],
    ['要甲甲。乙乙。”', 2, 7, 1],
    ['要甲甲', 1, 2, 0],
    ['', 0, 0, 0],
  ])('%s', (text, segments, at, expected) => {
    expect(segmentAt(directive(text, segments), at)).toBe(expected)
  })
})

describe('an observation observed again', () => {
  test('groups anew and equals observing the study', () => {
    const first = observe(study, { by: 'province', zones: ['directive'] })
    for (const by of [undefined, 'month', 'leader', ['month', 'province']])
      expect(observe(first, by === undefined ? {} : { by })).toEqual(
        observe(study, { zones: ['directive'], ...(by === undefined ? {} : { by }) }),
      )
    expect(observe(first, { by: 'month' }).mentions).toBe(first.mentions)
  })

  test('options change what it holds', () => {
    const first = observe(study, { zones: ['directive'], coverage: { start: '2023', end: '2023' } })
    expect(observe(first, { zones: ['narrative'] }).mentions).toHaveLength(2)
    expect(observe(first, { reprints: 'all' }).reprints).toBe('all')
    expect(observe(first, { by: 'year' }).grouping.coverage).toMatchObject({ basis: 'supplied' })
    expect(observe(observe(study, { reprints: 'cluster' }), { by: 'outlet' }).reprints).toBe('cluster')
  })
})
