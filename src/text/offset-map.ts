import type { Span } from './span'

/** Leads every range of the clean text back to the source characters it came from. */
export interface OffsetMap {
  /** Source range of the clean range: from the first source unit of its first character to the last of its last. Empty ranges map to an empty range. */
  toSource(start: number, end: number): Span<'source'>
  /** Clean range of a source range: the clean characters that have any source unit inside it (possibly empty). */
  toClean(start: number, end: number): Span<'clean'>
}
