import { describe, expect, expectTypeOf, it } from 'vitest'
import { TifaError } from '../../src/error'
import { conceptFields } from '../../src/vocabulary/fields'
import { compileVocabulary, defineVocabulary, findConcept, findConcepts } from '../../src/vocabulary/index'
import { conceptSchema } from '../../src/vocabulary/schema'
import { sha256 } from '../../src/vocabulary/sha-256'

const mine = defineVocabulary({
  id: 'mine',
  version: '1',
  categories: { project: { zh: '项目建设', en: 'project construction', sub: { drive: '项目推进' } } },
  concepts: [
    { id: 'xmww', prefLabel: '项目为王', category: 'project.drive' },
    { id: 'wcq', prefLabel: '“五星”支部', altLabels: ['五星支部创建'], category: 'project.drive', absorbs: ['xmww'] },
  ],
})

const message = (f: () => unknown): string => {
  try {
    f()
  } catch (error) {
    expect(error).toBeInstanceOf(TifaError)
    return (error as Error).message
  }
  return 'no error'
}
/** What a program in plain JavaScript may hand over. */
const define = (concepts: unknown, rest: object = {}) =>
  message(() => defineVocabulary({ id: 'v', version: '1', concepts, ...rest } as never))

describe('types', () => {
  it('ids are a literal union', () => {
    expectTypeOf(mine.concepts[0]!.id).toEqualTypeOf<'xmww' | 'wcq'>()
    expectTypeOf(findConcepts('项目为王', mine)[0]!.concept.id).toEqualTypeOf<'xmww' | 'wcq'>()
    expectTypeOf(compileVocabulary(mine)).toEqualTypeOf(mine)
  })
  it('a wrong id or category does not compile', () => {
    const scheme = { project: { zh: '项目', en: 'project', sub: { drive: '推进' } } } as const
    const a = { id: 'a', prefLabel: '甲乙', category: 'x.y' } as const
    const head = { id: 'v', version: '1' } as const
    // @ts-expect-error no such concept
    expect(() => findConcept(mine, 'xmwv')).toThrow(TifaError)
    // @ts-expect-error absorbs names no concept of this vocabulary
    expect(() => defineVocabulary({ ...head, concepts: [{ ...a, absorbs: ['b'] }] })).toThrow(TifaError)
    // @ts-expect-error no such category
    expect(() => defineVocabulary({ ...head, categories: scheme, concepts: [a] })).toThrow(TifaError)
    // @ts-expect-error no such field
    expect(() => defineVocabulary({ ...head, concepts: [{ ...a, colour: 'red' }] })).toThrow(TifaError)
    // @ts-expect-error a level is one of four words
    expect(defineVocabulary({ ...head, concepts: [{ ...a, level: 'town' }] })).toBeDefined()
  })
})

describe('run-time checks for plain JavaScript', () => {
  it.each<[string, unknown, string]>([
    ['no list', 'x', 'v: field concepts: expected a list'],
    [
      'missing fields',
      [{ id: 'a' }],
      'v: concept "a": field prefLabel: missing\nv: concept "a": field category: missing',
    ],
    [
      'a nameless concept',
      [{}],
      'v: concept 1: field id: missing\nv: concept 1: field prefLabel: missing\nv: concept 1: field category: missing',
    ],
    [
      'a label that is no text',
      [{ id: 'a', prefLabel: 3, category: 'x.y' }],
      'v: concept "a": field prefLabel: expected a text',
    ],
    [
      'labels as one text',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', altLabels: '乙' }],
      'v: concept "a": field altLabels: expected a list of texts',
    ],
    [
      'a field misspelt',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', altLabel: ['乙'] }],
      'v: concept "a": field altLabel: unknown',
    ],
    [
      'an id twice',
      [
        { id: 'a', prefLabel: '甲', category: 'x.y' },
        { id: 'a', prefLabel: '乙', category: 'x.y' },
      ],
      'v: concept "a": field id: used twice',
    ],
    [
      'a dangling link',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', replaces: ['b'] }],
      'v: concept "a": field replaces: there is no concept "b"',
    ],
    [
      'a link to itself',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', absorbs: ['a'] }],
      'v: concept "a": field absorbs: names the concept itself',
    ],
    [
      'a guard for a foreign label',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', guards: [{ labels: ['乙'], quotedOnly: true }] }],
      'v: concept "a": field guards.0.labels: "乙" is no label of this concept',
    ],
    [
      'a slot without a gap',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', slots: ['以引领'] }],
      'v: concept "a": field slots.0: slot pattern "以引领": expected fixed text, then … (a gap) once or more, as in 以…引领…',
    ],
    [
      'a slot of single characters',
      [{ id: 'a', prefLabel: '甲', category: 'x.y', slots: ['以…为…'] }],
      'v: concept "a": field slots.0: slot pattern "以…为…": expected a piece of two characters or more',
    ],
  ])('%s', (_, concepts, want) => expect(define(concepts)).toBe(want))
  it('a category outside the scheme', () => {
    const categories = { x: { zh: '甲', en: 'x', sub: { y: '乙' } } }
    expect(define([{ id: 'a', prefLabel: '甲', category: 'x.z' }], { categories })).toBe(
      'v: concept "a": field category: "x.z" is not in the scheme',
    )
  })
  it('no version', () => expect(define([], { version: undefined })).toBe('v: field version: expected a text'))
  it('says how many more', () => {
    const lines = define(Array.from({ length: 25 }, (_, i) => ({ id: `c${i}`, prefLabel: '甲' }))).split('\n')
    expect(lines).toHaveLength(21)
    expect(lines[20]).toBe('… and 5 more')
  })
})

