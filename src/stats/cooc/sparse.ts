import { invalid, requireCount, requireWhole } from '../argument'

export interface SparseInput {
  /** Each unit's slogans as numbers from 0 to size - 1; a repeat within a unit counts once. Read once, in order. */
  readonly units: Iterable<ArrayLike<number>>
  /** How many slogans there are. */
  readonly size: number
  /** Leave out pairs that meet in fewer units (default 1). */
  readonly minJoint?: number | undefined
}

/**
 * Columns of equal length, sorted by x, then y. b, c and d follow: single[x] - a, single[y] - a, n - single[x] -
 * single[y] + a.
 */
export interface SparsePairs {
  readonly n: number
  readonly single: Uint32Array
  readonly x: Uint32Array
  readonly y: Uint32Array
  readonly a: Uint32Array
}

/**
 * In how many units do two of thousands of slogans meet? Only pairs that do are stored.
 *
 * - Formula: as `cooc.tables`, for pairs with a ≥ minJoint; the other three cells follow from `single` and n.
 * - Input: units as lists of slogan numbers (whole, 0 ≤ id < size); size; minJoint, default 1.
 * - Result: n units, `single` units of each slogan, and the columns x < y and a (joint units).
 * - Edges: empty units count in n; ids outside the range are errors. Memory grows with pairs that meet, not with
 *   size².
 * - Assumes: as `cooc.tables`.
 * - Source: Evert 2008, doi:10.1515/9783110213881.2.1212.
 * - Oracle: equal to `cooc.tables` on the same units (tested).
 *
 * @example
 * [...cooc.sparse({ units: [[0, 1], [1, 2, 1], []], size: 3 }).a] // => [1, 1]
 */
export function sparse({ units, size, minJoint = 1 }: SparseInput): SparsePairs {
  const where = 'cooc.sparse'
  requireCount(where, 'size', size)
  requireWhole(where, 'minJoint', minJoint, 1)
  const single = new Uint32Array(size)
  const joint = new Map<number, number>()
  const seenIn = new Uint32Array(size)
  let n = 0
  for (const unit of units) {
    n++
    const ids: number[] = []
    for (let i = 0; i < unit.length; i++) {
      const id = unit[i]!
      if (!(Number.isInteger(id) && id >= 0 && id < size)) {
        throw invalid(where, `each id must be a whole number from 0 to ${size - 1}`, id)
      }
      if (seenIn[id] === n) continue
      seenIn[id] = n
      single[id]!++
      ids.push(id)
    }
    ids.sort((p, q) => p - q)
    for (let i = 0; i < ids.length; i++) {
      const row = ids[i]! * size
      for (let j = i + 1; j < ids.length; j++) joint.set(row + ids[j]!, (joint.get(row + ids[j]!) ?? 0) + 1)
    }
  }
  const keys = Float64Array.from(joint.keys()).sort()
  const kept = minJoint === 1 ? keys : keys.filter((key) => joint.get(key)! >= minJoint)
  return {
    n,
    single,
    x: Uint32Array.from(kept, (key) => Math.floor(key / size)),
    y: Uint32Array.from(kept, (key) => key % size),
    a: Uint32Array.from(kept, (key) => joint.get(key)!),
  }
}
