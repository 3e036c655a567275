import { requireWhole } from '../argument'
import { type Note, scoreNote } from '../note'
import { twoSidedNormal } from '../numerics/normal'
import { medianInPlace } from '../numerics/order-statistics'
import { type ObservedPairs, observed, type Series } from '../series'
import { scoreOf, scoreZ } from './mann-kendall'
import { pairSlopes } from './sen'

export interface SeasonalMannKendall {
  readonly s: number
  readonly varS: number
  readonly z: number | null
  readonly p: number | null
  readonly tauA: number | null
  readonly slope: number | null
  readonly note: Note | null
}

/**
 * Does a slogan rise or fall from year to year, the yearly calendar set aside? Seasonal Mann–Kendall test and slope.
 *
 * - Formula: S and its variance summed over the seasons (January with Januaries …); z with the continuity correction
 *   on the sum; tauA = ΣS / Σ pairs; slope = median of the slopes within seasons, per full period.
 * - Input: y, one value a period in order of time, null where missing; period, seasons a year (12 for months, 4 for
 *   quarters).
 * - Result: s, z and tauA positive for a rise; slope in units of y per full period (per year for months); p
 *   two-sided.
 * - Edges: an incomplete last year is fine; a season with fewer than 2 values adds nothing; none with 2 gives nulls;
 *   all equal gives z 0, p 1.
 * - Assumes: seasons are independent of each other (no covariance between them), which a campaign over several months
 *   breaks.
 * - Source: Hirsch, Slack & Smith 1982, doi:10.1029/WR018i001p00107; Hirsch & Slack 1984,
 *   doi:10.1029/WR020i006p00727.
 * - Oracle: pyMannKendall seasonal_test, R trend::smk.test and rkt (both with continuity correction).
 *
 * @example
 * trend.seasonalMk({ y: [0, 1, 4, 3, 4, 0, 3, 1], period: 4 }).slope // => -1
 */
export function seasonalMk({ y, period }: { readonly y: Series; readonly period: number }): SeasonalMannKendall {
  requireWhole('trend.seasonalMk', 'period', period, 1)
  const { values, index } = observed('trend.seasonalMk', 'y', y)
  const slopes: Float64Array[] = []
  let s = 0
  let varS = 0
  let pairs = 0
  for (const { x, y: ys } of bySeason(values, index, period)) {
    slopes.push(pairSlopes({ x, y: ys }))
    const score = scoreOf(ys)
    s += score.s
    varS += score.varS
    pairs += score.pairs
  }
  const note = scoreNote(values.length)
  if (pairs === 0) return { s, varS, z: null, p: null, tauA: null, slope: null, note }
  const z = scoreZ(s, varS)
  return { s, varS, z, p: twoSidedNormal(z), tauA: s / pairs, slope: medianInPlace(concatenated(slopes)), note }
}

/** The series of each season that was seen, with its years. */
function bySeason(values: Float64Array, index: Int32Array, period: number): Iterable<ObservedPairs> {
  const size = Math.ceil(((index.at(-1) ?? -1) + 1) / period)
  const seasons = new Map<number, { x: Float64Array; y: Float64Array; n: number }>()
  values.forEach((value, i) => {
    const season = index[i]! % period
    let entry = seasons.get(season)
    if (entry === undefined)
      seasons.set(season, (entry = { x: new Float64Array(size), y: new Float64Array(size), n: 0 }))
    entry.x[entry.n] = (index[i]! - season) / period
    entry.y[entry.n++] = value
  })
  return Array.from(seasons.values(), ({ x, y, n }) => ({ x: x.subarray(0, n), y: y.subarray(0, n) }))
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, part) => n + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
