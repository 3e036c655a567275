// The public page of tifa, grouped by room. Runs anywhere: no file access, no network, no dictionary loaded.
import * as analysis from './analysis/index'
import { displayable } from './present/index'

export type * from './analysis/index'
export type { Directive, Rejected } from './directive/directive'
export { findDirectives, reviewDirectives } from './directive/index'
export { type ErrorCode, TifaError } from './error'
export type { Issue, IssueCode } from './issue'
export { classify, codeMentions, type Mention } from './mention/index'
// observation and analysis: each result shows itself in a notebook
export { type ConceptInfo, type Observation, observe, type Study, type StudyMethod } from './observation/index'
// The whole job
export {
  assembleStudy,
  type CodedReport,
  type CodeOptions,
  codeEach,
  codePage,
  codeReport,
  codeReports,
} from './pipeline'
export {
  bundledPlaces,
  clusterReprints,
  definePlaces,
  findPeople,
  type Gazetteer,
  type Place,
  type RawReport,
  type Report,
  type ReportKind,
  type ReportRow,
  readPage,
  readReport,
  reportKinds,
} from './report/index'
export type { LexiconEntry, Segmenter, Token } from './segment/index'
// text, report, directive, mention
export { type CleanOptions, type CleanText, cleaningSteps, cleanText, type OffsetMap, type Span } from './text/index'
export { version } from './version'
// vocabulary and segmenters
export * from './vocabulary/index'
export const trend = displayable(analysis.trend)
export const frequency = displayable(analysis.frequency)
export const cooccurrence = displayable(analysis.cooccurrence)
export const keyness = displayable(analysis.keyness)
export const bursts = displayable(analysis.bursts)
export const changePoints = displayable(analysis.changePoints)
export const diffusion = displayable(analysis.diffusion)
export const drift = displayable(analysis.drift)
export const collocates = displayable(analysis.collocates)
export const kwic = displayable(analysis.kwic)
export const coverage = displayable(analysis.coverage)
export const attention = displayable(analysis.attention)
export const discover = displayable(analysis.discover)
export const sampleForCoding = displayable(analysis.sampleForCoding)
export const bundles = displayable(analysis.bundles)
export const agreement = displayable(analysis.agreement)
export { audit, precision, toGexf, toGraphml } from './analysis/index'

// present
export * from './present/index'
