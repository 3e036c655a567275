import { DAYS_PER_YEAR, type DateParts, dayNumber, isoDay } from './calendar'

/** Width of one time bin. */
export type PeriodUnit = 'month' | 'quarter' | 'year'

/** One time bin. Periods are numbered without gaps, so a later period always has the larger index. */
export interface Period {
  readonly index: number
  /** `2023-09`, `2023-Q3` or `2023`. */
  readonly label: string
  readonly first: number
  readonly last: number
  /**
   * Middle of the period in years since 1970-01-01: the time axis of every slope, so that unequal months weigh right.
   */
  readonly year: number
}

const PER_YEAR = { month: 12, quarter: 4, year: 1 } as const

/** Number of periods of one unit in a year: the season length of a seasonal test. */
export function periodsPerYear(unit: PeriodUnit): number {
  return PER_YEAR[unit]
}

/**
 * Index of the period a date falls in, or null where the date is not precise enough for the bin (`2023` has no month)
 * or names a year before 1900, which no report of a sitting leader has.
 *
 * @example periodIndex({ year: 2023, month: 9, day: null }, 'month') === periodIndex({ year: 2023, month: 9, day: 15 }, 'month')
 */
export function periodIndex(date: DateParts, unit: PeriodUnit): number | null {
  if (date.year < 1900) return null
  if (unit === 'year') return date.year
  if (date.month === null) return null
  return unit === 'month' ? date.year * 12 + date.month - 1 : date.year * 4 + Math.floor((date.month - 1) / 3)
}

/** The period with that index. */
export function periodAt(index: number, unit: PeriodUnit): Period {
  const per = PER_YEAR[unit]
  const year = Math.floor(index / per)
  const part = index - year * per
  const months = 12 / per
  const first = dayNumber(year, part * months + 1, 1)
  const next = part + 1 === per ? dayNumber(year + 1, 1, 1) : dayNumber(year, (part + 1) * months + 1, 1)
  const label =
    unit === 'year'
      ? String(year)
      : unit === 'quarter'
        ? `${year}-Q${part + 1}`
        : `${year}-${String(part + 1).padStart(2, '0')}`
  return { index, label, first, last: next - 1, year: (first + next) / 2 / DAYS_PER_YEAR }
}

/** First and last day of a period as `YYYY-MM-DD`. */
export function periodBounds(period: Period): { readonly start: string; readonly end: string } {
  return { start: isoDay(period.first), end: isoDay(period.last) }
}
