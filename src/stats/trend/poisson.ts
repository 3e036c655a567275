import { invalid, requireAmount, requireCount, requireExposed, requireFinite, requireFraction } from '../argument'
import { type Note, trendNote } from '../note'
import { twoSidedNormal, zOf } from '../numerics/normal'
import { devianceTerm } from '../numerics/saddle-point'
import { tOf, twoSidedT } from '../numerics/student-t'
import type { Series } from '../series'

export interface PoissonTrendInput {
  /** Mentions a period, whole numbers; null where missing. */
  readonly counts: Series
  /** What could have held them in each period: reports, directives, characters. */
  readonly exposure: ArrayLike<number>
  /** Time of each period, in any unit: years give a rate ratio per year. */
  readonly t: ArrayLike<number>
  readonly conf?: number | undefined
}

export interface PoissonTrend {
  readonly intercept: number | null
  readonly slope: number | null
  readonly se: number | null
  readonly z: number | null
  readonly p: number | null
  readonly rateRatio: number | null
  readonly low: number | null
  readonly high: number | null
  readonly deviance: number | null
  readonly dispersion: number | null
  readonly seQuasi: number | null
  readonly tQuasi: number | null
  readonly pQuasi: number | null
  readonly lowQuasi: number | null
  readonly highQuasi: number | null
  readonly converged: boolean
  readonly note: Note | null
}

const NONE: Omit<PoissonTrend, 'note'> = {
  intercept: null,
  slope: null,
  se: null,
  z: null,
  p: null,
  rateRatio: null,
  low: null,
  high: null,
  deviance: null,
  dispersion: null,
  seQuasi: null,
  tQuasi: null,
  pQuasi: null,
  lowQuasi: null,
  highQuasi: null,
  converged: false,
}

/**
 * By what factor does a slogan's rate change per year, allowing for unequal numbers of reports? Poisson and
 * quasi-Poisson regression of counts on time with exposure.
 *
 * - Formula: ln mean = β0 + β1 t + ln exposure, by maximum likelihood; rateRatio = exp β1 with Wald limits exp(β1 ± z
 *   se); dispersion φ = Σ (y-μ)²/μ / (n-2), as it is; quasi: standard error × √φ, t with n - 2 degrees of freedom.
 * - Input: counts, whole numbers or null; exposure, from 0 up; t, times in one unit; equally long; conf, default
 *   0.95.
 * - Result: rateRatio from 0 up per unit of t, above 1 for a rise; slope its logarithm; dispersion near 1 if counts
 *   are Poisson, above where they clump: then believe the quasi columns.
 * - Edges: periods of exposure 0 and missing counts are left out (a count there is an error); no mentions, a single
 *   time, or all mentions at the first or at the last time give nulls and converged false, since no finite estimate
 *   exists; 2 periods give no quasi columns; a perfect fit gives tQuasi and pQuasi null.
 * - Assumes: one steady rate of change and independent periods; mentions clump in speeches, so φ is rarely 1, and
 *   campaigns rise and fall rather than grow.
 * - Source: Nelder & Wedderburn 1972, doi:10.2307/2344614; Wedderburn 1974, doi:10.1093/biomet/61.3.439.
 * - Oracle: statsmodels GLM, R glm poisson and quasipoisson.
 *
 * @example
 * trend.poisson({ counts: [5, 7], exposure: [94, 100], t: [0, 4] }).rateRatio // => 1.07106
 */
export function poisson({ counts, exposure, t, conf = 0.95 }: PoissonTrendInput): PoissonTrend {
  requireFraction('trend.poisson', 'conf', conf)
  const bins = readBins('trend.poisson', counts, exposure, t)
  const note = trendNote(bins.n)
  if (!estimable(bins)) return { ...NONE, note }
  const fit = maximise(bins)
  if (fit === null) return { ...NONE, note }
  const { slope, centre, level, information } = fit
  const se = 1 / Math.sqrt(information)
  const z = slope / se
  const half = zOf(conf) * se
  const base = {
    intercept: level - slope * centre,
    slope,
    se,
    z,
    p: twoSidedNormal(z),
    rateRatio: Math.exp(slope),
    low: Math.exp(slope - half),
    high: Math.exp(slope + half),
    deviance: fit.deviance,
    converged: true,
    note,
  }
  return { ...base, ...quasi(slope, se, fit.pearson, bins.n - 2, conf) }
}

type Quasi = Pick<PoissonTrend, 'dispersion' | 'seQuasi' | 'tQuasi' | 'pQuasi' | 'lowQuasi' | 'highQuasi'>

function quasi(slope: number, se: number, pearson: number, df: number, conf: number): Quasi {
  if (df < 1) return { dispersion: null, seQuasi: null, tQuasi: null, pQuasi: null, lowQuasi: null, highQuasi: null }
  const dispersion = pearson / df
  const seQuasi = se * Math.sqrt(dispersion)
  const half = tOf(conf, df) * seQuasi
  const tQuasi = dispersion === 0 ? null : slope / seQuasi
  return {
    dispersion,
    seQuasi,
    tQuasi,
    pQuasi: tQuasi === null ? null : twoSidedT(tQuasi, df),
    lowQuasi: Math.exp(slope - half),
    highQuasi: Math.exp(slope + half),
  }
}

