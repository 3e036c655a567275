import { requireAmount, requireChoice, requireCount } from '../argument'
import { byCodePoint } from '../code-point-order'

/** How often each term is said. */
export type TermCounts = Readonly<Record<string, number>>

/**
 * Pseudo-counts: the same `alpha` for every term, or in proportion to a background corpus, `strength` in all
 * (default: its size).
 */
export type DirichletPrior =
  | { readonly kind: 'uniform'; readonly alpha: number }
  | { readonly kind: 'background'; readonly counts: TermCounts; readonly strength?: number | undefined }

export interface WeightedLogOddsInput {
  readonly counts1: TermCounts
  readonly counts2: TermCounts
  readonly prior?: DirichletPrior | undefined
}

export interface WeightedLogOdds {
  readonly delta: number | null
  readonly se: number | null
  readonly z: number | null
}

/**
 * Which words set two speakers apart? "Fightin' words": log odds of each term in group 1 against group 2, shrunk by a
 * prior.
 *
 * - Formula: δ = ln((y1+α)/(n1+α0-y1-α)) - the same for group 2; variance 1/(y1+α) + 1/(y2+α); z = δ/√variance. α
 *   from the prior, α0 its sum over the vocabulary, which is the union of both groups and the background.
 * - Input: counts1 and counts2, whole numbers by term; prior `{ kind: 'uniform', alpha }` (default alpha 0.01) or `{
 *   kind: 'background', counts, strength }`.
 * - Result: `terms` in code-point order, each with `delta` (natural log odds, positive for group 1), `se` and `z`.
 * - Edges: a term without prior weight and unsaid in one group, and a one-term vocabulary, give nulls; no terms give
 *   {}.
 * - Assumes: words are drawn independently; a group with few reports gets large z from one clumped speech.
 * - Source: Monroe, Colaresi & Quinn 2008, doi:10.1093/pan/mpn018.
 * - Oracle: mpmath on the paper's equations 16–22, R, FightingWords.
 *
 * @example
 * keyness.weightedLogOdds({ counts1: { 甲: 7, 乙: 5 }, counts2: { 甲: 2, 乙: 9 } }).terms['甲'].z
 * // => 2.2948
 */
export function weightedLogOdds({ counts1, counts2, prior = { kind: 'uniform', alpha: 0.01 } }: WeightedLogOddsInput): {
  readonly terms: Readonly<Record<string, WeightedLogOdds>>
} {
  const where = 'keyness.weightedLogOdds'
  requireChoice(where, 'prior.kind', prior.kind, ['uniform', 'background'])
  const y1 = counted(where, 'counts1', counts1)
  const y2 = counted(where, 'counts2', counts2)
  const background =
    prior.kind === 'background' ? counted(where, 'prior.counts', prior.counts) : new Map<string, number>()
  const names = [...new Set([...y1.keys(), ...y2.keys(), ...background.keys()])].sort(byCodePoint)
  const weight = priorWeight(where, prior, background)
  const alphas = names.map(weight)
  const alpha0 = total(alphas)
  const n1 = total(y1.values())
  const n2 = total(y2.values())
  const terms = names.map((name, i) => {
    const a1 = (y1.get(name) ?? 0) + alphas[i]!
    const a2 = (y2.get(name) ?? 0) + alphas[i]!
    const rest1 = n1 + alpha0 - a1
    const rest2 = n2 + alpha0 - a2
    if (names.length === 1 || !(a1 > 0 && a2 > 0 && rest1 > 0 && rest2 > 0)) return [name, UNDEFINED] as const
    const delta = Math.log(a1 / rest1) - Math.log(a2 / rest2)
    const se = Math.sqrt(1 / a1 + 1 / a2)
    return [name, { delta, se, z: delta / se }] as const
  })
  return { terms: Object.fromEntries(terms) }
}

const UNDEFINED: WeightedLogOdds = { delta: null, se: null, z: null }

function counted(where: string, name: string, counts: TermCounts): Map<string, number> {
  const entries = Object.entries(counts)
  for (const [term, n] of entries) requireCount(where, `${name}[${JSON.stringify(term)}]`, n)
  return new Map(entries)
}

function priorWeight(where: string, prior: DirichletPrior, background: Map<string, number>): (name: string) => number {
  if (prior.kind === 'uniform') {
    requireAmount(where, 'prior.alpha', prior.alpha)
    return () => prior.alpha
  }
  const size = total(background.values())
  const strength = prior.strength ?? size
  requireAmount(where, 'prior.strength', strength)
  return (name) => (size === 0 ? 0 : (strength * (background.get(name) ?? 0)) / size)
}

function total(values: Iterable<number>): number {
  let sum = 0
  for (const v of values) sum += v
  return sum
}
