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

/** For each occurrence the number of one around it, or null. */
export interface Nesting {
  readonly nestedIn: readonly (number | null)[]
  readonly shadowedBy: readonly (number | null)[]
}

/**
 * Who holds whom: `nestedIn` is the shortest longer occurrence of another concept around it, `shadowedBy` the shortest of a
 * concept that absorbs it.
 *
 * @param sorted by {@link byPlace}
 */
export function nesting(sorted: readonly Occurrence[], absorbers: readonly (ReadonlySet<number> | null)[]): Nesting {
  const nestedIn: (number | null)[] = sorted.map(() => null)
  const shadowedBy: (number | null)[] = sorted.map(() => null)
  const shorter = (j: number, best: number | null) => best === null || length(sorted[j]!) < length(sorted[best]!)
  let open: number[] = []
  sorted.forEach((o, i) => {
    if (open.length > 0) {
      open = open.filter((j) => sorted[j]!.end > o.start)
      for (const j of open) {
        const outer = sorted[j]!
        if (outer.end < o.end || outer.concept === o.concept || length(outer) === length(o)) continue
        if (shorter(j, nestedIn[i]!)) nestedIn[i] = j
        if (absorbers[o.concept]?.has(outer.concept) && shorter(j, shadowedBy[i]!)) shadowedBy[i] = j
      }
    }
    open.push(i)
  })
  return { nestedIn, shadowedBy }
}

const length = (o: Occurrence): number => o.end - o.start
