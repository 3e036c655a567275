import { requireCount } from '../argument'

/** Counts above 0 and their sum. */
export interface Present {
  readonly counts: readonly number[]
  readonly total: number
}

export function presentCounts(where: string, counts: ArrayLike<number>): Present {
  const kept: number[] = []
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    requireCount(where, `counts[${i}]`, count)
    if (count > 0) kept.push(count)
    total += count
  }
  return { counts: kept, total }
}
