/**
 * A warning that stands beside a number and never changes how it was computed.
 *
 * - `fewer-than-4-values`       a trend on so few points says nothing
 * - `normal-approximation`      10 values or fewer: without ties prefer `trend.mkExact`
 * - `ties`                      an exact distribution exists only without ties
 * - `too-long-for-exact`        the exact distribution leaves the range of a double
 * - `expected-below-5`          an expected cell under 5: prefer `assoc.fisher`
 * - `joint-count-below-5`       a PMI from fewer than 5 joint units moves a lot with one more
 */
export type Note =
  | 'fewer-than-4-values'
  | 'normal-approximation'
  | 'ties'
  | 'too-long-for-exact'
  | 'expected-below-5'
  | 'joint-count-below-5'

/** The note for a trend on n values. */
export function trendNote(n: number): Note | null {
  return n < 4 ? 'fewer-than-4-values' : null
}

/** The note for a trend test that leans on the normal distribution of its score. */
export function scoreNote(n: number): Note | null {
  return n < 4 ? 'fewer-than-4-values' : n <= 10 ? 'normal-approximation' : null
}
