import { TifaError } from '../error'
import type { DateParts } from './calendar'
import { dateSpan, parseDate } from './calendar'
import type { Period } from './period'

/** Which days the corpus is meant to cover, inclusive, as EDTF dates (`2022-01-01`, `2022-01`, `2022`). */
export interface Coverage {
  readonly start: string
  readonly end: string
}

/** Covered days, and how dense reports stand in them. */
export interface CoverageSpan {
  readonly first: number
  readonly last: number
  /** Median number of days from one report day to the next; null with fewer than two report days. */
  readonly medianGap: number | null
  readonly basis: 'supplied' | 'reports'
}

/** Reads a caller's coverage. Throws `invalid-option` for something that is no range of dates. */
export function readCoverage(coverage: Coverage): { readonly first: number; readonly last: number } {
  const start = parseDate(coverage.start)
  const end = parseDate(coverage.end)
  if (start === null || end === null)
    throw new TifaError(
      'invalid-option',
      `coverage expects { start, end } as YYYY, YYYY-MM or YYYY-MM-DD, got { start: ${coverage.start}, end: ${coverage.end} }`,
    )
  const first = dateSpan(start).first
  const last = dateSpan(end).last
  if (first > last)
    throw new TifaError(
      'invalid-option',
      `coverage.start must not be after coverage.end, got ${coverage.start} > ${coverage.end}`,
    )
  return { first, last }
}

/**
 * What the dated reports cover: the caller's `coverage`, else from the first report day to the last. The median gap
 * is taken over *different* days with a report (dates with day precision), so that reprints and busy days do not
 * shrink it.
 */
export function coverageOf(dates: Iterable<DateParts>, supplied?: Coverage): CoverageSpan | null {
  const days = new Set<number>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    const span = dateSpan(date)
    if (span.first < first) first = span.first
    if (span.last > last) last = span.last
    if (date.day !== null) days.add(span.first)
  }
  const medianGap = medianOfGaps(days)
  if (supplied) return { ...readCoverage(supplied), medianGap, basis: 'supplied' }
  return last < first ? null : { first, last, medianGap, basis: 'reports' }
}

/**
 * Is a period only partly covered? Yes where more days than one median gap lie between its first day and the first
 * covered day, or between the last covered day and its last day. Only periods that hold an end of the coverage can be
 * partial.
 */
export function isPartial(period: Period, coverage: CoverageSpan): boolean {
  const tolerance = coverage.medianGap ?? 0
  return coverage.first - period.first > tolerance || period.last - coverage.last > tolerance
}

function medianOfGaps(days: ReadonlySet<number>): number | null {
  const different = Int32Array.from(days).sort()
  const gaps: number[] = []
  for (let i = 1; i < different.length; i++) gaps.push(different[i]! - different[i - 1]!)
  if (gaps.length === 0) return null
  gaps.sort((a, b) => a - b)
  const mid = gaps.length >> 1
  return gaps.length % 2 === 1 ? gaps[mid]! : (gaps[mid - 1]! + gaps[mid]!) / 2
}
