import type { Directive } from '../directive/directive'
import { TifaError } from '../error'
import type { ReportRow } from '../report/report'
import type { PeriodUnit } from './period'

/**
 * What reports or directives can be grouped by.
 *
 * - `month`, `quarter`, `year`: time, on a full grid without holes
 * - `province`, `city`, `county`: place at one level (a report that names no place at that level is in the `null` group)
 * - `place`: the finest level the report names
 * - `outlet`: who printed it
 * - `leader`: who speaks. The unit is then the directive: exposure is what that leader says, narrative and titles are left out
 */
export type Dimension = PeriodUnit | 'province' | 'city' | 'county' | 'place' | 'outlet' | 'leader'

const DIMENSIONS: readonly Dimension[] = [
  'month',
  'quarter',
  'year',
  'province',
  'city',
  'county',
  'place',
  'outlet',
  'leader',
]

/** Column that a dimension fills. */
export type GroupColumn = 'period' | 'province' | 'city' | 'county' | 'place' | 'outlet' | 'leader'

export function isPeriodUnit(dimension: Dimension): dimension is PeriodUnit {
  return dimension === 'month' || dimension === 'quarter' || dimension === 'year'
}

export function columnOf(dimension: Dimension): GroupColumn {
  return isPeriodUnit(dimension) ? 'period' : dimension
}

/** Reads a `by` option: one dimension or several, each column at most once. Throws `invalid-option`. */
export function readDimensions(
  by: string | readonly string[] | undefined,
  allowed: readonly string[] = DIMENSIONS,
): Dimension[] {
  const list = by === undefined ? [] : typeof by === 'string' ? [by] : by
  const seen = new Set<GroupColumn>()
  for (const name of list) {
    if (!allowed.includes(name))
      throw new TifaError('invalid-option', `by expects one of ${allowed.join(', ')}; got ${JSON.stringify(name)}`)
    const column = columnOf(name as Dimension)
    if (seen.has(column))
      throw new TifaError('invalid-option', `by names the column ${column} twice: ${list.join(', ')}`)
    seen.add(column)
  }
  return [...list] as Dimension[]
}

/**
 * Name of a report's place at one level: its path from the province down, `/` between levels, so that two counties of
 * one name stay apart. Null where the report names no place at that level.
 */
export function placeOf(row: ReportRow, level: 'province' | 'city' | 'county' | 'place'): string | null {
  if (level === 'province') return row.province
  if (level === 'city') return row.city === null ? null : path(row.province, row.city)
  const county = row.county === null ? null : path(row.province, row.city, row.county)
  if (level === 'county') return county
  return county ?? (row.city === null ? row.province : path(row.province, row.city))
}

/** Value of a report in a dimension other than time and leader. */
export function reportValue(row: ReportRow, dimension: Exclude<Dimension, PeriodUnit | 'leader'>): string | null {
  return dimension === 'outlet' ? row.outlet : placeOf(row, dimension)
}

/** Value of a directive in the dimension `leader`. */
export function leaderOf(directive: Directive): string | null {
  return directive.leaderId
}

function path(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('/')
}
