import { invalid } from './argument'

/**
 * One value a bin, in order of time. `null` is a bin without an observation. A `Float64Array` or `Float32Array` may
 * be passed without a copy; it has no `null`, so NaN stands for it there, and only there.
 */
export type Series = ArrayLike<number | null>

/** The observed values and the positions they had. */
export interface Observed {
  readonly values: Float64Array
  readonly index: Int32Array
}

/** Drops the missing values and remembers where the others stood; anything else that is not finite is an error. */
export function observed(where: string, name: string, y: Series): Observed {
  const nanIsMissing = ArrayBuffer.isView(y)
  const values = new Float64Array(y.length)
  const index = new Int32Array(y.length)
  let n = 0
  for (let i = 0; i < y.length; i++) {
    const v = y[i]
    if (v === null || v === undefined || (nanIsMissing && Number.isNaN(v))) continue
    if (!Number.isFinite(v)) throw invalid(where, `${name}[${i}] must be a finite number or null`, v)
    values[n] = v
    index[n++] = i
  }
  return n === y.length ? { values, index } : { values: values.subarray(0, n), index: index.subarray(0, n) }
}

/** Pairs of which both halves are observed. */
export interface ObservedPairs {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Drops every pair with a missing half. The two series must be equally long. */
export function observedPairs(where: string, x: Series, y: Series): ObservedPairs {
  if (x.length !== y.length) throw invalid(where, 'x and y must have the same length', `${x.length} and ${y.length}`)
  const a = observed(where, 'x', x)
  const b = observed(where, 'y', y)
  if (a.values.length === x.length && b.values.length === y.length) return { x: a.values, y: b.values }
  const px = new Float64Array(Math.min(a.values.length, b.values.length))
  const py = new Float64Array(px.length)
  let n = 0
  for (let i = 0, j = 0; i < a.index.length && j < b.index.length; ) {
    const d = a.index[i]! - b.index[j]!
    if (d === 0) {
      px[n] = a.values[i]!
      py[n++] = b.values[j]!
    }
    if (d <= 0) i++
    if (d >= 0) j++
  }
  return { x: px.subarray(0, n), y: py.subarray(0, n) }
}
