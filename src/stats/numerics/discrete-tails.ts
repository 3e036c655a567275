/** A distribution on whole numbers with one peak, given by how its probabilities change from each to the next. */
export interface Unimodal {
  readonly low: number
  readonly high: number
  /** Where the probability is largest. */
  readonly mode: number
  /** P(i + 1) / P(i), for low ≤ i < high. */
  readonly ratio: (i: number) => number
}

export interface ExactTails {
  /** P(X ≤ observed). */
  readonly less: number
  /** P(X ≥ observed). */
  readonly greater: number
  /** Sum of all outcomes no more likely than the observed one, with the relative allowance 1e-7 of R and scipy. */
  readonly twoSided: number
}

/**
 * Exact tail probabilities of an observed whole number. Weights are walked outwards from the peak by their ratios, so
 * no logarithm of a factorial and no subtraction takes digits away, and a walk ends where its weights no longer
 * count.
 */
export function exactTails({ low, high, mode, ratio }: Unimodal, observed: number): ExactTails {
  let point = 1
  for (let i = mode; i < observed; i++) point *= ratio(i)
  for (let i = mode; i > observed; i--) point /= ratio(i - 1)
  const limit = point * (1 + 1e-7)
  const negligible = point * 1e-18
  let below = 0
  let above = 0
  let unlikely = 0
  let weight = 1
  for (let i = mode; ; i++) {
    if (i < observed) below += weight
    else if (i > observed) above += weight
    if (weight <= limit) unlikely += weight
    if (i === high || (i > observed && weight <= negligible)) break
    weight *= ratio(i)
  }
  weight = 1
  for (let i = mode; i > low; ) {
    weight /= ratio(--i)
    if (i < observed) below += weight
    else if (i > observed) above += weight
    if (weight <= limit) unlikely += weight
    if (i < observed && weight <= negligible) break
  }
  const total = below + point + above
  return {
    less: Math.min(1, (below + point) / total),
    greater: Math.min(1, (point + above) / total),
    twoSided: Math.min(1, unlikely / total),
  }
}
