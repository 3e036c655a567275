import type { Directive } from '../directive/directive'
import type { ReportRow } from '../report/report'
import type { DateParts } from './calendar'
import { byCodePointNullLast } from './code-point-order'
import { type Coverage, type CoverageSpan, coverageOf, isPartial } from './coverage'
import { timeOf } from './dating'
import { columnOf, type Dimension, type GroupColumn, isPeriodUnit, leaderOf, reportValue } from './dimension'
import { type Period, type PeriodUnit, periodAt, periodIndex } from './period'

/**
 * What a cell without a number means.
 *
 * - `observed`    reports, and at least one occurrence
 * - `zero`        reports, and no occurrence: a true 0
 * - `no-reports`  nothing was read for this cell: its rate is unknown, not 0
 * - `partial`     an end period that the corpus covers only in part: shown, kept out of tests
 * - `undated`     reports whose date does not reach the bin: shown in a row of their own, kept out of tests
 */
export type CellState = 'observed' | 'zero' | 'no-reports' | 'partial' | 'undated'

/** Values of the group columns in use; null is the group of what names none. */
export type GroupKeys = Partial<Readonly<Record<GroupColumn, string | null>>>

/** One group of reports (or, by leader, of directives) with what it could have held. */
export interface Group {
  readonly index: number
  readonly keys: GroupKeys
  readonly period: Period | null
  /** Why the whole group is no ordinary cell, or null. */
  readonly state: 'no-reports' | 'partial' | 'undated' | null
  readonly exposure: Exposure
}

/** What could have held a mention. */
export interface Exposure {
  readonly reports: number
  readonly directives: number
  readonly segments: number
  /** Code points of cleaned body text without white space; of directive text where the unit is the directive. */
  readonly characters: number
  /** Null unless every report was measured by a segmenter; null where the unit is the directive. */
  readonly words: number | null
}

/** How reports or directives fall into groups. */
export interface Grouping {
  readonly dimensions: readonly Dimension[]
  readonly unit: 'report' | 'directive'
  readonly periodUnit: PeriodUnit | null
  readonly groups: readonly Group[]
  /** Group of each report (unit `report`), by position in the observation; -1 where it has none. */
  readonly ofReport: Int32Array
  /** Group of each directive. */
  readonly ofDirective: Int32Array
  readonly coverage: CoverageSpan | null
  /** The time grid, without holes; empty when time is no dimension. */
  readonly periods: readonly Period[]
  /**
   * Groups stand in runs of `slots`: all periods (and then the undated) of one combination of the other dimensions,
   * then those of the next. 1 when time is no dimension.
   */
  readonly slots: number
}

/** Key of the cell a report falls in, for choosing one reprint a cell. */
export function cellKey(row: ReportRow, dimensions: readonly Dimension[]): string {
  return dimensions
    .map((dimension) => {
      if (dimension === 'leader') return ''
      if (!isPeriodUnit(dimension)) return reportValue(row, dimension) ?? '\u0001'
      const time = timeOf(row)
      return time === null ? '\u0001' : String(periodIndex(time, dimension) ?? '\u0001')
    })
    .join('\u0000')
}

/** Groups the counted reports and directives. Time is a full grid; other dimensions hold the values that occur. */
export function groupReports(
  reports: readonly ReportRow[],
  directives: readonly Directive[],
  reportOfDirective: Int32Array,
  dimensions: readonly Dimension[],
  supplied?: Coverage,
): Grouping {
  const periodUnit = dimensions.find(isPeriodUnit) ?? null
  const unit = dimensions.includes('leader') ? 'directive' : 'report'
  const { periodOf, coverage } = readTimes(reports, periodUnit, supplied)
  const plain = dimensions.filter((d): d is Exclude<Dimension, PeriodUnit> => !isPeriodUnit(d))

  const valuesOfReport =
    plain.length === 0 ? [] : reports.map((row) => plain.map((d) => (d === 'leader' ? null : reportValue(row, d))))
  const leaderAt = plain.indexOf('leader')
  const tuples = new Map<string, (string | null)[]>()
  const keyOf = (values: readonly (string | null)[]): string => {
    const key = values.map((value) => value ?? '\u0001').join('\u0000')
    if (!tuples.has(key)) tuples.set(key, [...values])
    return key
  }
  const unitKey: string[] = []
  let unitPeriod = periodOf
  if (unit === 'report') {
    const whole = plain.length === 0 && reports.length > 0 ? keyOf([]) : null
    for (let r = 0; r < reports.length; r++) unitKey.push(whole ?? keyOf(valuesOfReport[r]!))
  } else {
    unitPeriod = new Int32Array(directives.length)
    for (let d = 0; d < directives.length; d++) {
      const r = reportOfDirective[d]!
      const values = [...valuesOfReport[r]!]
      values[leaderAt] = leaderOf(directives.at(d)!)
      unitKey.push(keyOf(values))
      unitPeriod[d] = periodOf[r]!
    }
  }
  if (tuples.size === 0 && (plain.length === 0 || periodUnit !== null)) keyOf(plain.map(() => null))
  const ordered = [...tuples].sort((a, b) => compareTuples(a[1], b[1]))
  const periods = periodUnit === null ? [] : periodRange(periodOf, periodUnit, coverage, supplied !== undefined)
  const firstPeriod = periods[0]?.index ?? 0
  const undated = periodUnit !== null && unitPeriod.some((p) => p === NO_PERIOD)
  const slots = periodUnit === null ? 1 : periods.length + (undated ? 1 : 0)

  const position = new Map(ordered.map(([key], i) => [key, i]))
  const ofUnit = new Int32Array(unitKey.length)
  for (let u = 0; u < ofUnit.length; u++) {
    const p = unitPeriod[u]!
    const slot = periodUnit === null ? 0 : p === NO_PERIOD ? periods.length : p - firstPeriod
    ofUnit[u] = position.get(unitKey[u]!)! * slots + slot
  }
  const count = ordered.length * slots
  const ofReport = unit === 'report' ? ofUnit : new Int32Array(reports.length).fill(-1)
  const ofDirective = unit === 'directive' ? ofUnit : reportOfDirective.map((r) => ofUnit[r]!)
  const exposures = addExposure(reports, directives, reportOfDirective, unit, ofReport, ofDirective, count)

  const groups: Group[] = []
  for (let g = 0; g < count; g++) {
    const values = ordered[Math.floor(g / slots)]![1]
    const period = periodUnit === null ? null : (periods[g % slots] ?? null)
    const keys: Partial<Record<GroupColumn, string | null>> = {}
    for (const dimension of dimensions) {
      if (isPeriodUnit(dimension)) keys.period = period?.label ?? null
      else keys[columnOf(dimension)] = values[plain.indexOf(dimension)] ?? null
    }
    const exposure = exposures[g]!
    const empty = exposure.reports === 0
    const state =
      periodUnit !== null && period === null
        ? 'undated'
        : empty
          ? 'no-reports'
          : period !== null && coverage !== null && isPartial(period, coverage)
            ? 'partial'
            : null
    groups.push({ index: g, keys, period, state, exposure })
  }
  return { dimensions, unit, periodUnit, groups, ofReport, ofDirective, coverage, periods, slots }
}

