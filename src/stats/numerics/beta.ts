import { roughNormalQuantile } from './normal-start'
import { increasingRoot } from './root'
import { binomialTerm } from './saddle-point'

const TINY = 1e-300

/** Both tails of a distribution at one point; the smaller one keeps all its digits. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement; a, b > 0, y = 1 - x given apart so that neither
 * loses digits.
 */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (!(y > 0)) return { lower: 1, upper: 0 }
  return tailsFrom(a, b, x, y, powerTerm(a, b, x, y))
}

function tailsFrom(a: number, b: number, x: number, y: number, power: number): Tails {
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (power * fraction(a, b, x)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = (power * fraction(b, a, y)) / b
  return { lower: 1 - upper, upper }
}

/** x^a y^b / B(a, b): the slope of I against the log odds of x. */
function powerTerm(a: number, b: number, x: number, y: number): number {
  return ((a * b) / (a + b)) * binomialTerm(a, b, x, y)
}

/** The continued fraction of I_x(a, b), Lentz's method (DLMF 8.17.22). */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const delta = d * c
    h *= delta
    if (Math.abs(delta - 1) < 2e-16 || m > 1e7) return h
  }
}

function nonZero(v: number): number {
  return Math.abs(v) < TINY ? TINY : v
}

/**
 * The x with I_x(a, b) = p, and y = 1 - x beside it with all its digits: solved in the log odds of x, on the smaller
 * of the two tails p and q = 1 - p.
 */
export function betaQuantile(a: number, b: number, p: number, q: number): { readonly x: number; readonly y: number } {
  if (p <= 0) return { x: 0, y: 1 }
  if (q <= 0) return { x: 1, y: 0 }
  const lower = p <= q
  const target = Math.log(lower ? p : q)
  const start = Math.log(a / b) + roughNormalQuantile(p, q) * Math.sqrt(1 / a + 1 / b)
  const u = increasingRoot(start, (logit) => {
    const x = 1 / (1 + Math.exp(-logit))
    const y = 1 / (1 + Math.exp(logit))
    const power = x > 0 && y > 0 ? powerTerm(a, b, x, y) : 0
    const tails = x > 0 && y > 0 ? tailsFrom(a, b, x, y, power) : betaTails(a, b, x, y)
    const tail = lower ? tails.lower : tails.upper
    return { value: lower ? Math.log(tail) - target : target - Math.log(tail), slope: power / tail }
  })
  return { x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) }
}
