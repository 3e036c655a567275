import { TifaError } from '../error'
import { toSimplified } from '../text/simplify'
import { type Concept, labelsOf, type Vocabulary } from './concept'
import { fold } from './label-form'
import { compileSlot } from './slot'

/**
 * What the fields of a vocabulary say of one another: ids are unique, categories are in the scheme (where there is one), links
 * lead to concepts, guards name labels of their concept, slot patterns can be searched for.
 *
 * @returns one line a problem, in the order of the concepts; empty if all is well
 */
export function checkVocabulary(vocabulary: Vocabulary): string[] {
  const problems: string[] = []
  const ids = new Set<string>()
  for (const { id } of vocabulary.concepts) {
    if (ids.has(id)) problems.push(`concept "${id}": field id: used twice`)
    ids.add(id)
  }
  const categories = new Set(
    Object.entries(vocabulary.categories).flatMap(([top, { sub }]) => Object.keys(sub).map((s) => `${top}.${s}`)),
  )
  for (const concept of vocabulary.concepts) {
    const say = (field: string, what: string) => problems.push(`concept "${concept.id}": field ${field}: ${what}`)
    if (categories.size > 0 && !categories.has(concept.category))
      say('category', `"${concept.category}" is not in the scheme`)
    for (const link of ['replaces', 'replacedBy', 'partOf', 'localises', 'absorbs'] as const)
      for (const id of concept[link]) {
        if (!ids.has(id)) say(link, `there is no concept "${id}"`)
        else if (id === concept.id) say(link, 'names the concept itself')
      }
    const labels = concept.guards.some((g) => g.labels) ? foldedLabels(concept) : null
    concept.guards.forEach((guard, i) => {
      for (const label of guard.labels ?? [])
        if (!labels!.has(fold(label))) say(`guards.${i}.labels`, `"${label}" is no label of this concept`)
    })
    concept.slots.forEach((slot, i) => {
      try {
        compileSlot(slot, toSimplified)
      } catch (error) {
        say(`slots.${i}`, (error as Error).message)
      }
    })
  }
  return problems
}

const foldedLabels = (concept: Concept): ReadonlySet<string> =>
  new Set(
    [...labelsOf(concept), ...concept.slots.map((s) => (typeof s === 'string' ? s : s.pattern))].map((l) => fold(l)),
  )

/** @throws TifaError `invalid-vocabulary` that lists the problems, at most twenty */
export function refuseProblems(problems: readonly string[]): void {
  if (problems.length === 0) return
  const more = problems.length > 20 ? `\n… and ${problems.length - 20} more` : ''
  throw new TifaError('invalid-vocabulary', problems.slice(0, 20).join('\n') + more)
}
