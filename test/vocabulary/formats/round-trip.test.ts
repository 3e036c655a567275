import jsonld from 'jsonld'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { vocabulary as bundled } from '../../../src/defaults/index'
import {
  defineVocabulary,
  fromSkos,
  loadVocabulary,
  toSkos,
  toVocabularyCsv,
  type Vocabulary,
} from '../../../src/vocabulary/index'

/** Every field of a concept, with everything that is hard to write: quotes, commas, line breaks, backslashes. */
const full = defineVocabulary({
  id: 'full',
  version: '2.1',
  title: 'Every field',
  about: 'With "quotes", a \\ and\na second line.',
  license: 'CC-BY-4.0',
  categories: {
    x: { zh: '甲类', en: 'first', sub: { y: '乙', z: '丙' } },
    w: { zh: '乙类', en: 'second', sub: { v: '丁' } },
  },
  concepts: [
    {
      id: 'a',
      prefLabel: '“三城”建设',
      altLabels: ['“三城”', '三城、三区', '现代化,三城'],
      hiddenLabels: ['三成建设'],
      category: 'x.y',
      grade: 'generic',
      status: 'candidate',
      level: 'municipal',
      placeCode: '4111',
      region: ['河南漯河'],
      firstSeen: 2021,
      gloss: 'three "cities", \\ all at once',
      scopeNote: 'Use for the programme.\nNot for the game.',
      origin: { level: 'municipal', placeCode: '4111', date: '2021-09', source: 'eighth congress' },
      events: [{ type: 'elevated', level: 'provincial', date: '2023', source: 'plenum' }],
      replaces: ['b'],
      partOf: ['c'],
      localises: ['b'],
      absorbs: ['b', 'c'],
      guards: [
        { labels: ['三城'], quotedOnly: true, note: 'homonym' },
        {
          not: ['三城记'],
          left: { forbidden: ['古代'] },
          right: { required: ['建设'] },
          context: { required: ['漯河'], within: 'sentence' },
          dates: { from: '2021', to: '2026-12' },
          region: ['4111'],
        },
      ],
      slots: ['以…引领…', { pattern: '把…贯穿…', gap: 5 }],
      contexts: ['助推“三城”建设'],
      ambiguous: ['三城'],
      examples: { positive: ['推进“三城”建设。', { text: '“三城”联创', label: '三城', n: 1 }], negative: ['三城记'] },
      evidence: { days: 3, first: '20220101', by: { year: [1, 2] } },
    },
    { id: 'b', prefLabel: '双城', category: 'x.z', replacedBy: ['a'], status: 'deprecated' },
    { id: 'c', prefLabel: '互联网+', category: 'w.v' },
  ],
})

/** What a file leaves out: the hash, and fields that nothing is known of. */
const unfilled = function (this: unknown, key: string, value: unknown): unknown {
  const ofConcept =
    typeof this === 'object' && this !== null && ('prefLabel' in this || 'concepts' in this || 'categories' in this)
  return ofConcept && (key === 'hash' || value === null) ? undefined : value
}

const same = (got: Vocabulary, want: Vocabulary) => {
  for (const [i, c] of want.concepts.entries()) expect(got.concepts[i]).toEqual(c)
  expect(got.concepts.length).toBe(want.concepts.length)
}
const sameHead = (got: Vocabulary, want: Vocabulary) => {
  const head = ({ id, version, title, about, license, categories }: Vocabulary) => ({
    id,
    version,
    title,
    about,
    license,
    categories,
  })
  expect(head(got)).toEqual(head(want))
}

describe.each([
  ['every field', full],
  ['the bundled vocabulary', bundled as Vocabulary],
])('%s survives', (_, vocabulary) => {
  const { id, version, categories } = vocabulary
  it('CSV', async () => {
    const csv = toVocabularyCsv(vocabulary)
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const back = await loadVocabulary(csv, { id, version, categories })
    same(back, vocabulary)
    expect(back.hash).toBe((vocabulary as typeof full).hash)
    expect(toVocabularyCsv(back)).toBe(csv)
  })
  it.each(['turtle', 'jsonld'] as const)('SKOS as %s', async (format) => {
    const text = toSkos(vocabulary, { format })
    const back = await fromSkos(text)
    same(back, vocabulary)
    sameHead(back, vocabulary)
    expect(toSkos(back, { format })).toBe(text)
  })
  it('JSON', async () => {
    const back = await loadVocabulary(JSON.stringify(vocabulary, unfilled))
    same(back, vocabulary)
    sameHead(back, vocabulary)
  })
  it('YAML', async () => {
    const { stringify } = await import('yaml')
    const plain = JSON.parse(JSON.stringify(vocabulary, unfilled))
    same(await loadVocabulary(stringify(plain), { name: 'v.yaml' }), vocabulary)
  })
  it('a folder of files', async () => {
    const strip = (value: unknown) => JSON.stringify(value, unfilled)
    const { concepts, ...head } = vocabulary
    const half = Math.ceil(concepts.length / 2)
    const back = await loadVocabulary([
      { name: 'index.json', content: strip(head) },
      { name: 'a.json', content: strip(concepts.slice(0, half)) },
      { name: 'b.csv', content: toVocabularyCsv({ ...vocabulary, concepts: concepts.slice(half) }) },
    ])
    same(back, vocabulary)
    sameHead(back, vocabulary)
  })
})

describe('SKOS is what other programs read', () => {
  it('Turtle parses, and JSON-LD says the same', async () => {
    const key = (s: string, p: string, o: string, detail: string) => `${s} ${p} ${o} ${detail}`
    const fromTurtle = new Parser()
      .parse(toSkos(full))
      .map((q) =>
        key(
          q.subject.value,
          q.predicate.value,
          q.object.value,
          q.object.termType === 'Literal' ? `${q.object.language}^${q.object.datatype.value}` : '',
        ),
      )
    const nquads = (await jsonld.toRDF(JSON.parse(toSkos(full, { format: 'jsonld' })), {
      format: 'application/n-quads',
    })) as unknown as string
    const fromJson = new Parser({ format: 'N-Quads' })
      .parse(nquads)
      .map((q) =>
        key(
          q.subject.value,
          q.predicate.value,
          q.object.value,
          q.object.termType === 'Literal' ? `${q.object.language}^${q.object.datatype.value}` : '',
        ),
      )
    // JSON literals are canonicalised on the way through RDF, so keys may change places.
    const comparable = (list: string[]) => list.map((l) => (l.includes('#JSON') ? [...l].sort().join('') : l)).sort()
    expect(comparable(fromJson)).toEqual(comparable(fromTurtle))
    expect(fromTurtle.length).toBeGreaterThan(50)
  })
  it('labels carry a language, one prefLabel each', () => {
    const quads = new Parser().parse(toSkos(full))
    const labels = quads.filter((q) => q.predicate.value.endsWith('#prefLabel'))
    const seen = labels.map((q) => `${q.subject.value} ${(q.object as { language?: string }).language}`)
    expect(new Set(seen).size).toBe(seen.length)
    expect(
      labels.every((q) => ['zh-Hans', 'zh-hans', 'en'].includes((q.object as { language: string }).language)),
    ).toBe(true)
  })
  it('a base of one’s own', () => {
    expect(toSkos(full, { base: 'https://example.org/v/' })).toContain('<https://example.org/v/a>\n')
  })
  it('an unknown format is refused', () => {
    expect(() => toSkos(full, { format: 'rdfxml' as never })).toThrow("expected format 'turtle' or 'jsonld'")
  })
})
