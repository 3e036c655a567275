import { gammaP, gammaQ, gammaQuantile } from './gamma'

/** P(Z ≤ z) of the standard normal distribution, exact in both tails. */
export function normalCdf(z: number): number {
  return z < 0 ? gammaQ(0.5, (z * z) / 2) / 2 : 0.5 + gammaP(0.5, (z * z) / 2) / 2
}

/** P(|Z| ≥ |z|): the two-sided p value of a z score, never from 1 - cdf. */
export function twoSidedNormal(z: number): number {
  return gammaQ(0.5, (z * z) / 2)
}

/** The z with P(Z ≤ z) = p; p = 0 and 1 give the infinities. */
export function normalQuantile(p: number): number {
  const q = 1 - p
  const tail = Math.min(p, q)
  if (tail === 0.5) return 0
  const z = Math.sqrt(2 * gammaQuantile(0.5, 1 - 2 * tail, 2 * tail))
  return p < q ? -z : z
}

let lastConf = 0
let lastZ = 0

/** Half-width in standard errors of a two-sided interval: Φ⁻¹((1 + conf)/2). */
export function zOf(conf: number): number {
  if (conf !== lastConf) {
    lastZ = Math.sqrt(2 * gammaQuantile(0.5, conf, 1 - conf))
    lastConf = conf
  }
  return lastZ
}
