import { type Item, isoDay, type Period, type PeriodUnit, parseDate, periodAt, periodIndex } from '../observation'
import { column } from './columns'
import type { Detection } from './detection'
import type { Adoption } from './diffusion'
import { shareInterval } from './intervals'

/** Adopters at the end of one period. */
export interface CurvePoint {
  readonly concept: string
  readonly label: string
  readonly period: string
  readonly end: string
  /** Units seen to say it by then, however thinly read: a lower bound on adopters. */
  readonly seen: number
  /** Units with enough reports by then to have shown it, seen or not; and those of them that were seen. */
  readonly covered: number
  readonly coveredSeen: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  readonly units: number
  readonly reason: string | null
}

/**
 * The adoption curve of one item. The share is taken among units that had enough reports by then, whether or not they
 * were seen: leaving out only the unseen thin ones would let a unit in by being seen and push the share up.
 */
export function adoptionCurve(
  item: Item,
  adoptions: readonly Adoption[],
  rule: Detection,
  unit: PeriodUnit,
): CurvePoint[] {
  return periodsOf(adoptions, unit).map((period) => {
    let seen = 0
    let covered = 0
    let coveredSeen = 0
    for (const { history, sighting } of adoptions) {
      const isSeen = sighting !== null && sighting.first <= period.last
      if (isSeen) seen++
      if (history.days.length < rule.needed || history.days[rule.needed - 1]! > period.last) continue
      covered++
      if (isSeen) coveredSeen++
    }
    const { rate, low, high } = shareInterval(coveredSeen, covered, rule.conf)
    return {
      concept: item.id,
      label: item.label,
      period: period.label,
      end: isoDay(period.last),
      seen,
      covered,
      coveredSeen,
      share: rate,
      low,
      high,
      units: adoptions.length,
      reason: covered === 0 ? 'no-unit-covered' : null,
    }
  })
}

/** Every period from the first dated report of any unit to the last. */
export function periodsOf(adoptions: readonly Adoption[], unit: PeriodUnit): Period[] {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { history } of adoptions) {
    if (history.days.length === 0) continue
    first = Math.min(first, history.days[0]!)
    last = Math.max(last, history.days.at(-1)!)
  }
  if (last < first) return []
  const index = (day: number) => periodIndex(parseDate(isoDay(day))!, unit)!
  const periods: Period[] = []
  for (let i = index(first); i <= index(last); i++) periods.push(periodAt(i, unit))
  return periods
}

export const CURVE_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('period', 'period', '时期'),
  column('end', 'last day', '截止日'),
  column('seen', 'units seen to say it', '已见单位数', {
    unit: 'units',
    denominator: 'units',
    note: 'cumulative; a lower bound on adopters',
  }),
  column('covered', 'units covered', '覆盖单位数', {
    unit: 'units',
    denominator: 'units',
    note: 'enough reports by then to have shown it',
  }),
  column('coveredSeen', 'covered units seen', '覆盖且已见单位数', { unit: 'units', denominator: 'covered' }),
  column('share', 'share of covered units', '采用率', { denominator: 'covered' }),
  column('low', 'share, low', '采用率下限', { denominator: 'covered', note: 'Wilson' }),
  column('high', 'share, high', '采用率上限', { denominator: 'covered', note: 'Wilson' }),
  column('units', 'units', '单位总数', { unit: 'units' }),
  column('reason', 'why null', '缺值原因'),
]
