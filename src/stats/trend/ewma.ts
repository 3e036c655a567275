import { invalid, requirePositive } from '../argument'
import { observed, type Series } from '../series'

export interface EwmaInput {
  readonly y: Series
  /** Weight of the newest value, above 0 and at most 1; give this or `halfLife`. */
  readonly alpha?: number | undefined
  /** Periods after which a value weighs half. */
  readonly halfLife?: number | undefined
  /** Whether the first values are corrected for the short past (default false). */
  readonly adjust?: boolean | undefined
}

/**
 * What is the level of a rate now, recent periods weighing most? Exponentially weighted moving average.
 *
 * - Formula: adjust false: e = α y + (1-α) × e before, starting at the first value; true: Σ (1-α)^i y_{t-i} / Σ
 *   (1-α)^i; α = 1 - 2^(-1/halfLife).
 * - Input: y, one value a period in order of time, null where missing; alpha in (0, 1], or halfLife in periods.
 * - Result: `values` in units of y, one a period.
 * - Edges: a missing value is skipped and the level carried on; before the first value null; empty gives []; alpha 1
 *   gives y back. Both or neither of alpha and halfLife is an error.
 * - Assumes: equal exposure in every period; it lags behind a campaign's start by about one half-life.
 * - Source: Roberts 1959, doi:10.1080/00401706.1959.10489860.
 * - Oracle: pandas ewm(ignore_na = True).
 *
 * @example
 * trend.ewma({ y: [4, 11, null, 10], alpha: 0.5 }) // => { values: [4, 7.5, 7.5, 8.75] }
 */
export function ewma({ y, alpha, halfLife, adjust = false }: EwmaInput): {
  readonly values: readonly (number | null)[]
} {
  const a = newestWeight(alpha, halfLife)
  const { values: seen, index } = observed('trend.ewma', 'y', y)
  const values: (number | null)[] = Array.from(y, () => null)
  let level = 0
  let weight = 0
  for (let i = 0; i < seen.length; i++) {
    weight = adjust ? 1 + (1 - a) * weight : i === 0 ? 1 : 1 / a
    level += (seen[i]! - level) / weight
    const until = i + 1 < seen.length ? index[i + 1]! : values.length
    for (let at = index[i]!; at < until; at++) values[at] = level
  }
  return { values }
}

function newestWeight(alpha: number | undefined, halfLife: number | undefined): number {
  if ((alpha === undefined) === (halfLife === undefined)) {
    throw invalid('trend.ewma', 'alpha or halfLife must be given, not both', `alpha ${alpha}, halfLife ${halfLife}`)
  }
  if (halfLife !== undefined) {
    requirePositive('trend.ewma', 'halfLife', halfLife)
    return -Math.expm1(-Math.LN2 / halfLife)
  }
  if (!(alpha! > 0 && alpha! <= 1)) throw invalid('trend.ewma', 'alpha must be above 0 and at most 1', alpha)
  return alpha!
}
