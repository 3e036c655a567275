import type { Item, PeriodUnit } from '../observation'
import { periodsOf } from './adoption-curve'
import { column } from './columns'
import type { Detection } from './detection'
import type { Adoption } from './diffusion'

/**
 * One unit at risk in one period. Days count from the first day of the first period. A unit is in the panel from the
 * period of its first report until it is first seen, or until its last report.
 */
export interface PanelRow {
  readonly concept: string
  readonly unit: string
  readonly period: string
  readonly start: number
  readonly stop: number
  readonly event: 0 | 1
  /** Reports of the unit in the period, and up to its end. */
  readonly reports: number
  readonly reportsToDate: number
  /** Enough reports by then that use would have shown. */
  readonly covered: 0 | 1
  /** Other units seen to say it before the period. */
  readonly adoptersElsewhere: number
  /**
   * The adoption day as an interval, for interval-censored models: null left = not bounded below, null right = not
   * yet seen.
   */
  readonly left: number | null
  readonly right: number | null
  readonly status: Adoption['status']
}

/** The event-history panel of one item. */
export function adoptionPanel(
  item: Item,
  adoptions: readonly Adoption[],
  rule: Detection,
  unit: PeriodUnit,
): PanelRow[] {
  const periods = periodsOf(adoptions, unit)
  if (periods.length === 0) return []
  const zero = periods[0]!.first
  const sightings = adoptions.flatMap((a) => (a.sighting === null ? [] : [a.sighting.first])).sort((a, b) => a - b)
  const rows: PanelRow[] = []
  for (const { history, sighting, status } of adoptions) {
    const { days } = history
    if (days.length === 0) continue
    const end = sighting?.first ?? days.at(-1)!
    const left =
      sighting === null
        ? days.length >= rule.needed
          ? days[days.length - rule.needed]! - zero
          : null
        : sighting.before >= rule.needed
          ? days[sighting.before - rule.needed]! - zero
          : null
    let toDate = 0
    for (const period of periods) {
      if (period.last < days[0]! || period.first > end) continue
      let inPeriod = 0
      for (let i = toDate; i < days.length && days[i]! <= period.last; i++) inPeriod++
      toDate += inPeriod
      const event = sighting !== null && sighting.first <= period.last ? 1 : 0
      rows.push({
        concept: item.id,
        unit: history.unit,
        period: period.label,
        start: Math.max(period.first, days[0]!) - zero,
        stop: Math.min(period.last, end) - zero + 1,
        event,
        reports: inPeriod,
        reportsToDate: toDate,
        covered: toDate >= rule.needed ? 1 : 0,
        adoptersElsewhere: countBelow(sightings, period.first),
        left,
        right: sighting === null ? null : sighting.first - zero,
        status,
      })
    }
  }
  return rows
}

function countBelow(sorted: readonly number[], day: number): number {
  let n = 0
  while (n < sorted.length && sorted[n]! < day) n++
  return n
}

export const PANEL_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('unit', 'unit', '单位'),
  column('period', 'period', '时期'),
  column('start', 'start', '起', {
    unit: 'days since the first period',
    note: `at risk from (counting starts on the first day of the first period)`,
  }),
  column('stop', 'stop', '止', { unit: 'days since the first period', note: 'at risk until' }),
  column('event', 'first seen in this period', '本期首见'),
  column('reports', 'reports in the period', '本期报道数', { unit: 'reports' }),
  column('reportsToDate', 'reports to date', '累计报道数', { unit: 'reports' }),
  column('covered', 'covered', '已覆盖', { note: 'enough reports by then that use would have shown' }),
  column('adoptersElsewhere', 'adopters elsewhere', '他处已采用数', { unit: 'units', note: 'seen before the period' }),
  column('left', 'adopted after', '采用不早于', {
    unit: 'days since the first period',
    note: 'null: not bounded below',
  }),
  column('right', 'adopted by', '采用不晚于', { unit: 'days since the first period', note: 'null: not seen' }),
  column('status', 'status', '状态'),
]
