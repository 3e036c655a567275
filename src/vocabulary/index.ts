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
export { type ConceptMatch, type FindOptions, findConcepts } from './find-concepts'
export { compileMatcher, type Matcher, type OnHit } from './matcher/matcher'
export type { OverlapPolicy } from './overlap'
export type { Situation } from './situation'
