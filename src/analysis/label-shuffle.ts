import { byCodePoint } from '../observation'
import type { Random } from '../stats'

/** A place, leader, outlet or report on one side of a comparison, with what it could have said. */
export interface ComparedUnit {
  readonly name: string
  readonly target: boolean
  readonly exposure: number
}

/** All ways, or a random choice of ways, to put the units on the two sides. */
export interface Labelling {
  /** How many different ways there are (Infinity where beyond 2^53). */
  readonly ways: number
  readonly exact: boolean
  /** Smallest p value that can come out. */
  readonly smallestP: number
  /** Calls `visit` with the side of each unit (1 = target), once for each way or draw; the first is as observed. */
  each(visit: (side: Uint8Array) => void): void
}

/**
 * Exchanges units between two sides. A unit that stands on one side only is shuffled among such units, the size of
 * the sides kept; one that stands on both (a place before and after) swaps its two halves or not. Up to `limit` ways
 * are all gone through, more are drawn.
 */
export function labellings(units: readonly ComparedUnit[], draws: number, limit: number, random: Random): Labelling {
  const order = units
    .map((_, i) => i)
    .sort((a, b) => byCodePoint(units[a]!.name, units[b]!.name) || Number(units[b]!.target) - Number(units[a]!.target))
  const pairs: [number, number][] = []
  const singles: number[] = []
  for (let k = 0; k < order.length; k++) {
    const next = order[k + 1]
    if (next !== undefined && units[next]!.name === units[order[k]!]!.name) {
      pairs.push([order[k]!, next])
      k++
    } else singles.push(order[k]!)
  }
  const inTarget = singles.filter((i) => units[i]!.target).length
  const ways = 2 ** pairs.length * choose(singles.length, inTarget)
  const exact = ways <= limit
  const side = new Uint8Array(units.length)
  const observed = Uint8Array.from(units, (u) => (u.target ? 1 : 0))
  return {
    ways: Number.isFinite(ways) ? ways : Number.POSITIVE_INFINITY,
    exact,
    smallestP: exact ? 1 / ways : 1 / (draws + 1),
    each(visit) {
      if (exact) {
        for (let mask = 0; mask < 2 ** pairs.length; mask++) {
          side.set(observed)
          pairs.forEach(([a, b], k) => {
            if ((mask >> k) % 2 === 1) [side[a], side[b]] = [observed[b]!, observed[a]!]
          })
          combinations(singles, inTarget, side, () => visit(side))
        }
        return
      }
      visit(observed)
      const shuffled = [...singles]
      for (let d = 0; d < draws; d++) {
        side.set(observed)
        for (const [a, b] of pairs) if (random.uniform() < 0.5) [side[a], side[b]] = [observed[b]!, observed[a]!]
        for (let k = 0; k < inTarget; k++) {
          const j = k + random.below(shuffled.length - k)
          ;[shuffled[k], shuffled[j]] = [shuffled[j]!, shuffled[k]!]
        }
        shuffled.forEach((i, k) => {
          side[i] = k < inTarget ? 1 : 0
        })
        visit(side)
      }
    },
  }
}

function combinations(items: readonly number[], k: number, side: Uint8Array, visit: () => void): void {
  const place = (from: number, left: number): void => {
    if (left === 0) {
      for (let i = from; i < items.length; i++) side[items[i]!] = 0
      visit()
      return
    }
    for (let i = from; i <= items.length - left; i++) {
      for (let j = from; j < i; j++) side[items[j]!] = 0
      side[items[i]!] = 1
      place(i + 1, left - 1)
    }
  }
  place(0, k)
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i
  return Math.round(ways) === ways || ways > 2 ** 53 ? ways : Math.round(ways)
}
