import { TifaError } from '../error'
import type { Random } from '../stats'

/**
 * Draws `size` of `n` positions without replacement, every subset equally likely. Ascending; all of them where `size
 * ≥ n`.
 */
export function drawPositions(n: number, size: number, random: Random): number[] {
  const all = Array.from({ length: n }, (_, i) => i)
  const take = Math.min(size, n)
  for (let i = 0; i < take; i++) {
    const j = i + random.below(n - i)
    const held = all[i]!
    all[i] = all[j]!
    all[j] = held
  }
  return all.slice(0, take).sort((a, b) => a - b)
}

/**
 * Draws from every stratum in turn, as evenly as their sizes allow: strata too small to give their share give all
 * they have, and the rest is shared among the others. Strata come in the order given, so the same order gives the
 * same sample.
 *
 * @returns per stratum, the positions drawn in it, ascending
 */
export function drawStratified(sizes: readonly number[], size: number, random: Random): number[][] {
  const take = sizes.map(() => 0)
  let left = Math.min(
    size,
    sizes.reduce((a, b) => a + b, 0),
  )
  while (left > 0) {
    const open = sizes.map((_, i) => i).filter((i) => take[i]! < sizes[i]!)
    const share = Math.floor(left / open.length)
    if (share === 0) {
      // Fewer left than strata: which of them give one more is drawn too.
      for (const k of drawPositions(open.length, left, random)) take[open[k]!]!++
      break
    }
    for (const i of open) {
      const more = Math.min(share, sizes[i]! - take[i]!)
      take[i]! += more
      left -= more
    }
  }
  return sizes.map((n, i) => drawPositions(n, take[i]!, random))
}

/** Reads an option that must be a whole number. Throws `invalid-option`. */
export function wholeOption(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value
  throw new TifaError('invalid-option', `${name} must be a whole number from ${least} on, got ${value}`)
}