/** The periods that can say something: exposed, and with a count. */
interface Bins {
  readonly n: number
  readonly y: Float64Array
  readonly e: Float64Array
  readonly t: Float64Array
}

function readBins(where: string, counts: Series, exposure: ArrayLike<number>, t: ArrayLike<number>): Bins {
  const length = counts.length
  if (exposure.length !== length || t.length !== length) {
    const lengths = `${length}, ${exposure.length} and ${t.length}`
    throw invalid(where, 'counts, exposure and t must have the same length', lengths)
  }
  const bins = { y: new Float64Array(length), e: new Float64Array(length), t: new Float64Array(length) }
  const nanIsMissing = ArrayBuffer.isView(counts)
  let n = 0
  for (let i = 0; i < length; i++) {
    const y = counts[i]
    const e = exposure[i]!
    requireAmount(where, 'exposure', e)
    requireFinite(where, 't', t[i]!)
    if (y === null || y === undefined || (nanIsMissing && Number.isNaN(y))) continue
    requireCount(where, 'counts', y)
    requireExposed(where, 'counts', y, 'exposure', e)
    if (e === 0) continue
    bins.y[n] = y
    bins.e[n] = e
    bins.t[n++] = t[i]!
  }
  return { n, y: bins.y.subarray(0, n), e: bins.e.subarray(0, n), t: bins.t.subarray(0, n) }
}

/** A finite maximum exists if the mean time of the mentions lies strictly between the first and the last time. */
function estimable({ n, y, t }: Bins): boolean {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let early = Number.POSITIVE_INFINITY
  let late = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    first = Math.min(first, t[i]!)
    last = Math.max(last, t[i]!)
    if (y[i] === 0) continue
    early = Math.min(early, t[i]!)
    late = Math.max(late, t[i]!)
  }
  return first < last && early < last && late > first
}

interface Fit {
  readonly slope: number
  /** The linear predictor is level + slope (t - centre). */
  readonly centre: number
  readonly level: number
  /** Fisher information on the slope. */
  readonly information: number
  readonly deviance: number
  readonly pearson: number
}

/**
 * Newton's method on the slope alone. For any slope the best level is known in closed form (fitted and observed
 * totals agree), so the likelihood to climb has one variable and is concave; a step that overshoots is halved.
 */
function maximise({ n, y, e, t }: Bins): Fit | null {
  let total = 0
  let moment = 0
  for (let i = 0; i < n; i++) {
    total += y[i]!
    moment += y[i]! * t[i]!
  }
  const target = moment / total
  const reach = Math.max(...extent(t, target))
  let slope = 0
  let state = moments(slope, e, t, target)
  for (let step = 0; step < 50; step++) {
    const change = -state.mean / state.variance
    let next = slope + change
    let tried = moments(next, e, t, target)
    for (let k = 0; !(tried.logSum <= state.logSum + 1e-12 * Math.abs(state.logSum)) && k < 60; k++) {
      next = slope + (next - slope) / 2
      tried = moments(next, e, t, target)
    }
    const moved = Math.abs(next - slope) * reach
    slope = next
    state = tried
    if (moved < 1e-13) break
  }
  if (!(Number.isFinite(slope) && state.variance > 0)) return null
  return summarise({ n, y, e, t }, slope, target, Math.log(total) - state.logSum, total, state)
}

function extent(t: Float64Array, centre: number): readonly [number, number] {
  let low = 0
  let high = 0
  for (const v of t) {
    low = Math.max(low, centre - v)
    high = Math.max(high, v - centre)
  }
  return [low, high]
}

interface Moments {
  /** ln Σ e exp(slope (t - centre)): what the slope has to make small. */
  readonly logSum: number
  /** Mean and variance of t - centre under the fitted weights. */
  readonly mean: number
  readonly variance: number
}

function moments(slope: number, e: Float64Array, t: Float64Array, centre: number): Moments {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < t.length; i++) top = Math.max(top, slope * (t[i]! - centre))
  let w0 = 0
  let w1 = 0
  let w2 = 0
  for (let i = 0; i < t.length; i++) {
    const d = t[i]! - centre
    const w = e[i]! * Math.exp(slope * d - top)
    w0 += w
    w1 += w * d
    w2 += w * d * d
  }
  const mean = w1 / w0
  return { logSum: top + Math.log(w0), mean, variance: w2 / w0 - mean * mean }
}

function summarise({ n, y, e, t }: Bins, slope: number, centre: number, level: number, total: number, m: Moments): Fit {
  let deviance = 0
  let pearson = 0
  for (let i = 0; i < n; i++) {
    const mu = e[i]! * Math.exp(level + slope * (t[i]! - centre))
    deviance += 2 * devianceTerm(y[i]!, mu)
    pearson += (y[i]! - mu) ** 2 / mu
  }
  const perfect = pearson < 1e-20 * total
  return {
    slope,
    centre,
    level,
    information: total * m.variance,
    deviance: perfect ? 0 : deviance,
    pearson: perfect ? 0 : pearson,
  }
}
