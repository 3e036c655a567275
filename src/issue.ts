import type { Span } from './text/span'

/** A problem in a text or an input record, kept beside the report it concerns. Nothing is dropped because of one. */
export interface Issue {
  readonly code: IssueCode
  readonly severity: 'info' | 'warning' | 'error'
  readonly message: string
  /** Where in the source string, where a place can be named. */
  readonly span?: Span<'source'>
}

export type IssueCode =
  | 'encoding-guessed'
  | 'encoding-mismatch'
  | 'undecodable-bytes'
  | 'binary'
  | 'empty'
  | 'nul-characters'
  | 'record-too-large'
  | 'broken-record'
  | 'unreadable'
  | 'damaged-text'
  | 'taiwan-wording'
  | 'junk-removed'
  | 'masked-date'
  | 'date-conflict'
  | 'several-reports'
  | 'truncated-text'
  | 'announced-count-differs'
  | 'unknown-place'
