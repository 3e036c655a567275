import { eachUnit, type Item, type Observation, placeOf } from '../observation'
import { dist, type Random, resample } from '../stats'
import type { MeasureInfo } from './measure'
import { type Change, decompose, halvesOf } from './place-decomposition'
import { seedFor } from './report-shuffle'
import { signFlipP } from './sign-flips'
import { LEAST_PERIODS, type Series } from './tested-series'

/** Trend inside places, and where a change of the pooled rate comes from. */
export interface PlaceTrend extends Change {
  /** Places with an occurrence and at least two tested periods with reports: what the fixed-place factor rests on. */
  readonly places: number
  /** Factor per year with every place at its own level (conditional Poisson); null with fewer than two such places. */
  readonly fixedPlaceRateRatio: number | null
  readonly fixedPlaceLow: number | null
  readonly fixedPlaceHigh: number | null
  readonly fixedPlaceP: number | null
}

/** No place trend was, or could be, fitted. */
export const NO_PLACE_TREND: PlaceTrend = {
  places: 0,
  fixedPlaceRateRatio: null,
  fixedPlaceLow: null,
  fixedPlaceHigh: null,
  fixedPlaceP: null,
  change: null,
  changeOld: null,
  changeNew: null,
  changeWeights: null,
  changeEntry: null,
  changeExit: null,
}

interface Options {
  readonly conf: number
  readonly seed: number
  readonly place: 'province' | 'city' | 'county' | 'place' | 'none'
}

/** Prepares exposures by place and period once; returns the function that fits one item in one series. */
export function placeTrends(
  observation: Observation,
  measure: MeasureInfo,
  options: Options,
  series: readonly Series[],
): (item: Item, series: Series) => PlaceTrend {
  const { grouping, reports, directives, reportOfDirective } = observation
  const level = options.place
  if (level === 'none') return () => NO_PLACE_TREND
  const names = new Map<string, number>()
  const placeOfReport = Int32Array.from(reports, (row) => {
    const name = placeOf(row, level) ?? ''
    const known = names.get(name)
    if (known !== undefined) return known
    names.set(name, names.size)
    return names.size - 1
  })
  if (names.size < 2) return () => NO_PLACE_TREND
  const { slots, groups } = grouping
  const runs = groups.length / slots
  const width = series[0]?.length ?? 0
  // Position of each group among the tested periods of its run, or -1.
  const slotOf = new Int32Array(groups.length).fill(-1)
  for (const one of series) for (const [i, g] of one.tested.entries()) slotOf[g] = i
  const runOf = (g: number) => Math.floor(g / slots)
  // exposure[run][place * width + tested position]
  const exposure = Array.from({ length: runs }, () => new Float64Array(names.size * width))
  const seen = new Int32Array(groups.length).fill(-1)
  const expose = (g: number, r: number, amount: number) => {
    const at = slotOf[g]!
    if (at >= 0) exposure[runOf(g)]![placeOfReport[r]! * width + at]! += amount
  }
  const byDirective = grouping.unit === 'directive'
  if (!byDirective && measure.denominator !== 'directives' && measure.denominator !== 'segments')
    reports.forEach((row, r) => {
      expose(
        grouping.ofReport[r]!,
        r,
        measure.denominator === 'reports' ? 1 : measure.denominator === 'words' ? (row.words ?? 0) : row.characters,
      )
    })
  else
    directives.forEach((directive, d) => {
      const g = grouping.ofDirective[d]!
      const r = reportOfDirective[d]!
      if (measure.denominator === 'directives') expose(g, r, 1)
      else if (measure.denominator === 'segments') expose(g, r, Math.max(1, directive.segments))
      else if (measure.denominator === 'characters') expose(g, r, directive.characters)
      else if (seen[g] !== r) {
        seen[g] = r
        expose(g, r, 1)
      }
    })

  const halves = series.map((one) => halvesOf(exposure[one.run]!, names.size, width, one.tested.length))
  const exposedPeriods = exposure.map((e) => countExposed(e, names.size, width))

  // Counts of every run of one item at a time, kept sparse.
  const count = Array.from({ length: runs }, () => new Float64Array(names.size * width))
  const touched = Array.from({ length: runs }, () => new Int32Array(names.size * width))
  const touches = new Int32Array(runs)
  let current: Item | null = null
  const load = (item: Item) => {
    for (let run = 0; run < runs; run++) {
      for (let k = 0; k < touches[run]!; k++) count[run]![touched[run]![k]!] = 0
      touches[run] = 0
    }
    current = item
    eachUnit(observation, item, measure.numerator, (r, d) => {
      const g = byDirective ? (d < 0 ? -1 : grouping.ofDirective[d]!) : grouping.ofReport[r]!
      const at = g < 0 ? -1 : slotOf[g]!
      if (at < 0) return
      const run = runOf(g)
      const cell = placeOfReport[r]! * width + at
      if (count[run]![cell]!++ === 0) touched[run]![touches[run]!++] = cell
    })
  }
  return (item, one) => {
    if (item !== current) load(item)
    const { run } = one
    const n = touches[run]!
    if (n === 0) return NO_PLACE_TREND
    const cells = touched[run]!.subarray(0, n)
    const change = decompose(count[run]!, halves[run]!, cells, n, measure.per)
    const within = fitWithin(
      count[run]!,
      exposure[run]!,
      exposedPeriods[run]!,
      width,
      one.years,
      cells,
      options.conf,
      () => resample.random({ seed: seedFor(options.seed, item.id, String(run)) }),
    )
    return { ...NO_PLACE_TREND, ...change, ...within }
  }
}

