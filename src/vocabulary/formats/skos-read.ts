import { TifaError } from '../../error'
import { DCT, OWL, RDF, SKOS, type Term, TIFA, type Triple } from './namespaces'

export interface SkosOptions {
  /** Languages whose labels are matched, best first; `zh` stands for every kind of Chinese. Default `['zh-hans', 'zh-cn', 'zh', '']`. */
  readonly languages?: readonly string[]
}

type Properties = ReadonlyMap<string, readonly Term[]>

/**
 * A vocabulary from SKOS statements: what `toSkos` wrote comes back whole; of a published thesaurus the concepts, their labels
 * in the wanted languages, definitions and hierarchy. Its two upper levels become the categories.
 *
 * A concept without a label in any wanted language takes the label it has, smallest language tag first.
 *
 * @throws TifaError `invalid-vocabulary` if there is no skos:Concept
 */
export function fromTriples(triples: readonly Triple[], options: SkosOptions = {}): Record<string, unknown> {
  const resources = group(triples)
  const isA = (properties: Properties, type: string) =>
    properties.get(`${RDF}type`)?.some((t) => t.value === type) ?? false
  const concepts = [...resources].filter(([, p]) => isA(p, `${SKOS}Concept`) && !isA(p, `${TIFA}Category`))
  if (concepts.length === 0) throw new TifaError('invalid-vocabulary', 'expected at least one skos:Concept')
  const scheme = [...resources].find(([, p]) => isA(p, `${SKOS}ConceptScheme`))
  const languages = options.languages ?? ['zh-hans', 'zh-cn', 'zh', '']
  const names = conceptNames(concepts)
  const tree = hierarchy(resources, triples, languages)
  return {
    id: first(scheme?.[1], `${DCT}identifier`) ?? slug(lastPart(scheme?.[0] ?? 'skos')),
    version: first(scheme?.[1], `${OWL}versionInfo`) ?? '0',
    ...text('title', first(scheme?.[1], `${DCT}title`)),
    ...text('about', first(scheme?.[1], `${DCT}description`)),
    ...text('license', first(scheme?.[1], `${DCT}license`)),
    categories: tree.categories,
    concepts: concepts.map(([iri, p]) => readConcept(iri, p, names, tree.categoryOf, languages)),
  }
}

function group(triples: readonly Triple[]): Map<string, Map<string, Term[]>> {
  const resources = new Map<string, Map<string, Term[]>>()
  for (const { subject, predicate, object } of triples) {
    let properties = resources.get(subject)
    if (!properties) resources.set(subject, (properties = new Map()))
    const values = properties.get(predicate)
    if (values) values.push(object)
    else properties.set(predicate, [object])
  }
  return resources
}

const first = (properties: Properties | undefined, predicate: string): string | undefined =>
  properties?.get(predicate)?.[0]?.value
