import type { Issue } from '../issue'
import { addDays, type DateParts, daysBetween, isDate, precisionOf, readEdtf, writeEdtf } from './edtf'
import type { TimeWords } from './event-date'
import type { DateBasis, DatePrecision } from './report'
import { readWrittenDate } from './written-date'
import { inAddress, inferYear, type YearSources } from './year-evidence'

/** The dates of a report, as its row keeps them. */
export interface Dates {
  readonly date: string | null
  readonly datePrecision: DatePrecision
  readonly dateBasis: DateBasis | null
  readonly dateEvidence: string | null
  readonly eventStart: string | null
  readonly eventEnd: string | null
  readonly published: string | null
  readonly issues: readonly Issue[]
}

export interface DateSources {
  /** As the caller gave it. */
  readonly supplied: string | undefined
  /** EDTF, read from the page's own date line. */
  readonly published: string | null
  readonly publishedText: string | null
  readonly time: TimeWords
  readonly years: YearSources
  readonly inferYears: boolean
}

/** A report put out this many days before its event, or supplied this far from its printed date, carries a wrong date somewhere. */
const TOLERANCE = 31

/**
 * Decides on which day a report counts: supplied, else event, else published, the first of them that has a year (whole days before
 * months before years).
 *
 * A printed event seldom has a year. With a publication date (printed, else supplied) it is that year, or the year before where the event's
 * month is more than one after the month of publication; the basis is then `published` (or `supplied`). Without one the date stays
 * `XXXX-09-15`, unless the caller allows inference.
 */
export function resolveDates(sources: DateSources): Dates {
  const { time } = sources
  const issues: Issue[] = []
  const supplied = readSupplied(sources.supplied, issues)
  const filed = time.filed
  const published = sources.published ?? (filed ? writeEdtf(withYear(filed, readParts(supplied)) ?? filed) : null)
  const printed = sources.published ?? supplied
  const reference = readParts(printed)
  const event = readEvent(time, reference, filed)

  let { start, end } = event
  let basis: DateBasis | null = start ? event.basis : null
  let evidence: string | null = event.borrowed
    ? `${sources.published ? 'published' : 'supplied'} ${sources.published ? (sources.publishedText ?? printed) : printed}`
    : null
  if (event.borrowed && !sources.published) basis = 'supplied'
  if (start && start.year === null && sources.inferYears) {
    const found = inferYear(start, sources.years)
    if (found) {
      end = end && shiftYear(end, found.year, start)
      start = { ...start, year: found.year }
      basis = 'inferred'
      evidence = found.evidence
    }
  }
  const eventStart = start && writeEdtf(start)
  const eventEnd = end && writeEdtf(end)
  const chosen =
    choose(
      { value: supplied, basis: 'supplied', evidence: null },
      { value: eventStart, basis: basis ?? 'event', evidence },
      { value: published, basis: 'published', evidence: sources.publishedText },
    ) ?? (sources.inferYears ? addressDate(sources.years) : null)
  conflicts(supplied, eventStart, sources.published, basis, issues)
  return {
    date: chosen?.value ?? null,
    datePrecision: precisionOf(chosen?.value ?? null),
    dateBasis: chosen?.basis ?? null,
    dateEvidence:
      chosen && chosen.basis !== 'supplied' ? chosen.evidence : chosen?.value === eventStart ? evidence : null,
    eventStart,
    eventEnd,
    published,
    issues,
  }
}

interface Choice {
  readonly value: string | null
  readonly basis: DateBasis
  readonly evidence: string | null
}

/** The first of the most complete: a whole day before a month before a year before a day without a year. */
function choose(first: Choice, second: Choice, third: Choice): Choice | null {
  const fuller = completeness(second.value) > completeness(first.value) ? second : first
  const fullest = completeness(third.value) > completeness(fuller.value) ? third : fuller
  return fullest.value === null ? null : fullest
}

const completeness = (date: string | null): number => order.indexOf(precisionOf(date))
const order: readonly DatePrecision[] = ['none', 'day-no-year', 'year', 'month', 'day']

/** Nothing printed, nothing supplied: the day or month in the page's address or the file's name. */
function addressDate(years: YearSources): Choice | null {
  for (const [kind, address] of [
    ['url', years.url],
    ['path', years.path],
  ] as const) {
    const found = address && inAddress(address)
    if (found) return { value: writeEdtf(found.date), basis: 'inferred', evidence: `${kind} ${found.text}` }
  }
  return null
}

