/**
 * Number of pairs i < j with values[i] > values[j], by merge sort in n log n steps (Knight 1966,
 * doi:10.1080/01621459.1966.10480879). `values` is left sorted.
 */
export function sortCountingInversions(values: Float64Array): number {
  const n = values.length
  let from: Float64Array = values
  let to: Float64Array = new Float64Array(n)
  let inversions = 0
  for (let width = 1; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      const mid = Math.min(left + width, n)
      const right = Math.min(left + 2 * width, n)
      let i = left
      let j = mid
      for (let k = left; k < right; k++) {
        if (i < mid && (j >= right || from[i]! <= from[j]!)) to[k] = from[i++]!
        else {
          inversions += mid - i
          to[k] = from[j++]!
        }
      }
    }
    const swap = from
    from = to
    to = swap
  }
  if (from !== values) values.set(from)
  return inversions
}
