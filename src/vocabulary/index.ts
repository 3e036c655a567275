export { type CompiledVocabulary, compileVocabulary } from './compile-vocabulary'
export type {
  Categories,
  CategoryId,
  Concept,
  ConceptEvent,
  ConceptInput,
  ConceptRef,
  ConceptStatus,
  Example,
  Guard,
  Level,
  Slot,
  Vocabulary,
} from './concept'
export { labelsOf } from './concept'
export { defineVocabulary, type VocabularyDefinition } from './define-vocabulary'
export {
  type ConceptChange,
  type CountChange,
  type DiffOptions,
  type DiffText,
  diffVocabulary,
  type Reason,
  type VocabularyDiff,
} from './diff'
export { findConcept } from './find-concept'
export { type ConceptMatch, type FindOptions, findConcepts } from './find-concepts'
export { toVocabularyCsv } from './formats/csv'
export { fromSkos } from './formats/from-skos'
export type { SkosOptions } from './formats/skos-read'
export { type ToSkosOptions, toSkos } from './formats/to-skos'
export { type LintCode, type LintFinding, lintVocabulary } from './lint'
export {
  formatOf,
  type LoadOptions,
  loadVocabulary,
  type VocabularyFile,
  type VocabularyFormat,
} from './load-vocabulary'
export { compileMatcher, type Matcher, type OnHit } from './matcher/matcher'
export type { OverlapPolicy } from './overlap'
export type { Situation } from './situation'
