import type { DatePrecision } from './report'

/** A date as far as it is printed. `null`: not printed. */
export interface DateParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const four = (n: number): string => `${n}`.padStart(4, '0')

/**
 * Writes a date as EDTF (ISO 8601-2): `2023-09-15`, `2023-09`, `2023`, `XXXX-09-15` where the year is missing. Null where neither a year nor a
 * whole month and day is known.
 *
 * @example writeEdtf({ year: null, month: 9, day: 15 }) // 'XXXX-09-15'
 */
export function writeEdtf({ year, month, day }: DateParts): string | null {
  if (year === null) return month === null || day === null ? null : `XXXX-${two(month)}-${two(day)}`
  if (month === null) return four(year)
  return day === null ? `${four(year)}-${two(month)}` : `${four(year)}-${two(month)}-${two(day)}`
}

/** Reads the forms that {@link writeEdtf} writes. Null for anything else and for days that no calendar has. */
export function readEdtf(text: string): DateParts | null {
  const { length } = text
  if (length !== 10 && length !== 7 && length !== 4) return null
  const open = text.startsWith('XXXX')
  if (open && length < 10) return null
  const year = open ? null : digitsAt(text, 0, 4)
  const month = length < 7 ? null : partAt(text, 4)
  const day = length < 10 ? null : partAt(text, 7)
  if (year === -1 || month === -1 || day === -1) return null
  const date = { year, month, day }
  return isDate(date) ? date : null
}

/** The number of these many digits, −1 where other characters stand. */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A hyphen and two digits. */
const partAt = (text: string, at: number): number => (text.charCodeAt(at) === 45 ? digitsAt(text, at + 1, at + 3) : -1)

export function precisionOf(date: string | null): DatePrecision {
  if (date === null) return 'none'
  if (date.startsWith('X')) return 'day-no-year'
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
}

/** Whether a calendar has this date, as far as it is given. 29 February needs a leap year or no year. */
export function isDate({ year, month, day }: DateParts): boolean {
  if (month === null) return day === null
  if (month < 1 || month > 12) return false
  return day === null || (day >= 1 && day <= daysIn(year ?? 2000, month))
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days from one `YYYY-MM-DD` to another; null where either is not a whole date. */
export function daysBetween(from: string | null, to: string | null): number | null {
  const a = dayNumber(from)
  const b = dayNumber(to)
  return a === null || b === null ? null : b - a
}

/** The `YYYY-MM-DD` that many days later. */
export function addDays(date: string, days: number): string | null {
  const from = dayNumber(date)
  return from === null ? null : new Date((from + days) * 86_400_000).toISOString().slice(0, 10)
}

/** Days since 1970-01-01 of a whole date, or null (civil calendar; Hinnant's days_from_civil). */
export function dayNumber(date: string | null): number | null {
  if (date === null || date.length !== 10 || date.charCodeAt(0) === 88) return null
  const year = +date.slice(0, 4)
  const month = +date.slice(5, 7)
  const day = +date.slice(8, 10)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}
