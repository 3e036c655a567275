import { TifaError } from '../error'
import { type Concept, type ConceptRef, labelsOf, type Vocabulary } from './concept'
import { fold } from './label-form'

/**
 * The concept that a call names: by id, or by `{ label }` for any of its labels, whatever quotation marks, separators or
 * script the label is written with.
 *
 * @throws TifaError `unknown-concept` if there is none, or if several concepts have the label
 * @example findConcept(vocabulary, { label: '“五星”支部' }).id // 'wu-xing-zhi-bu-chuang-jian'
 */
export function findConcept<Id extends string>(vocabulary: Vocabulary<Id>, ref: ConceptRef<NoInfer<Id>>): Concept<Id> {
  if (typeof ref === 'string') {
    const concept = vocabulary.concepts.find((c) => c.id === ref)
    if (concept) return concept
    throw new TifaError(
      'unknown-concept',
      `vocabulary "${vocabulary.id}" has no concept "${ref}"${hint(vocabulary, ref)}`,
    )
  }
  const wanted = fold(ref.label)
  const found = vocabulary.concepts.filter((c) => labelsOf(c).some((label) => fold(label) === wanted))
  if (found.length === 1) return found[0]!
  throw new TifaError(
    'unknown-concept',
    found.length === 0
      ? `no concept of vocabulary "${vocabulary.id}" has the label "${ref.label}"${hint(vocabulary, wanted)}`
      : `the label "${ref.label}" belongs to several concepts of vocabulary "${vocabulary.id}": ${found.map((c) => c.id).join(', ')}; use an id`,
  )
}

/** Concepts whose id or a label holds what was asked for. */
function hint(vocabulary: Vocabulary, asked: string): string {
  const near = vocabulary.concepts.filter(
    (c) => c.id.includes(asked) || labelsOf(c).some((l) => asked !== '' && fold(l).includes(asked)),
  )
  return near.length === 0
    ? ''
    : `; near it: ${near
        .slice(0, 5)
        .map((c) => `${c.id} (${c.prefLabel})`)
        .join(', ')}`
}
