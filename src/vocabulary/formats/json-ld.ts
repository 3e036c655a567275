import { TifaError } from '../../error'
import { RDF, type Term, type Triple } from './namespaces'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Node = { readonly [key: string]: Json }

interface TermRule {
  readonly iri: string
  readonly isIri: boolean
  readonly language: string | null
  readonly byLanguage: boolean
  readonly reverse: boolean
}

interface Context {
  readonly terms: ReadonlyMap<string, TermRule>
  readonly vocab: string
  readonly base: string
  readonly language: string
}

/**
 * Statements of a JSON-LD document of the kind thesauri are published in: a context in the document itself, graphs, nested
 * nodes, lists of values, language maps. A context that has to be fetched from the net is refused: expand such a
 * document first.
 *
 * @throws TifaError `unsupported-format` for a remote context
 */
export function readJsonLd(text: string): Triple[] {
  const triples: Triple[] = []
  let blank = 0
  const emptyContext: Context = { terms: new Map(), vocab: '', base: '', language: '' }

  const walk = (value: Json, context: Context): Term | null => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, context)
      return null
    }
    if (typeof value !== 'object' || value === null) return null
    const node = value as Node
    const own = node['@context'] === undefined ? context : readContext(node['@context'], context)
    if (node['@value'] !== undefined) return literal(node, own)
    if (node['@list'] !== undefined || node['@set'] !== undefined) return walk((node['@list'] ?? node['@set'])!, own)
    let id: string | null = null
    for (const [key, inner] of Object.entries(node)) {
      const rule = own.terms.get(key)
      if ((key === '@id' || rule?.iri === '@id') && typeof inner === 'string') id = expand(inner, own, true)
    }
    const hasFields = Object.keys(node).some((k) => k !== '@context' && k !== '@graph' && k !== '@id')
    const subject = id ?? (hasFields ? `_:b${blank++}` : '')
    for (const [key, inner] of Object.entries(node)) {
      const rule = own.terms.get(key)
      const target = rule?.iri ?? key
      if (target === '@graph') walk(inner, own)
      else if (target === '@type')
        for (const type of list(inner))
          add(subject, `${RDF}type`, { value: expand(String(type), own, false), kind: 'iri', language: '' })
      else if (!target.startsWith('@')) {
        const predicate = rule?.iri ?? expand(key, own, false)
        if (!predicate.includes(':')) continue // a key without meaning in this context
        for (const object of objects(inner, rule, own)) {
          if (rule?.reverse) add(object.value, predicate, { value: subject, kind: 'iri', language: '' })
          else add(subject, predicate, object)
        }
      }
    }
    return subject === '' ? null : { value: subject, kind: 'iri', language: '' }
  }

  const objects = (value: Json, rule: TermRule | undefined, context: Context): Term[] => {
    if (rule?.byLanguage && typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value as Node).flatMap(([language, texts]) =>
        list(texts).map((text) => ({
          value: String(text),
          kind: 'literal' as const,
          language: language.toLowerCase(),
        })),
      )
    return list(value).flatMap((item): Term[] => {
      if (item === null) return []
      if (typeof item === 'object') {
        const inner = (item as Node)['@list'] ?? (item as Node)['@set']
        if (inner !== undefined) return objects(inner, rule, context)
        const term = walk(item, context)
        return term === null ? [] : [term]
      }
      if (rule?.isIri) return [{ value: expand(String(item), context, true), kind: 'iri', language: '' }]
      return [{ value: String(item), kind: 'literal', language: rule?.language ?? context.language }]
    })
  }

  const add = (subject: string, predicate: string, object: Term) => {
    triples.push({ subject, predicate, object })
  }
  walk(JSON.parse(text) as Json, emptyContext)
  return triples
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value])

function literal(node: Node, context: Context): Term {
  const value = node['@value']
  const json = node['@type'] === '@json' || typeof value === 'object'
  const language = node['@language'] ?? (node['@type'] === undefined ? context.language : '')
  return {
    value: json ? JSON.stringify(value) : String(value),
    kind: 'literal',
    language: String(language).toLowerCase(),
  }
}

function readContext(value: Json, outer: Context): Context {
  let context = outer
  for (const part of list(value)) {
    if (typeof part === 'string')
      throw new TifaError('unsupported-format', `the context ${part} is not in the document; expand the document first`)
    if (part === null || typeof part !== 'object') continue
    const entries = Object.entries(part as Node)
    const text = (key: string, old: string) => {
      const given = (part as Node)[key]
      return typeof given === 'string' ? given : old
    }
    const next: Context = {
      terms: new Map(context.terms),
      vocab: text('@vocab', context.vocab),
      base: text('@base', context.base),
      language: text('@language', context.language).toLowerCase(),
    }
    const terms = next.terms as Map<string, TermRule>
    const plain = { isIri: false, language: null, byLanguage: false, reverse: false }
    for (const [key, rule] of entries)
      if (!key.startsWith('@') && typeof rule === 'string') terms.set(key, { iri: rule, ...plain })
    for (const [key, rule] of entries) {
      if (key.startsWith('@')) continue
      if (typeof rule === 'string') terms.set(key, { iri: expand(rule, next, false), ...plain })
      else if (rule !== null && typeof rule === 'object') {
        const definition = rule as Node
        const name = definition['@reverse'] ?? definition['@id'] ?? key
        terms.set(key, {
          iri: expand(String(name), next, false),
          isIri: definition['@type'] === '@id' || definition['@type'] === '@vocab',
          language: typeof definition['@language'] === 'string' ? definition['@language'].toLowerCase() : null,
          byLanguage: list(definition['@container'] ?? null).includes('@language'),
          reverse: definition['@reverse'] !== undefined,
        })
      }
    }
    context = next
  }
  return context
}

/** `prefix:name`, a term, or a relative IRI made absolute. */
function expand(value: string, context: Context, relative: boolean): string {
  if (value.startsWith('@') || value.startsWith('_:')) return value
  const term = context.terms.get(value)
  if (!relative && term && term.iri !== value) return term.iri
  const colon = value.indexOf(':')
  if (colon > 0 && !value.startsWith('//', colon + 1)) {
    const prefix = context.terms.get(value.slice(0, colon))
    if (prefix) return prefix.iri + value.slice(colon + 1)
  }
  if (colon >= 0) return value
  return (relative ? context.base : context.vocab) + value
}
