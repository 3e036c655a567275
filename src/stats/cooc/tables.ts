import type { TwoByTwo } from '../assoc/two-by-two'
import { byCodePoint } from '../code-point-order'

/** The 2×2 table of one pair, x before y in code-point order. */
export interface PairTable extends TwoByTwo {
  readonly x: string
  readonly y: string
}

/**
 * In how many units do two slogans meet? The 2×2 table of every pair, also of those that never meet.
 *
 * - Formula: for each pair x < y: a units with both, b with x only, c with y only, d with neither; a slogan counts
 *   once a unit.
 * - Input: units, each the list of slogans found in it (a report, paragraph, directive or segment), repeats allowed.
 * - Result: n units, and `pairs` in code-point order, whole numbers with a + b + c + d = n.
 * - Edges: empty units count in n and d; fewer than two slogans give no pairs. The list has V(V-1)/2 entries: for
 *   thousands of slogans use `cooc.sparse`, which lists only pairs that meet.
 * - Assumes: what a unit is decides everything: in a report almost all slogans meet, in a segment almost none.
 * - Source: Evert 2008, doi:10.1515/9783110213881.2.1212.
 * - Oracle: sklearn MultiLabelBinarizer, XᵀX.
 *
 * @example
 * cooc.tables({ units: [['甲', '乙'], ['甲'], []] }) // => { n: 3, pairs: [{ x: '乙', y: '甲', a: 1, b: 0, c: 1, d: 1 }] }
 */
export function tables({ units }: { readonly units: readonly (readonly string[])[] }): {
  readonly n: number
  readonly pairs: readonly PairTable[]
} {
  const present = units.map((unit) => new Set(unit))
  const names = [...new Set(units.flat())].sort(byCodePoint)
  const place = new Map(names.map((name, i) => [name, i]))
  const v = names.length
  const alone = new Uint32Array(v)
  const joint = new Uint32Array(v * v)
  for (const unit of present) {
    const ids = Uint32Array.from(unit, (name) => place.get(name)!).sort()
    for (let i = 0; i < ids.length; i++) {
      alone[ids[i]!]!++
      for (let j = i + 1; j < ids.length; j++) joint[ids[i]! * v + ids[j]!]!++
    }
  }
  const n = units.length
  const pairs: PairTable[] = []
  for (let i = 0; i < v; i++) {
    for (let j = i + 1; j < v; j++) {
      const a = joint[i * v + j]!
      const b = alone[i]! - a
      const c = alone[j]! - a
      pairs.push({ x: names[i]!, y: names[j]!, a, b, c, d: n - a - b - c })
    }
  }
  return { n, pairs }
}
