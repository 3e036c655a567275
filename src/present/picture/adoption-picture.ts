import type { CurvePoint, DiffusionResult } from '../../analysis/index'
import { dayNumber, isoDay, parseDate } from '../../observation/index'
import { smallMultiples } from '../svg/small-multiples'
import { type Curve, stepCurve } from '../svg/step-curve'
import { type Adoption, adoptionsOf } from './adoption'
import { MOST_LINES, type PictureOptions } from './options'

/**
 * The adoption curve. As `units`: how many places (leaders, outlets) were seen to say it by a day, a lower bound, beside how many were read
 * enough to show it. As `share`: of those read enough, the part that was seen, with its interval.
 */
export function adoptionPicture(result: DiffusionResult, options: PictureOptions): string {
  const adoptions = adoptionsOf(result, options.top ?? MOST_LINES)
  const points = adoptions[0]?.curve ?? []
  const units = points[0]?.units ?? 0
  const what = WHAT[result.method.unit] ?? 'units'
  const share = options.as === 'share'
  const { detection, method } = result
  const rule = `${detection.needed} reports`
  const source = `tifa ${method.tifa}, vocabulary ${method.vocabulary.version}.`
  const frame = {
    title: options.title ?? (adoptions.length === 1 ? `Adoption of ${adoptions[0]!.label}` : 'Adoption'),
    yLabel: share ? `share of the ${what} read enough to show it` : `${what} seen to say it, of ${units}`,
  }
  if (adoptions.length > MOST_LINES)
    return smallMultiples({
      ...frame,
      positions: points.map((p) => p.period),
      series: adoptions.map((a) => ({ label: a.label, values: a.curve.map((p) => (share ? p.share : p.seen)) })),
      note: `Cumulated to the end of each period. ${share ? `Gap: no ${what} read enough (${rule})` : 'A lower bound'}. ${source}`,
    })
  const days = adoptions.flatMap((a) => a.sightings.map((s) => day(s.firstSeen!)))
  const from = Math.min(...days, ...points.slice(0, 1).map(startOf))
  return stepCurve({
    ...frame,
    apart: share ? 0 : 1.6,
    marks: points.map((p) => ({ t: startOf(p), label: p.period })),
    curves: adoptions.map((a) => (share ? shareCurve(a) : unitCurve(a))),
    ...(!share && points.length && { reference: coveredCurve(points, what) }),
    from,
    to: Math.max(...days, ...points.slice(-1).map((p) => day(p.end))),
    max: share ? 1 : Math.max(1, units),
    axis: (t) => isoDay(Math.round(t)),
    note: share
      ? `Ribbon: ${detection.conf * 100} % Wilson interval. Read enough: ${rule} by then. ${source}`
      : `Hollow: too few reports before, could be earlier. Dashed: ${what} with ${rule} by then, enough to show use. ${source}`,
  })
}

const WHAT: Readonly<Record<string, string>> = {
  place: 'places',
  province: 'provinces',
  city: 'cities',
  county: 'counties',
  leader: 'leaders',
  outlet: 'outlets',
}

/** Days since 1970-01-01 of a whole date. */
function day(date: string): number {
  const { year, month, day: inMonth } = parseDate(date)!
  return dayNumber(year, month ?? 1, inMonth ?? 1)
}

/** First day of a period. */
function startOf(p: CurvePoint): number {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(p.period)
  return quarter ? dayNumber(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1) : day(p.period)
}

const unitCurve = (a: Adoption): Curve => ({
  label: a.label,
  steps: a.sightings.map((s, i) => ({
    t: day(s.firstSeen!),
    value: i + 1,
    name: s.unit,
    open: s.status === 'left-censored',
  })),
})

const shareCurve = (a: Adoption): Curve => ({
  label: a.label,
  steps: a.curve.flatMap((p) =>
    p.share === null
      ? []
      : [{ t: day(p.end), value: p.share, low: p.low, high: p.high, name: `${p.coveredSeen}/${p.covered}` }],
  ),
})

const coveredCurve = (points: readonly CurvePoint[], what: string): Curve => ({
  label: `${what} read enough`,
  steps: points.map((p) => ({ t: day(p.end), value: p.covered })),
})
