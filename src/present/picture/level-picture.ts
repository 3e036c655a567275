import type { ChangePointResult, SegmentRow } from '../../analysis/index'
import { smallMultiples } from '../svg/small-multiples'
import { stepCurve } from '../svg/step-curve'
import { MOST_LINES, type PictureOptions } from './options'
import { periodsBetween } from './period-axis'

/** The levels of every series that changed, the largest gain first. */
export function levelPicture(result: ChangePointResult, options: PictureOptions): string {
  const all = new Map<string, SegmentRow[]>()
  for (const s of result.tables.segments.rows) {
    const name = [s.label, s.province, s.city, s.county, s.place, s.outlet, s.leader]
      .filter((v) => v != null)
      .join(' · ')
    const list = all.get(name)
    if (list) list.push(s)
    else all.set(name, [s])
  }
  const total = (list: readonly SegmentRow[]) => list.reduce((n, s) => n + s.numerator, 0)
  const shown = [...all]
    .filter(([, list]) => list.length > 1)
    .sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, options.top ?? 12)
  const starts = shown.flatMap(([, list]) => list.map((s) => s.start)).sort()
  const ends = shown.flatMap(([, list]) => list.map((s) => s.end)).sort()
  const axis = shown.length ? periodsBetween(starts[0]!, ends.at(-1)!) : []
  const at = (period: string) => axis.indexOf(period)
  const { method, tables } = result
  const frame = {
    title: options.title ?? 'Levels between change points',
    yLabel: tables.segments.columns.find((c) => c.name === 'rate')?.unit ?? 'rate',
    note: `${shown.length} of ${all.size} series changed their level. tifa ${method.tifa}, vocabulary ${method.vocabulary.version}.`,
  }
  if (shown.length > MOST_LINES)
    return smallMultiples({
      ...frame,
      positions: axis,
      series: shown.map(([label, list]) => ({
        label,
        values: axis.map(() => null),
        levels: list.map((s) => ({ from: at(s.start), to: at(s.end), value: s.rate ?? 0 })),
      })),
    })
  const high = Math.max(0, ...shown.flatMap(([, list]) => list.map((s) => s.high ?? s.rate ?? 0)))
  return stepCurve({
    ...frame,
    note: `Ribbon: interval of the level. ${frame.note}`,
    curves: shown.map(([label, list]) => ({
      label,
      steps: list.map((s) => ({
        t: at(s.start),
        value: s.rate ?? 0,
        low: s.low,
        high: s.high,
        name: `${label} ${s.numerator}/${s.denominator}`,
      })),
    })),
    from: 0,
    to: Math.max(1, axis.length),
    max: high || 1,
    marks: axis.map((label, t) => ({ t, label })),
    axis: (t) => axis[Math.min(axis.length - 1, Math.round(t))] ?? '',
  })
}
