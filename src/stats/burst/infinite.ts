import { invalid, requireAmount, requireFinite } from '../argument'

export interface InfiniteInput {
  /** Times of the events, in any unit and order. */
  readonly offsets: ArrayLike<number>
  /** Factor between the rates of neighbouring levels (default 2). */
  readonly s?: number | undefined
  /** Price of going up one level, in ln of the number of gaps (default 1). */
  readonly gamma?: number | undefined
}

/** A stretch of at least this level; start and end are event times. */
export interface LevelBurst {
  readonly level: number
  readonly start: number
  readonly end: number
}

/**
 * Between which moments do events crowd together, and how densely? Kleinberg's burst hierarchy for single event
 * times.
 *
 * - Formula: the n gaps x between sorted times come from exponentials with rates s^level / mean gap; each gap costs
 *   -ln α + α x, going up costs gamma × ln n a level, going down nothing; the cheapest sequence over ⌈1 + log_s(total
 *   / smallest gap)⌉ levels.
 * - Input: offsets, event times in one unit; s > 1, default 2; gamma ≥ 0, default 1.
 * - Result: `bursts` of level 1 and up, nested, sorted by start, then level; `cost` of the sequence in nats.
 * - Edges: fewer than 2 events give [] and cost null; two events at one time are an error: spread them over the day,
 *   or use `burst.batched`, the right one for reports dated by day.
 * - Assumes: times exact enough that no two coincide, and equal coverage throughout: a stretch with more outlets
 *   looks like a burst.
 * - Source: Kleinberg 2002, §2–3, doi:10.1145/775047.775061.
 * - Oracle: R bursts::kleinberg (its levels less 1), pybursts.
 *
 * @example
 * burst.infinite({ offsets: [10, 30, 50, 70, 71, 72, 73, 74, 75, 95, 115] }).bursts[0]
 * // => { level: 1, start: 70, end: 75 }
 */
export function infinite({ offsets, s = 2, gamma = 1 }: InfiniteInput): {
  readonly bursts: readonly LevelBurst[]
  readonly cost: number | null
} {
  const where = 'burst.infinite'
  if (!(Number.isFinite(s) && s > 1)) throw invalid(where, 's must be a finite number above 1', s)
  requireAmount(where, 'gamma', gamma)
  for (let i = 0; i < offsets.length; i++) requireFinite(where, 'offsets', offsets[i]!)
  const times = Float64Array.from(offsets).sort()
  const n = times.length - 1
  if (n < 1) return { bursts: [], cost: null }
  const gaps = times.subarray(1).map((t, i) => t - times[i]!)
  let least = Number.POSITIVE_INFINITY
  for (const gap of gaps) least = Math.min(least, gap)
  if (!(least > 0)) throw invalid(where, 'no two events may have the same time', 'a gap of 0')
  const total = times[n]! - times[0]!
  const levels = Math.max(1, Math.ceil(1 + Math.log(total / least) / Math.log(s) - 1e-9))
  const rates = Float64Array.from({ length: levels }, (_, i) => (s ** i * n) / total)
  const { states, cost } = cheapestLevels(gaps, rates, gamma * Math.log(n))
  return { bursts: stretches(states, times), cost }
}

/**
 * Viterbi. The cheapest way into level j comes either from above (the cheapest of j and up) or from below, where all
 * costs grow alike with j; so running minima take the place of a search. Ties go to the lower level.
 */
function cheapestLevels(gaps: Float64Array, rates: Float64Array, up: number): { states: Int32Array; cost: number } {
  const n = gaps.length
  const k = rates.length
  const from = new Int32Array(n * k)
  const above = new Int32Array(k)
  let cost = new Float64Array(k).fill(Number.POSITIVE_INFINITY)
  let next = new Float64Array(k)
  cost[0] = 0
  for (let t = 0; t < n; t++) {
    above[k - 1] = k - 1
    for (let j = k - 2; j >= 0; j--) above[j] = cost[j]! <= cost[above[j + 1]!]! ? j : above[j + 1]!
    let below = 0
    for (let j = 0; j < k; j++) {
      if (j > 0 && cost[j - 1]! + up < cost[below]! + (j - below) * up) below = j - 1
      const climb = cost[below]! + (j - below) * up
      const origin = j > 0 && climb <= cost[above[j]!]! ? below : above[j]!
      from[t * k + j] = origin
      next[j] =
        Math.min(j > 0 ? climb : Number.POSITIVE_INFINITY, cost[above[j]!]!) -
        Math.log(rates[j]!) +
        rates[j]! * gaps[t]!
    }
    const spent = cost
    cost = next
    next = spent
  }
  let state = 0
  for (let j = 1; j < k; j++) if (cost[j]! < cost[state]!) state = j
  const least = cost[state]!
  const states = new Int32Array(n)
  for (let t = n - 1; t >= 0; t--) {
    states[t] = state
    state = from[t * k + state]!
  }
  return { states, cost: least }
}

/** A burst opened at gap t starts at the event before it, and ends at the event before the gap that closes it. */
function stretches(states: Int32Array, times: Float64Array): LevelBurst[] {
  const bursts: LevelBurst[] = []
  const open: number[] = []
  for (let t = 0; t <= states.length; t++) {
    const level = t < states.length ? states[t]! : 0
    while (open.length > level) bursts.push({ level: open.length, start: open.pop()!, end: times[t]! })
    while (open.length < level) open.push(times[t]!)
  }
  return bursts.sort((p, q) => p.start - q.start || p.level - q.level)
}
