import type { BurstResult, BurstRow, ChangePointResult, TrendResult } from '../../analysis/index'
import { TifaError } from '../../error'
import type { Band, Level } from '../svg/series'
import { shortText } from '../table'

/** Largest q of a burst that is drawn full. */
const SIGNIFICANT = 0.05
const SPLIT = ['province', 'city', 'county', 'place', 'outlet', 'leader'] as const
type Keys = { readonly concept: string } & { readonly [K in (typeof SPLIT)[number]]?: string | null }

/** Whether two rows belong to one series: the same concept in the same place, outlet, leader. */
const sameSeries = (a: Keys, b: Keys): boolean =>
  a.concept === b.concept && SPLIT.every((k) => (a[k] ?? null) === (b[k] ?? null))

/** Whether chance explains a burst (or there is no p value to say that it does not). */
export const isWeak = (b: Pick<BurstRow, 'q'>): boolean => b.q === null || b.q > SIGNIFICANT

/** The bursts of one series of a trend, as bands along its axis. */
export function bandsOf(
  bursts: BurstResult | undefined,
  trend: TrendResult,
  series: Keys,
  axis: readonly string[],
): Band[] {
  return (bursts?.rows ?? [])
    .filter((b) => sameSeries(b, series))
    .map((b) => ({
      from: positionOf(b.start, axis, 'bursts', trend),
      to: positionOf(b.end, axis, 'bursts', trend),
      weak: isWeak(b),
      label: `${b.label} ${b.start} – ${b.end}: ${b.numerator}/${b.denominator}, ${shortText(b.ratio)} × base rate, q ${shortText(b.q)}`,
    }))
}

/** The levels of one series of a trend; none where its level did not change. */
export function levelsOf(
  changes: ChangePointResult | undefined,
  trend: TrendResult,
  series: Keys,
  axis: readonly string[],
): Level[] {
  const own = (changes?.tables.segments.rows ?? []).filter((s) => sameSeries(s, series))
  if (own.length < 2) return []
  return own.map((s) => ({
    from: positionOf(s.start, axis, 'changePoints', trend),
    to: positionOf(s.end, axis, 'changePoints', trend),
    value: s.rate ?? 0,
  }))
}

function positionOf(period: string, axis: readonly string[], option: string, trend: TrendResult): number {
  const i = axis.indexOf(period)
  if (i >= 0) return i
  throw new TifaError(
    'invalid-option',
    `${option}: expected periods of the trend (${axis[0]} to ${axis.at(-1)}, by ${trend.method.by}); got ${period}`,
  )
}
