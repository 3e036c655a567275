import type { Units } from './cooccurrence-units'

/** Pairs of concepts with their joint units, `x[i] < y[i]`, in order of x, then of the unit they first meet in. */
export interface PairCounts {
  readonly x: Int32Array
  readonly y: Int32Array
  readonly joint: Int32Array
}

/**
 * Counts every pair that stands together in at least `least` units. Time Σ over units of (concepts in the unit)²;
 * memory one row of counters and the pairs found: no concept × concept matrix is ever made.
 */
export function countPairs(units: Units, least: number): PairCounts {
  const concepts = units.start.length - 1
  const unitStart = new Int32Array(units.count + 1)
  for (const u of units.units) unitStart[u + 1]!++
  for (let u = 0; u < units.count; u++) unitStart[u + 1]! += unitStart[u]!
  const next = unitStart.slice(0, units.count)
  const conceptsOf = new Int32Array(units.units.length)
  for (let c = 0; c < concepts; c++)
    for (let k = units.start[c]!; k < units.start[c + 1]!; k++) conceptsOf[next[units.units[k]!]!++] = c

  let size = Math.max(1024, units.units.length)
  let x = new Int32Array(size)
  let y = new Int32Array(size)
  let joint = new Int32Array(size)
  let n = 0
  const counter = new Int32Array(concepts)
  const touched = new Int32Array(concepts)
  // Where in its unit the current concept stands: everything behind it is a later concept.
  const cursor = unitStart.slice(0, units.count)
  for (let c = 0; c < concepts; c++) {
    let t = 0
    for (let k = units.start[c]!; k < units.start[c + 1]!; k++) {
      const u = units.units[k]!
      const from = ++cursor[u]!
      for (let i = from; i < unitStart[u + 1]!; i++) {
        const other = conceptsOf[i]!
        if (counter[other]!++ === 0) touched[t++] = other
      }
    }
    for (let k = 0; k < t; k++) {
      const other = touched[k]!
      const a = counter[other]!
      counter[other] = 0
      if (a < least) continue
      if (n === size) {
        size *= 3
        x = grown(x, size)
        y = grown(y, size)
        joint = grown(joint, size)
      }
      x[n] = c
      y[n] = other
      joint[n++] = a
    }
  }
  return { x: x.subarray(0, n), y: y.subarray(0, n), joint: joint.subarray(0, n) }
}

function grown(list: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(size)
  out.set(list)
  return out
}
