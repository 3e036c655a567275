import { canonicalJson } from '../canonical-json'
import type { Concept, Vocabulary } from '../concept'
import { DCT, OWL, RDF, SKOS, TIFA } from './namespaces'

/** An object to be written: an IRI, or a literal with a language or datatype. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string }

export interface Resource {
  readonly iri: string
  readonly properties: readonly (readonly [string, Value])[]
}

const zh = (text: string): Value => ({ text, language: 'zh-Hans' })
const en = (text: string): Value => ({ text, language: 'en' })
const plain = (text: string): Value => ({ text })
const iri = (value: string): Value => ({ iri: value })
const json = (value: unknown): Value => ({ text: canonicalJson(value), datatype: `${RDF}JSON` })

/** Fields without a SKOS counterpart, kept whole so that nothing is lost on the way back. */
const texts = ['grade', 'status', 'level', 'placeCode', 'firstSeen'] as const
const structures = [
  'region',
  'origin',
  'events',
  'guards',
  'slots',
  'contexts',
  'ambiguous',
  'examples',
  'evidence',
] as const

/**
 * The vocabulary as SKOS resources: the scheme, its categories (top and sub, as concepts that are also `tifa:Category`), and the
 * formulations under them (`skos:broader`).
 */
export function skosResources(vocabulary: Vocabulary, base: string): Resource[] {
  const scheme = base + 'scheme'
  const category = (id: string) => `${base}category/${id}`
  const concept = (id: string) => base + id
  const tops = Object.entries(vocabulary.categories)
  const head: Resource = {
    iri: scheme,
    properties: [
      [`${RDF}type`, iri(`${SKOS}ConceptScheme`)],
      [`${DCT}identifier`, plain(vocabulary.id)],
      [`${OWL}versionInfo`, plain(vocabulary.version)],
      ...optional(`${DCT}title`, vocabulary.title, en),
      ...optional(`${DCT}description`, vocabulary.about, en),
      ...optional(`${DCT}license`, vocabulary.license, plain),
      ...tops.map(([top]) => [`${SKOS}hasTopConcept`, iri(category(top))] as const),
    ],
  }
  const categories = tops.flatMap(([top, { zh: label, en: english, sub }]) => [
    {
      iri: category(top),
      properties: [
        ...categoryType(scheme, top),
        [`${SKOS}topConceptOf`, iri(scheme)],
        [`${SKOS}prefLabel`, zh(label)],
        [`${SKOS}prefLabel`, en(english)],
      ] as const,
    },
    ...Object.entries(sub).map(([key, subLabel]) => ({
      iri: category(`${top}.${key}`),
      properties: [
        ...categoryType(scheme, `${top}.${key}`),
        [`${SKOS}broader`, iri(category(top))],
        [`${SKOS}prefLabel`, zh(subLabel)],
      ] as const,
    })),
  ])
  return [head, ...categories, ...vocabulary.concepts.map((c) => conceptResource(c, scheme, concept, category))]
}

const categoryType = (scheme: string, id: string) =>
  [
    [`${RDF}type`, iri(`${SKOS}Concept`)],
    [`${RDF}type`, iri(`${TIFA}Category`)],
    [`${SKOS}inScheme`, iri(scheme)],
    [`${SKOS}notation`, plain(id)],
  ] as const

const optional = (predicate: string, value: string | null, make: (text: string) => Value) =>
  value === null ? [] : [[predicate, make(value)] as const]

function conceptResource(
  c: Concept,
  scheme: string,
  concept: (id: string) => string,
  category: (id: string) => string,
): Resource {
  const links: readonly [string, readonly string[]][] = [
    [`${DCT}replaces`, c.replaces],
    [`${DCT}isReplacedBy`, c.replacedBy],
    [`${DCT}isPartOf`, c.partOf],
    [`${TIFA}localises`, c.localises],
    [`${TIFA}absorbs`, c.absorbs],
  ]
  const filled = (value: unknown) =>
    value !== null && Object.values(value as object).some((v) => !(Array.isArray(v) && v.length === 0))
  return {
    iri: concept(c.id),
    properties: [
      [`${RDF}type`, iri(`${SKOS}Concept`)],
      [`${SKOS}inScheme`, iri(scheme)],
      [`${SKOS}notation`, plain(c.id)],
      [`${SKOS}prefLabel`, zh(c.prefLabel)],
      ...c.altLabels.map((l) => [`${SKOS}altLabel`, zh(l)] as const),
      ...c.hiddenLabels.map((l) => [`${SKOS}hiddenLabel`, zh(l)] as const),
      [`${SKOS}broader`, iri(category(c.category))],
      ...optional(`${SKOS}definition`, c.gloss, en),
      ...optional(`${SKOS}scopeNote`, c.scopeNote, en),
      ...(c.status === 'deprecated'
        ? [[`${OWL}deprecated`, { text: 'true', datatype: 'http://www.w3.org/2001/XMLSchema#boolean' }] as const]
        : []),
      ...links.flatMap(([predicate, ids]) => ids.map((id) => [predicate, iri(concept(id))] as const)),
      ...texts.flatMap((f) => (c[f] === null ? [] : [[TIFA + f, plain(String(c[f]))] as const])),
      ...structures.flatMap((f) => (filled(c[f]) ? [[TIFA + f, json(c[f])] as const] : [])),
    ],
  }
}
