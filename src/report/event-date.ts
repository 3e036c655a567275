import { unitsOf } from '../text/code-units'
import type { Span } from '../text/span'
import { dayExpression, isDigit, opensSentence } from './day-expression'
import { type DateParts, isDate } from './edtf'

/** When the text says that it happened. */
export interface EventDate {
  readonly first: DateParts
  /** Last day of a range or of several days; equal to `first` for one day. */
  readonly last: DateParts
  readonly span: Span<'clean'>
  /** The words, as they stand in the clean text. */
  readonly text: string
}

/** What the head of a text says about time. */
export interface TimeWords {
  /** First date of an event. The month may be missing (`28日`), the year mostly is. */
  readonly event: EventDate | null
  /** Date inside the dateline (`新华社长沙9月1日电`): when the text was filed. */
  readonly filed: DateParts | null
  /** Days before the day of publication that a relative word names (今天 0, 昨日 1, 前天 2). 近日 and 日前 name none. */
  readonly daysBefore: number | null
  readonly relativeWord: string | null
  /** A date whose digits are masked or lost (`*月**日`, `317日`). */
  readonly masked: Span<'clean'> | null
}

/** How much of the first paragraph is read for the date: leads put it in their first sentence. */
const LEAD = 300
/** Later paragraphs are read only where a date opens them. */
const OPENING = 24
/** Days after the first within which a later date still belongs to the same event. */
const SAME_EVENT = 10

/**
 * Reads the event's time from the first paragraphs of the body. A report opens with its day (9月15日，…): the first date counts that opens a
 * sentence or clause, as the time of what is told there does; a date inside a clause (受7月8日夜间暴雨影响) only where none opens one. Deadlines, starting
 * points, and dates in titles and quotations are passed over.
 *
 * @param paragraphs body paragraphs, in order
 */
export function readTimeWords(text: string, paragraphs: readonly Span<'clean'>[]): TimeWords {
  let event: EventDate | null = null
  let filed: DateParts | null = null
  let daysBefore: number | null = null
  let relativeWord: string | null = null
  let masked: Span<'clean'> | null = null

  const units = unitsOf(text)
  const reach = Math.min(paragraphs.length, 3)
  let opening = false
  for (let p = 0; p < reach && event === null; p++) {
    const { start, end } = paragraphs[p]!
    const limit = Math.min(end, start + (p === 0 ? LEAD : OPENING))
    const first = nextDayMark(units, start, limit)
    if (first < 0) continue
    const head = text.slice(start, limit)
    let done = 0
    for (let mark = first; mark >= 0; mark = nextDayMark(units, mark + 1, limit)) {
      const at = mark - start
      if (at < done) continue
      const before = at > 0 ? units[mark - 1]! : 0
      const relative = relativeDays(before)
      if (relative >= 0 && daysBefore === null && opensTime(head, at)) {
        daysBefore = relative
        relativeWord = head.slice(at - 1, at + 1)
        const stamped = stampedDay(head, at + 1)
        if (stamped && event === null) {
          event = place(stamped, stamped, start + at - 1, start + at + 7, text)
          opening = true
          break
        }
        continue
      }
      if (head.charCodeAt(at) !== RI && head.charCodeAt(at) !== HAO) continue
      const hidden = maskedBefore(head, at)
      if (hidden >= 0) {
        masked ??= { start: start + hidden, end: start + at + 1 }
        continue
      }
      const found = dayExpression(head, at)
      if (!found) continue
      done = found.end
      if (isFiled(head, found.end)) {
        filed ??= found.first
        continue
      }
      if (!namesEvent(head, found.start, found.end)) continue
      opening = opensSentence(head, found.start)
      if (event === null || opening)
        event = place(found.first, found.last, start + found.start, start + found.end, text)
      if (opening) break
    }
  }
  if (event) event = extend(event, text, paragraphs)
  return { event, filed, daysBefore, relativeWord, masked }
}

const place = (first: DateParts, last: DateParts, start: number, end: number, text: string): EventDate => ({
  first,
  last,
  span: { start, end },
  text: text.slice(start, end),
})

const RI = 0x65e5 // 日
const HAO = 0x53f7 // 号
const TIAN = 0x5929 // 天
const YUE = 0x6708 // 月

/** Next 日, 天 or 号. */
function nextDayMark(units: Uint16Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const c = units[i]!
    if (c === RI || c === TIAN || c === HAO) return i
  }
  return -1
}

/** 今 0, 昨 1, 前 2; otherwise −1. */
function relativeDays(code: number): number {
  return code === 0x4eca ? 0 : code === 0x6628 ? 1 : code === 0x524d ? 2 : -1
}

