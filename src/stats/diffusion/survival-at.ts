import { requireAmount } from '../argument'
import { type KaplanMeierInput, km } from './kaplan-meier'

export interface SurvivalAtInput extends KaplanMeierInput {
  /** Times to read the curve at. */
  readonly at: readonly number[]
}

export interface SurvivalPoint {
  readonly time: number
  /** Places still under observation and without the event just before this time. */
  readonly atRisk: number
  readonly survival: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * What share of places had not taken a slogan up by given days, and on how many does that rest? The Kaplan–Meier
 * curve read at chosen times.
 *
 * - Formula: the value of the step function of `diffusion.km` at each time; atRisk counts places under observation
 *   with a duration of at least that.
 * - Input: time, event, entry, conf and confType as in `diffusion.km`; at, times from 0 up.
 * - Result: `points`, one a time in the order asked: atRisk, survival from 1 to 0, its limits.
 * - Edges: before the first event survival is 1 with null limits; past the longest duration it is null, unless it has
 *   reached 0; no places give nulls.
 * - Assumes: as `diffusion.km`. A value resting on fewer than about ten places still at risk should not be printed
 *   without them.
 * - Source: Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; Pocock, Clayton & Altman 2002,
 *   doi:10.1016/S0140-6736(02)08594-X.
 * - Oracle: hand-computed (tested).
 *
 * @example
 * diffusion.survivalAt({ time: [5, 12, 12, 19], event: [1, 1, 0, 0], at: [12] }).points[0].survival
 * // => 0.5
 */
export function survivalAt({ at, ...input }: SurvivalAtInput): { readonly points: readonly SurvivalPoint[] } {
  const { steps } = km(input)
  let longest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < input.time.length; i++) longest = Math.max(longest, input.time[i]!)
  const points = at.map((time): SurvivalPoint => {
    requireAmount('diffusion.survivalAt', 'at', time)
    let atRisk = 0
    for (let i = 0; i < input.time.length; i++) if (input.time[i]! >= time && entered(input, i, time)) atRisk++
    const step = steps.findLast((s) => s.time <= time)
    if (time > longest && step?.survival !== 0) return { time, atRisk, survival: null, low: null, high: null }
    return { time, atRisk, survival: step?.survival ?? 1, low: step?.low ?? null, high: step?.high ?? null }
  })
  return { points }
}

function entered({ entry }: KaplanMeierInput, i: number, time: number): boolean {
  return entry === undefined || entry[i]! < time
}
