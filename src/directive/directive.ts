export type Force = 'prohibit' | 'must' | 'require' | 'exhort'
export type SourceType = 'official' | 'meeting' | 'group' | 'unknown'

/** One row of the `directives` table (public columns). */
export interface Directive {
  id: string
  reportId: string
  /** 0-based position in the report. */
  index: number
  paragraph: number
  /** Clean simplified text, from the addressee or opener to the closing mark inclusive. */
  text: string
  start: number
  end: number
  cleanStart: number
  cleanEnd: number
  /** Who speaks: full name of the official; `会议` for a meeting; the group's name; null when unknown. */
  source: string | null
  sourceTitle: string | null
  sourceType: SourceType
  /** What was printed at the verb (`他`, a name, `会议`), or null where the subject is dropped. */
  sourceForm: string | null
  leaderId: string | null
  cue: string | null
  opener: string | null
  force: Force
  addressee: string | null
  /** 。- and ；-delimited pieces. */
  segments: number
  /** Position in an announced or numbered enumeration, *k of n*. */
  ordinal: number | null
  ordinalOf: number | null
  lead: boolean
  multi: boolean
  truncated: boolean
  characters: number
  categories: string[]
  categoryEvidence: {
    category: string
    basis: 'concept' | 'cue'
    term: string
    cleanStart: number
    cleanEnd: number
    start: number
    end: number
  }[]
  concepts: string[]
  /** Id of the rule that decided speaker and boundary. */
  rule: string
}

/** A candidate that was looked at and is no directive, with its class. */
export interface Rejected {
  reportId: string
  paragraph: number
  text: string
  start: number
  end: number
  cleanStart: number
  cleanEnd: number
  class: string
  rule: string
}
