export {
  type CleaningStep,
  type CleanOptions,
  type CleanText,
  cleanText,
  type Furniture,
  type StepRecord,
} from './clean-text'
export { type Ablation, ablations, cleanWithout } from './clean-without'
export { type CleaningStepVersion, cleaningSteps } from './cleaning-step'
export { type DecodedBytes, type DecodeOptions, decodeBytes } from './decode-bytes'
export { foldForComparison } from './fold'
export type { FurnitureKind } from './furniture'
export type { HtmlMetadata } from './html'
export type { OffsetMap } from './offset-map'
export type { Script } from './script'
export { toSimplified } from './simplify'
export type { Referent, Span } from './span'
