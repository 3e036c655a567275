export type Within = 'clause' | 'sentence' | 'paragraph' | 'report'

/** What a mark ends, from the smallest: a mark of one level ends the levels below it too. */
const levels: readonly [level: number, marks: string][] = [
  [1, '，,：:'],
  [2, '；;。！!？?'],
  [3, '\n'],
]
const levelOf = { clause: 1, sentence: 2, paragraph: 3 } as const

let table: Uint8Array | undefined

/** By UTF-16 unit: 0, or the highest level it ends (1 clause, 2 sentence, 3 paragraph). */
export function breakLevels(): Uint8Array {
  if (table) return table
  const built = new Uint8Array(65536)
  for (const [level, marks] of levels) for (const mark of marks) built[mark.charCodeAt(0)] = level
  return (table = built)
}

/** A window is never wider than this on either side: a page without punctuation must not make guards slow. */
const REACH = 400

/**
 * The part of the text around `[start, end)` that a context guard looks at: the clause, sentence (；ends one too) or paragraph
 * that holds it, at most 400 characters to each side, or the whole text.
 */
export function windowText(text: string, start: number, end: number, within: Within): string {
  if (within === 'report') return text
  const breaks = breakLevels()
  const level = levelOf[within]
  let from = start
  for (const low = Math.max(0, start - REACH); from > low && breaks[text.charCodeAt(from - 1)]! < level; ) from--
  let to = end
  for (const high = Math.min(text.length, end + REACH); to < high && breaks[text.charCodeAt(to)]! < level; ) to++
  return text.slice(from, to)
}
