import { type PeriodUnit, parseDate, periodAt, periodIndex } from '../../observation/index'

/** Unit and running number of a period label: `2023-09`, `2023-Q3` or `2023`. */
function indexOf(period: string): readonly [PeriodUnit, number] {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return ['quarter', Number(quarter[1]) * 4 + Number(quarter[2]) - 1]
  const unit = period.length === 4 ? 'year' : 'month'
  return [unit, periodIndex(parseDate(period)!, unit)!]
}

/** All period labels from one to another, both included. */
export function periodsBetween(first: string, last: string): string[] {
  const [unit, from] = indexOf(first)
  const to = indexOf(last)[1]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => periodAt(from + i, unit).label)
}
