import { betaQuantile, betaTails } from './beta'

/** P(|T| ≥ |t|) of Student's t with df > 0 degrees of freedom. */
export function twoSidedT(t: number, df: number): number {
  const s = t * t
  return betaTails(df / 2, 0.5, df / (df + s), 1 / (1 + df / s)).lower
}

/** Half-width in standard errors of a two-sided interval: the (1 + conf)/2 quantile of t. */
export function tOf(conf: number, df: number): number {
  const { x, y } = betaQuantile(0.5, df / 2, conf, 1 - conf)
  return Math.sqrt((df * x) / y)
}
