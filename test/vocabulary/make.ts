import { type CompiledVocabulary, type ConceptInput, defineVocabulary } from '../../src/vocabulary/index'

/** A vocabulary of the given concepts; ids are `a`, `b` … where none is given. */
export function make(...concepts: (string | (Partial<ConceptInput> & { prefLabel: string }))[]): CompiledVocabulary {
  return defineVocabulary({
    id: 'test',
    version: '1',
    concepts: concepts.map((c, i) => ({
      id: String.fromCharCode(97 + i),
      category: 'x.y',
      ...(typeof c === 'string' ? { prefLabel: c } : c),
    })) as ConceptInput[],
  })
}