/** In place of a period, for a report whose date does not reach one. */
const NO_PERIOD = -0x8000_0000

/** The period of every report, and what the dated ones cover. */
function readTimes(
  reports: readonly ReportRow[],
  unit: PeriodUnit | null,
  supplied: Coverage | undefined,
): { readonly periodOf: Int32Array; readonly coverage: CoverageSpan | null } {
  const periodOf = new Int32Array(reports.length).fill(NO_PERIOD)
  function* dated(): Generator<DateParts> {
    for (let r = 0; r < reports.length; r++) {
      const time = timeOf(reports[r]!)
      if (time === null) continue
      const period = unit === null ? NO_PERIOD : (periodIndex(time, unit) ?? NO_PERIOD)
      periodOf[r] = period
      if (unit === null || period !== NO_PERIOD) yield time
    }
  }
  return { coverage: coverageOf(dated(), supplied), periodOf }
}

function periodRange(
  indices: Int32Array,
  unit: PeriodUnit,
  coverage: CoverageSpan | null,
  supplied: boolean,
): Period[] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const index of indices) {
    if (index === NO_PERIOD) continue
    if (index < low) low = index
    if (index > high) high = index
  }
  if (supplied && coverage !== null) {
    low = Math.min(low, indexOfDay(coverage.first, unit))
    high = Math.max(high, indexOfDay(coverage.last, unit))
  }
  const periods: Period[] = []
  for (let index = low; index <= high; index++) periods.push(periodAt(index, unit))
  return periods
}

function indexOfDay(day: number, unit: PeriodUnit): number {
  const per = unit === 'month' ? 12 : unit === 'quarter' ? 4 : 1
  let index = Math.floor((1970 + day / 365.2425) * per)
  while (periodAt(index, unit).first > day) index--
  while (periodAt(index, unit).last < day) index++
  return index
}

function addExposure(
  reports: readonly ReportRow[],
  directives: readonly Directive[],
  reportOfDirective: Int32Array,
  unit: 'report' | 'directive',
  ofReport: Int32Array,
  ofDirective: Int32Array,
  count: number,
): Exposure[] {
  const sums = Array.from({ length: count }, () => ({
    reports: 0,
    directives: 0,
    segments: 0,
    characters: 0,
    words: (unit === 'report' ? 0 : null) as number | null,
  }))
  if (unit === 'report') {
    reports.forEach((row, r) => {
      const sum = sums[ofReport[r]!]!
      sum.reports++
      sum.characters += row.characters
      sum.words = sum.words === null || row.words === null ? null : sum.words + row.words
    })
  }
  const lastReport = new Int32Array(count).fill(-1)
  directives.forEach((directive, d) => {
    const g = ofDirective[d]!
    const sum = sums[g]!
    sum.directives++
    sum.segments += Math.max(1, directive.segments)
    if (unit === 'report') return
    sum.characters += directive.characters
    if (lastReport[g] !== reportOfDirective[d]) {
      lastReport[g] = reportOfDirective[d]!
      sum.reports++
    }
  })
  for (const sum of sums) if (sum.reports === 0) sum.words = null
  return sums
}

function compareTuples(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = byCodePointNullLast(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return 0
}
