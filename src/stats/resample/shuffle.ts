import type { Random } from './random'

/**
 * What would chance alone do with these labels? A random order of a list, every order equally likely.
 *
 * - Formula: from the last place down, swap each with one drawn from those up to it (Fisher and Yates).
 * - Input: values, any list (left as it is); random, from `resample.random`.
 * - Result: a new list with the same values.
 * - Edges: an empty list and a list of one stay as they are.
 * - Assumes: under the null every order is equally likely: shuffle whole reports, or labels within a place, not
 *   mentions.
 * - Source: Durstenfeld 1964, doi:10.1145/364520.364540.
 * - Oracle: all orders of three about equally often (tested).
 *
 * @example
 * resample.shuffle({ values: [1, 2, 3], random: resample.random({ seed: 1 }) }).length // => 3
 */
export function shuffle<T>({ values, random }: { readonly values: readonly T[]; readonly random: Random }): T[] {
  const out = [...values]
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const moved = out[i]!
    out[i] = out[j]!
    out[j] = moved
  }
  return out
}
