import { describe, expect, it } from 'vitest'
import { TifaError } from '../../src/error'
import {
  assoc,
  burst,
  change,
  ci,
  cooc,
  diffusion,
  dispersion,
  dist,
  diversity,
  freq,
  keyness,
  padjust,
  phrase,
  rate,
  rel,
  resample,
  trend,
} from '../../src/stats/index'

const table = { a: 1, b: 2, c: 3, d: 4 }
const corpora = { o1: 1, n1: 10, o2: 2, n2: 10 }
const nothing = null as unknown as number
const yes = 'yes' as 'none'
const random = resample.random({ seed: 1 })

/** Calls with values that cannot be: each must throw, and name what is wrong. */
const CALLS: [string, () => unknown, string][] = [
  ['a part over its whole', () => ci.wilson({ x: 5, n: 4 }), 'x must not exceed n (4), got 5'],
  ['a negative count', () => ci.wilson({ x: -1, n: 4 }), 'x must be a whole number'],
  ['a count that is not whole', () => ci.clopperPearson({ x: 1.5, n: 4 }), 'got 1.5'],
  ['a count that is no number', () => ci.clopperPearson({ x: nothing, n: 4 }), 'got null'],
  ['a confidence of 1', () => ci.wilson({ x: 1, n: 4, conf: 1 }), 'conf must lie between 0 and 1'],
  ['a confidence in per cent', () => ci.garwood({ count: 1, exposure: 4, conf: 95 }), 'got 95'],
  ['a NaN confidence', () => ci.newcombeDiff({ x1: 1, n1: 2, x2: 1, n2: 2, conf: Number.NaN }), 'got NaN'],
  ['a negative exposure', () => ci.garwood({ count: 1, exposure: -4 }), 'exposure'],
  ['an endless exposure', () => ci.garwood({ count: 1, exposure: Infinity }), 'exposure'],
  ['a rate per nothing', () => ci.garwood({ count: 1, exposure: 4, per: 0 }), 'per must be'],
  ['mentions without exposure', () => rate.ratio({ x1: 2, e1: 0, x2: 1, e2: 3 }), 'x1 must be 0 where e1 is 0'],
  ['mentions in an empty report', () => freq.summary({ reports: [{ chars: 0, count: 1 }] }), 'chars is 0'],
  [
    'more matched directives than directives',
    () => freq.summary({ reports: [], directives: { total: 1, matched: 2 } }),
    'directives.matched',
  ],
  ['unequal lengths', () => dispersion({ counts: [1], sizes: [1, 2] }), 'same length'],
  ['mentions in a part of size 0', () => dispersion({ counts: [1], sizes: [0] }), 'sizes[0] is 0'],
  ['a negative cell', () => assoc.pmi({ ...table, a: -1 }), 'a must be'],
  ['a missing cell', () => assoc.g2({ ...table, d: undefined as unknown as number }), 'got undefined'],
  ['a cell that is not whole', () => assoc.fisher({ ...table, c: 0.5 }), 'c must be'],
  ['an unknown correction', () => assoc.logOdds({ ...table, correction: 'never' as 'always' }), 'always, ifZero'],
  ['a matrix that is not square', () => assoc.strengthMatrix({ matrix: [[0, 1]] }), 'must have 1 values'],
  ['a matrix that is not symmetric', () => assoc.strengthMatrix({ matrix: [[0, 1], [2, 0]] }), 'must equal'], // biome-ignore format: a matrix
  ['an id out of range', () => cooc.sparse({ units: [[3]], size: 3 }), 'from 0 to 2'],
  ['a negative id', () => cooc.sparse({ units: [[-1]], size: 3 }), 'from 0 to 2'],
  ['more mentions than tokens', () => keyness.g2({ ...corpora, o1: 11 }), 'o1 must not exceed n1'],
  ['no terms compared', () => keyness.lrc({ ...corpora, m: 0 }), 'm must be'],
  ['a negative prior', () => keyness.weightedLogOdds({ counts1: {}, counts2: {}, prior: { kind: 'uniform', alpha: -1 } }), 'alpha'], // biome-ignore format: one case
  ['a p value over 1', () => padjust({ p: [0.5, 1.1] }), 'p[1]'],
  ['an unknown adjustment', () => padjust({ p: [], method: 'fdr' as 'BH' }), 'BH, BY, holm, bonferroni'],
  ['NaN in a list', () => trend.mk({ y: [1, Number.NaN] }), 'y[1] must be a finite number or null, got NaN'],
  ['Infinity in a series', () => trend.sen({ y: new Float64Array([1, Infinity]) }), 'y[1]'],
  ['series of unequal length', () => trend.sen({ y: [1, 2], x: [1] }), 'same length'],
  ['series of unequal length', () => trend.kendall({ y: [1, 2], x: [1] }), '1 and 2'],
  ['a level outside 0 … 1', () => trend.hamedRao({ y: [1, 2], alpha: 0 }), 'alpha'],
  ['a lag that is not whole', () => trend.hamedRao({ y: [1, 2], lag: 1.5 }), 'lag'],
  ['a period of 0', () => trend.seasonalMk({ y: [1, 2], period: 0 }), 'period must be'],
  ['a count that is not whole', () => trend.poisson({ counts: [1.5], exposure: [1], t: [1] }), 'counts'],
  ['mentions without exposure', () => trend.poisson({ counts: [1], exposure: [0], t: [1] }), 'exposure is 0'],
  ['no exposure given', () => trend.poisson({ counts: [1], exposure: [], t: [1] }), '1, 0 and 1'],
  ['unsorted x', () => trend.lowess({ x: [2, 1], y: [1, 2] }), 'ascending order'],
  ['a share of 0', () => trend.lowess({ x: [1], y: [1], f: 0 }), 'f must be'],
  ['an even centred window', () => trend.rollingMean({ y: [1], window: 2 }), 'must be odd'],
  ['a window of 0', () => trend.rollingMean({ y: [1], window: 0, align: 'trailing' }), 'window'],
  ['neither alpha nor halfLife', () => trend.ewma({ y: [1] }), 'alpha or halfLife'],
  ['both alpha and halfLife', () => trend.ewma({ y: [1], alpha: 0.5, halfLife: 1 }), 'not both'],
  ['alpha over 1', () => trend.ewma({ y: [1], alpha: 1.5 }), 'at most 1'],
  ['a count that is not whole', () => change.pelt({ y: [1.5, 2] }), 'y must be'],
  ['a negative count', () => change.pelt({ y: [-1, 2] }), 'y must be'],
  ['exposure for another cost', () => change.pelt({ y: [1, 2], cost: 'l2', exposure: [1, 1] }), 'poisson'],
  ['an unknown cost', () => change.pelt({ y: [1], cost: 'l1' as 'l2' }), 'poisson, l2, normal'],
  ['a negative penalty', () => change.pelt({ y: [1, 2], penalty: -1 }), 'penalty'],
  ['more relevant than all', () => burst.batched({ r: [3], d: [2] }), 'r[0] must not exceed d[0]'],
  ['a burst no denser than the base', () => burst.batched({ r: [1], d: [2], s: 1 }), 's must be'],
  ['mentions without exposure', () => burst.batched({ r: [1], d: [0], model: 'poisson' }), 'd[0] is 0'],
  ['two events at once', () => burst.infinite({ offsets: [1, 2, 1] }), 'same time'],
  ['a NaN time', () => burst.infinite({ offsets: [1, Number.NaN] }), 'offsets'],
  ['an event of an unlisted place', () => diffusion.adoption({ events: [{ place: '甲', date: '2024-01-01' }], places: [], end: '2024-02-01' }), '"甲"'], // biome-ignore format: one case
  [
    'a place listed twice',
    () => diffusion.adoption({ events: [], places: ['甲', '甲'], end: '2024-02-01' }),
    'once each',
  ],
  [
    'a day that does not exist',
    () => diffusion.adoption({ events: [], places: [], end: '2023-02-29' }),
    '"2023-02-29"',
  ],
  ['a date of another form', () => diffusion.adoption({ events: [], places: [], end: '2023-2-9' }), 'YYYY-MM-DD'],
  ['a negative duration', () => diffusion.km({ time: [-1], event: [1] }), 'time[0]'],
  ['an event of 2', () => diffusion.km({ time: [1], event: [2] }), 'event[0] must be 0 or 1'],
  ['an entry after the event', () => diffusion.km({ time: [3], event: [1], entry: [3] }), 'before time[0] (3)'],
  ['a third group', () => diffusion.logrank({ time: [1], event: [1], group: [2] }), 'group[0]'],
  ['a ceiling of 0', () => diffusion.logistic({ t: [1], y: [1], K: 0 }), 'K must be'],
  ['negative adopters', () => diffusion.bassNls({ adopters: [1, -1] }), 'adopters[1]'],
  ['a window of 0', () => diffusion.restrictedMean({ time: [1], event: [1], until: 0 }), 'until'],
  ['a negative time to read at', () => diffusion.survivalAt({ time: [1], event: [1], at: [-1] }), 'at must be'],
  ['a code not among the levels', () => rel.kappa({ a: ['丙'], b: ['甲'], levels: ['甲'] }), '"丙"'],
  ['levels given twice', () => rel.kappa({ a: [], b: [], levels: ['甲', '甲'] }), 'must differ'],
  ['unknown weights', () => rel.kappa({ a: [], b: [], levels: [], weights: yes }), 'none, linear, quadratic'],
  ['coders with unequal units', () => rel.alpha({ data: [['甲'], []] }), 'data[1]'],
  ['gold and answers of unequal length', () => rel.prf({ gold: ['甲'], pred: [] }), '1 and 0'],
  [
    'a resampled unit that is not there',
    () => rel.prfBootstrap({ gold: ['甲'], pred: ['甲'], resamples: [[1]] }),
    'from 0 to 0',
  ],
  ['lengths the wrong way round', () => phrase.cohesion({ segments: [], minLen: 3, maxLen: 2 }), 'maxLen'],
  ['a minimum count of 0', () => phrase.entropy({ segments: [], minCount: 0 }), 'minCount'],
  ['an unknown edge', () => phrase.entropy({ segments: [], boundary: 'none' as 'ignore' }), 'distinct, symbol, ignore'],
  ['a negative frequency', () => phrase.cvalue({ freq: { 甲乙: -1 } }), 'freq["甲乙"]'],
  ['a probability over 1', () => dist.normalQuantile({ p: 1.5 }), 'p must be a probability'],
  ['no degrees of freedom', () => dist.chi2Sf({ x: 1, df: 0 }), 'df must be'],
  ['a NaN statistic', () => dist.tSf({ t: Number.NaN, df: 1 }), 'got NaN'],
  ['a NaN statistic', () => dist.normalCdf({ z: Number.NaN }), 'got NaN'],
  ['a negative shape', () => dist.betaQuantile({ p: 0.5, a: -1, b: 1 }), 'a must be'],
  ['a negative argument', () => dist.lgamma({ x: -0.5 }), 'x must be'],
  ['a seed that is not whole', () => resample.random({ seed: 0.5 }), 'seed must be'],
  ['a seed over 32 bits', () => resample.random({ seed: 2 ** 32 }), 'seed must be'],
  ['below 0', () => random.below(0), 'below takes'],
  ['no units to draw from', () => resample.indices({ n: 0, times: 1, random }), 'n must be'],
  ['nothing to draw with', () => resample.ratio({ numerators: [1], denominators: [1] }), 'times and random'],
  [
    'a cluster that is not there',
    () => resample.ratio({ numerators: [1], denominators: [1], resamples: [[1]] }),
    'from 0 to 0',
  ],
  ['a NaN among the relabellings', () => resample.permutationP({ observed: 1, permuted: [Number.NaN] }), 'permuted[0]'],
  ['a NaN among the resamples', () => resample.percentile({ values: [1, Number.NaN] }), 'values[1]'],
  ['a negative sample', () => diversity.rarefaction({ counts: [1], n: -1 }), 'n must be'],
  ['a share for a count', () => diversity.shannon({ counts: [0.5, 0.5] }), 'counts[0]'],
]

describe('values that cannot be', () => {
  it.each(CALLS)('%s', (_, call, message) => {
    expect(call).toThrow(TifaError)
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })
  it('an unknown choice is an invalid option, the rest invalid arguments', () => {
    const codeOf = (call: () => unknown): unknown => {
      try {
        return call()
      } catch (error) {
        return (error as TifaError).code
      }
    }
    expect(codeOf(() => padjust({ p: [], method: 'fdr' as 'BH' }))).toBe('invalid-option')
    expect(codeOf(() => padjust({ p: [2] }))).toBe('invalid-argument')
  })
})
