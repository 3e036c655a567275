import type { Random } from '../stats'
import type { ItemSeries } from './time-series'

/**
 * Puts an item's reports at random among all reports of the series and returns the counts by period: what the series
 * would look like if it did not matter when a report was written. Whole reports move, so mentions that pile up in one
 * report stay together, and a p value from these counts holds where mentions cluster.
 *
 * @returns a function that fills and returns the same array at each call
 */
export function shuffler(series: ItemSeries, random: Random): () => Float64Array {
  const pool = series.pool.slice()
  const counts = new Float64Array(series.counts.length)
  const n = pool.length
  return () => {
    counts.fill(0)
    for (let k = 0; k < series.values.length; k++) {
      const j = k + random.below(n - k)
      const slot = pool[j]!
      pool[j] = pool[k]!
      pool[k] = slot
      counts[slot]! += series.values[k]!
    }
    return counts
  }
}

/**
 * Draws the reports of each period anew with replacement and returns the counts by period (the stratified bootstrap).
 * Reports without the item are all alike, so only the number that carry it is drawn, by the waiting times of the
 * binomial.
 */
export function resampler(series: ItemSeries, random: Random): () => Float64Array {
  const counts = new Float64Array(series.counts.length)
  const size = new Int32Array(counts.length)
  for (const slot of series.pool) size[slot]!++
  const held: number[][] = Array.from({ length: counts.length }, () => [])
  series.slots.forEach((slot, k) => {
    held[slot]!.push(series.values[k]!)
  })
  return () => {
    counts.fill(0)
    for (let slot = 0; slot < counts.length; slot++) {
      const values = held[slot]!
      if (values.length === 0) continue
      const m = size[slot]!
      for (let hits = binomial(m, values.length / m, random); hits > 0; hits--)
        counts[slot]! += values[random.below(values.length)]!
    }
    return counts
  }
}

/** A binomial number by counting geometric waiting times: expected time n·p + 1. */
function binomial(n: number, p: number, random: Random): number {
  if (p >= 1) return n
  const scale = Math.log1p(-p)
  let hits = -1
  for (let at = 0; at <= n; hits++) at += 1 + Math.floor(Math.log(1 - random.uniform()) / scale)
  return hits
}

/**
 * Monte-Carlo p value of a statistic, with an early stop once its size is clear (Besag & Clifford 1991,
 * doi:10.1093/biomet/78.2.301): after 20 draws as large as the observed one, p = 20 ÷ draws; else (exceeding + 1) ÷
 * (draws + 1). Never 0, and valid either way.
 */
export function monteCarloP(observed: number, draw: () => number, draws: number): number {
  const tolerance = 1e-9 * Math.max(1, Math.abs(observed))
  let exceeding = 0
  for (let b = 1; b <= draws; b++) {
    if (draw() < observed - tolerance) continue
    if (++exceeding === 20) return 20 / b
  }
  return (exceeding + 1) / (draws + 1)
}

/** A seed of an item's own: its result does not depend on which other items are looked at. */
export function seedFor(seed: number, ...names: readonly string[]): number {
  let h = (seed ^ 0x811c9dc5) | 0
  for (const name of names)
    for (let i = 0; i <= name.length; i++)
      h = Math.imul(h ^ (i === name.length ? 0xff : name.charCodeAt(i)), 0x01000193)
  return h >>> 0
}
