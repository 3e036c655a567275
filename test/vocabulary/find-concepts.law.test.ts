import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConceptInput, findConcepts, type OverlapPolicy } from '../../src/vocabulary/index'
import { make } from './make'
import { naiveFind } from './naive-find'

const letters = fc.constantFrom(...'甲乙丙丁')
const word = (min: number, max: number) => fc.array(letters, { minLength: min, maxLength: max }).map((a) => a.join(''))
const label = fc.oneof(
  word(1, 6),
  fc.tuple(word(1, 3), fc.constantFrom('、', '，'), word(1, 3)).map((a) => a.join('')),
  word(2, 3).map((w) => `“${w}”`),
)
const strings = fc.array(word(1, 2), { minLength: 1, maxLength: 2 })
const guard = fc.oneof(
  fc.constant({ quotedOnly: true as const }),
  strings.map((forbidden) => ({ left: { forbidden } })),
  strings.map((required) => ({ left: { required } })),
  strings.map((forbidden) => ({ right: { forbidden } })),
  strings.map((required) => ({ right: { required }, quotedOnly: true as const })),
  fc.array(word(2, 5), { minLength: 1, maxLength: 2 }).map((not) => ({ not })),
  strings.map((required) => ({ context: { required, within: 'sentence' as const } })),
  strings.map((forbidden) => ({ context: { forbidden, within: 'sentence' as const } })),
)
const concept = fc.record({
  prefLabel: label,
  altLabels: fc.array(label, { maxLength: 2 }),
  guards: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(guard, { minLength: 1, maxLength: 2 }) },
  ),
})
const text = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: letters },
      { weight: 1, arbitrary: fc.constantFrom('、', '，', '“', '”', '。', '”“') },
    ),
    { maxLength: 30 },
  )
  .map((a) => a.join(''))

describe('findConcepts equals the naive oracle', () => {
  it.each(['nested', 'longest', 'all'] as const)('policy %s', (overlap: OverlapPolicy) => {
    fc.assert(
      fc.property(fc.array(concept, { minLength: 1, maxLength: 4 }), text, (concepts, text) => {
        const vocabulary = make(...(concepts as (Partial<ConceptInput> & { prefLabel: string })[]))
        const found = findConcepts(text, vocabulary, { overlap }).map((m) => ({
          concept: m.concept.id,
          start: m.innerStart,
          end: m.innerEnd,
        }))
        // 和 与 及 are not among the letters, so forms with a conjunction cannot be found here.
        expect(found).toEqual(naiveFind(text, vocabulary.concepts, overlap))
      }),
      { numRuns: 600 },
    )
  })
})

describe('counting law', () => {
  it('adding a concept without absorbs changes no other concept', () => {
    fc.assert(
      fc.property(
        fc.array(concept, { minLength: 1, maxLength: 4 }),
        concept,
        fc.nat(4),
        text,
        (concepts, added, at, text) => {
          const named = concepts.map((c, i) => ({ ...c, id: `c${i}` })) as (Partial<ConceptInput> & {
            prefLabel: string
          })[]
          const more = [...named]
          more.splice(Math.min(at, named.length), 0, { ...added, id: 'new' } as (typeof named)[number])
          for (const overlap of ['nested', 'all'] as const) {
            const counted = (v: ReturnType<typeof make>) =>
              findConcepts(text, v, { overlap })
                .filter((m) => m.concept.id !== 'new' && m.shadowedBy === null)
                .map((m) => [m.concept.id, m.label, m.start, m.end, m.quoted])
                .sort()
            expect(counted(make(...more))).toEqual(counted(make(...named)))
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  it('a concept that absorbs changes only what it absorbs', () => {
    fc.assert(
      fc.property(fc.array(concept, { minLength: 2, maxLength: 4 }), text, (concepts, text) => {
        const named = concepts.map((c, i) => ({ ...c, id: `c${i}` })) as (Partial<ConceptInput> & {
          prefLabel: string
        })[]
        const absorbing = named.map((c, i) => (i === 0 ? { ...c, absorbs: ['c1'] } : c))
        const counted = (v: ReturnType<typeof make>, only?: string) =>
          findConcepts(text, v)
            .filter((m) => m.shadowedBy === null && (only ? m.concept.id === only : m.concept.id !== 'c1'))
            .map((m) => [m.concept.id, m.start, m.end])
        expect(counted(make(...absorbing))).toEqual(counted(make(...named)))
        const left = counted(make(...absorbing), 'c1')
        const all = counted(make(...named), 'c1')
        const outer = counted(make(...named), 'c0')
        for (const m of all) {
          const inside = outer.some(([, s, e]) => s! <= m[1]! && m[2]! <= e!)
          expect(left.some((l) => l[1] === m[1] && l[2] === m[2]) || inside).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('findConcepts: spans', () => {
  it('every span reads as its label once marks are dropped, and marks at the edges are its own', () => {
    fc.assert(
      fc.property(fc.array(concept, { minLength: 1, maxLength: 4 }), text, (concepts, text) => {
        const bare = (s: string) => s.replaceAll(/[“”、，]/g, '')
        for (const m of findConcepts(text, make(...(concepts as (Partial<ConceptInput> & { prefLabel: string })[])))) {
          expect(bare(text.slice(m.innerStart, m.innerEnd))).toBe(bare(m.label))
          expect(bare(text.slice(m.start, m.innerStart) + text.slice(m.innerEnd, m.end))).toBe('')
          expect(m.innerStart - m.start).toBeLessThanOrEqual(1)
          expect(m.end - m.innerEnd).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})
