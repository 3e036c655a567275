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
  /** SHA-256 over the sorted source hashes. */
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
  /** Segment of each mention in its directive, where directives are kept without their text. */
  readonly segments?: { at(mention: number): number }
  /** The vocabulary's concepts, so that a concept never found still has a row of zeros. */
  readonly concepts: readonly ConceptInfo[]
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
