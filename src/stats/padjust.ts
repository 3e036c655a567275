import { requireChoice, requireProbability } from './argument'

export type Adjustment = 'BH' | 'BY' | 'holm' | 'bonferroni'

export interface AdjustInput {
  /** p values; null where a test was not possible. */
  readonly p: readonly (number | null)[]
  readonly method?: Adjustment | undefined
}

/**
 * Which of many slogans still stand out when hundreds were tested at once? p values adjusted for their number.
 *
 * - Formula: with m tests and rank i from the smallest: BH p × m/i and BY p × m/i × Σ1/j, each made monotone from the
 *   largest down; holm p × (m-i+1), monotone from the smallest up; bonferroni p × m. Capped at 1.
 * - Input: p values from 0 to 1 or null; method, default `BH` (the adjusted values are then q values).
 * - Result: `adjusted` in the order given, each from p to 1. BH and BY bound the share of false finds among the
 *   finds, holm and bonferroni the chance of any false find.
 * - Edges: null stays null and does not count in m; ties get equal values; an empty list stays empty.
 * - Assumes: BH wants tests independent or positively dependent. Slogans that rise together with one campaign are;
 *   slogans that replace one another are not: BY is safe there.
 * - Source: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini & Yekutieli 2001,
 *   doi:10.1214/aos/1013699998; Holm 1979, https://www.jstor.org/stable/4615733.
 * - Oracle: statsmodels multipletests, R p.adjust.
 *
 * @example
 * padjust({ p: [0.01, null, 0.04, 0.03] }) // => { adjusted: [0.03, null, 0.04, 0.04] }
 */
export function padjust({ p, method = 'BH' }: AdjustInput): { readonly adjusted: readonly (number | null)[] } {
  requireChoice('padjust', 'method', method, ['BH', 'BY', 'holm', 'bonferroni'])
  const order: number[] = []
  p.forEach((value, i) => {
    if (value === null || value === undefined) return
    requireProbability('padjust', `p[${i}]`, value)
    order.push(i)
  })
  order.sort((i, j) => p[i]! - p[j]! || i - j)
  const m = order.length
  const adjusted: (number | null)[] = p.map(() => null)
  if (method === 'holm' || method === 'bonferroni') {
    let floor = 0
    order.forEach((index, i) => {
      floor = Math.max(floor, Math.min(1, p[index]! * (method === 'holm' ? m - i : m)))
      adjusted[index] = floor
    })
    return { adjusted }
  }
  let factor = m
  if (method === 'BY') for (let j = 2; j <= m; j++) factor += m / j
  let ceiling = 1
  for (let i = m - 1; i >= 0; i--) {
    ceiling = Math.min(ceiling, (factor / (i + 1)) * p[order[i]!]!)
    adjusted[order[i]!] = ceiling
  }
  return { adjusted }
}
