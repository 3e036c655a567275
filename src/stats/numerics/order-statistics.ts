import { quantileSorted, quickselect } from 'simple-statistics'

/** simple-statistics' selection works on anything indexed; its types know plain arrays only. */
function asArray(values: Float64Array): number[] {
  return values as unknown as number[]
}

/** Puts the value of 0-based rank k at position k, smaller ones before it, larger ones after; returns it. */
export function select(values: Float64Array, k: number, left = 0, right = values.length - 1): number {
  if (left < right) quickselect(asArray(values), k, left, right)
  return values[k]! + 0 // never -0
}

/** Median; reorders `values`. Not for an empty list. */
export function medianInPlace(values: Float64Array): number {
  const n = values.length
  const mid = n >> 1
  const upper = select(values, mid)
  if (n % 2 === 1) return upper
  const lower = select(values, mid - 1, 0, mid - 1)
  return lower + (upper - lower) / 2
}

/** Median of a copy. Not for an empty list. */
export function medianOf(values: Float64Array): number {
  return medianInPlace(values.slice())
}

/** The two type-7 quantiles that cut off (1 - conf)/2 on each side; sorts `values`. Not for an empty list. */
export function percentileInterval(
  values: Float64Array,
  conf: number,
): { readonly low: number; readonly high: number } {
  values.sort()
  const tail = (1 - conf) / 2
  return { low: quantileSorted(asArray(values), tail), high: quantileSorted(asArray(values), 1 - tail) }
}
