/**
 * Numbers in, numbers out: the measures behind every table of tifa, usable by themselves. What each answers, assumes
 * and returns at its edges stands on its card; all cards together are `docs/measures.md`. Undefined is `null`, a true
 * infinity `±Infinity`, never NaN; a call with impossible values throws a `TifaError`.
 */
import { chi2 } from './assoc/chi2'
import { deltaP } from './assoc/delta-p'
import { fisher } from './assoc/fisher'
import { g2 } from './assoc/g2'
import { logOdds } from './assoc/log-odds'
import { overlap } from './assoc/overlap'
import { pmi } from './assoc/pmi'
import { strength } from './assoc/strength'
import { strengthMatrix } from './assoc/strength-matrix'
import { batched } from './burst/batched'
import { infinite } from './burst/infinite'
import { pelt } from './change/pelt'
import { pettitt } from './change/pettitt'
import { clopperPearson } from './ci/clopper-pearson'
import { garwood } from './ci/garwood'
import { newcombeDiff } from './ci/newcombe-diff'
import { wilson } from './ci/wilson'
import { sparse } from './cooc/sparse'
import { tables } from './cooc/tables'
import { adoption } from './diffusion/adoption'
import { bassNls } from './diffusion/bass-nls'
import { bassOls } from './diffusion/bass-ols'
import { halfLife } from './diffusion/half-life'
import { km } from './diffusion/kaplan-meier'
import { logrank } from './diffusion/log-rank'
import { logistic } from './diffusion/logistic'
import { restrictedMean } from './diffusion/restricted-mean'
import { survivalAt } from './diffusion/survival-at'
import { betaQuantile } from './dist/beta-quantile'
import { chi2Quantile } from './dist/chi2-quantile'
import { chi2Sf } from './dist/chi2-sf'
import { lgamma } from './dist/lgamma'
import { normalCdf } from './dist/normal-cdf'
import { normalQuantile } from './dist/normal-quantile'
import { tQuantile } from './dist/t-quantile'
import { tSf } from './dist/t-sf'
import { rarefaction } from './diversity/rarefaction'
import { shannon } from './diversity/shannon'
import { simpson } from './diversity/simpson'
import { summary } from './freq/summary'
import { g2 as keynessG2 } from './keyness/g2'
import { logRatio } from './keyness/log-ratio'
import { lrc } from './keyness/lrc'
import { weightedLogOdds } from './keyness/weighted-log-odds'
import { cohesion } from './phrase/cohesion'
import { cvalue } from './phrase/cvalue'
import { entropy } from './phrase/entropy'
import { ratio } from './rate/ratio'
import { alpha } from './rel/alpha'
import { kappa } from './rel/kappa'
import { prf } from './rel/prf'
import { prfBootstrap } from './rel/prf-bootstrap'
import { prfMulti } from './rel/prf-multi'
import { indices } from './resample/indices'
import { percentile } from './resample/percentile'
import { permutationP } from './resample/permutation-p'
import { random } from './resample/random'
import { ratio as bootstrapRatio } from './resample/ratio'
import { shuffle } from './resample/shuffle'
import { ewma } from './trend/ewma'
import { hamedRao } from './trend/hamed-rao'
import { kendall } from './trend/kendall'
import { lowess } from './trend/lowess'
import { mk } from './trend/mann-kendall'
import { mkExact } from './trend/mann-kendall-exact'
import { poisson } from './trend/poisson'
import { rollingMean } from './trend/rolling-mean'
import { seasonalMk } from './trend/seasonal-mann-kendall'
import { sen } from './trend/sen'
import { spearman } from './trend/spearman'

export { dispersion } from './dispersion'
export { padjust } from './padjust'

/** How often. */
export const freq = { summary } as const

/** How sure a share or a rate is. */
export const ci = { wilson, clopperPearson, newcombeDiff, garwood } as const

/** Two rates against each other. */
export const rate = { ratio } as const

/** Counting which slogans meet. */
export const cooc = { tables, sparse } as const

/** How closely two slogans go together, and on what evidence. */
export const assoc = { pmi, g2, chi2, fisher, overlap, logOdds, deltaP, strength, strengthMatrix } as const

/** What sets one corpus apart from another. */
export const keyness = { g2: keynessG2, logRatio, lrc, weightedLogOdds } as const

