import { checkVocabulary, refuseProblems } from './check-vocabulary'
import { type CompiledVocabulary, withHash } from './compile-vocabulary'
import { type Categories, type CategoryId, type ConceptInput, completeConcept, type Vocabulary } from './concept'
import { conceptFields, type FieldKind } from './fields'

/** A vocabulary written in a program. */
export interface VocabularyDefinition<Id extends string, Scheme extends Categories> {
  readonly id: string
  readonly version: string
  readonly title?: string
  readonly about?: string
  readonly license?: string
  /** Two-level scheme. Left out: any category goes. */
  readonly categories?: Scheme
  readonly concepts: readonly ConceptInput<
    Id,
    keyof Scheme extends never ? string : string extends keyof Scheme ? string : NoInfer<CategoryId<Scheme>>
  >[]
}

/**
 * A vocabulary written in TypeScript. Its ids become a union of string literals, so an unknown id in a link, and later in an
 * analysis, does not compile; with `categories`, neither does an unknown category.
 *
 * Nothing is loaded for this: the compiler checks the shape, and at run time only what programs in plain JavaScript get wrong
 * (missing fields, wrong kinds, dangling links) is checked. Files are read with `loadVocabulary`, which checks everything.
 *
 * @throws TifaError `invalid-vocabulary` naming concept and field
 * @example
 * const vocabulary = defineVocabulary({
 *   id: 'mine',
 *   version: '1',
 *   concepts: [{ id: 'xmww', prefLabel: '项目为王', category: 'project.drive' }],
 * })
 * vocabulary.concepts[0].id // type 'xmww'
 */
export function defineVocabulary<const Id extends string, const Scheme extends Categories = Record<never, never>>(
  definition: VocabularyDefinition<Id, Scheme>,
): CompiledVocabulary<Id> {
  const { id, version, concepts } = definition
  const refuse = (problems: readonly string[]) => refuseProblems(problems.map((p) => `${id || 'vocabulary'}: ${p}`))
  refuse([...headProblems(definition), ...(Array.isArray(concepts) ? concepts.flatMap(fieldProblems) : [])])
  const vocabulary: Vocabulary<Id> = {
    id,
    version,
    title: definition.title ?? null,
    about: definition.about ?? null,
    license: definition.license ?? null,
    categories: definition.categories ?? {},
    concepts: concepts.map((c) => completeConcept<Id>(c as ConceptInput<Id>)),
  }
  refuse(checkVocabulary(vocabulary))
  return withHash(vocabulary)
}

function headProblems(definition: { id: unknown; version: unknown; concepts: unknown }): string[] {
  const problems: string[] = []
  for (const field of ['id', 'version'] as const)
    if (typeof definition[field] !== 'string' || definition[field] === '')
      problems.push(`field ${field}: expected a text`)
  if (!Array.isArray(definition.concepts)) problems.push('field concepts: expected a list')
  return problems
}

const kinds: Record<FieldKind, readonly [string, (value: unknown) => boolean]> = {
  text: ['a text', (v) => typeof v === 'string' && v !== ''],
  texts: ['a list of texts', (v) => Array.isArray(v) && v.every((x) => typeof x === 'string' && x !== '')],
  number: ['a number', (v) => typeof v === 'number'],
  json: ['an object or list', (v) => typeof v === 'object'],
}
const needed = ['id', 'prefLabel', 'category'] as const

function fieldProblems(concept: Readonly<Record<string, unknown>>, place: number): string[] {
  const name = typeof concept?.['id'] === 'string' ? `concept "${concept['id']}"` : `concept ${place + 1}`
  if (typeof concept !== 'object' || concept === null) return [`${name}: expected an object`]
  const problems = needed.filter((f) => concept[f] == null).map((f) => `${name}: field ${f}: missing`)
  for (const [field, value] of Object.entries(concept)) {
    const kind = (conceptFields as Record<string, FieldKind | undefined>)[field]
    if (kind === undefined) problems.push(`${name}: field ${field}: unknown`)
    else if (value != null && !kinds[kind][1](value))
      problems.push(`${name}: field ${field}: expected ${kinds[kind][0]}`)
  }
  return problems
}
