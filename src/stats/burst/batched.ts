import {
  invalid,
  requireAmount,
  requireChoice,
  requireCount,
  requireExposed,
  requirePart,
  requireSameLength,
} from '../argument'
import { lnGamma } from '../numerics/gamma'

export interface BatchedInput {
  /** Relevant: reports with the slogan (`binomial`), or mentions (`poisson`), per period. */
  readonly r: readonly number[]
  /** All: reports (`binomial`), or exposure (`poisson`), per period. */
  readonly d: readonly number[]
  /** How many times the base rate a burst has (default 2). */
  readonly s?: number | undefined
  /** Price of entering a burst, in ln of the number of periods (default 1). */
  readonly gamma?: number | undefined
  readonly model?: 'binomial' | 'poisson' | undefined
}

/** Periods from `start` to `end`, both inclusive; `weight` is the cost that the burst saves. */
export interface Burst {
  readonly start: number
  readonly end: number
  readonly weight: number
}

export interface Batched {
  readonly states: readonly (0 | 1)[]
  readonly bursts: readonly Burst[]
  readonly cost: number | null
}

/**
 * In which months is a slogan pushed? Kleinberg's two-state burst model for counts a period.
 *
 * - Formula: base rate p0 = Σr / Σd, burst rate p1 = s × p0; each period costs -ln Binomial(r; d, p) or -ln
 *   Poisson(r; p d); entering a burst costs gamma × ln(periods), leaving is free, before the first period there is no
 *   burst; the cheapest sequence (Viterbi).
 * - Input: r and d, one value a period, equally long; `binomial` (default): reports with the slogan of all reports;
 *   `poisson`: mentions in an exposure; s > 1, default 2; gamma ≥ 0, default 1.
 * - Result: `states`, 1 in a burst; `bursts` with start, end (inclusive positions) and weight in nats, above 0,
 *   larger for stronger; `cost` of the sequence.
 * - Edges: a period with d = 0 adds nothing and does not end a burst; no mentions, or s × p0 ≥ 1 in the binomial
 *   model, gives no burst and cost null; ties go to no burst. A burst in the first period pays too.
 * - Assumes: periods independent given the state and one base rate throughout: a slogan that rises for good gives one
 *   long burst.
 * - Source: Kleinberg 2002, §4, doi:10.1145/775047.775061.
 * - Oracle: exhaustive search over all sequences.
 *
 * @example
 * burst.batched({ r: [1, 2, 9, 8, 1, 2, 1, 1], d: [50, 50, 50, 50, 50, 50, 50, 50] }).bursts
 * // => [{ start: 2, end: 3, weight: 6.057 }]
 */
export function batched({ r, d, s = 2, gamma = 1, model = 'binomial' }: BatchedInput): Batched {
  const where = 'burst.batched'
  requireSameLength(where, 'r and d', r, d)
  requireChoice(where, 'model', model, ['binomial', 'poisson'])
  if (!(Number.isFinite(s) && s > 1)) throw invalid(where, 's must be a finite number above 1', s)
  requireAmount(where, 'gamma', gamma)
  let relevant = 0
  let all = 0
  for (let i = 0; i < r.length; i++) {
    if (model === 'binomial') requirePart(where, `r[${i}]`, r[i]!, `d[${i}]`, d[i]!)
    else {
      requireCount(where, `r[${i}]`, r[i]!)
      requireAmount(where, `d[${i}]`, d[i]!)
      requireExposed(where, `r[${i}]`, r[i]!, `d[${i}]`, d[i]!)
    }
    relevant += r[i]!
    all += d[i]!
  }
  const base = relevant / all
  if (relevant === 0 || (model === 'binomial' && s * base >= 1))
    return { states: r.map(() => 0), bursts: [], cost: null }
  const cost = model === 'binomial' ? binomialCost : poissonCost
  const quiet = r.map((x, i) => cost(x, d[i]!, base))
  const raised = r.map((x, i) => cost(x, d[i]!, s * base))
  return cheapest(quiet, raised, gamma * Math.log(r.length))
}

function binomialCost(r: number, d: number, p: number): number {
  if (d === 0) return 0
  const ways = lnGamma(d + 1) - lnGamma(r + 1) - lnGamma(d - r + 1)
  return -(ways + r * Math.log(p) + (d - r) * Math.log1p(-p))
}

function poissonCost(r: number, d: number, p: number): number {
  return d === 0 ? 0 : p * d - r * Math.log(p * d) + lnGamma(r + 1)
}

/** Viterbi over two states; ties go to the lower one. */
function cheapest(quiet: readonly number[], raised: readonly number[], entry: number): Batched {
  const fromBurst0 = new Uint8Array(quiet.length)
  const fromBurst1 = new Uint8Array(quiet.length)
  let cost0 = 0
  let cost1 = Number.POSITIVE_INFINITY
  for (let i = 0; i < quiet.length; i++) {
    fromBurst0[i] = cost1 < cost0 ? 1 : 0
    fromBurst1[i] = cost1 < cost0 + entry ? 1 : 0
    const next0 = Math.min(cost0, cost1) + quiet[i]!
    cost1 = Math.min(cost0 + entry, cost1) + raised[i]!
    cost0 = next0
  }
  const states: (0 | 1)[] = quiet.map(() => 0)
  let state: 0 | 1 = cost1 < cost0 ? 1 : 0
  for (let i = quiet.length - 1; i >= 0; i--) {
    states[i] = state
    state = (state === 1 ? fromBurst1[i] : fromBurst0[i]) === 1 ? 1 : 0
  }
  return { states, bursts: runs(states, quiet, raised), cost: Math.min(cost0, cost1) }
}

function runs(states: readonly (0 | 1)[], quiet: readonly number[], raised: readonly number[]): Burst[] {
  const bursts: Burst[] = []
  for (let start = 0; start < states.length; start++) {
    if (states[start] === 0) continue
    let weight = 0
    let end = start
    for (; end < states.length && states[end] === 1; end++) weight += quiet[end]! - raised[end]!
    bursts.push({ start, end: end - 1, weight })
    start = end
  }
  return bursts
}
