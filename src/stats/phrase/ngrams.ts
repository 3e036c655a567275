import { invalid, requireWhole } from '../argument'
import { byCodePoint } from '../code-point-order'

export interface NgramInput {
  /** Pieces of text already split at punctuation; no phrase reaches across two. */
  readonly segments: readonly string[]
  /** Fewest occurrences of a candidate (default 2). */
  readonly minCount?: number | undefined
  /** Shortest and longest candidate in characters (code points; default 2 and 4). */
  readonly minLen?: number | undefined
  readonly maxLen?: number | undefined
}

/** Input with its defaults, checked. */
export interface Ngrams {
  readonly segments: readonly (readonly string[])[]
  readonly minCount: number
  readonly minLen: number
  readonly maxLen: number
}

export function readNgrams(where: string, { segments, minCount = 2, minLen = 2, maxLen = 4 }: NgramInput): Ngrams {
  requireWhole(where, 'minCount', minCount, 1)
  requireWhole(where, 'minLen', minLen, 1)
  requireWhole(where, 'maxLen', maxLen, 1)
  if (maxLen < minLen) throw invalid(where, `maxLen must be at least minLen (${minLen})`, maxLen)
  return { segments: segments.map((segment) => [...segment]), minCount, minLen, maxLen }
}

/** Occurrences of every run of `from` to `to` characters inside a segment, overlaps counted. */
export function countNgrams(segments: readonly (readonly string[])[], from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const chars of segments) {
    for (let start = 0; start < chars.length; start++) {
      let gram = ''
      for (let k = start; k < Math.min(chars.length, start + to); k++) {
        gram += chars[k]!
        if (k - start + 1 >= from) counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
    }
  }
  return counts
}

/** The entries sorted by code point, as an object. */
export function sortedRecord<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([p], [q]) => byCodePoint(p, q)))
}