const text = (key: string, value: string | undefined) => (value === undefined || value === '' ? {} : { [key]: value })
const lastPart = (iri: string): string =>
  decodeURIComponent(
    iri
      .replace(/[/#]+$/, '')
      .split(/[/#:]/)
      .at(-1) ?? '',
  )

/** A string as an id: Latin letters, digits, "-" and "."; anything else gives its code points in hex. */
const slug = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
  return plain !== '' ? plain : `c${Array.from(name, (c) => c.codePointAt(0)!.toString(16)).join('-')}`
}

/** Ids by IRI: the notation, else the last part of the IRI; numbered where that is not unique. */
function conceptNames(concepts: readonly (readonly [string, Properties])[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const [iri, properties] of concepts) {
    const wanted = slug(first(properties, `${SKOS}notation`) ?? lastPart(iri))
    let name = wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`
    taken.add(name)
    names.set(iri, name)
  }
  return names
}

/** Labels of one kind in the best of the wanted languages that has any. */
function labels(properties: Properties, kind: string, languages: readonly string[], fallback: boolean): string[] {
  const all = properties.get(SKOS + kind) ?? []
  for (const wanted of languages) {
    const found = all.filter((t) => t.language === wanted || (wanted !== '' && t.language.startsWith(`${wanted}-`)))
    if (found.length > 0) return found.map((t) => t.value)
  }
  if (!fallback || all.length === 0) return []
  const tag = all.map((t) => t.language).sort()[0]!
  return all.filter((t) => t.language === tag).map((t) => t.value)
}

function readConcept(
  iri: string,
  properties: Properties,
  names: ReadonlyMap<string, string>,
  categoryOf: (iri: string) => string,
  languages: readonly string[],
): Record<string, unknown> {
  const [prefLabel = lastPart(iri), ...others] = labels(properties, 'prefLabel', languages, true)
  const links = (predicate: string) => [
    ...new Set((properties.get(predicate) ?? []).flatMap((t) => (names.has(t.value) ? [names.get(t.value)!] : []))),
  ]
  const english = (predicate: string) => {
    const all = properties.get(predicate) ?? []
    return (all.find((t) => t.language === 'en') ?? all[0])?.value
  }
  const own: Record<string, unknown> = {}
  for (const [predicate, values] of properties)
    if (predicate.startsWith(TIFA)) {
      const field = predicate.slice(TIFA.length)
      if (field !== 'absorbs' && field !== 'localises') own[field] = readOwn(field, values[0]!.value)
    }
  const otherLanguages = (properties.get(`${SKOS}prefLabel`) ?? []).find(
    (t) => t.language.startsWith('en') && t.value !== prefLabel,
  )
  return {
    id: names.get(iri),
    prefLabel,
    altLabels: [...others, ...labels(properties, 'altLabel', languages, false)],
    hiddenLabels: labels(properties, 'hiddenLabel', languages, false),
    category: categoryOf(iri),
    ...text('gloss', english(`${SKOS}definition`) ?? otherLanguages?.value),
    ...text('scopeNote', english(`${SKOS}scopeNote`)),
    replaces: links(`${DCT}replaces`),
    replacedBy: links(`${DCT}isReplacedBy`),
    partOf: links(`${DCT}isPartOf`),
    localises: links(`${TIFA}localises`),
    absorbs: links(`${TIFA}absorbs`),
    ...(first(properties, `${OWL}deprecated`) === 'true' && { status: 'deprecated' }),
    ...own,
  }
}

const plainFields = ['grade', 'status', 'level', 'placeCode']

function readOwn(field: string, value: string): unknown {
  return plainFields.includes(field) ? value : JSON.parse(value)
}

/** The two upper levels of `skos:broader` as a category scheme, and each concept's place in it. */
function hierarchy(
  resources: ReadonlyMap<string, Properties>,
  triples: readonly Triple[],
  languages: readonly string[],
) {
  const parent = new Map<string, string>()
  for (const { subject, predicate, object } of triples) {
    if (predicate === `${SKOS}broader` && resources.has(object.value) && !parent.has(subject))
      parent.set(subject, object.value)
    if (predicate === `${SKOS}narrower` && resources.has(object.value) && !parent.has(object.value))
      parent.set(object.value, subject)
  }
  const categories: Record<string, { zh: string; en: string; sub: Record<string, string> }> = {}
  const key = (iri: string) => {
    const notation = first(resources.get(iri), `${SKOS}notation`)
    const name = slug((notation ?? lastPart(iri)).split('.').at(-1)!).replaceAll('.', '-')
    return /^[a-z]/.test(name) ? name : `c-${name}`
  }
  const label = (iri: string, wanted: readonly string[]) => {
    const properties = resources.get(iri)
    return (properties && labels(properties, 'prefLabel', wanted, true)[0]) ?? lastPart(iri)
  }
  const add = (top: string, sub: string | null) => {
    const topKey = key(top)
    categories[topKey] ??= { zh: label(top, languages), en: label(top, ['en']), sub: {} }
    const subKey = sub === null ? 'general' : key(sub)
    categories[topKey].sub[subKey] ??= sub === null ? label(top, languages) : label(sub, languages)
    return `${topKey}.${subKey}`
  }
  for (const [iri, properties] of resources)
    if (properties.get(`${RDF}type`)?.some((t) => t.value === `${TIFA}Category`) && parent.has(iri))
      add(parent.get(iri)!, iri)
  const categoryOf = (iri: string): string => {
    const above: string[] = []
    for (let at = parent.get(iri); at !== undefined && !above.includes(at); at = parent.get(at)) above.push(at)
    return add(above.at(-1) ?? iri, above.at(-2) ?? null)
  }
  return { categories, categoryOf }
}
