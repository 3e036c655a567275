// Paragraphs of a text that needs no cleaning, for testing one reader at a time.
import type { Span } from '../../src/text/span'

export interface Laid {
  readonly text: string
  readonly body: readonly Span<'clean'>[]
}

export function lay(...paragraphs: readonly string[]): Laid {
  let at = 0
  const body = paragraphs.map((p) => {
    const span = { start: at, end: at + p.length }
    at += p.length + 1
    return span
  })
  return { text: paragraphs.join('\n'), body }
}
