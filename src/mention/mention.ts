export type Zone = 'title' | 'narrative' | 'directive'
export type Stance = 'promoted' | 'rejected' | 'relayed' | 'narrated'
export type Grade = 'core' | 'generic'

/** One row of the `mentions` table (public columns). */
export interface Mention {
  id: string
  reportId: string
  directiveId: string | null
  paragraph: number
  concept: string
  /** The label that matched, as the vocabulary writes it. */
  label: string
  category: string
  /** Slice of the source as printed: `source.slice(start, end) === surface`. */
  surface: string
  /** The same characters in clean text. */
  form: string
  start: number
  end: number
  cleanStart: number
  cleanEnd: number
  /** Which input field `start/end` count in: `title` for a supplied title that the text does not repeat. */
  field: 'text' | 'title'
  zone: Zone
  stance: Stance | null
  stanceEvidence: string | null
  relayedFrom: string | null
  quoted: boolean
  grade: Grade
  /** Id of the mention of another concept that holds this one. */
  nestedIn: string | null
  /** Id of the mention whose concept absorbs this one: not counted. */
  shadowedBy: string | null
  boundaryAgreement: boolean | null
}
