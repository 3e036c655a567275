import { dist } from '../stats'
import type { Units } from './cooccurrence-units'

/** Joint units of a pair against what shuffling units inside each stratum gives. */
export interface WithinNull {
  /** Mean of the joint count over all permutations. */
  readonly expected: number
  /** Two-sided p; null where no stratum leaves anything to shuffle. */
  readonly p: number | null
  readonly method: 'exact' | 'normal' | null
}

/**
 * The permutation null inside strata, without drawing permutations.
 *
 * If the units of a report (a place, a leader) that hold a concept could as well have been any others of the same
 * report, the joint units of two concepts in it are hypergeometric, and independent between reports: the whole
 * permutation distribution is the convolution of these (the exact conditional test of Mantel–Haenszel, Cox 1970). It
 * asks whether two formulations stand together more than their being in the same reports explains: template
 * paragraphs do not pass it. No random numbers, so no seed and no Monte-Carlo error. Where the convolution would be
 * long (wide support over many reports), the normal approximation with continuity correction is used, and `method`
 * says so.
 */
export function withinNull(units: Units): (x: number, y: number, joint: number) => WithinNull {
  const strata = units.strata
  if (strata === null) return () => ({ expected: 0, p: null, method: null })
  const concepts = units.start.length - 1
  const profile: (Int32Array | undefined)[] = new Array(concepts)
  // Strata of a concept with its number of units there, as [stratum, count, stratum, count, …], ascending by stratum.
  const profileOf = (c: number): Int32Array => {
    const known = profile[c]
    if (known) return known
    const counts = new Map<number, number>()
    for (let k = units.start[c]!; k < units.start[c + 1]!; k++) {
      const s = strata.of[units.units[k]!]!
      counts.set(s, (counts.get(s) ?? 0) + 1)
    }
    const pairs = [...counts].sort((a, b) => a[0] - b[0])
    return (profile[c] = Int32Array.from(pairs.flat()))
  }
  return (x, y, joint) => {
    const px = profileOf(x)
    const py = profileOf(y)
    let expected = 0
    let variance = 0
    let fixed = 0
    let width = 0
    const tables: [n: number, r: number, k: number][] = []
    for (let i = 0, j = 0; i < px.length && j < py.length; ) {
      const d = px[i]! - py[j]!
      if (d === 0) {
        const n = strata.size[px[i]!]!
        const r = px[i + 1]!
        const k = py[j + 1]!
        expected += (r * k) / n
        const low = Math.max(0, r + k - n)
        const high = Math.min(r, k)
        fixed += low
        if (high > low) {
          variance += (r * k * (n - r) * (n - k)) / (n * n * (n - 1))
          width += high - low
          tables.push([n, r, k])
        }
      }
      if (d <= 0) i += 2
      if (d >= 0) j += 2
    }
    if (tables.length === 0) return { expected, p: null, method: null }
    if (width * tables.length > 4e6) return { expected, p: normalP(joint - expected, variance), method: 'normal' }
    return { expected, p: exactP(tables, joint - fixed, width), method: 'exact' }
  }
}

function normalP(excess: number, variance: number): number {
  const z = Math.max(0, Math.abs(excess) - 0.5) / Math.sqrt(variance)
  return Math.min(1, 2 * dist.normalCdf({ z: -z }).value)
}

function exactP(tables: readonly (readonly [number, number, number])[], excess: number, width: number): number {
  let mass = new Float64Array(width + 1)
  let next = new Float64Array(width + 1)
  mass[0] = 1
  let length = 1
  const cache = new Map<string, Float64Array>()
  for (const [n, r, k] of tables) {
    const key = `${n},${Math.min(r, k)},${Math.max(r, k)}`
    let h = cache.get(key)
    if (h === undefined) {
      h = hypergeometric(n, r, k)
      cache.set(key, h)
    }
    next.fill(0, 0, length + h.length - 1)
    for (let i = 0; i < length; i++) {
      const m = mass[i]!
      if (m === 0) continue
      for (let j = 0; j < h.length; j++) next[i + j]! += m * h[j]!
    }
    length += h.length - 1
    ;[mass, next] = [next, mass]
  }
  const at = mass[excess]! * (1 + 1e-7)
  let p = 0
  for (let i = 0; i < length; i++) if (mass[i]! <= at) p += mass[i]!
  return Math.min(1, p)
}

/** Probabilities of the joint count from its least possible value on, by the ratio of neighbours, normalised. */
function hypergeometric(n: number, r: number, k: number): Float64Array {
  const low = Math.max(0, r + k - n)
  const high = Math.min(r, k)
  const p = new Float64Array(high - low + 1)
  p[0] = 1
  let sum = 1
  for (let a = low; a < high; a++) {
    const i = a - low
    p[i + 1] = (p[i]! * ((r - a) * (k - a))) / ((a + 1) * (n - r - k + a + 1))
    sum += p[i + 1]!
    if (sum > 1e250) {
      for (let j = 0; j <= i + 1; j++) p[j]! /= sum
      sum = 1
    }
  }
  for (let i = 0; i < p.length; i++) p[i]! /= sum
  return p
}
