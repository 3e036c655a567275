import { requireFraction, requireWhole } from '../argument'
import { type Note, scoreNote } from '../note'
import { normalQuantile, twoSidedNormal } from '../numerics/normal'
import { medianInPlace } from '../numerics/order-statistics'
import { midRanks } from '../numerics/ranks'
import { observed, type Series } from '../series'
import { scoreOf, scoreZ } from './mann-kendall'
import { pairSlopes } from './sen'

export interface HamedRaoInput {
  readonly y: Series
  /** Level at which an autocorrelation counts (default 0.05). */
  readonly alpha?: number | undefined
  /** Longest lag looked at (default n - 1). */
  readonly lag?: number | undefined
}

export interface HamedRao {
  readonly s: number
  readonly correction: number
  readonly varS: number
  readonly z: number | null
  readonly p: number | null
  readonly note: Note | null
}

/**
 * Does a rate rise or fall, allowing for months that resemble their neighbours? Mann–Kendall with the variance
 * correction of Hamed and Rao.
 *
 * - Formula: r_i = autocorrelations of the mid-ranks of y - Sen slope × t; those beyond z(1-α/2)/√n enter the
 *   correction 1 + 2/(n(n-1)(n-2)) Σ (n-i)(n-i-1)(n-i-2) r_i, signed; varS = correction × Mann–Kendall variance.
 * - Input: y, one value a period in order of time, null where missing (lags then count observed values); alpha,
 *   default 0.05; lag, default n - 1.
 * - Result: s as in `trend.mk`; correction above 1 where neighbours resemble each other; z and p as in `trend.mk`.
 * - Edges: residuals all of one rank give correction 1; a correction of 0 or less gives z and p null; n < 3 gives
 *   correction 1, n < 2 nulls. Show the uncorrected p beside it.
 * - Assumes: a straight-line trend under the noise and a long series (n of 10 or more); significant lags are picked
 *   by test, so short series get a random correction.
 * - Source: Hamed & Rao 1998, doi:10.1016/S0022-1694(97)00125-X.
 * - Oracle: the paper's equations directly, R modifiedmk::mmkh. pyMannKendall takes the sum's absolute value, against
 *   the paper.
 *
 * @example
 * trend.hamedRao({ y: [9, 9, 8, 10, 13, 13, 3, 9, 4, 3, 3, 1, -1, 5, 5, 3, 9, -2] }).p // => 0.01723
 */
export function hamedRao({ y, alpha = 0.05, lag }: HamedRaoInput): HamedRao {
  const where = 'trend.hamedRao'
  requireFraction(where, 'alpha', alpha)
  if (lag !== undefined) requireWhole(where, 'lag', lag, 0)
  const { values, index } = observed(where, 'y', y)
  const { n, s, varS: plain } = scoreOf(values.slice())
  const note = scoreNote(n)
  const correction = n < 3 ? 1 : correctionFor(values, index, alpha, Math.min(lag ?? n - 1, n - 1))
  const varS = plain * correction
  if (n < 2 || correction <= 0) return { s, correction, varS, z: null, p: null, note }
  const z = scoreZ(s, varS)
  return { s, correction, varS, z, p: twoSidedNormal(z), note }
}

function correctionFor(values: Float64Array, index: Int32Array, alpha: number, lags: number): number {
  const n = values.length
  const x = Float64Array.from(index)
  const slope = medianInPlace(pairSlopes({ x, y: values }))
  const ranks = midRanks(joined(values.map((v, i) => v - slope * (x[i]! + 1))))
  const mean = (n + 1) / 2
  let square = 0
  for (const r of ranks) square += (r - mean) ** 2
  if (square === 0) return 1
  const bound = normalQuantile(1 - alpha / 2) / Math.sqrt(n)
  let sum = 0
  for (let i = 1; i <= lags; i++) {
    let product = 0
    for (let t = 0; t < n - i; t++) product += (ranks[t]! - mean) * (ranks[t + i]! - mean)
    const r = product / square
    if (Math.abs(r) > bound) sum += (n - i) * (n - i - 1) * (n - i - 2) * r
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum
}

/**
 * Residuals that differ only by rounding become equal: those within 1e-9 of the residuals' range of a neighbour in
 * size.
 */
function joined(residuals: Float64Array): Float64Array {
  const order = Uint32Array.from(residuals, (_, i) => i).sort((i, j) => residuals[i]! - residuals[j]!)
  const lowest = residuals[order[0]!]!
  const highest = residuals[order.at(-1)!]!
  const size = Math.max(Math.abs(lowest), Math.abs(highest))
  const near = Math.max(1e-9 * (highest - lowest), 1e-13 * size)
  const out = residuals.slice()
  for (let k = 1; k < order.length; k++) {
    const before = order[k - 1]!
    const here = order[k]!
    if (residuals[here]! - residuals[before]! <= near) out[here] = out[before]!
  }
  return out
}
