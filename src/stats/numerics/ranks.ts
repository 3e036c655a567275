/** Ranks from 1; equal values share the mean of their ranks. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  order.sort((a, b) => values[a]! - values[b]! || a - b)
  const ranks = new Float64Array(n)
  for (let i = 0; i < n; ) {
    let j = i + 1
    while (j < n && values[order[j]!] === values[order[i]!]) j++
    for (let k = i; k < j; k++) ranks[order[k]!] = (i + 1 + j) / 2
    i = j
  }
  return ranks
}

/** Sums over the groups of t equal values that the tie corrections need. */
export interface TieSums {
  /** Σ t(t-1)/2: tied pairs. */
  readonly pairs: number
  /** Σ t(t-1)(2t+5). */
  readonly score: number
  /** Σ t(t-1)(t-2). */
  readonly triples: number
}

export function tieSums(sorted: ArrayLike<number>): TieSums {
  let pairs = 0
  let score = 0
  let triples = 0
  for (let i = 0; i < sorted.length; ) {
    let j = i + 1
    while (j < sorted.length && sorted[j] === sorted[i]) j++
    const t = j - i
    pairs += (t * (t - 1)) / 2
    score += t * (t - 1) * (2 * t + 5)
    triples += t * (t - 1) * (t - 2)
    i = j
  }
  return { pairs, score, triples }
}
