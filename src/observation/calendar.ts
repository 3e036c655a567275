/**
 * Days since 1970-01-01 of a proleptic Gregorian date (month 1–12, day 1–31). Pure integer arithmetic: no time zone.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy
  return era * 146097 + doe - 719468
}

/** `YYYY-MM-DD` of a {@link dayNumber}. */
export function isoDay(days: number): string {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** Days of one tropical year in the Gregorian calendar: what "per year" means in every slope. */
export const DAYS_PER_YEAR = 365.2425

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** What an EDTF date says, as far as it says it: `null` for every part that is masked or missing. */
export interface DateParts {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (also with `X`-masked month or day, which count as missing).
 *
 * @returns null for a masked year (`XXXX-09-15`), an impossible month or day, or anything else: such a report is
 * undated.
 */
export function parseDate(text: string | null): DateParts | null {
  if (text === null || text.length < 4) return null
  const year = digits(text, 0, 4)
  if (year === null) return null
  if (text.length === 4) return { year, month: null, day: null }
  if (text.charCodeAt(4) !== 45 || (text.length !== 7 && text.length !== 10)) return null
  const month = digits(text, 5, 7)
  if (month === null) return text.startsWith('XX', 5) ? { year, month: null, day: null } : null
  if (month < 1 || month > 12) return null
  if (text.length === 7) return { year, month, day: null }
  if (text.charCodeAt(7) !== 45) return null
  const day = digits(text, 8, 10)
  if (day === null) return text.startsWith('XX', 8) ? { year, month, day: null } : null
  return day < 1 || day > daysInMonth(year, month) ? null : { year, month, day }
}

/** First and last day that a date may mean. */
export function dateSpan(date: DateParts): { readonly first: number; readonly last: number } {
  const { year, month, day } = date
  if (month === null) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  if (day === null) return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
  const at = dayNumber(year, month, day)
  return { first: at, last: at }
}

function digits(text: string, from: number, to: number): number | null {
  let value = 0
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i) - 48
    if (!(c >= 0 && c <= 9)) return null
    value = value * 10 + c
  }
  return value
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