function readSupplied(supplied: string | undefined, issues: Issue[]): string | null {
  const text = supplied?.trim()
  if (!text) return null
  if (readEdtf(text)) return text
  const written = readWrittenDate(text)
  const date = written && writeEdtf(written)
  if (!date)
    issues.push({
      code: 'broken-record',
      severity: 'warning',
      message: `the supplied date cannot be read: ${text.slice(0, 40)}`,
    })
  return date
}

const readParts = (date: string | null): DateParts | null => (date === null ? null : readEdtf(date))

interface Event {
  readonly start: DateParts | null
  readonly end: DateParts | null
  readonly basis: DateBasis
  /** Year, month or day were taken from the date of publication. */
  readonly borrowed: boolean
}

const NO_EVENT: Event = { start: null, end: null, basis: 'event', borrowed: false }

function readEvent(time: TimeWords, reference: DateParts | null, filed: DateParts | null): Event {
  const said = time.event
  if (said === null) return time.daysBefore === null ? NO_EVENT : relativeEvent(time.daysBefore, reference, filed)
  let { first, last } = said
  let borrowed = false
  if (first.month === null) {
    const month = monthOf(first, reference ?? filed)
    if (month === null) return NO_EVENT
    first = { ...first, month: month.month }
    last = { ...last, month: last.month ?? nextMonthIfEarlier(first, last) }
    borrowed = reference !== null
  }
  if (!isDate(first)) return NO_EVENT
  const dated = withYear(first, reference)
  if (first.year === null && dated) {
    return { start: dated, end: shiftYear(last, dated.year!, first), basis: 'published', borrowed: true }
  }
  return { start: first, end: isDate(last) ? last : first, basis: 'event', borrowed }
}

/** 今天 and 昨日 count from the dateline's own date, else from the day of publication; without either they stay unknown. */
function relativeEvent(daysBefore: number, reference: DateParts | null, filed: DateParts | null): Event {
  const base = filed ? (withYear(filed, reference) ?? filed) : reference
  if (base?.month == null || base.day === null) return NO_EVENT
  // A year is needed only to cross the end of a month: any leap year will do for the day itself.
  const day = addDays(writeEdtf({ ...base, year: base.year ?? 2000 })!, -daysBefore)
  const parts = day === null ? null : readEdtf(day)
  if (!parts) return NO_EVENT
  const start = { ...parts, year: base.year === null ? null : parts.year }
  const borrowed = base.year !== null
  return { start, end: start, basis: borrowed ? 'published' : 'event', borrowed }
}

/** Completes a month and day with the year of publication; an event later in the calendar than the next month was last year's. */
function withYear(day: DateParts, reference: DateParts | null): DateParts | null {
  if (day.year !== null) return day
  if (reference?.year == null || day.month === null) return null
  const before = reference.month !== null && day.month > reference.month + 1
  const dated = { ...day, year: before ? reference.year - 1 : reference.year }
  return isDate(dated) ? dated : null
}

/** The month of a bare day (28日): that of publication, or the month before where the day is still to come. */
function monthOf(day: DateParts, reference: DateParts | null): { month: number } | null {
  if (reference?.month == null || reference.day === null) return null
  if (day.day! <= reference.day) return { month: reference.month }
  return { month: reference.month === 1 ? 12 : reference.month - 1 }
}

const nextMonthIfEarlier = (first: DateParts, last: DateParts): number =>
  last.day! >= first.day! ? first.month! : first.month === 12 ? 1 : first.month! + 1

/** End of a range whose start has got its year: the same year, or the next where the range crosses New Year. */
function shiftYear(end: DateParts, year: number, start: DateParts): DateParts {
  if (end.year !== null) return end
  const crosses = end.month !== null && start.month !== null && end.month < start.month
  return { ...end, year: crosses ? year + 1 : year }
}

function conflicts(
  supplied: string | null,
  event: string | null,
  published: string | null,
  basis: DateBasis | null,
  issues: Issue[],
): void {
  if (published === null && (supplied === null || basis !== 'event')) return
  const late = daysBetween(event, published)
  if (basis === 'event' && late !== null && late < 0)
    issues.push({
      code: 'date-conflict',
      severity: 'warning',
      message: `the event (${event}) is dated after its publication (${published})`,
    })
  const apart = daysBetween(supplied, published)
  if (apart !== null && Math.abs(apart) > TOLERANCE)
    issues.push({
      code: 'date-conflict',
      severity: 'warning',
      message: `supplied ${supplied}, printed ${published}: the supplied date is used`,
    })
  const eventApart = daysBetween(supplied, event)
  if (eventApart !== null && basis === 'event' && Math.abs(eventApart) > 366)
    issues.push({
      code: 'date-conflict',
      severity: 'warning',
      message: `supplied ${supplied}, the text says ${event}: the supplied date is used`,
    })
}
