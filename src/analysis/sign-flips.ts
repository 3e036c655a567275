import type { Random } from '../stats'
import { monteCarloP } from './report-shuffle'

/** Up to this many places all ways of flipping signs are gone through. */
const EXACT = 14

/**
 * How often would chance signs give a sum as far from 0? Two-sided randomisation p of a sum of independent
 * contributions that are symmetric about 0 under the null (here: the score of each place for the common trend). It
 * needs no variance and holds with few, unequal and overdispersed places (Canay, Romano & Shaikh 2017,
 * doi:10.3982/ECTA13081). With n contributions p cannot be below 2^(1−n).
 *
 * @param random draws signs where there are more than 14 contributions, up to 1,999 times
 */
export function signFlipP(contributions: ArrayLike<number>, random: () => Random): number {
  const n = contributions.length
  let observed = 0
  let size = 0
  for (let k = 0; k < n; k++) {
    observed += contributions[k]!
    size += Math.abs(contributions[k]!)
  }
  const reach = Math.abs(observed) - 1e-9 * size
  if (n > EXACT) {
    const draw = random()
    return monteCarloP(reach, () => drawnSum(contributions, draw), 1999)
  }
  // Gray code: each way differs from the one before in one sign. The last sign stays: flipping all changes nothing.
  let reached = 0
  let sum = observed
  const sign = new Int8Array(n).fill(1)
  const ways = 2 ** (n - 1)
  for (let way = 0; way < ways; way++) {
    if (way > 0) {
      const k = 31 - Math.clz32(way & -way)
      sum -= 2 * sign[k]! * contributions[k]!
      sign[k] = -sign[k]!
    }
    if (Math.abs(sum) >= reach) reached++
  }
  return reached / ways
}

function drawnSum(contributions: ArrayLike<number>, random: Random): number {
  let sum = 0
  let bits = 0
  for (let k = 0; k < contributions.length; k++) {
    if (k % 30 === 0) bits = random.below(2 ** 30)
    sum += (bits >> (k % 30)) & 1 ? contributions[k]! : -contributions[k]!
  }
  return Math.abs(sum)
}
