import { describe, expect, it } from 'vitest'
import { TifaError } from '../../../src/error'
import { findConcepts, formatOf, fromSkos, loadVocabulary } from '../../../src/vocabulary/index'

const refused = async (content: string | object, options = {}): Promise<string> => {
  const error = await loadVocabulary(content, options).then(
    () => null,
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(TifaError)
  return `${(error as TifaError).code}: ${(error as Error).message}`
}

describe('the format is told', () => {
  it.each<[string, string, string]>([
    ['x.yaml', '[1]', 'yaml'],
    ['x.TTL', '', 'turtle'],
    ['x.json', '{"@context": {}}', 'jsonld'],
    ['', '\uFEFFid,prefLabel\n', 'csv'],
    ['', 'prefLabel;id\n', 'csv'],
    ['', '  [{"id": 1}]', 'json'],
    ['', '{"@graph": []}', 'jsonld'],
    ['', '# mine\nid: v\nversion: "1"\n', 'yaml'],
    ['', '- id: a\n', 'yaml'],
    ['', '@prefix skos: <x> .', 'turtle'],
  ])('%s %s → %s', (name, content, want) => expect(formatOf(content, name)).toBe(want))
  it('or refused', async () =>
    expect(await refused('稳中求进', { name: 'notes.txt' })).toBe(
      'unsupported-format: notes.txt: expected JSON, YAML, CSV with a head line, Turtle or JSON-LD; it begins "稳中求进"',
    ))
})

describe('errors name file, concept, field', () => {
  it.each<[string, string, string]>([
    [
      'v.yaml',
      'id: v\nversion: "1"\nconcepts:\n  - id: a\n    prefLabel: 甲乙\n    category: x.y\n    level: town\n',
      'invalid-vocabulary: v.yaml: concept "a": field level: Invalid option: expected one of "central"|"provincial"|"municipal"|"county"',
    ],
    [
      'v.yaml',
      '- id: a\n  prefLabel: 甲\n  category: x.y\n  colour: red\n',
      'invalid-vocabulary: v.yaml: concept "a": Unrecognized key: "colour"',
    ],
    [
      'v.json',
      '[{"id":"a","category":"x.y"}]',
      'invalid-vocabulary: v.json: concept "a": field prefLabel: Invalid input: expected string, received undefined',
    ],
    [
      'v.json',
      '[{"id":"A b","prefLabel":"甲","category":"x.y"}]',
      'invalid-vocabulary: v.json: concept "A b": field id: expected lower-case letters, digits, "-" or "." (an id names columns and file rows)',
    ],
    [
      'v.json',
      '{"id":"v"',
      "invalid-vocabulary: v.json: cannot be read as json: Expected ',' or '}' after property value in JSON at position 9",
    ],
    [
      'v.json',
      '3',
      'invalid-vocabulary: v.json: expected an object with id, version and concepts, or a list of concepts',
    ],
    [
      'v.csv',
      'id,prefLabel,category,colour\na,甲,x.y,red\n',
      'invalid-vocabulary: v.csv: unknown column "colour"; expected id, prefLabel, altLabels, hiddenLabels, category, grade, status, level, placeCode, region, firstSeen, gloss, scopeNote, origin, events, replaces, replacedBy, partOf, localises, absorbs, guards, slots, contexts, ambiguous, examples, evidence',
    ],
    [
      'v.csv',
      'id,prefLabel,category,guards\na,甲,x.y,quotedOnly\n',
      'invalid-vocabulary: v.csv: row 2: field guards: expected JSON, got "quotedOnly"',
    ],
    [
      'v.csv',
      'id,prefLabel,category,absorbs\na,甲,x.y,b\n',
      'invalid-vocabulary: v.csv: concept "a": field absorbs: there is no concept "b"',
    ],
    [
      'v.ttl',
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<a> skos:prefLabel "甲" .',
      'invalid-vocabulary: v.ttl: expected at least one skos:Concept',
    ],
    [
      'v.jsonld',
      '{"@context":"https://example.org/context.json"}',
      'unsupported-format: v.jsonld: the context https://example.org/context.json is not in the document; expand the document first',
    ],
  ])('%s: %#', async (name, content, want) => {
    const got = await refused(content, { name })
    expect(got.startsWith(want.slice(0, -1)) || got === want ? want : got).toBe(want)
  })
  it('several files: each problem with its own', async () => {
    const error = await loadVocabulary([
      { name: 'index.json', content: '{"id":"v","version":"1"}' },
      { name: 'a.json', content: '[{"id":"a"}]' },
      { name: 'b.yaml', content: '- id: b\n  prefLabel: 乙\n' },
    ]).catch((e: Error) => e.message)
    expect(error).toContain('a.json: concept "a": field prefLabel')
    expect(error).toContain('b.yaml: concept "b": field category')
  })
})

describe('tables that people make', () => {
  it('a semicolon table with spaces and empty rows', async () => {
    const v = await loadVocabulary(
      'id; prefLabel ;altLabels;category\r\nxmww;项目为王; 项目至上 | 项目为先 ;x.y\r\n;;;\r\n',
      { id: 'mine', version: '3' },
    )
    expect(v).toMatchObject({ id: 'mine', version: '3' })
    expect(v.concepts).toMatchObject([
      { id: 'xmww', prefLabel: '项目为王', altLabels: ['项目至上', '项目为先'], grade: 'core' },
    ])
    expect(findConcepts('坚持项目至上', v)).toHaveLength(1)
  })
  it('an object', async () => {
    expect(
      (await loadVocabulary({ id: 'v', version: '1', concepts: [{ id: 'a', prefLabel: '甲乙', category: 'x.y' }] }))
        .concepts,
    ).toHaveLength(1)
  })
})

describe('a published thesaurus', () => {
  // The shape of a national thesaurus: opaque addresses, several languages, three levels, mappings elsewhere.
  const turtle = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@base <http://example.org/thesaurus/> .
<> a skos:ConceptScheme ; dct:title "Governance thesaurus"@en ; skos:hasTopConcept <c_10> .
<c_10> a skos:Concept ; skos:inScheme <> ; skos:prefLabel "经济"@zh, "economy"@en ; skos:topConceptOf <> ; skos:narrower <c_20> .
<c_20> a skos:Concept ; skos:prefLabel "营商环境"@zh-CN, "business environment"@en, "climat des affaires"@fr ; skos:altLabel "经营环境"@zh-CN, "business climate"@en .
<c_30> a skos:Concept ; skos:prefLabel "放管服改革"@zh ; skos:broader <c_20> ; skos:definition "streamlining government"@en ; skos:exactMatch <http://example.com/x> ; skos:notation "30" .
<c_40> a skos:Concept ; skos:prefLabel "one-stop service"@en, "guichet unique"@fr ; skos:broader <c_20> .
`
  it('imports', async () => {
    const v = await fromSkos(turtle)
    expect(v.title).toBe('Governance thesaurus')
    expect(v.concepts.map((c) => [c.id, c.prefLabel, c.category])).toEqual([
      ['c-10', '经济', 'c-10.general'],
      ['c-20', '营商环境', 'c-10.general'],
      ['30', '放管服改革', 'c-10.c-20'],
      ['c-40', 'one-stop service', 'c-10.c-20'],
    ])
    expect(v.concepts[1]).toMatchObject({ altLabels: ['经营环境'], gloss: 'business environment' })
    expect(v.concepts[2]!.gloss).toBe('streamlining government')
    expect(v.categories['c-10']).toEqual({ zh: '经济', en: 'economy', sub: { general: '经济', 'c-20': '营商环境' } })
    expect(findConcepts('深化放管服改革，优化营商环境', v).map((m) => m.concept.id)).toEqual(['30', 'c-20'])
  })
  it('as JSON-LD with terms, nesting and language maps', async () => {
    const v = await fromSkos(
      JSON.stringify({
        '@context': {
          skos: 'http://www.w3.org/2004/02/skos/core#',
          '@base': 'http://example.org/t/',
          '@vocab': 'http://www.w3.org/2004/02/skos/core#',
          id: '@id',
          type: '@type',
          label: { '@id': 'skos:prefLabel', '@container': '@language' },
          other: { '@id': 'skos:altLabel', '@language': 'zh' },
          under: { '@id': 'skos:broader', '@type': '@id' },
        },
        '@graph': [
          { id: 'scheme', type: 'ConceptScheme' },
          {
            id: 'p',
            type: 'Concept',
            label: { zh: '项目', en: 'project' },
            narrower: [{ id: 'q', type: ['Concept'], label: { zh: ['项目为王'] }, other: ['项目至上', '项目为先'] }],
          },
          { id: 'r', type: 'Concept', prefLabel: { '@value': '谋划项目', '@language': 'zh' }, under: 'q' },
        ],
      }),
    )
    expect(v.concepts.map((c) => [c.id, c.prefLabel, c.altLabels, c.category])).toEqual([
      ['p', '项目', [], 'p.general'],
      ['q', '项目为王', ['项目至上', '项目为先'], 'p.general'],
      ['r', '谋划项目', [], 'p.q'],
    ])
  })
  it('in another language', async () => {
    expect((await fromSkos(turtle, { languages: ['fr', 'en'] })).concepts.map((c) => c.prefLabel)).toEqual([
      'economy',
      'climat des affaires',
      '放管服改革',
      'guichet unique',
    ])
  })
  it('a circle of broader terms ends', async () => {
    const v = await fromSkos(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:a> a skos:Concept ; skos:prefLabel "甲乙"@zh ; skos:broader <urn:b> .
<urn:b> a skos:Concept ; skos:prefLabel "丙丁"@zh ; skos:broader <urn:a> .`)
    expect(v.concepts).toHaveLength(2)
  })
})
