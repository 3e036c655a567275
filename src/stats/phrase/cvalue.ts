import { requireChoice, requireCount } from '../argument'
import { byCodePoint } from '../code-point-order'

export interface CValueInput {
  /** How often each candidate occurs, also inside longer ones. */
  readonly freq: Readonly<Record<string, number>>
  /** What length is counted in: characters (default) or words between spaces. */
  readonly unit?: 'char' | 'word' | undefined
}

export interface CValue {
  readonly cValue: number
  readonly nestedFreq: number
  readonly containers: number
}

/**
 * Is a candidate a term in its own right, or only ever heard inside longer ones? C-value.
 *
 * - Formula: from long to short, each candidate b gives f(b) - t(b) of its occurrences to every shorter candidate a
 *   inside it: t(a) is their sum, c(a) their number; cValue = log2|a| × (f(a) - t(a)/c(a)), without the quotient if c
 *   = 0.
 * - Input: freq, occurrences of each candidate, nested ones counted; unit `char` (default: |a| in code points) or
 *   `word`.
 * - Result: `terms` in code-point order: cValue from below 0 (for words never free) up, higher is more term-like;
 *   nestedFreq t(a); containers c(a).
 * - Edges: a candidate of length 1 gets 0; one only ever nested in one other gets 0; no candidates give {}.
 * - Assumes: counts that include nested occurrences, from text without copies.
 * - Source: Frantzi, Ananiadou & Mima 2000, doi:10.1007/s007999900023 (its algorithm, which gives the printed
 *   1551.36; its printed formula would count doubly nested occurrences twice).
 * - Oracle: the algorithm and the paper's worked example.
 *
 * @example
 * phrase.cvalue({ freq: { 乡村振兴: 11, 乡村: 11, 振兴: 15 } }).terms['振兴']
 * // => { cValue: 4, nestedFreq: 11, containers: 1 }
 */
export function cvalue({ freq, unit = 'char' }: CValueInput): { readonly terms: Readonly<Record<string, CValue>> } {
  const where = 'phrase.cvalue'
  requireChoice(where, 'unit', unit, ['char', 'word'])
  const join = unit === 'char' ? '' : ' '
  const split = (term: string): string[] =>
    unit === 'char' ? [...term] : term.split(' ').filter((word) => word !== '')
  const terms = Object.keys(freq).map((term) => ({
    term,
    parts: split(term),
    f: freq[term]!,
    nested: 0,
    containers: 0,
  }))
  const byName = new Map(terms.map((entry) => [entry.parts.join(join), entry]))
  for (const { term, f } of terms) requireCount(where, `freq[${JSON.stringify(term)}]`, f)
  terms.sort((p, q) => q.parts.length - p.parts.length || byCodePoint(p.term, q.term))
  for (const longer of terms) {
    const free = longer.f - longer.nested
    for (const inside of shorterRuns(longer.parts, join)) {
      const entry = byName.get(inside)
      if (entry === undefined) continue
      entry.nested += free
      entry.containers++
    }
  }
  const rows = terms.map(({ term, parts, f, nested, containers }) => {
    const free = containers === 0 ? f : f - nested / containers
    return [term, { cValue: Math.log2(Math.max(1, parts.length)) * free, nestedFreq: nested, containers }] as const
  })
  return { terms: Object.fromEntries(rows.sort(([p], [q]) => byCodePoint(p, q))) }
}

/** Every different run of parts shorter than the whole. */
function shorterRuns(parts: readonly string[], join: string): Set<string> {
  const runs = new Set<string>()
  for (let start = 0; start < parts.length; start++) {
    for (let end = start + 1; end <= parts.length; end++) {
      if (end - start < parts.length) runs.add(parts.slice(start, end).join(join))
    }
  }
  return runs
}
