import { countNgrams, type NgramInput, readNgrams, sortedRecord } from './ngrams'

export interface Cohesion {
  readonly count: number
  readonly pmi: number | null
  readonly npmi: number | null
}

/**
 * Do the characters of a run belong together? Inner cohesion of candidate slogans, before any dictionary knows them.
 *
 * - Formula: pmi = least over all cuts l|r of the run of log2(c N / (c_l c_r)), c occurrences, N all characters, the
 *   same N for every length; npmi = pmi / -log2(c/N).
 * - Input: segments, already split at punctuation; minCount, default 2; minLen and maxLen in characters, default 2
 *   and 4.
 * - Result: chars N; `candidates` by run in code-point order: count, pmi in bits, npmi from -1 to 1; high means hard
 *   to cut.
 * - Edges: overlapping occurrences count; a run of one character has no cut, its pmi and npmi are null; c = N gives
 *   npmi null; no segments give {}.
 * - Assumes: text without copies. A reprinted report makes each of its phrases cohesive: drop reprints first.
 * - Source: Church & Hanks 1990, https://aclanthology.org/J90-1003; Sproat & Shih 1990, Computer Processing of
 *   Chinese and Oriental Languages 4, 336–351.
 * - Oracle: sklearn character n-gram counts, nltk bigram PMI.
 *
 * @example
 * phrase.cohesion({ segments: ['精准扶贫'], minCount: 1, maxLen: 2 }).candidates['精准']
 * // => { count: 1, pmi: 2, npmi: 1 }
 */
export function cohesion(input: NgramInput): {
  readonly chars: number
  readonly candidates: Readonly<Record<string, Cohesion>>
} {
  const { segments, minCount, minLen, maxLen } = readNgrams('phrase.cohesion', input)
  const chars = segments.reduce((sum, segment) => sum + segment.length, 0)
  const counts = countNgrams(segments, 1, maxLen)
  const found: [string, Cohesion][] = []
  for (const [run, count] of counts) {
    if (count < minCount) continue
    const letters = [...run]
    if (letters.length < minLen) continue
    const pmi = letters.length === 1 ? null : weakestCut(letters, count, chars, counts)
    found.push([run, { count, pmi, npmi: pmi === null || count === chars ? null : pmi / -Math.log2(count / chars) }])
  }
  return { chars, candidates: sortedRecord(found) }
}

function weakestCut(
  letters: readonly string[],
  count: number,
  chars: number,
  counts: ReadonlyMap<string, number>,
): number {
  let least = Number.POSITIVE_INFINITY
  for (let cut = 1; cut < letters.length; cut++) {
    const left = counts.get(letters.slice(0, cut).join(''))!
    const right = counts.get(letters.slice(cut).join(''))!
    least = Math.min(least, Math.log2((count / left) * (chars / right)))
  }
  return least
}
