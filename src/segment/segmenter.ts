/** A word segmenter: a side instrument (exposure in words, boundary agreement, collocates), never used to code. */
export interface Segmenter {
  /** Backend, version and dictionary hash, stored in every result that used it. */
  readonly id: string
  /** Tokens tile the text exactly, in order. */
  segment(text: string): readonly { readonly start: number; readonly end: number; readonly han: boolean }[]
}
