import type { Segmenter, Token } from './segmenter'

const HAN_RUN = /\p{Script=Han}+/gu

/**
 * Makes a segmenter from a function that cuts one run of Chinese characters. Only Han runs reach the backend: digits, Latin
 * letters and punctuation are where backends differ, so each run between them is one token. With HMM off this makes
 * nodejieba and jieba-wasm agree character for character.
 */
export function segmentHanRuns(id: string, cut: (run: string) => readonly string[]): Segmenter {
  return Object.freeze({
    id,
    segment(text: string): readonly Token[] {
      const tokens: Token[] = []
      let at = 0
      for (const match of text.matchAll(HAN_RUN)) {
        if (match.index > at) tokens.push({ start: at, end: match.index, han: false })
        at = match.index
        for (const word of settleTies([...cut(match[0])])) {
          tokens.push({ start: at, end: at + word.length, han: true })
          at += word.length
        }
      }
      if (at < text.length) tokens.push({ start: at, end: text.length, han: false })
      return tokens
    },
  })
}

/**
 * Two neighbouring words that read the same in either order (天天|天, 天|天天) are equally likely, and backends break the tie
 * by rounding. The longer word goes first, so that the result does not depend on the backend.
 */
function settleTies(words: string[]): string[] {
  for (let i = 1; i < words.length; i++)
    for (let j = i; j > 0; j--) {
      const [left, right] = [words[j - 1]!, words[j]!]
      if (left.length >= right.length || left[0] !== right[0] || left + right !== right + left) break
      words[j - 1] = right
      words[j] = left
    }
  return words
}

/**
 * Number of words in a text: Han tokens of the segmenter. Numbers, Latin words and punctuation are not counted.
 */
export function countWords(segmenter: Segmenter, text: string): number {
  let n = 0
  for (const token of segmenter.segment(text)) if (token.han) n++
  return n
}
