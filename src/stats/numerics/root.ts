/** A function and its slope at one point. */
export interface Slope {
  readonly value: number
  readonly slope: number
}

/**
 * Root of an increasing function on the real line: Newton steps inside a bracket that every evaluation narrows, with
 * bisection (or a doubled step, while one side is open) whenever a Newton step leaves the bracket. To about 1e-15 of
 * max(1, |root|): a Newton step of 1e-9 leaves an error of its square.
 */
export function increasingRoot(start: number, f: (u: number) => Slope): number {
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  let reach = 1
  let u = start
  for (let i = 0; i < 300; i++) {
    const { value, slope } = f(u)
    if (value === 0) return u
    if (value > 0) high = u
    else low = u
    let next = u - value / slope
    const newton = next > low && next < high
    if (!newton) {
      if (low === Number.NEGATIVE_INFINITY) next = u - reach
      else if (high === Number.POSITIVE_INFINITY) next = u + reach
      else next = low + (high - low) / 2
      reach *= 2
    }
    const step = Math.abs(next - u)
    u = next
    if (step <= (newton ? 1e-9 : 1e-15) * Math.max(1, Math.abs(u))) return u
  }
  return u
}
