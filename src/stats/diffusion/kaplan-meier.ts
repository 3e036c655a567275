import { invalid, requireAmount, requireChoice, requireFraction, requireSameLength } from '../argument'
import { zOf } from '../numerics/normal'
import { orderByTime, type SurvivalTimes } from './survival-times'

export type SurvivalInterval = 'log-log' | 'log' | 'plain'

export interface KaplanMeierInput extends SurvivalTimes {
  /** When each place came under observation, before its `time` (default 0 for all): reports of it begin only then. */
  readonly entry?: ArrayLike<number> | undefined
  readonly conf?: number | undefined
  readonly confType?: SurvivalInterval | undefined
}

/** The estimate from one event time on, until the next. */
export interface SurvivalStep {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  readonly survival: number
  readonly low: number | null
  readonly high: number | null
}

export interface KaplanMeier {
  readonly steps: readonly SurvivalStep[]
  readonly median: number | null
}

/**
 * What share of places has not yet taken a slogan up after so many days? Kaplan–Meier estimate, which uses places not
 * reached too.
 *
 * - Formula: S = product over event times of (1 - d/n), d adopting of n still at risk, events before censorings at
 *   one time; G = Σ d/(n(n-d)); limits `log-log` S^exp(±z √G / ln S), `log` S e^(±z √G) at most 1, `plain` S ± z S √G
 *   within 0 and 1.
 * - Input: time in days from 0 up; event 1 adopted, 0 not yet when observation ended; entry, the day a place came
 *   under observation (at risk only after it); conf, default 0.95; confType, default `log-log`.
 * - Result: `steps` with survival from 1 down to 0 and its limits; `median`, the smallest time with S of at most ½.
 * - Edges: S = 0 has null limits; no event gives no steps and median null; a curve that stays above ½ gives median
 *   null; an entry not before its time is an error. With late entries the first sets at risk can be tiny, and S can
 *   fall to 0 in one of them for good.
 * - Assumes: places are independent and those cut off are like the others. Places copy each other, and thin coverage
 *   looks like waiting.
 * - Source: Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; limits: Borgan & Liestøl 1990, Scandinavian
 *   Journal of Statistics 17, 35–41.
 * - Oracle: R survival::survfit, statsmodels. The median is the start of a flat stretch at exactly ½ (R takes its
 *   middle).
 *
 * @example
 * diffusion.km({ time: [5, 12, 12, 19, 27, 27], event: [1, 1, 0, 1, 0, 0] }).median // => 19
 */
export function km({ conf = 0.95, confType = 'log-log', entry, ...times }: KaplanMeierInput): KaplanMeier {
  const where = 'diffusion.km'
  requireFraction(where, 'conf', conf)
  requireChoice(where, 'confType', confType, ['log-log', 'log', 'plain'])
  const order = orderByTime(where, times)
  const entries = sortedEntries(where, times, entry)
  const z = zOf(conf)
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  let entered = 0
  for (let i = 0; i < order.length; ) {
    const time = times.time[order[i]!]!
    while (entered < entries.length && entries[entered]! < time) entered++
    const atRisk = order.length - i - (entries.length - entered)
    let events = 0
    for (; i < order.length && times.time[order[i]!] === time; i++) events += Number(times.event[order[i]!])
    if (events === 0) continue
    survival *= (atRisk - events) / atRisk
    greenwood += events / atRisk / (atRisk - events)
    steps.push({ time, atRisk, events, survival, ...limits(survival, z * Math.sqrt(greenwood), confType) })
  }
  return { steps, median: steps.find((step) => step.survival <= 0.5 + 1e-12)?.time ?? null }
}

function sortedEntries(where: string, { time }: SurvivalTimes, entry: ArrayLike<number> | undefined): Float64Array {
  if (entry === undefined) return new Float64Array(0)
  requireSameLength(where, 'time and entry', time, entry)
  for (let i = 0; i < time.length; i++) {
    requireAmount(where, `entry[${i}]`, entry[i]!)
    if (entry[i]! >= time[i]!) throw invalid(where, `entry[${i}] must be before time[${i}] (${time[i]})`, entry[i])
  }
  return Float64Array.from(entry).sort()
}

function limits(s: number, reach: number, type: SurvivalInterval): { low: number | null; high: number | null } {
  if (s === 0) return { low: null, high: null }
  if (type === 'log') return { low: s * Math.exp(-reach), high: Math.min(1, s * Math.exp(reach)) }
  if (type === 'plain') return { low: Math.max(0, s - s * reach), high: Math.min(1, s + s * reach) }
  const stretch = Math.exp(-reach / Math.log(s))
  return { low: s ** stretch, high: s ** (1 / stretch) }
}
