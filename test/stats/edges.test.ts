import { describe, expect, it } from 'vitest'
import {
  assoc,
  burst,
  change,
  ci,
  cooc,
  diffusion,
  dispersion,
  dist,
  freq,
  keyness,
  padjust,
  phrase,
  rate,
  rel,
  trend,
} from '../../src/stats/index'

/** What happens at the edges that no oracle case shows: value expected of each call, fields not named not looked at. */
const EDGES: [string, () => unknown, unknown][] = [
  ['normalCdf at the infinities', () => [dist.normalCdf({ z: -Infinity }).value, dist.normalCdf({ z: Infinity }).value], [0, 1]],
  ['chi2Sf outside its range', () => [dist.chi2Sf({ x: -3, df: 2 }).value, dist.chi2Sf({ x: Infinity, df: 2 }).value], [1, 0]],
  ['tSf at the infinities', () => [dist.tSf({ t: -Infinity, df: 2 }).value, dist.tSf({ t: Infinity, df: 2 }).value], [1, 0]],
  ['tQuantile at 0 and 1', () => [dist.tQuantile({ p: 0, df: 3 }).value, dist.tQuantile({ p: 1, df: 3 }).value], [-Infinity, Infinity]],
  ['chi2Quantile at 0 and 1', () => [dist.chi2Quantile({ p: 0, df: 3 }).value, dist.chi2Quantile({ p: 1, df: 3 }).value], [0, Infinity]],
  ['betaQuantile at 0 and 1', () => [dist.betaQuantile({ p: 0, a: 3, b: 1 }).value, dist.betaQuantile({ p: 1, a: 3, b: 1 }).value], [0, 1]],

  ['no directives known', () => freq.summary({ reports: [{ chars: 9, count: 1 }] }).directiveShare, null],
  ['a wilson limit never leaves 0 … 1', () => ci.wilson({ x: 1, n: 1 }).high, 1],
  ['a rate without exposure, mentions or not', () => ci.garwood({ count: 7, exposure: 0 }), { rate: null, low: null, high: null }],
  ['a ratio without exposure on one side', () => rate.ratio({ x1: 0, e1: 0, x2: 3, e2: 9 }), { ratio: null, p: null }],
  ['equal rates at other exposures', () => rate.ratio({ x1: 10, e1: 100, x2: 20, e2: 200 }), { ratio: 1, p: 1 }],
  ['no parts', () => dispersion({ counts: [], sizes: [] }), { dp: null, range: 0 }],
  ['all parts of size 0', () => dispersion({ counts: [0, 0], sizes: [0, 0] }), { dp: null, range: 0 }],
  ['one part of two has a size', () => dispersion({ counts: [3, 0], sizes: [9, 0] }), { dp: 0, dpNorm: null, juillandD: null, vc: 0, range: 1 }],

  ['never together', () => assoc.pmi({ a: 0, b: 3, c: 3, d: 3 }), { pmi: -Infinity, npmi: -1, ppmi: 0 }],
  ['x everywhere', () => assoc.pmi({ a: 3, b: 2, c: 0, d: 0 }), { pmi: 0, npmi: 0, ppmi: 0 }],
  ['a warning on few joint units', () => assoc.pmi({ a: 4, b: 3, c: 3, d: 30 }).note, 'joint-count-below-5'],
  ['no warning on enough', () => assoc.pmi({ a: 5, b: 3, c: 3, d: 30 }).note, null],
  ['a warning on a small expected cell', () => assoc.g2({ a: 3, b: 3, c: 3, d: 60 }).note, 'expected-below-5'],
  ['no warning on expected 5', () => assoc.chi2({ a: 5, b: 5, c: 5, d: 5 }).note, null],
  ['independence of large tables', () => assoc.g2({ a: 1e6, b: 2e6, c: 3e6, d: 6e6 }), { g2: 0, signed: 0, p: 1 }],
  ['deltaP where x is nowhere', () => assoc.deltaP({ a: 0, b: 0, c: 2, d: 3 }), { yGivenX: null, xGivenY: 0 }],
  ['deltaP where x is everywhere', () => assoc.deltaP({ a: 2, b: 3, c: 0, d: 0 }), { yGivenX: null, xGivenY: 0 }],
  ['logOdds without units', () => assoc.logOdds({ a: 0, b: 0, c: 0, d: 0 }), { logOdds: null, se: null, low: null, high: null }],
  ['logOdds uncorrected without a zero', () => assoc.logOdds({ a: 2, b: 1, c: 1, d: 2, correction: 'ifZero' }).logOdds, Math.log(4)],
  ['an empty map', () => assoc.strengthMatrix({ matrix: [] }), { strength: [] }],
  ['a map of slogans that never meet', () => assoc.strengthMatrix({ matrix: [[4, 0], [0, 9]] }), { strength: [[null, null], [null, null]] }], // biome-ignore format: a matrix
  ['no units at all', () => cooc.tables({ units: [] }), { n: 0, pairs: [] }],
  ['no units at all, sparse', () => cooc.sparse({ units: [], size: 0 }).n, 0],
  ['pairs in order of code points', () => cooc.tables({ units: [['𠮷', 'Ａ']] }).pairs[0], { x: 'Ａ', y: '𠮷', a: 1 }],
  ['adjusting one null', () => padjust({ p: [null] }), { adjusted: [null] }],
  ['adjusting by default is BH', () => padjust({ p: [0.01, 0.04] }), { adjusted: [0.02, 0.04] }],

  ['key in nothing', () => keyness.logRatio({ o1: 0, n1: 0, o2: 0, n2: 0 }), { logRatio: null, low: null }],
  ['no words', () => keyness.weightedLogOdds({ counts1: {}, counts2: {} }), { terms: {} }],
  ['an empty background', () => keyness.weightedLogOdds({ counts1: { 甲: 1, 乙: 2 }, counts2: { 甲: 2, 乙: 1 }, prior: { kind: 'background', counts: {} } }).terms['甲'], { delta: Math.log(0.25), se: Math.sqrt(1.5) }],
  ['a word named like an object property', () => keyness.weightedLogOdds({ counts1: { constructor: 3, 乙: 2 }, counts2: { 乙: 5 } }).terms['constructor'] !== undefined, true],

  ['all missing', () => trend.mk({ y: [null, null] }), { n: 0, s: 0, varS: 0, z: null, p: null }],
  ['NaN is missing in a typed array', () => trend.mk({ y: new Float64Array([1, Number.NaN, 2, 3]) }), { n: 3, s: 3 }],
  ['Sen keeps the places of missing values', () => trend.sen({ y: [0, null, null, 3] }).slope, 1],
  ['Sen without values', () => trend.sen({ y: [] }), { slope: null, intercept: null, low: null, high: null }],
  ['Sen of two levels at tied times has no limits', () => trend.sen({ x: [1, 1, 2, 2], y: [5, 5, 5, 5] }), { slope: 0, intercept: 5, low: null, high: null }],
  ['Sen drops a pair with a missing half', () => trend.sen({ x: [1, 2, 3], y: [1, null, 5] }).slope, 2],
  ['notes on short series', () => [1, 3, 4, 10, 11].map((n) => trend.mk({ y: Array.from({ length: n }, (_, i) => i) }).note), ['fewer-than-4-values', 'fewer-than-4-values', 'normal-approximation', 'normal-approximation', null]],
  ['mkExact names ties', () => trend.mkExact({ y: [1, 1] }), { s: 0, p: null, note: 'ties' }],
  ['mkExact of a long series', () => trend.mkExact({ y: Array.from({ length: 171 }, (_, i) => i) }), { s: 14535, p: null, note: 'too-long-for-exact' }],
  ['mkExact of 170 is still a number', () => (trend.mkExact({ y: Array.from({ length: 170 }, (_, i) => i) }).p ?? 0) > 0, true],
  ['mkExact of nothing', () => trend.mkExact({ y: [] }), { n: 0, s: 0, p: null }],
  ['Hamed–Rao of nothing', () => trend.hamedRao({ y: [] }), { s: 0, correction: 1, varS: 0, z: null, p: null }],
  ['Hamed–Rao of two', () => trend.hamedRao({ y: [1, 2] }), { s: 1, correction: 1, z: 0, p: 1 }],
  ['Hamed–Rao without lags is Mann–Kendall', () => trend.hamedRao({ y: [1, 2, 1, 2, 3, 2, 3], lag: 0 }).p === trend.mk({ y: [1, 2, 1, 2, 3, 2, 3] }).p, true],
  ['Hamed–Rao of a straight line with missing months', () => trend.hamedRao({ y: [0.1, null, 0.3, 0.4, null, null, 0.7, 0.8] }).correction, 1],
  ['Kendall of nothing', () => trend.kendall({ x: [], y: [] }), { tau: null, p: null }],
  ['Kendall drops a pair with a missing half', () => trend.kendall({ x: [1, null, 3], y: [1, 2, 3] }), { tau: 1, p: null }],
  ['Spearman of three in order', () => trend.spearman({ x: [1, 2, 3], y: [2, 4, 9] }), { rho: 1, p: 0 }],
  ['Spearman of three in reverse', () => trend.spearman({ x: [1, 2, 3], y: [9, 4, 2] }), { rho: -1, p: 0 }],
  ['a season seen once says nothing', () => trend.seasonalMk({ y: [1, 5, 2], period: 2 }), { s: 1, varS: 1, tauA: 1, slope: 1 }],
  ['seasonal of nothing', () => trend.seasonalMk({ y: [], period: 12 }), { s: 0, varS: 0, z: null, p: null, tauA: null, slope: null }],
  ['missing counts are left out', () => trend.poisson({ counts: [1, null, 2], exposure: [1, 1, 1], t: [0, 1, 2] }).slope, Math.LN2 / 2],
  ['a perfect fit', () => trend.poisson({ counts: [1, 2, 4, 8], exposure: [1, 1, 1, 1], t: [0, 1, 2, 3] }), { rateRatio: 2, deviance: 0, dispersion: 0, seQuasi: 0, tQuasi: null, pQuasi: null, lowQuasi: 2, highQuasi: 2, converged: true }],
  ['two periods have no quasi columns', () => trend.poisson({ counts: [1, 2], exposure: [1, 1], t: [0, 1] }), { dispersion: null, pQuasi: null, lowQuasi: null, converged: true }],
  ['lowess leaves missing values out', () => trend.lowess({ x: [1, 2, 3, 4, 5, 6], y: [1, 2, null, 4, 5, 6], f: 1 }).fitted, [1, 2, null, 4, 5, 6]],
  ['lowess at one x twice', () => trend.lowess({ x: [1, 1, 2, 3, 4, 4], y: [0, 2, 2, 3, 3, 5], f: 1, iter: 0 }).fitted.map((v) => v !== null), [true, true, true, true, true, true]],
  ['lowess at one x only', () => trend.lowess({ x: [1, 1, 1], y: [1, 2, 6], f: 1, iter: 0 }).fitted, [3, 3, 3]],
  ['a rolling mean without values', () => trend.rollingMean({ y: [null, null, 3], window: 1, minPeriods: 0 }).values, [null, null, 3]],
  ['a rolling mean needs the whole window by default', () => trend.rollingMean({ y: [1, 2, 3], window: 3 }).values, [null, 2, null]],
  ['ewma before the first value', () => trend.ewma({ y: [null, 2, null], alpha: 0.5, adjust: true }).values, [null, 2, 2]],

  ['a step in rates, not in counts', () => change.pelt({ y: [10, 10, 10, 10, 10, 10], exposure: [1, 1, 1, 100, 100, 100] }).changepoints, [3]],
  ['one rate at unequal exposures', () => change.pelt({ y: [1, 2, 3, 4, 5, 6], exposure: [1, 2, 3, 4, 5, 6], penalty: 0, minSize: 1 }).changepoints, []],
  ['change points keep the places of missing values', () => change.pelt({ y: [0, null, 0, 0, null, 9, 9, 9] }).changepoints, [5]],
  ['default penalty of l2', () => change.pelt({ y: [0, 0.1, 0, 0.1, 5, 5.1, 5, 5.1], cost: 'l2' }).changepoints, [4]],
  ['default penalty of l2 where most neighbours are equal', () => change.pelt({ y: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], cost: 'l2' }).changepoints, []],
  ['default penalty of normal', () => change.pelt({ y: [1, -1, 1.1, -1, 9, -9, 9.1, -9, 9], cost: 'normal' }).changepoints, [4]],
  ['nothing to cut', () => change.pelt({ y: [] }), { changepoints: [], cost: null }],
  ['Pettitt keeps the places of missing values', () => change.pettitt({ y: [1, 1, null, null, 9, 9] }).index, 4],
  ['Pettitt of nothing', () => change.pettitt({ y: [] }), { k: 0, index: null, p: null }],
  ['more mentions than a rate of 1 are fine for poisson', () => burst.batched({ r: [30, 30, 90, 90], d: [10, 10, 10, 10], model: 'poisson', s: 1.5 }).states, [0, 0, 1, 1]],
  ['no reports at all', () => burst.batched({ r: [0, 0], d: [0, 0] }), { states: [0, 0], bursts: [], cost: null }],
  ['going up for nothing', () => burst.batched({ r: [0, 5, 0], d: [9, 9, 9], gamma: 0 }).states, [0, 1, 0]],
  ['a quiet month without reports does not end a burst', () => burst.batched({ r: [1, 1, 9, 0, 9, 1, 1], d: [20, 20, 20, 0, 20, 20, 20] }).bursts.length, 1],
  ['two events', () => burst.infinite({ offsets: [3, 9] }), { bursts: [] }],

  ['events after the end are not seen', () => diffusion.adoption({ events: [{ place: '甲', date: '2024-05-01' }], places: ['甲'], end: '2024-04-30' }), { origin: null, adopters: [], censored: [], curve: [] }],
  ['days across a leap day', () => diffusion.adoption({ events: [{ place: '甲', date: '2024-02-28' }], places: ['甲', '乙'], end: '2024-03-01' }).censored, [{ place: '乙', days: 2 }]],
  ['true and false for 1 and 0', () => diffusion.km({ time: [1, 2], event: [true, false] }).steps.length, 1],
  ['nobody adopts, two groups', () => diffusion.logrank({ time: [1, 2], event: [0, 0], group: [0, 1] }), { chi2: null, p: null }],
  ['everybody adopts at once', () => diffusion.logrank({ time: [3, 3], event: [1, 1], group: [0, 1] }), { chi2: null, p: null }],
  ['three points fit a curve of known ceiling', () => diffusion.logistic({ t: [0, 1, 2], y: [2, 5, 8], K: 10 }).t0, 1],
  ['a curve through its points', () => diffusion.logistic({ t: [0, 1, 2, 3], y: [1, 2, 3, 4].map((v) => 10 / (1 + Math.exp(2.5 - v))) }), { K: 10, r: 1, t0: 1.5, rss: 0 }],
  ['a curve of nothing', () => diffusion.logistic({ t: [], y: [] }), { K: null, r: null, t0: null, rss: null }],
  ['a curve of zeros', () => diffusion.logistic({ t: [1, 2, 3, 4], y: [0, 0, 0, 0] }).K, null],
  ['all adopters in the first period', () => diffusion.bassOls({ adopters: [9, 0, 0, 0] }), { p: null, q: null, m: null }],
  ['a steady rate never halves', () => diffusion.halfLife({ counts: [5, 5, 5], exposure: [1, 1, 1], t: [0, 1, 2] }), { halfLife: Infinity, high: Infinity }],

  ['kappa over one level', () => rel.kappa({ a: ['甲'], b: ['甲'], levels: ['甲'] }), { kappa: null, po: 1, pe: 1 }],
  ['kappa without levels or units', () => rel.kappa({ a: [], b: [], levels: [] }), { n: 0, kappa: null }],
  ['alpha of coders without units', () => rel.alpha({ data: [[], []] }), { alpha: null, units: 0 }],
  ['a label outside the scored ones is a wrong answer', () => rel.prf({ gold: ['甲', '甲'], pred: ['甲', '丙'], labels: ['甲'] }).perClass['甲'], { precision: 1, recall: 0.5 }],
  ['no label where there is one', () => rel.prf({ gold: ['甲', null], pred: [null, '甲'] }).micro, { precision: 0, recall: 0, f1: 0 }],
  ['nothing to score', () => rel.prf({ gold: [], pred: [] }), { perClass: {}, micro: { precision: null } }],
  ['no label anywhere', () => rel.prfMulti({ gold: [[]], pred: [[]] }).macro, { f1: null }],
  ['a label given twice counts once', () => rel.prfMulti({ gold: [['甲', '甲']], pred: [['甲']] }).micro, { precision: 1, recall: 1 }],
  ['no resamples', () => rel.prfBootstrap({ gold: ['甲'], pred: ['甲'], resamples: [] }), { microLow: null, macroHigh: null }],

  ['single characters have no cut', () => phrase.cohesion({ segments: ['甲甲'], minLen: 1, maxLen: 1 }).candidates, { 甲: { count: 2, pmi: null, npmi: null } }],
  ['characters beyond the basic plane are one character', () => phrase.cohesion({ segments: ['𠮷𠮷'], minCount: 1, maxLen: 2 }), { chars: 2, candidates: { 𠮷𠮷: { count: 1, pmi: -1 } } }],
  ['a candidate of one character', () => phrase.cvalue({ freq: { 甲: 9 } }).terms['甲'], { cValue: 0, nestedFreq: 0, containers: 0 }],
  ['a candidate twice inside another counts once', () => phrase.cvalue({ freq: { 甲乙甲乙: 3, 甲乙: 8 } }).terms['甲乙'], { cValue: 5, nestedFreq: 3, containers: 1 }],
  ['words are not matched inside words', () => phrase.cvalue({ freq: { 'new era': 3, era: 5, ra: 4 }, unit: 'word' }).terms['ra'], { nestedFreq: 0, containers: 0 }],
] // biome-ignore format: one case a line

function fits(got: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number' && Number.isFinite(expected)) {
    expect(typeof got, path).toBe('number')
    expect(Math.abs((got as number) - expected), `${path}: ${String(got)}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    )
  } else if (typeof expected === 'object' && expected !== null) {
    expect(typeof got, path).toBe('object')
    if (Array.isArray(expected)) expect((got as unknown[]).length, path).toBe(expected.length)
    for (const [name, value] of Object.entries(expected))
      fits((got as Record<string, unknown>)[name], value, `${path}.${name}`)
  } else expect(got, path).toBe(expected)
}

describe('edges', () => {
  it.each(EDGES)('%s', (_, call, expected) => {
    fits(call(), expected, 'value')
  })
})
