import type { Span } from './span'

/** Leads every range of the clean text back to the source characters it came from. */
export interface OffsetMap {
  /** Source range of the clean range: from the first source unit of its first character to the last of its last. Empty ranges map to an empty range. */
  toSource(start: number, end: number): Span<'source'>
  /** Clean range of a source range: the clean characters that have any source unit inside it (possibly empty). */
  toClean(start: number, end: number): Span<'clean'>
}

/**
 * What one cleaning step did to its text: replaced ranges, in order, not touching one another. Between them the text is
 * the same unit for unit. A replaced unit belongs to the whole range that was replaced.
 */
export interface Patch {
  readonly oldStart: Int32Array
  readonly oldEnd: Int32Array
  readonly newStart: Int32Array
  readonly newEnd: Int32Array
}

/** Index of the last entry ≤ `value`, or −1. */
const lastAtMost = (sorted: Int32Array, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Old position where the new unit at `at` begins. */
const oldStartOf = (patch: Patch, at: number): number => {
  const i = lastAtMost(patch.newStart, at)
  if (i < 0) return at
  return at < patch.newEnd[i]! ? patch.oldStart[i]! : patch.oldEnd[i]! + (at - patch.newEnd[i]!)
}

/** Old position where the new unit before `at` ends; `at` ≥ 1. */
const oldEndOf = (patch: Patch, at: number): number => {
  const i = lastAtMost(patch.newStart, at - 1)
  if (i < 0) return at
  return at - 1 < patch.newEnd[i]! ? patch.oldEnd[i]! : patch.oldEnd[i]! + (at - patch.newEnd[i]!)
}

/** How many new units end at or before the old position. */
const unitsEndingBy = (patch: Patch, at: number): number => {
  const i = lastAtMost(patch.oldStart, at)
  if (i < 0) return at
  return at >= patch.oldEnd[i]! ? patch.newEnd[i]! + (at - patch.oldEnd[i]!) : patch.newStart[i]!
}

/** How many new units begin before the old position. */
const unitsBeginningBefore = (patch: Patch, at: number): number => {
  const i = lastAtMost(patch.oldStart, at - 1)
  if (i < 0) return at
  return at >= patch.oldEnd[i]! ? patch.newEnd[i]! + (at - patch.oldEnd[i]!) : patch.newEnd[i]!
}

/** Nothing moved: most text. Holds no arrays. */
export const identityMap: OffsetMap = {
  toSource: (start, end) => ({ start, end: Math.max(start, end) }),
  toClean: (start, end) => ({ start, end: Math.max(start, end) }),
}

/**
 * The map of several steps, each given as the patch from its input to its output, in the order they ran. Ranges are led
 * through one step after the other by binary search, so the answer is exact however the steps' edits overlap.
 *
 * Laws: monotone; the range of a run of clean characters is the hull of the ranges of its first and its last; `toClean`
 * gives back exactly the clean characters whose own source range meets the range asked for.
 */
export const composeMap = (patches: readonly Patch[]): OffsetMap => {
  if (patches.length === 0) return identityMap
  return {
    toSource(start, end) {
      let from = start
      let to = end
      for (let i = patches.length - 1; i >= 0; i--) {
        const patch = patches[i]!
        if (to > from) {
          const next = oldStartOf(patch, from)
          to = Math.max(next, oldEndOf(patch, to))
          from = next
        } else from = to = oldStartOf(patch, from)
      }
      return { start: from, end: to }
    },
    toClean(start, end) {
      let from = start
      let to = end
      for (const patch of patches) {
        from = unitsEndingBy(patch, from)
        to = unitsBeginningBefore(patch, to)
      }
      return { start: from, end: end > start ? Math.max(from, to) : from }
    },
  }
}
