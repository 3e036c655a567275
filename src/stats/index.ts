/**
 * Numbers in, numbers out: the measures behind every table of tifa, usable by themselves. What each answers, assumes and returns at
 * its edges stands on its card; all cards together are `docs/measures.md`. Undefined is `null`, a true infinity `±Infinity`, never
 * NaN; a call with impossible values throws a `TifaError`.
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
import { betaQuantile } from './dist/beta-quantile'
import { chi2Quantile } from './dist/chi2-quantile'
import { chi2Sf } from './dist/chi2-sf'
import { lgamma } from './dist/lgamma'
import { normalCdf } from './dist/normal-cdf'
import { normalQuantile } from './dist/normal-quantile'
import { tQuantile } from './dist/t-quantile'
import { tSf } from './dist/t-sf'
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
export const diffusion = { adoption, km, logrank, logistic, bassOls, bassNls, halfLife } as const

/** How far coders agree, and how good a coder is. */
export const rel = { kappa, alpha, prf, prfMulti, prfBootstrap } as const

/** Finding new phrases. */
export const phrase = { cohesion, entropy, cvalue } as const

/** The distributions behind the p values and limits. */
export const dist = { normalCdf, normalQuantile, chi2Sf, chi2Quantile, tSf, tQuantile, betaQuantile, lgamma } as const
