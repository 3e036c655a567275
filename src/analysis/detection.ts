import { TifaError } from '../error'

/** What a number of reports without a mention can rule out. */
export interface Detection {
  readonly conf: number
  /** A share of reports that counts as use. */
  readonly limit: number
  /** Reports without a mention that rule out use at `limit` or more, with confidence `conf`. */
  readonly needed: number
}

/**
 * 0 of n reports leaves every share up to 1 − (1 − conf)^(1/n) possible (exact one-sided binomial bound): 0 of 3
 * still allows 63 %. Absence is only claimed where that bound is at most `limit`.
 *
 * @throws TifaError `invalid-option`
 * @example detection(0.95, 0.2).needed // => 14
 */
export function detection(conf: number, limit: number): Detection {
  if (!(conf > 0 && conf < 1)) throw new TifaError('invalid-option', `conf must lie between 0 and 1, got ${conf}`)
  if (!(limit > 0 && limit < 1)) throw new TifaError('invalid-option', `limit must lie between 0 and 1, got ${limit}`)
  return { conf, limit, needed: Math.ceil(Math.log(1 - conf) / Math.log(1 - limit) - 1e-12) }
}

/** Upper bound on the share of reports with a mention, after n reports without one. 1 for n = 0. */
export function shareBound(n: number, conf: number): number {
  return n === 0 ? 1 : 1 - (1 - conf) ** (1 / n)
}
