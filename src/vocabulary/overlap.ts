/**
 * Which matches to keep when concepts overlap.
 *
 * On 坚持稳中求进工作总基调, with the concepts A 稳中求进 and B 稳中求进工作总基调:
 *
 * - `nested`   A [2,6) with `nestedIn` B, and B [2,11). The default: adding B to the vocabulary changes no count of A. Each
 *   concept keeps, from left to right, the longest of its own labels, which do not overlap.
 * - `longest`  B only: across concepts the leftmost, at one start the longest; of equal ones the concept written first. Use
 *   where overlaps must not be listed.
 * - `all`      as `nested`, and overlaps of one concept with its own labels too.
 *
 * The choice changes counts, so it is stored in every result. `longest` hides A wherever B is said: a fall in A may be only a
 * rise in B. Where B lists A in `absorbs`, A inside B is kept with `shadowedBy` B, and not counted, under `nested` and `all`.
 */
export type OverlapPolicy = 'nested' | 'longest' | 'all'

/** An occurrence in units of the folded text. */
export interface Occurrence {
  readonly concept: number
  readonly label: string
  readonly start: number
  readonly end: number
}

/** By start, the longer first, then as the vocabulary lists them. */
export const byPlace = (a: Occurrence, b: Occurrence): number =>
  a.start - b.start || b.end - a.end || a.concept - b.concept

/** @param sorted by {@link byPlace} */
export function applyPolicy(sorted: readonly Occurrence[], policy: OverlapPolicy): readonly Occurrence[] {
  if (policy === 'all') return sorted
  if (policy === 'longest') {
    let floor = 0
    return sorted.filter((o) => o.start >= floor && (floor = o.end) > 0)
  }
  const floors = new Map<number, number>()
  return sorted.filter((o) => {
    const floor = floors.get(o.concept)
    if (floor !== undefined && o.start < floor) return false
    floors.set(o.concept, o.end)
    return true
  })
}

/** For each occurrence the numbers of those around it, or −1. */
export interface Nesting {
  readonly nestedIn: Int32Array
  readonly shadowedBy: Int32Array
}

/**
 * Who holds whom: `nestedIn` is the shortest longer occurrence of another concept around it, `shadowedBy` the shortest of a
 * concept that absorbs it.
 *
 * @param sorted by {@link byPlace}
 */
export function nesting(sorted: readonly Occurrence[], absorbers: readonly (ReadonlySet<number> | null)[]): Nesting {
  const nestedIn = new Int32Array(sorted.length).fill(-1)
  const shadowedBy = new Int32Array(sorted.length).fill(-1)
  let open: number[] = []
  sorted.forEach((o, i) => {
    if (open.length > 0) {
      open = open.filter((j) => sorted[j]!.end > o.start)
      const absorbing = absorbers[o.concept]
      for (const j of open) {
        const outer = sorted[j]!
        if (outer.end < o.end || outer.concept === o.concept || outer.end - outer.start === o.end - o.start) continue
        if (nestedIn[i] === -1 || length(outer) < length(sorted[nestedIn[i]!]!)) nestedIn[i] = j
        if (absorbing?.has(outer.concept) && (shadowedBy[i] === -1 || length(outer) < length(sorted[shadowedBy[i]!]!)))
          shadowedBy[i] = j
      }
    }
    open.push(i)
  })
  return { nestedIn, shadowedBy }
}

const length = (o: Occurrence): number => o.end - o.start
