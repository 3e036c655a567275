export type Within = 'clause' | 'sentence' | 'paragraph' | 'report'

const stops: Readonly<Record<Exclude<Within, 'report'>, string>> = {
  clause: '，,：:；;。！!？?\n',
  sentence: '；;。！!？?\n',
  paragraph: '\n',
}

/** A window is never wider than this on either side: a page without punctuation must not make guards slow. */
const REACH = 400

/**
 * The part of the text around `[start, end)` that a context guard looks at: the clause, sentence (；ends one too) or paragraph
 * that holds it, at most 400 characters to each side, or the whole text.
 */
export function windowText(text: string, start: number, end: number, within: Within): string {
  if (within === 'report') return text
  const marks = stops[within]
  let from = start
  for (const low = Math.max(0, start - REACH); from > low && !marks.includes(text[from - 1]!); ) from--
  let to = end
  for (const high = Math.min(text.length, end + REACH); to < high && !marks.includes(text[to]!); ) to++
  return text.slice(from, to)
}
