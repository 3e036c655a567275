import data from '../../data/text/taiwan.json' with { type: 'json' }
import type { Span } from './span'

export interface RegionalWording {
  readonly words: readonly string[]
  /** The first of them. */
  readonly span: Span<'clean'>
}

/**
 * Words that only a vocabulary conversion for Taiwan or Hong Kong puts into a mainland report (noise 1.11). One such
 * word may be a quotation or a name; two different ones are the converter's. Null below that.
 *
 * @param text simplified text of a document judged traditional
 */
export const findRegionalWording = (text: string): RegionalWording | null => {
  const words: string[] = []
  let first = Number.POSITIVE_INFINITY
  let length = 0
  for (const { word } of data.words) {
    const at = text.indexOf(word)
    if (at < 0) continue
    words.push(word)
    if (at < first) {
      first = at
      length = word.length
    }
  }
  return words.length < data.leastDistinct ? null : { words, span: { start: first, end: first + length } }
}
