/** One piece of a text: UTF-16 offsets, half-open; `han` when it is a word of Chinese characters. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly han: boolean
}

/**
 * A word segmenter: the instrument for everything word-level (exposure in words, boundary agreement, collocates). It is
 * never used to code: segmenters cut slogans and disagree with each other.
 */
export interface Segmenter {
  /** Backend, version, dictionary and lexicon, stored in every result that used it. */
  readonly id: string
  /** Tokens tile the text exactly, in order; a lone surrogate or any other character outside Han is kept as it is. */
  segment(text: string): readonly Token[]
}

/** A word the segmenter must know, with the weight that makes it win: frequencies are explicit so that backends agree. */
export interface LexiconEntry {
  readonly word: string
  readonly frequency?: number
}

/** Weight given to lexicon words without one: above almost every word of the stock dictionary. */
export const LEXICON_FREQUENCY = 20_000
