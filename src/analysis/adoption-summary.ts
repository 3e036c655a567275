import { byCodePoint, type Item, isoDay } from '../observation'
import { diffusion } from '../stats'
import { column } from './columns'
import type { Detection } from './detection'
import type { Adoption } from './diffusion'

/** How one concept spread, in one row. */
export interface AdoptionSummary {
  readonly concept: string
  readonly label: string
  /** First sighting anywhere, the units seen that day, and whether it could be earlier (too few reports before it). */
  readonly origin: string | null
  readonly originUnits: string | null
  readonly originCensored: boolean | null
  readonly units: number
  readonly seen: number
  readonly adopted: number
  readonly leftCensored: number
  readonly absent: number
  readonly undetermined: number
  /** Days from the origin to the first tenth, half and nine tenths of the units seen. */
  readonly days10: number | null
  readonly days50: number | null
  readonly days90: number | null
  /** Logistic curve through the cumulated sightings: rate per day, and day of the middle. */
  readonly logisticRate: number | null
  readonly logisticMiddle: number | null
  /** Units in Kaplan–Meier, and the median days to adoption among them. */
  readonly atRisk: number
  readonly medianDays: number | null
  readonly reason: string | null
}

/** One step of Kaplan–Meier: the share of units that have *not* adopted. */
export interface SurvivalPoint {
  readonly concept: string
  readonly label: string
  readonly days: number
  readonly atRisk: number
  readonly events: number
  readonly survival: number
  readonly low: number | null
  readonly high: number | null
}

/** Summary of one item. */
export function summarise(item: Item, adoptions: readonly Adoption[], rule: Detection): AdoptionSummary {
  const seen = adoptions.filter((a) => a.sighting !== null)
  const count = (status: Adoption['status']) => adoptions.filter((a) => a.status === status).length
  const origin = originOf(adoptions)
  const at = seen.map((a) => a.sighting!.first - origin!).sort((a, b) => a - b)
  const first = seen.filter((a) => a.sighting!.first === origin)
  const { times, km } = kaplanMeier(adoptions, rule)
  const logistic = at.length < 4 ? null : diffusion.logistic({ t: at, y: at.map((_, i) => i + 1) })
  return {
    concept: item.id,
    label: item.label,
    origin: origin === null ? null : isoDay(origin),
    originUnits:
      origin === null
        ? null
        : first
            .map((a) => a.history.unit)
            .sort(byCodePoint)
            .join(';'),
    originCensored: origin === null ? null : first.some((a) => a.status === 'left-censored'),
    units: adoptions.length,
    seen: seen.length,
    adopted: count('adopted'),
    leftCensored: count('left-censored'),
    absent: count('absent'),
    undetermined: count('undetermined'),
    days10: share(at, 0.1),
    days50: share(at, 0.5),
    days90: share(at, 0.9),
    logisticRate: finite(logistic?.r),
    logisticMiddle: finite(logistic?.t0),
    atRisk: times.length,
    medianDays: km?.median ?? null,
    reason:
      origin === null
        ? 'never-seen'
        : times.length === 0
          ? 'no-unit-covered-at-origin'
          : km!.median === null
            ? 'median-not-reached'
            : null,
  }
}

/** Kaplan–Meier steps of one item. */
export function survival(item: Item, adoptions: readonly Adoption[], rule: Detection): SurvivalPoint[] {
  return (kaplanMeier(adoptions, rule).km?.steps ?? []).map((step) => ({
    concept: item.id,
    label: item.label,
    days: step.time,
    atRisk: step.atRisk,
    events: step.events,
    survival: step.survival,
    low: finite(step.low),
    high: finite(step.high),
  }))
}

/**
 * Time from the first sighting anywhere, over the units that were being read by then and of which the date, or the
 * absence, is known: left-censored units have no date, undetermined ones would be censored for being read thinly,
 * units first read later have unknown earlier years. The units of the first sighting itself are the origin, not at
 * risk.
 */
function kaplanMeier(adoptions: readonly Adoption[], rule: Detection) {
  const origin = originOf(adoptions)
  const times: number[] = []
  const event: (0 | 1)[] = []
  if (origin !== null)
    for (const { history, sighting, status } of adoptions) {
      if (status === 'undetermined' || status === 'left-censored' || history.days[0]! > origin) continue
      if (sighting !== null && sighting.first === origin) continue
      const time = (sighting?.first ?? history.days.at(-1)!) - origin
      if (time < 0) continue // last read before anybody said it
      times.push(time)
      event.push(sighting === null ? 0 : 1)
    }
  return {
    times,
    km: times.length === 0 ? null : diffusion.km({ time: times, event, conf: rule.conf }),
  }
}

function originOf(adoptions: readonly Adoption[]): number | null {
  let first: number | null = null
  for (const { sighting } of adoptions)
    if (sighting !== null && (first === null || sighting.first < first)) first = sighting.first
  return first
}

// Smallest day by which at least that share of all units seen was seen.
function share(sorted: readonly number[], part: number): number | null {
  return sorted.length === 0 ? null : sorted[Math.ceil(part * sorted.length - 1e-9) - 1]!
}

function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value
}

export const SUMMARY_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('origin', 'first seen anywhere', '最早见于'),
  column('originUnits', 'units of the first sighting', '首见单位'),
  column('originCensored', 'could be earlier', '可能更早', { note: 'too few reports before it' }),
  column('units', 'units', '单位总数', { unit: 'units' }),
  column('seen', 'seen', '已见', { unit: 'units', denominator: 'units' }),
  column('adopted', 'adopted, date known', '采用日期已知', { unit: 'units', denominator: 'units' }),
  column('leftCensored', 'adopted by first sighting', '采用日期左删失', { unit: 'units', denominator: 'units' }),
  column('absent', 'absent', '未采用', { unit: 'units', denominator: 'units' }),
  column('undetermined', 'undetermined', '无法判定', { unit: 'units', denominator: 'units' }),
  column('days10', 'days to the first tenth', '至一成用时', { unit: 'days since origin', denominator: 'seen' }),
  column('days50', 'days to half', '至五成用时', { unit: 'days since origin', denominator: 'seen' }),
  column('days90', 'days to nine tenths', '至九成用时', { unit: 'days since origin', denominator: 'seen' }),
  column('logisticRate', 'logistic rate', '逻辑斯蒂速率', { unit: 'per day' }),
  column('logisticMiddle', 'logistic middle', '逻辑斯蒂中点', { unit: 'days since origin' }),
  column('atRisk', 'units in Kaplan–Meier', '生存分析单位数', { unit: 'units' }),
  column('medianDays', 'median days to adoption', '采用中位天数', { unit: 'days since origin', note: 'Kaplan–Meier' }),
  column('reason', 'why null', '缺值原因'),
]

export const SURVIVAL_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('days', 'days since origin', '距首见天数', { unit: 'days' }),
  column('atRisk', 'at risk', '风险集', { unit: 'units' }),
  column('events', 'adoptions', '采用数', { unit: 'units' }),
  column('survival', 'share not adopted', '未采用比例', { denominator: 'units at risk' }),
  column('low', 'share, low', '下限', { note: 'log–log' }),
  column('high', 'share, high', '上限', { note: 'log–log' }),
]
