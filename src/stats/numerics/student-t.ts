import { betaQuantile, betaTails } from './beta'

/** P(|T| ≥ |t|) of Student's t with df > 0 degrees of freedom. */
export function twoSidedT(t: number, df: number): number {
  const s = t * t
  return betaTails(df / 2, 0.5, df / (df + s), 1 / (1 + df / s)).lower
}

let lastConf = 0
let lastDf = 0
let lastT = 0

/** Half-width in standard errors of a two-sided interval: the (1 + conf)/2 quantile of t. */
export function tOf(conf: number, df: number): number {
  if (conf !== lastConf || df !== lastDf) {
    const { x, y } = betaQuantile(0.5, df / 2, conf, 1 - conf)
    lastT = Math.sqrt((df * x) / y)
    lastConf = conf
    lastDf = df
  }
  return lastT
}
