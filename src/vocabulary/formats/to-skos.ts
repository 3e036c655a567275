import { TifaError } from '../../error'
import type { Vocabulary } from '../concept'
import { DCT, OWL, RDF, SKOS, TIFA } from './namespaces'
import { type Resource, skosResources, type Value } from './skos-triples'

export interface ToSkosOptions {
  /** Default `turtle`. */
  readonly format?: 'turtle' | 'jsonld'
  /** Where the vocabulary's IRIs begin: the address it is published under. Default `urn:tifa:vocabulary:ID/`. */
  readonly base?: string
}

const prefixes = { rdf: RDF, skos: SKOS, dct: DCT, owl: OWL, tifa: TIFA } as const

/**
 * The vocabulary in SKOS, the W3C form of thesauri, for tools such as Skosmos, VocBench or TemaTres. Labels, hierarchy and
 * links use SKOS and Dublin Core; guards, slots, examples and the like are kept as `tifa:` properties, so that
 * {@link fromSkos} gives the same vocabulary back. Same input, same bytes.
 *
 * @throws TifaError `invalid-option` for another format
 */
export function toSkos(vocabulary: Vocabulary, options: ToSkosOptions = {}): string {
  const base = options.base ?? `urn:tifa:vocabulary:${vocabulary.id}/`
  const resources = skosResources(vocabulary, base)
  const format = options.format ?? 'turtle'
  if (format === 'turtle') return turtle(resources)
  if (format === 'jsonld') return jsonLd(resources)
  throw new TifaError('invalid-option', `toSkos: expected format 'turtle' or 'jsonld', got ${JSON.stringify(format)}`)
}

/** `prefix:name` where a prefix fits and the name is plain. */
function short(iri: string): string | null {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const name = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
    if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return `${prefix}:${name}`
  }
  return null
}

function turtle(resources: readonly Resource[]): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
  const blocks = resources.map(({ iri, properties }) => {
    const lines = properties.map(
      ([predicate, value]) => `  ${short(predicate) ?? `<${predicate}>`} ${turtleValue(value)}`,
    )
    return `\n<${iri}>\n${lines.join(' ;\n')} .\n`
  })
  return head.join('') + blocks.join('')
}

function turtleValue(value: Value): string {
  if ('iri' in value) return short(value.iri) ?? `<${value.iri}>`
  const text = `"${value.text.replace(/["\\\n\r\t]/g, (c) => escapes[c]!)}"`
  if (value.language) return `${text}@${value.language}`
  return value.datatype ? `${text}^^${short(value.datatype) ?? `<${value.datatype}>`}` : text
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function jsonLd(resources: readonly Resource[]): string {
  const graph = resources.map(({ iri, properties }) => {
    const node: Record<string, unknown> = { '@id': iri }
    for (const [predicate, value] of properties) {
      if (predicate === `${RDF}type` && 'iri' in value) append(node, '@type', short(value.iri) ?? value.iri)
      else append(node, short(predicate) ?? predicate, jsonLdValue(value))
    }
    return node
  })
  return JSON.stringify({ '@context': prefixes, '@graph': graph }, null, 1) + '\n'
}

function append(node: Record<string, unknown>, key: string, value: unknown) {
  const list = node[key] as unknown[] | undefined
  if (list) list.push(value)
  else node[key] = [value]
}

function jsonLdValue(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri }
  if (value.language) return { '@value': value.text, '@language': value.language }
  if (value.datatype === `${RDF}JSON`) return { '@value': JSON.parse(value.text), '@type': '@json' }
  return value.datatype ? { '@value': value.text, '@type': value.datatype } : { '@value': value.text }
}
