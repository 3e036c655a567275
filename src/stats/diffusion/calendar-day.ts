import { invalid } from '../argument'

/** Days since 1970-01-01 of a `YYYY-MM-DD` date; a date that does not exist is an error. */
export function dayNumber(where: string, date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match !== null) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const at = new Date(0)
    at.setUTCFullYear(year, month - 1, day)
    if (at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day) {
      return Math.round(at.getTime() / 86_400_000)
    }
  }
  throw invalid(where, 'a date must be a day of the calendar as YYYY-MM-DD', date)
}
