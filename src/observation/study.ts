import type { Directive } from '../directive/directive'
import type { Mention } from '../mention/mention'
import type { ReportRow } from '../report/report'

/** How a coded study came about: enough to make it again. */
export interface StudyMethod {
  readonly tifa: string
  readonly rules: string
  readonly vocabulary: {
    readonly id: string
    readonly version: string
    readonly hash: string
    readonly concepts: number
  }
  readonly cleaning: readonly { readonly step: string; readonly version: string }[]
  readonly overlap: 'nested' | 'longest' | 'all'
  readonly segmenter: string | null
  readonly kinds: readonly string[] | 'any'
  readonly inferYears: boolean
  /** Sum of the reports' source hashes (their first 64 bits) modulo 2⁶⁴, as 16 hexadecimal digits: the same for every order. */
  readonly corpus: string
  readonly reports: number
  readonly excluded: number
  readonly undated: number
}

/** Three flat tables and how they were made: all that analysis needs. */
export interface Study {
  readonly reports: readonly ReportRow[]
  readonly directives: readonly Directive[]
  readonly mentions: readonly Mention[]
  readonly method: StudyMethod
  /** How the rows hang together, where the study knows it by number. Without it, it is read from the rows' ids. */
  readonly links?: StudyLinks
  /** The vocabulary's concepts, so that a concept never found still has a row of zeros. */
  readonly concepts: readonly ConceptInfo[]
}

/** Values by the number of a row. */
export interface Column {
  at(row: number): number
}

/** Which rows of a study belong to which, by their places in its tables. */
export interface StudyLinks {
  readonly reportOfDirective: Column
  readonly reportOfMention: Column
  /** -1 outside directives. */
  readonly directiveOfMention: Column
  /** Segment of the mention in its directive, -1 outside directives. */
  readonly segmentOfMention: Column
  /** The same number for mentions of the same concept and label. */
  readonly labelOfMention: Column
  /** -1 unless the mention stands inside one of another concept. */
  readonly outerOfMention: Column
  /** -1 where the mention counts, else what absorbs it. */
  readonly shadowOfMention: Column
}

export interface ConceptInfo {
  readonly id: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string
  readonly grade: 'core' | 'generic'
  readonly level: 'central' | 'provincial' | 'municipal' | 'county' | null
  readonly replaces?: readonly string[]
  readonly replacedBy?: readonly string[]
  readonly partOf?: readonly string[]
  readonly localises?: readonly string[]
}
