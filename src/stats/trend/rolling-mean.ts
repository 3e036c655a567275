import { invalid, requireChoice, requireWhole } from '../argument'
import { observed, type Series } from '../series'

export interface RollingMeanInput {
  readonly y: Series
  /** Periods in the window; odd if it is centred. */
  readonly window: number
  readonly align?: 'center' | 'trailing' | undefined
  /** Observed values that a window needs (default: all). */
  readonly minPeriods?: number | undefined
}

/**
 * What is the level of a rate around each period? Moving average.
 *
 * - Formula: the mean of the observed values in a window of periods, centred on the period or ending with it.
 * - Input: y, one value a period in order of time, null where missing; window in periods; align, default `center`;
 *   minPeriods, default the whole window.
 * - Result: `values` in units of y, one a period.
 * - Edges: fewer than minPeriods observed gives null, and a window without any always; empty gives []. An even
 *   centred window is an error.
 * - Assumes: equal exposure in every period: a month with one report weighs as much as one with fifty. For rates
 *   divide the moving sum of mentions by the moving sum of exposure.
 * - Source: Macaulay 1931, The Smoothing of Time Series, NBER,
 *   https://www.nber.org/books-and-chapters/smoothing-time-series.
 * - Oracle: pandas rolling.
 *
 * @example
 * trend.rollingMean({ y: [6, 0, null, 8], window: 3, minPeriods: 1 }) // => { values: [3, 3, 4, 8] }
 */
export function rollingMean({ y, window, align = 'center', minPeriods = window }: RollingMeanInput): {
  readonly values: readonly (number | null)[]
} {
  const where = 'trend.rollingMean'
  requireWhole(where, 'window', window, 1)
  requireChoice(where, 'align', align, ['center', 'trailing'])
  requireWhole(where, 'minPeriods', minPeriods, 0)
  if (align === 'center' && window % 2 === 0) throw invalid(where, 'a centred window must be odd', window)
  const { values: seen, index } = observed(where, 'y', y)
  const after = align === 'center' ? (window - 1) / 2 : 0
  const values: (number | null)[] = []
  let from = 0
  let to = 0
  for (let i = 0; i < y.length; i++) {
    while (to < index.length && index[to]! <= i + after) to++
    while (from < to && index[from]! <= i + after - window) from++
    let sum = 0
    for (let j = from; j < to; j++) sum += seen[j]!
    values.push(to - from === 0 || to - from < minPeriods ? null : sum / (to - from))
  }
  return { values }
}
