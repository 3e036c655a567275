import { type DateParts, isDate } from './edtf'
import { hanNumber } from './written-date'

const RI = 0x65e5 // 日
const YUE = 0x6708 // 月
const NIAN = 0x5e74 // 年

/** One day, a range or a list of days as a text writes it. The month may be missing, the year mostly is. */
export interface Days {
  readonly first: DateParts
  readonly last: DateParts
  readonly start: number
  readonly end: number
}

/** The date, range or list of days whose first 日 stands at `at`. */
export function dayExpression(head: string, at: number): Days | null {
  const own = dayBefore(head, at)
  if (!own) return null
  let first = own.date
  let start = own.start
  let last = first
  if (own.rangeFrom !== null) {
    const { month, year } = first
    if (own.rangeFrom.month === null) first = { year, month, day: own.rangeFrom.day }
    else first = own.rangeFrom
    start = own.start
    last = { year: last.year ?? first.year, month: last.month ?? first.month, day: last.day }
  }
  let end = at + 1
  for (;;) {
    const next = followingDay(head, end)
    if (!next) break
    last = { year: next.date.year ?? last.year, month: next.date.month ?? last.month, day: next.date.day }
    end = next.end
  }
  if (!isDate(first) && first.month !== null) return null
  if (!isDate(last) && last.month !== null) return null
  return { first, last, start, end }
}

interface DayBefore {
  readonly date: DateParts
  readonly rangeFrom: DateParts | null
  readonly start: number
}

/** Reads `[2023年]9月15`, `9月28-30`, `九月十五`, `15` backwards from a 日. */
function dayBefore(head: string, at: number): DayBefore | null {
  const day = numberBefore(head, at)
  if (!day || day.value < 1 || day.value > 31) return null
  let cursor = skipSpaceBack(head, day.start)
  if (head.charCodeAt(cursor - 1) === YUE) return withMonth(head, cursor, day.value, null)
  if (isRangeMark(head.charCodeAt(cursor - 1))) {
    const from = numberBefore(head, cursor - 1)
    if (from && from.value >= 1 && from.value <= 31) {
      cursor = skipSpaceBack(head, from.start)
      if (head.charCodeAt(cursor - 1) === YUE) return withMonth(head, cursor, day.value, from.value)
    }
  }
  // A day alone is a date only where it opens a sentence; 3日 in 连续3日 is a length of time.
  return head.charCodeAt(at) === RI && opensSentence(head, day.start) && !day.han
    ? { date: { year: null, month: null, day: day.value }, rangeFrom: null, start: day.start }
    : null
}

function withMonth(head: string, afterMonth: number, day: number, rangeFrom: number | null): DayBefore | null {
  const month = numberBefore(head, afterMonth - 1)
  if (!month || month.value < 1 || month.value > 12) return null
  let start = month.start
  let year: number | null = null
  const cursor = skipSpaceBack(head, month.start)
  if (head.charCodeAt(cursor - 1) === NIAN) {
    const printed = yearBefore(head, cursor - 1)
    if (printed) {
      year = printed.value
      start = printed.start
    }
  }
  const date = { year, month: month.value, day }
  return { date, rangeFrom: rangeFrom === null ? null : { ...date, day: rangeFrom }, start }
}

interface NumberBefore {
  readonly value: number
  readonly start: number
  readonly han: boolean
}

function numberBefore(head: string, at: number): NumberBefore | null {
  const end = skipSpaceBack(head, at)
  let i = end
  while (i > 0 && end - i < 3 && isDigit(head.charCodeAt(i - 1))) i--
  if (i < end) return end - i > 2 ? null : { value: Number(head.slice(i, end)), start: i, han: false }
  while (i > 0 && end - i < 3 && '一二三四五六七八九十'.includes(head[i - 1]!)) i--
  const value = i < end ? hanNumber(head.slice(i, end)) : null
  return value === null ? null : { value, start: i, han: true }
}

function yearBefore(head: string, at: number): { value: number; start: number } | null {
  const end = skipSpaceBack(head, at)
  const digits = head.slice(end - 4, end)
  if (end >= 4 && /^(?:19|20)\d\d$/.test(digits)) return { value: Number(digits), start: end - 4 }
  if (end >= 4 && /^[二一][〇零○九][〇零○一二三四五六七八九]{2}$/.test(digits)) {
    const value = [...digits].reduce((n, c) => n * 10 + ('〇○'.includes(c) ? 0 : '零一二三四五六七八九'.indexOf(c)), 0)
    return { value, start: end - 4 }
  }
  return null
}

/** `至30日`, `、28日`, `—8月1日`, `和29日` after a day. */
function followingDay(head: string, at: number): { date: DateParts; end: number } | null {
  const mark = head.charCodeAt(at)
  if (!isRangeMark(mark) && mark !== 0x3001 && mark !== 0x548c && mark !== 0x53ca) return null // 、和及
  const match = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号]/.exec(head.slice(at + 1, at + 13))
  if (!match) return null
  const [whole, year, month, day] = match
  const date = { year: year ? Number(year) : null, month: month ? Number(month) : null, day: Number(day) }
  return { date, end: at + 1 + whole.length }
}

// 至 到 — – - ~ ～ －
const isRangeMark = (c: number): boolean =>
  c === 0x81f3 || c === 0x5230 || c === 0x2014 || c === 0x2013 || c === 45 || c === 126 || c === 0xff5e || c === 0xff0d

const skipSpaceBack = (head: string, at: number): number => (at > 0 && head.charCodeAt(at - 1) === 32 ? at - 1 : at)

export const isDigit = (c: number): boolean => c >= 48 && c <= 57

/** At the head of the text or after an end mark, a comma, a closing bracket or the dateline's 讯/电/报道. */
export function opensSentence(head: string, at: number): boolean {
  const cursor = skipSpaceBack(head, at)
  return cursor === 0 || '。！？；，,;:：)）】』 讯电道从者'.includes(head[cursor - 1]!)
}
