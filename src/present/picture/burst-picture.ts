import type { BurstResult, BurstRow } from '../../analysis/index'
import { timeline } from '../svg/timeline'
import { shortText } from '../table'
import { isWeak } from './marks'
import type { PictureOptions } from './options'

/** When each concept was pushed: one bar a burst along the periods, the heaviest concept first. */
export function burstPicture(result: BurstResult, options: PictureOptions): string {
  const rows = new Map<string, BurstRow[]>()
  for (const b of result.rows) {
    const name = [b.label, b.province, b.city, b.county, b.place, b.outlet, b.leader]
      .filter((v) => v != null)
      .join(' · ')
    const list = rows.get(name)
    if (list) list.push(b)
    else rows.set(name, [b])
  }
  const weight = (list: readonly BurstRow[]) => Math.max(...list.map((b) => b.weight))
  const shown = [...rows]
    .sort((a, b) => weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, options.top ?? 12)
  return timeline({
    title: options.title ?? 'Bursts',
    positions: result.periods,
    rows: shown.map(([label, list]) => ({
      label,
      note: list.map((b) => `${b.numerator}/${b.denominator} ×${b.ratio.toFixed(1)}`).join(', '),
      bars: list.map((b) => ({
        from: result.periods.indexOf(b.start),
        to: result.periods.indexOf(b.end),
        weak: isWeak(b),
        label: `${label} ${b.start} – ${b.end}: ${b.numerator}/${b.denominator}, base rate ${shortText(b.baseRate)}, q ${shortText(b.q)}`,
      })),
    })),
    noteHead: `${result.method.unit}/${result.method.denominator} × base rate`,
    note: `Outlined only: q > 0.05, chance explains it. ${rows.size} series with a burst. tifa ${result.method.tifa}, vocabulary ${result.method.vocabulary.version}.`,
  })
}
