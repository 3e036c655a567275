import type { ReportRow } from '../report/report'
import { type DateParts, parseDate } from './calendar'

/**
 * Why a date may not be used on a time axis, or null where it may. A year that was inferred from the slogans of the
 * text would make "which slogans are said in which year" circular, so such a date never enters a time analysis,
 * whatever the caller asked for. Evidence of that kind begins with `slogan`. An inferred date that keeps no evidence
 * cannot be checked for it and is barred too.
 */
export function barredDate(row: ReportRow): 'inferred-from-slogans' | 'inferred-without-evidence' | null {
  if (row.dateBasis !== 'inferred') return null
  const evidence = row.dateEvidence
  if (evidence === null || evidence === '') return 'inferred-without-evidence'
  return evidence.startsWith('slogan') ? 'inferred-from-slogans' : null
}

/** The date that places a report on a time axis, or null: undated. */
export function timeOf(row: ReportRow): DateParts | null {
  if (row.datePrecision === 'none' || row.datePrecision === 'day-no-year') return null
  return barredDate(row) === null ? parseDate(row.date) : null
}
