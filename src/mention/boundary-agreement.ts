import type { Segmenter } from '../segment/segmenter'

/**
 * Does a segmenter agree that a word begins and ends where the mention does? Answers for spans of one text; each paragraph
 * is segmented once, when first asked about.
 *
 * @returns true where both edges of `[start, end)` are edges of tokens. False does not make a mention wrong: segmenters cut
 *   formulas (稳中求进总基调 | 总 | 基调), which is why they do not code
 */
export function boundaryAgreement(
  text: string,
  segmenter: Segmenter,
): (paragraph: { readonly start: number; readonly end: number }, start: number, end: number) => boolean {
  const edges = new Map<number, ReadonlySet<number>>()
  return (paragraph, start, end) => {
    let known = edges.get(paragraph.start)
    if (known === undefined) {
      const found = new Set<number>([paragraph.start])
      for (const token of segmenter.segment(text.slice(paragraph.start, paragraph.end))) {
        found.add(paragraph.start + token.start)
        found.add(paragraph.start + token.end)
      }
      edges.set(paragraph.start, (known = found))
    }
    return known.has(start) && known.has(end)
  }
}
