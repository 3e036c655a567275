import { invalid } from '../argument'

/** A stream of random numbers that its seed fixes. */
export interface Random {
  /** The next number from 0 up to but not including 1, in steps of 2⁻⁵³. */
  uniform(): number
  /** The next whole number from 0 to n - 1, all equally likely; n from 1 to 2³². */
  below(n: number): number
}

/**
 * Where do the random numbers of a study come from? A seeded generator, the same numbers on every machine.
 *
 * - Formula: xoshiro128** on a state that a 32-bit mixing of the seed fills; `uniform` joins 53 bits, `below` rejects
 *   the uneven rest.
 * - Input: seed, a whole number from 0 to 4294967295; print it with the result.
 * - Result: `uniform()` in [0, 1) and `below(n)` in 0 … n-1. Period 2¹²⁸ - 1.
 * - Edges: the same seed gives the same stream; neighbouring seeds give unlike streams. Any other seed is an error.
 * - Assumes: one stream for one job; two tables resampled from one seed share their luck.
 * - Source: Blackman & Vigna 2021, doi:10.1145/3460772.
 * - Oracle: the generator's published numbers for the state 1, 2, 3, 4.
 *
 * @example
 * resample.random({ seed: 7 }).uniform() // => 0.2338277214
 */
export function random({ seed }: { readonly seed: number }): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff)) {
    throw invalid('resample.random', 'seed must be a whole number from 0 to 4294967295', seed)
  }
  const state = new Uint32Array(4)
  for (let i = 0, z = seed; i < 4; i++) {
    z = (z + 0x9e3779b9) >>> 0
    state[i] = mixed(z)
  }
  return stream(state)
}

/** The generator on a state of four 32-bit numbers, not all 0; the state is used up. */
export function stream(state: Uint32Array): Random {
  const next = (): number => step(state)
  return {
    uniform: () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000,
    below: (n) => {
      if (!(Number.isInteger(n) && n >= 1 && n <= 0x100000000)) {
        throw invalid('resample.random', 'below takes a whole number from 1 to 4294967296', n)
      }
      const even = 0x100000000 - (0x100000000 % n)
      for (;;) {
        const draw = next()
        if (draw < even) return draw % n
      }
    },
  }
}

function step(s: Uint32Array): number {
  const out = Math.imul(rotated(Math.imul(s[1]!, 5), 7), 9) >>> 0
  const kept = s[1]! << 9
  s[2]! ^= s[0]!
  s[3]! ^= s[1]!
  s[1]! ^= s[2]!
  s[0]! ^= s[3]!
  s[2]! ^= kept
  s[3] = rotated(s[3]!, 11)
  return out
}

function rotated(v: number, by: number): number {
  return (v << by) | (v >>> (32 - by))
}

/** Spreads neighbouring seeds over all 32 bits. */
function mixed(v: number): number {
  let z = Math.imul(v ^ (v >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) >>> 0
}
