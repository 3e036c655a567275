/**
 * Round tick values from 0 to at least `max`: steps of 1, 2 or 5 times a power of ten, about `count` of them.
 *
 * @example ticks(0.43, 4) // => [0, 0.2, 0.4, 0.6]
 */
export function ticks(max: number, count = 4): number[] {
  if (!(max > 0)) return [0, 1]
  const raw = max / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw * 0.999)!
  const digits = Math.max(0, -Math.floor(Math.log10(step)))
  const out: number[] = []
  for (let i = 0; ; i++) {
    const value = Number((i * step).toFixed(digits))
    out.push(value)
    if (value >= max - step * 1e-9) return out
  }
}

/** Every n-th index of a list so that no more than `most` labels are printed; the first one always. */
export function thin(count: number, most: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / Math.max(1, most)))
  const kept = new Set<number>()
  for (let i = 0; i < count; i += every) kept.add(i)
  return kept
}