/** 今天 and 昨日 name a day where time of day, a comma, a bracket or the subject follows; 今天的中国 and 前天，… inside a quotation do not. */
function opensTime(head: string, at: number): boolean {
  const next = head.charAt(at + 1)
  return next !== '的' && next !== '报' && !insideQuotation(head, at)
}

/** 昨天(0327): month and day as four digits in brackets. */
function stampedDay(head: string, at: number): DateParts | null {
  const match = /^[(（](\d\d)(\d\d)[)）]/.exec(head.slice(at, at + 6))
  if (!match) return null
  const day = { year: null, month: Number(match[1]), day: Number(match[2]) }
  return isDate(day) ? day : null
}

/** Start of a masked date that ends before `at`, or −1: `*月**日`, `xx月xx日`, `X月X日`, and days of three or more digits (317日). */
function maskedBefore(head: string, at: number): number {
  let i = at
  while (i > 0 && isMask(head.charCodeAt(i - 1))) i--
  if (i < at && head.charCodeAt(i - 1) === YUE) {
    let m = i - 1
    while (m > 0 && (isMask(head.charCodeAt(m - 1)) || isDigit(head.charCodeAt(m - 1)))) m--
    return m
  }
  let d = at
  while (d > 0 && isDigit(head.charCodeAt(d - 1))) d--
  if (at - d >= 1 && at - d <= 2 && head.charCodeAt(d - 1) === YUE && isMask(head.charCodeAt(d - 2))) {
    let m = d - 1
    while (m > 0 && isMask(head.charCodeAt(m - 1))) m--
    return m
  }
  return at - d >= 3 ? d : -1
}

// * × x X ＊ 某
const isMask = (c: number): boolean =>
  c === 42 || c === 215 || c === 120 || c === 88 || c === 0xff0a || c === 0x67d0 || c === 0x25cb || c === 0x25a1

/** 讯, 电, 消息: the date belongs to the dateline. */
function isFiled(head: string, end: number): boolean {
  const at = head.charCodeAt(end) === 32 ? end + 1 : end
  const c = head.charCodeAt(at)
  if (c === 0x8baf) return true
  if (c === 0x7535) return !'力网商动子气'.includes(head[at + 1] ?? '')
  return c === 0x6d88 && head[at + 1] === '息'
}

const NOT_EVENT_AFTER = [
  '起',
  '以来',
  '前',
  '之前',
  '以前',
  '止',
  '至今',
  '印发',
  '出版',
  '发布的',
  '施行',
  '实施',
  '生效',
]
const NOT_EVENT_BEFORE = ['截至', '截止', '截止到', '截至到', '自', '早在', '出生于', '成立于', '不晚于', '最迟']

/** A date in a lead is the event's unless it is a limit (截至…, …前), a starting point (自…, …起), or belongs to a title or a quotation. */
function namesEvent(head: string, start: number, end: number): boolean {
  for (const word of NOT_EVENT_AFTER) if (head.startsWith(word, end)) return false
  const before = head.slice(Math.max(0, start - 4), start)
  for (const word of NOT_EVENT_BEFORE) if (before.endsWith(word)) return false
  return !insideQuotation(head, start)
}

function insideQuotation(head: string, at: number): boolean {
  return isOpen(head, at, 0x300a, 0x300b) || isOpen(head, at, 0x201c, 0x201d) // 《》 “”
}

/** Whether the last of these two marks before `at` is the opening one. */
function isOpen(head: string, at: number, opening: number, closing: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const c = head.charCodeAt(i)
    if (c === opening) return true
    if (c === closing) return false
  }
  return false
}

/** Later days that open a paragraph (`29日上午，…`) belong to the same event when they follow within a few days. */
function extend(event: EventDate, text: string, paragraphs: readonly Span<'clean'>[]): EventDate {
  let last = event.last
  for (const { start, end } of paragraphs) {
    if (start <= event.span.start || !isDigit(text.charCodeAt(start))) continue
    const head = text.slice(start, Math.min(end, start + OPENING))
    const found = dayExpression(head, head.indexOf('日'))
    if (found?.start !== 0 || !namesEvent(head, found.start, found.end)) continue
    const day = {
      year: found.last.year ?? last.year,
      month: found.last.month ?? last.month,
      day: found.last.day,
    }
    if (day.year === last.year && isSoonAfter(last, day)) last = day
  }
  return last === event.last ? event : { ...event, last }
}

function isSoonAfter(a: DateParts, b: DateParts): boolean {
  if (a.month === null || b.month === null || a.day === null || b.day === null || !isDate(b)) return false
  const gap = (b.month - a.month) * 31 + b.day - a.day
  return gap > 0 && gap <= SAME_EVENT
}
