import type { Span } from '../text/span'

/** Lines of a clean text between two offsets, empty ones left out. */
export function paragraphSpans(text: string, start = 0, end = text.length): Span<'clean'>[] {
  const spans: Span<'clean'>[] = []
  let from = start
  while (from < end) {
    const line = text.indexOf('\n', from)
    const to = line < 0 || line > end ? end : line
    if (to > from) spans.push({ start: from, end: to })
    from = to + 1
  }
  return spans
}

/** Code points of a range, white space left out. A surrogate pair is one, a lone surrogate is one. */
export function countCharacters(text: string, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (
      c <= 32 ||
      c === 0xa0 ||
      c === 0x3000 ||
      c === 0xfeff ||
      (c >= 0x2000 && c <= 0x200a) ||
      c === 0x2028 ||
      c === 0x2029
    )
      continue
    if (c >= 0xd800 && c <= 0xdbff && i + 1 < end) {
      const d = text.charCodeAt(i + 1)
      if (d >= 0xdc00 && d <= 0xdfff) i++
    }
    count++
  }
  return count
}
