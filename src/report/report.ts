import type { Issue } from '../issue'
import type { CleanText } from '../text/clean-text'
import type { Span } from '../text/span'

/** One input as a reader hands it over: a page, a file, a record. Give exactly one of `text`, `html`. */
export interface RawReport {
  readonly id?: string
  /** File the report came from, as the caller named it. */
  readonly path?: string
  /** 1-based record (line) number inside the file, for record formats. */
  readonly record?: number
  readonly url?: string
  readonly title?: string
  /** Supplied date, EDTF (`2023-09-15`, `2023-09`, `XXXX-09-15`) or a usual written form. */
  readonly date?: string
  readonly outlet?: string
  readonly text?: string
  readonly html?: string
  readonly encoding?: string
  /** SHA-256 of the bytes, where a reader had bytes. */
  readonly sourceHash?: string
  readonly meta?: Readonly<Record<string, unknown>>
  /** What the reader noticed (a guessed encoding, a broken line). */
  readonly issues?: readonly Issue[]
}

export type ReportKind =
  | 'leader-report'
  | 'meeting-report'
  | 'work-report'
  | 'template'
  | 'novel'
  | 'policy-text'
  | 'commentary'
  | 'stub'
  | 'other'

export type DatePrecision = 'day' | 'month' | 'year' | 'day-no-year' | 'none'
export type DateBasis = 'supplied' | 'published' | 'event' | 'inferred'

/** One row of the `reports` table (public columns). Every input record gives one row. */
export interface ReportRow {
  id: string
  path: string | null
  record: number | null
  url: string | null
  encoding: string | null
  sourceHash: string | null
  title: string | null
  date: string | null
  datePrecision: DatePrecision
  dateBasis: DateBasis | null
  /** What the year was taken from, where the text did not print one. */
  dateEvidence: string | null
  eventStart: string | null
  eventEnd: string | null
  published: string | null
  outlet: string | null
  authors: string[]
  editors: Record<string, string>
  province: string | null
  city: string | null
  county: string | null
  placeCode: string | null
  placeBasis: { province?: 'stated' | 'inferred'; city?: 'stated' | 'inferred'; county?: 'stated' | 'inferred' }
  leaders: { name: string; title: string | null }[]
  attendees: string[]
  kind: ReportKind
  /** Why the gate said so, most telling first. */
  kindReasons: string[]
  excluded: string | null
  script: 'hans' | 'hant' | 'mixed'
  /** Exposure: characters (code points, white space left out) of the cleaned body text. */
  characters: number
  words: number | null
  directives: number
  /** MinHash signature of folded text, base64url, at most 64 bytes of hash; null for texts too short to compare. */
  signature: string | null
  reprintOf: string | null
  damaged: number
  issues: Issue[]
  text?: string
  meta: Record<string, unknown>
}

export type ParagraphRole = 'title' | 'body'

export interface Paragraph extends Span<'clean'> {
  readonly role: ParagraphRole
}

/** An official (or other named person) found in the text. */
export interface Person {
  /** Full name as printed (simplified, folded). */
  readonly name: string
  /** Titles as printed before the name at first mention (`市委副书记、市长`), or null. */
  readonly title: string | null
  /** Span of the first mention of the name. */
  readonly first: Span<'clean'>
  /** Only named in a list of those present (参加 出席 陪同 列席): no speech expected. */
  readonly attendee: boolean
}

/** A report read: its row and what later rooms need to work on its text. */
export interface Report {
  readonly row: ReportRow
  /** String that `start/end` count in before {@link Report.bodyShift} is taken off. */
  readonly source: string
  /**
   * Supplied titles are put in front of the body (`title + '\n' + text`). Offsets below this number count in the title
   * field; larger ones count in the text field after taking this number off. 0 when no title was put in front.
   */
  readonly bodyShift: number
  readonly clean: CleanText
  /** In order, not overlapping; a mention's or directive's `paragraph` is an index into this. */
  readonly paragraphs: readonly Paragraph[]
  readonly people: readonly Person[]
}