/** Rise and fall. */
export const trend = {
  mk,
  mkExact,
  sen,
  hamedRao,
  kendall,
  spearman,
  poisson,
  seasonalMk,
  lowess,
  rollingMean,
  ewma,
} as const

/** When the level changed. */
export const change = { pelt, pettitt } as const

/** When a slogan was pushed. */
export const burst = { batched, infinite } as const

/** How a slogan spreads from place to place, and fades. */
export const diffusion = {
  adoption,
  km,
  survivalAt,
  restrictedMean,
  logrank,
  logistic,
  bassOls,
  bassNls,
  halfLife,
} as const

/** How far coders agree, and how good a coder is. */
export const rel = { kappa, alpha, prf, prfMulti, prfBootstrap } as const

/** Finding new phrases. */
export const phrase = { cohesion, entropy, cvalue } as const

/** Intervals and p values by drawing again, from a seed. */
export const resample = { random, indices, shuffle, percentile, ratio: bootstrapRatio, permutationP } as const

/** How widely attention is spread. */
export const diversity = { shannon, simpson, rarefaction } as const

/** The distributions behind the p values and limits. */
export const dist = { normalCdf, normalQuantile, chi2Sf, chi2Quantile, tSf, tQuantile, betaQuantile, lgamma } as const

export type { ChiSquared } from './assoc/chi2'
export type { DeltaP } from './assoc/delta-p'
export type { Fisher } from './assoc/fisher'
export type { LogLikelihood } from './assoc/g2'
export type { LogOdds } from './assoc/log-odds'
export type { Overlap } from './assoc/overlap'
export type { Pmi } from './assoc/pmi'
export type { Strength } from './assoc/strength'
export type { TwoByTwo } from './assoc/two-by-two'
export type { Batched, Burst } from './burst/batched'
export type { LevelBurst } from './burst/infinite'
export type { Pelt } from './change/pelt'
export type { Pettitt } from './change/pettitt'
export type { CostName } from './change/segment-cost'
export type { RateInterval } from './ci/garwood'
export type { ShareInterval } from './ci/interval'
export type { Difference } from './ci/newcombe-diff'
export type { SparsePairs } from './cooc/sparse'
export type { PairTable } from './cooc/tables'
export type { Adoption } from './diffusion/adoption'
export type { BassNls } from './diffusion/bass-nls'
export type { Bass } from './diffusion/bass-ols'
export type { HalfLife } from './diffusion/half-life'
export type { KaplanMeier, SurvivalInterval, SurvivalStep } from './diffusion/kaplan-meier'
export type { Logistic } from './diffusion/logistic'
export type { RestrictedMean } from './diffusion/restricted-mean'
export type { SurvivalPoint } from './diffusion/survival-at'
export type { Dispersion } from './dispersion'
export type { Rarefaction } from './diversity/rarefaction'
export type { Shannon } from './diversity/shannon'
export type { Simpson } from './diversity/simpson'
export type { Frequency } from './freq/summary'
export type { KeynessG2, TwoCorpora } from './keyness/g2'
export type { LogRatio } from './keyness/log-ratio'
export type { DirichletPrior, TermCounts, WeightedLogOdds } from './keyness/weighted-log-odds'
export type { Note } from './note'
export type { Adjustment } from './padjust'
export type { Cohesion } from './phrase/cohesion'
export type { CValue } from './phrase/cvalue'
export type { BoundaryEntropy } from './phrase/entropy'
export type { RateRatio } from './rate/ratio'
export type { Alpha } from './rel/alpha'
export type { AverageScore, ClassScore, PrecisionRecall, Scores } from './rel/class-counts'
export type { Kappa } from './rel/kappa'
export type { PrfBootstrap } from './rel/prf-bootstrap'
export type { Percentile } from './resample/percentile'
export type { PermutationP } from './resample/permutation-p'
export type { Random } from './resample/random'
export type { BootstrapRatio } from './resample/ratio'
export type { Series } from './series'
export type { HamedRao } from './trend/hamed-rao'
export type { Kendall } from './trend/kendall'
export type { MannKendall } from './trend/mann-kendall'
export type { MannKendallExact } from './trend/mann-kendall-exact'
export type { PoissonTrend } from './trend/poisson'
export type { SeasonalMannKendall } from './trend/seasonal-mann-kendall'
export type { Sen } from './trend/sen'
export type { Spearman } from './trend/spearman'
