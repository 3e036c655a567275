/**
 * The normal quantile to about three digits, where Newton's method starts: the rational approximation 26.2.23 of
 * Abramowitz & Stegun (1964), good to 4.5e-4. Never a result by itself.
 */
export function roughNormalQuantile(p: number, q: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, q)))
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  return p < q ? -z : z
}
