import { gammaln } from 'simple-statistics'
import { roughNormalQuantile } from './normal-start'
import { increasingRoot } from './root'
import { poissonTerm } from './saddle-point'

const TINY = 1e-300

/**
 * ln Γ(x), x > 0 (Lanczos 1964, doi:10.1137/0701008). simple-statistics takes 1 from x first, which would cost a
 * small x its digits.
 */
export function lnGamma(x: number): number {
  return x < 0.5 ? gammaln(x + 1) - Math.log(x) : gammaln(x)
}

/** Lower regularised incomplete gamma function P(a, x); a > 0, x ≥ 0. */
export function gammaP(a: number, x: number): number {
  if (!(x > 0)) return 0
  if (x === Number.POSITIVE_INFINITY) return 1
  return lowerTail(a, x, poissonTerm(a, x))
}

/** Upper regularised incomplete gamma function Q(a, x) = 1 - P(a, x), accurate in the far tail. */
export function gammaQ(a: number, x: number): number {
  if (!(x > 0)) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperTail(a, x, poissonTerm(a, x))
}

function lowerTail(a: number, x: number, term: number): number {
  return x < a + 1 ? term * series(a, x) : 1 - fraction(a, x, term * a)
}

function upperTail(a: number, x: number, term: number): number {
  return x < a + 1 ? 1 - term * series(a, x) : fraction(a, x, term * a)
}

/** P(a, x) / poissonTerm(a, x) by the power series, for x < a + 1 (DLMF 8.11.4). */
function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = a + 1; term > sum * 1e-17; n++) {
    term *= x / n
    sum += term
  }
  return sum
}

/**
 * Q(a, x) by its continued fraction, Lentz's method, for x ≥ a + 1 (DLMF 8.9.2; Lentz 1976,
 * doi:10.1364/AO.15.000668).
 */
function fraction(a: number, x: number, scale: number): number {
  if (scale === 0) return 0
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let i = 1; ; i++) {
    const an = -i * (i - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const delta = c * d
    h *= delta
    if (Math.abs(delta - 1) < 2e-16 || i > 1e7) return scale * h
  }
}

function nonZero(v: number): number {
  return Math.abs(v) < TINY ? TINY : v
}

/**
 * The x with P(a, x) = p and Q(a, x) = q. Both tails are asked for because the smaller one is solved, so that neither
 * end loses digits; p + q = 1.
 */
export function gammaQuantile(a: number, p: number, q: number): number {
  if (p <= 0) return 0
  if (q <= 0) return Number.POSITIVE_INFINITY
  const lower = p <= q
  const target = Math.log(lower ? p : q)
  const root = increasingRoot(start(a, p, q), (u) => {
    const x = Math.exp(u)
    const term = poissonTerm(a, x)
    const tail = lower ? lowerTail(a, x, term) : upperTail(a, x, term)
    return { value: lower ? Math.log(tail) - target : target - Math.log(tail), slope: (term * a) / tail }
  })
  return Math.exp(root)
}

/** ln of a first guess: Wilson and Hilferty's cube, or the first term of the series where that is not positive. */
function start(a: number, p: number, q: number): number {
  const cube = 1 - 1 / (9 * a) + roughNormalQuantile(p, q) / (3 * Math.sqrt(a))
  if (cube > 0.2) return Math.log(a) + 3 * Math.log(cube)
  return (Math.log(p) + lnGamma(a + 1)) / a
}
