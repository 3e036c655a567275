import { cleanText } from '../text/clean-text'
import { compileVocabulary } from '../vocabulary/compile-vocabulary'
import type { Vocabulary } from '../vocabulary/concept'
import { type FindOptions, findConcepts } from '../vocabulary/find-concepts'

/** One concept found in a sentence, with offsets in the sentence as it was given. */
export interface Classified<Id extends string = string> {
  readonly concept: Id
  readonly label: string
  readonly category: string
  readonly surface: string
  readonly start: number
  readonly end: number
  readonly quoted: boolean
  readonly nested: boolean
  readonly shadowed: boolean
}

/**
 * Which concepts does a sentence hold? For trying a vocabulary out and for text that is no report: no zone, no stance, and
 * nothing is known of date or place. Any script; glosses are skipped.
 *
 * @param text may be empty; may be longer than a sentence
 * @returns by place; matches that another concept absorbs have `shadowed: true`
 * @example classify('坚持項目為王', vocabulary) // => [{ concept: 'xiang-mu-wei-wang', surface: '項目為王', start: 2, … }]
 */
export function classify<Id extends string>(
  text: string,
  vocabulary: Vocabulary<Id>,
  options: FindOptions = {},
): Classified<Id>[] {
  const clean = cleanText(text, { skip: ['furniture'] })
  return findConcepts(clean.text, compileVocabulary(vocabulary), options).map((match) => {
    const { start, end } = clean.map.toSource(match.start, match.end)
    return {
      concept: match.concept.id,
      label: match.label,
      category: match.concept.category,
      surface: text.slice(start, end),
      start,
      end,
      quoted: match.quoted,
      nested: match.nestedIn !== null,
      shadowed: match.shadowedBy !== null,
    }
  })
}