describe('findConcept', () => {
  it('by id and by any label, whatever its marks and script', () => {
    expect(findConcept(mine, 'xmww').prefLabel).toBe('项目为王')
    for (const label of ['五星支部', '「五星」支部', '五星支部創建', '項目為王'])
      expect(findConcept(mine, { label }).id).toBeTypeOf('string')
  })
  it('says what is near', () => {
    expect(message(() => findConcept(mine, { label: '五星' }))).toBe(
      'no concept of vocabulary "mine" has the label "五星"; near it: wcq (“五星”支部)',
    )
    expect(message(() => findConcept(mine, 'xm' as 'xmww'))).toBe(
      'vocabulary "mine" has no concept "xm"; near it: xmww (项目为王)',
    )
  })
  it('asks for an id where a label is shared', () => {
    const v = defineVocabulary({
      id: 'v',
      version: '1',
      concepts: [
        { id: 'a', prefLabel: '甲乙', category: 'x.y' },
        { id: 'b', prefLabel: '“甲乙”', category: 'x.y' },
      ],
    })
    expect(message(() => findConcept(v, { label: '甲乙' }))).toBe(
      'the label "甲乙" belongs to several concepts of vocabulary "v": a, b; use an id',
    )
  })
})

describe('compiling', () => {
  it('is frozen, and once', () => {
    expect(Object.isFrozen(mine)).toBe(true)
    expect(Object.isFrozen(mine.concepts)).toBe(true)
    expect(Object.isFrozen(mine.concepts[0])).toBe(true)
    expect(compileVocabulary(mine)).toBe(mine)
    const plain = { ...mine, hash: undefined } as never as Omit<typeof mine, 'hash'>
    delete (plain as { hash?: unknown }).hash
    expect(compileVocabulary(plain)).toBe(compileVocabulary(plain))
  })
  it('the hash is of what decides counts, in any order', () => {
    const of = (concepts: object[]) => defineVocabulary({ id: 'v', version: '1', concepts: concepts as never }).hash
    const a = { id: 'a', prefLabel: '甲乙', category: 'x.y' }
    const b = { id: 'b', prefLabel: '丙丁', category: 'x.y' }
    expect(of([a, b])).toBe(of([b, { ...a, gloss: 'first', firstSeen: 2020, examples: { positive: ['甲乙'] } }]))
    for (const change of [
      { altLabels: ['甲'] },
      { category: 'x.z' },
      { grade: 'generic' },
      { guards: [{ quotedOnly: true }] },
      { slots: ['甲…乙丙'] },
      { absorbs: ['b'] },
      { status: 'deprecated' },
    ])
      expect(of([{ ...a, ...change }, b])).not.toBe(of([a, b]))
  })
  it('5,000 concepts in less than a second', () => {
    // Four-character labels over a few hundred characters, with two variants each: many shared prefixes, as in real lists.
    let seed = 1
    const next = (n: number) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n
    const label = () => Array.from({ length: 4 + next(6) }, () => String.fromCharCode(0x4e00 + next(400))).join('')
    const concepts = Array.from({ length: 5000 }, (_, i) => ({
      id: `c${i}`,
      prefLabel: label(),
      altLabels: [label(), label()],
      category: 'x.y',
    }))
    const vocabulary = defineVocabulary({ id: 'v', version: '1', concepts })
    const began = process.cpuUsage().user
    compileVocabulary(vocabulary)
    expect(vocabulary.hash).toHaveLength(64)
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(1)
    expect(findConcepts(concepts[4999]!.prefLabel, vocabulary).map((m) => m.concept.id)).toContain('c4999')
  })
})

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000), '41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3'],
  ])('of FIPS 180-4 examples: %#', (text, want) => expect(sha256(text)).toBe(want))
  it('equals the platform', async () => {
    for (const text of ['项目为王', '𠮷'.repeat(17), 'x'.repeat(63), 'x'.repeat(64)]) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
      expect(sha256(text)).toBe(Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join(''))
    }
  })
})

it('the table of fields is the schema', () => {
  expect(Object.keys(conceptFields).sort()).toEqual(Object.keys(conceptSchema.shape).sort())
})
