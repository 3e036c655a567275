import { eachUnit, type Item, type Observation, placeOf } from '../observation'
import { dist } from '../stats'
import type { MeasureInfo } from './measure'
import { type Change, decompose } from './place-decomposition'
import type { Series } from './tested-series'

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

const NOTHING: PlaceTrend = {
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
  if (level === 'none') return () => NOTHING
  const names = new Map<string, number>()
  const placeOfReport = Int32Array.from(reports, (row) => {
    const name = placeOf(row, level) ?? ''
    const known = names.get(name)
    if (known !== undefined) return known
    names.set(name, names.size)
    return names.size - 1
  })
  if (names.size < 2) return () => NOTHING
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

  // Counts of every run of one item at a time, kept sparse.
  const count = Array.from({ length: runs }, () => new Float64Array(names.size * width))
  let touched: [number, number][] = []
  let current: Item | null = null
  const load = (item: Item) => {
    for (const [run, at] of touched) count[run]![at] = 0
    touched = []
    current = item
    eachUnit(observation, item, measure.numerator, (r, d) => {
      const g = byDirective ? (d < 0 ? -1 : grouping.ofDirective[d]!) : grouping.ofReport[r]!
      const at = g < 0 ? -1 : slotOf[g]!
      if (at < 0) return
      const cell = placeOfReport[r]! * width + at
      if (count[runOf(g)]![cell]!++ === 0) touched.push([runOf(g), cell])
    })
  }
  return (item, one) => {
    if (item !== current) load(item)
    const cells = touched.filter(([run]) => run === one.run).map(([, at]) => at)
    if (cells.length === 0) return NOTHING
    const y = count[one.run]!
    const e = exposure[one.run]!
    const tested = one.tested.length
    const change = decompose(y, e, names.size, width, tested, cells, measure.per)
    return { ...NOTHING, ...change, ...fitWithin(y, e, width, one.years, cells, options.conf) }
  }
}

type Within = Pick<PlaceTrend, 'places' | 'fixedPlaceRateRatio' | 'fixedPlaceLow' | 'fixedPlaceHigh' | 'fixedPlaceP'>

/**
 * Conditional Poisson with place effects: given a place's total, its counts over time are multinomial with probabilities in proportion to
 * exposure × e^{βt}, so one Newton iteration over β fits any number of places (Hausman, Hall & Griliches 1984). The standard
 * error is clustered by place (Wooldridge 1999) with P/(P−1), referred to Student's t on P − 1 degrees of freedom, and never below the quasi-Poisson one.
 */
function fitWithin(
  y: Float64Array,
  e: Float64Array,
  width: number,
  years: Float64Array,
  cells: readonly number[],
  conf: number,
): Within {
  const n = years.length
  const none = { places: 0, fixedPlaceRateRatio: null, fixedPlaceLow: null, fixedPlaceHigh: null, fixedPlaceP: null }
  const centre = years.reduce((a, b) => a + b, 0) / Math.max(1, n)
  const t = Float64Array.from(years, (v) => v - centre)
  const places = [...new Set(cells.map((at) => Math.floor(at / width)))]
    .filter((p) => {
      let exposed = 0
      for (let i = 0; i < n; i++) if (e[p * width + i]! > 0) exposed++
      return exposed >= 2
    })
    .sort((a, b) => a - b)
  if (places.length < 2 || n < 2) return { ...none, places: places.length }
  const totals = places.map((p) => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += y[p * width + i]!
    return sum
  })
  const growth = new Float64Array(n)
  const moments = (beta: number, visit: (k: number, mean: number, variance: number, scale: number) => void) => {
    for (let i = 0; i < n; i++) growth[i] = Math.exp(beta * t[i]!)
    places.forEach((p, k) => {
      let s0 = 0
      let s1 = 0
      let s2 = 0
      for (let i = 0; i < n; i++) {
        const w = e[p * width + i]! * growth[i]!
        s0 += w
        s1 += w * t[i]!
        s2 += w * t[i]! * t[i]!
      }
      visit(k, s1 / s0, Math.max(0, s2 / s0 - (s1 / s0) ** 2), totals[k]! / s0)
    })
  }
  const observedT = places.map((p) => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += y[p * width + i]! * t[i]!
    return sum
  })
  let beta = 0
  let information = 0
  let converged = false
  for (let step = 0; step < 50; step++) {
    let score = 0
    information = 0
    moments(beta, (k, mean, variance) => {
      score += observedT[k]! - totals[k]! * mean
      information += totals[k]! * variance
    })
    if (!(information > 1e-12)) return { ...none, places: places.length }
    const move = Math.max(-2, Math.min(2, score / information))
    beta += move
    if (Math.abs(beta) > 50) return { ...none, places: places.length }
    if (Math.abs(move) < 1e-11) {
      converged = true
      break
    }
  }
  if (!converged) return { ...none, places: places.length }
  let meat = 0
  let pearson = 0
  let cellsWithExposure = 0
  information = 0
  moments(beta, (k, mean, variance, scale) => {
    const p = places[k]!
    meat += (observedT[k]! - totals[k]! * mean) ** 2
    information += totals[k]! * variance
    for (let i = 0; i < n; i++) {
      const expected = scale * e[p * width + i]! * growth[i]!
      if (expected === 0) continue
      cellsWithExposure++
      pearson += (y[p * width + i]! - expected) ** 2 / expected
    }
  })
  const df = cellsWithExposure - places.length - 1
  const quasi = Math.max(1, df > 0 ? pearson / df : 1) / information
  const clustered = ((meat / information ** 2) * places.length) / (places.length - 1)
  const se = Math.sqrt(Math.max(quasi, clustered))
  const freedom = places.length - 1
  const z = dist.tQuantile({ p: (1 + conf) / 2, df: freedom }).value
  const ratio = Math.exp(beta)
  if (n < 4 || z === null || !Number.isFinite(ratio))
    return { ...none, places: places.length, fixedPlaceRateRatio: Number.isFinite(ratio) ? ratio : null }
  const p = dist.tSf({ t: Math.abs(beta) / se, df: freedom }).value
  const low = Math.exp(beta - z * se)
  const high = Math.exp(beta + z * se)
  return {
    places: places.length,
    fixedPlaceRateRatio: ratio,
    fixedPlaceLow: low,
    fixedPlaceHigh: Number.isFinite(high) ? high : null,
    fixedPlaceP: p === null ? null : Math.min(1, 2 * p),
  }
}
