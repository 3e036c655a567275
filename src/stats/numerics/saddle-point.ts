import { gammaln } from 'simple-statistics'

/**
 * The two terms with which Loader (2000, "Fast and accurate computation of binomial probabilities") writes Poisson
 * and binomial probabilities without the cancellation that `exp(a ln x - x - lnΓ(a))` suffers at large counts.
 */

const LN_SQRT_2PI = 0.5 * Math.log(2 * Math.PI)

/** ln Γ(n+1) less its Stirling approximation n ln n - n + ½ ln 2πn; n > 0, whole or not. */
export function stirlingError(n: number): number {
  if (n <= 15) return gammaln(n + 1) - (n + 0.5) * Math.log(n) + n - LN_SQRT_2PI
  const m = 1 / (n * n)
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * m) * m) * m) * m) * m) / n
}

/** x ln(x/m) + m - x ≥ 0, exact also where x is close to m; 0 ln 0 = 0. */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m
  const d = x - m
  if (Math.abs(d) >= 0.1 * (x + m)) return x * Math.log(x / m) - d
  const v = d / (x + m)
  let sum = d * v
  let term = 2 * x * v
  for (let k = 3; ; k += 2) {
    term *= v * v
    const next = sum + term / k
    if (next === sum) return sum
    sum = next
  }
}

/** x^a e^-x / Γ(a+1), the Poisson probability of a at mean x; a > 0, x > 0, a whole or not. */
export function poissonTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** Γ(a+b+1) / (Γ(a+1) Γ(b+1)) x^a y^b, the binomial probability of a in a + b; x + y = 1, all above 0. */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}
