// The public page of tifa, grouped by room. Runs anywhere: no file access, no network, no dictionary loaded.
import * as analysis from './analysis/index'
import { displayable } from './present/index'

// The whole job
export {
  assembleStudy,
  codeEach,
  codePage,
  codeReport,
  codeReports,
  type CodedReport,
  type CodeOptions,
} from './pipeline'
export { version } from './version'
export { type ErrorCode, TifaError } from './error'
export type { Issue, IssueCode } from './issue'

// text, report, directive, mention
export { type CleanOptions, type CleanText, cleaningSteps, cleanText, type OffsetMap, type Span } from './text/index'
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
export { findDirectives, reviewDirectives } from './directive/index'
export type { Directive, Rejected } from './directive/directive'
export { classify, codeMentions, type Mention } from './mention/index'

// vocabulary and segmenters
export * from './vocabulary/index'
export type { LexiconEntry, Segmenter, Token } from './segment/index'

// observation and analysis: each result shows itself in a notebook
export { type ConceptInfo, type Observation, observe, type Study, type StudyMethod } from './observation/index'
export type * from './analysis/index'
export const trend = displayable(analysis.trend)
export const frequency = displayable(analysis.frequency)
export const cooccurrence = displayable(analysis.cooccurrence)

// present
export * from './present/index'