/** In how many tested periods each place has any exposure. */
function countExposed(e: Float64Array, places: number, width: number): Int32Array {
  const counts = new Int32Array(places)
  for (let p = 0; p < places; p++) for (let i = 0; i < width; i++) if (e[p * width + i]! > 0) counts[p]!++
  return counts
}

type Within = Pick<PlaceTrend, 'places' | 'fixedPlaceRateRatio' | 'fixedPlaceLow' | 'fixedPlaceHigh' | 'fixedPlaceP'>

interface Fit {
  readonly score: number
  readonly information: number
  /** Sum of squared scores by place. */
  readonly meat: number
}

/**
 * Conditional Poisson with place effects: given a place's total, its counts over time are multinomial with
 * probabilities in proportion to exposure × e^{βt}, so one Newton iteration over β fits any number of places
 * (Hausman, Hall & Griliches 1984). The interval takes the larger of the quasi-Poisson and the place-clustered
 * variance (Wooldridge 1999, with P/(P−1)) and Student's t on P − 1 degrees of freedom. The p value does not lean on
 * either: it flips the signs of the places' scores ({@link signFlipP}), and held its level in simulations where both
 * variances do not (few places, places with trends of their own).
 */
function fitWithin(
  y: Float64Array,
  e: Float64Array,
  exposedPeriods: Int32Array,
  width: number,
  years: Float64Array,
  cells: Int32Array,
  conf: number,
  random: () => Random,
): Within {
  const n = years.length
  let centre = 0
  for (let i = 0; i < n; i++) centre += years[i]! / n
  const t = years.map((v) => v - centre)
  // Totals, and totals of count × time, of the places with a count; ascending, so that sums do not depend on the order of mentions.
  const sums = new Map<number, [number, number]>()
  for (const at of cells.slice().sort()) {
    const p = Math.floor(at / width)
    if (exposedPeriods[p]! < 2) continue
    const sum = sums.get(p)
    const moment = y[at]! * t[at - p * width]!
    if (sum === undefined) sums.set(p, [y[at]!, moment])
    else {
      sum[0] += y[at]!
      sum[1] += moment
    }
  }
  const places = Int32Array.from(sums.keys())
  const none = {
    places: places.length,
    fixedPlaceRateRatio: null,
    fixedPlaceLow: null,
    fixedPlaceHigh: null,
    fixedPlaceP: null,
  }
  if (places.length < 2 || n < 2) return none
  const totals = Float64Array.from(sums.values(), (sum) => sum[0])
  const moments = Float64Array.from(sums.values(), (sum) => sum[1])
  const growth = new Float64Array(n)
  const scale = new Float64Array(places.length)
  const own = new Float64Array(places.length)
  const at = (beta: number): Fit => {
    for (let i = 0; i < n; i++) growth[i] = Math.exp(beta * t[i]!)
    let score = 0
    let information = 0
    let meat = 0
    for (let k = 0; k < places.length; k++) {
      const from = places[k]! * width
      let s0 = 0
      let s1 = 0
      let s2 = 0
      for (let i = 0; i < n; i++) {
        const w = e[from + i]! * growth[i]!
        const wt = w * t[i]!
        s0 += w
        s1 += wt
        s2 += wt * t[i]!
      }
      const mean = s1 / s0
      own[k] = moments[k]! - totals[k]! * mean
      score += own[k]!
      meat += own[k]! * own[k]!
      information += totals[k]! * Math.max(0, s2 / s0 - mean * mean)
      scale[k] = totals[k]! / s0
    }
    return { score, information, meat }
  }
  let beta = 0
  let fit = at(beta)
  // Each place's own score for a trend, where there is none.
  const scores = own.slice()
  for (let step = 0; ; step++) {
    if (!(fit.information > 1e-12) || Math.abs(beta) > 50 || step === 50) return none
    const move = Math.max(-2, Math.min(2, fit.score / fit.information))
    beta += move
    fit = at(beta)
    if (Math.abs(move) < 1e-10) break
  }
  const ratio = Math.exp(beta)
  if (n < LEAST_PERIODS) return { ...none, fixedPlaceRateRatio: ratio }
  let pearson = 0
  let exposedCells = 0
  for (let k = 0; k < places.length; k++)
    for (let i = 0; i < n; i++) {
      const cell = places[k]! * width + i
      const expected = scale[k]! * e[cell]! * growth[i]!
      if (expected === 0) continue
      exposedCells++
      pearson += (y[cell]! - expected) ** 2 / expected
    }
  const df = exposedCells - places.length - 1
  const quasi = (df > 0 ? pearson / df : 1) / fit.information
  const clustered = ((fit.meat / fit.information ** 2) * places.length) / (places.length - 1)
  const se = Math.sqrt(Math.max(quasi, clustered))
  const reach = tQuantile((1 + conf) / 2, places.length - 1) * se
  const high = Math.exp(beta + reach)
  return {
    places: places.length,
    fixedPlaceRateRatio: ratio,
    fixedPlaceLow: Math.exp(beta - reach),
    fixedPlaceHigh: Number.isFinite(high) ? high : null,
    fixedPlaceP: signFlipP(scores, random),
  }
}

const quantiles = new Map<string, number>()

// A quantile of Student's t costs more than the fit; there are as many different ones as numbers of places.
function tQuantile(p: number, df: number): number {
  const key = `${p} ${df}`
  let value = quantiles.get(key)
  if (value === undefined) {
    value = dist.tQuantile({ p, df }).value
    if (quantiles.size < 10_000) quantiles.set(key, value)
  }
  return value
}
