import { requireChoice } from '../argument'
import { countNgrams, type NgramInput, readNgrams, sortedRecord } from './ngrams'

export interface EntropyInput extends NgramInput {
  /** What stands beside a run at the edge of its segment (default `distinct`). */
  readonly boundary?: 'distinct' | 'symbol' | 'ignore' | undefined
}

export interface BoundaryEntropy {
  readonly left: number
  readonly right: number
  readonly min: number
}

/**
 * Is a run of characters used freely, or is it a piece of something longer? Entropy of its neighbours.
 *
 * - Formula: entropy in bits of the characters before (left) and after (right) all occurrences. At a segment's edge:
 *   `distinct` (default) every edge is a neighbour of its own, `symbol` all edges are one neighbour, `ignore` none.
 * - Input: segments, already split at punctuation; minCount, default 2; minLen and maxLen in characters, default 2
 *   and 4; boundary.
 * - Result: `candidates` by run in code-point order: left, right and the smaller `min`, from 0 up; a piece of a
 *   longer slogan has a side near 0, a slogan set off by commas or quotes scores high with `distinct`.
 * - Edges: no neighbour, or one only, gives 0; overlapping occurrences count; no segments give {}.
 * - Assumes: text without copies: reprints repeat the neighbours and lower the entropy.
 * - Source: Jin & Tanaka-Ishii 2006, https://aclanthology.org/P06-2056; Shannon 1948,
 *   doi:10.1002/j.1538-7305.1948.tb01338.x.
 * - Oracle: scipy entropy(base = 2).
 *
 * @example
 * phrase.entropy({ segments: ['抓项目', '建项目', '项目'], minLen: 2, maxLen: 2 }).candidates['项目']
 * // => { left: 1.585, right: 1.585, min: 1.585 }
 */
export function entropy({ boundary = 'distinct', ...input }: EntropyInput): {
  readonly candidates: Readonly<Record<string, BoundaryEntropy>>
} {
  const where = 'phrase.entropy'
  requireChoice(where, 'boundary', boundary, ['distinct', 'symbol', 'ignore'])
  const { segments, minCount, minLen, maxLen } = readNgrams(where, input)
  const neighbours = new Map<string, Sides>()
  for (const [run, count] of countNgrams(segments, minLen, maxLen)) {
    if (count >= minCount) neighbours.set(run, { left: new Map(), right: new Map() })
  }
  const edge = edgeNames(boundary)
  for (const chars of segments) {
    for (let start = 0; start < chars.length; start++) {
      let run = ''
      for (let end = start + 1; end <= Math.min(chars.length, start + maxLen); end++) {
        run += chars[end - 1]!
        const sides = neighbours.get(run)
        if (sides === undefined) continue
        add(sides.left, start > 0 ? chars[start - 1]! : edge())
        add(sides.right, end < chars.length ? chars[end]! : edge())
      }
    }
  }
  const found = [...neighbours].map(([run, sides]) => {
    const left = bits(sides.left)
    const right = bits(sides.right)
    return [run, { left, right, min: Math.min(left, right) }] as const
  })
  return { candidates: sortedRecord(found) }
}

interface Sides {
  readonly left: Map<string, number>
  readonly right: Map<string, number>
}

/** Names longer than one character, so that no character is mistaken for an edge. */
function edgeNames(boundary: 'distinct' | 'symbol' | 'ignore'): () => string | null {
  if (boundary === 'ignore') return () => null
  if (boundary === 'symbol') return () => 'edge'
  let n = 0
  return () => `edge ${n++}`
}

function add(counts: Map<string, number>, neighbour: string | null): void {
  if (neighbour !== null) counts.set(neighbour, (counts.get(neighbour) ?? 0) + 1)
}

function bits(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const c of counts.values()) total += c
  let sum = 0
  for (const c of counts.values()) sum += (c / total) * Math.log2(total / c)
  return sum
}
