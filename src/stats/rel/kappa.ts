import { invalid, requireChoice, requireFraction, requireSameLength } from '../argument'
import { twoSidedNormal, zOf } from '../numerics/normal'

export interface KappaInput {
  /** One coder's codes, null where missing. */
  readonly a: readonly (string | null)[]
  readonly b: readonly (string | null)[]
  /** All codes there are, in their order if they have one. */
  readonly levels: readonly string[]
  readonly weights?: 'none' | 'linear' | 'quadratic' | undefined
  readonly conf?: number | undefined
}

export interface Kappa {
  readonly n: number
  readonly kappa: number | null
  readonly po: number | null
  readonly pe: number | null
  readonly se: number | null
  readonly low: number | null
  readonly high: number | null
  readonly z: number | null
  readonly p: number | null
}

/**
 * Do two coders agree beyond chance? Cohen's kappa, weighted for ordered codes if asked.
 *
 * - Formula: (po - pe)/(1 - pe), po observed and pe chance agreement; weights `none` (default), `linear` 1 -
 *   |i-j|/(k-1), `quadratic` 1 - (i-j)²/(k-1)² over the k given levels; se non-null for the limits κ ± z se (not
 *   clipped), z = κ / null standard error.
 * - Input: a and b, the codes of the same units, equally long, null where missing (the pair is dropped); levels, in
 *   order for weights.
 * - Result: kappa from -1 over 0 (chance) to 1 (perfect); po and pe from 0 to 1; p two-sided against κ = 0; n pairs.
 * - Edges: no pairs gives nulls; pe = 1 (both coders used one and the same code) gives kappa null with po and pe; a
 *   null standard error of 0 gives z and p null. A code not among the levels is an error.
 * - Assumes: independent units, the same two coders throughout. Where one code is rare κ is low in spite of high
 *   agreement: print po.
 * - Source: Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256; Fleiss, Cohen & Everitt
 *   1969, doi:10.1037/h0028106.
 * - Oracle: sklearn, statsmodels cohens_kappa, R irr::kappa2 and psych::cohen.kappa.
 *
 * @example
 * rel.kappa({ a: ['甲', '甲', '乙', '乙', '乙'], b: ['甲', '乙', '乙', '乙', '乙'], levels: ['甲', '乙'] }).kappa // => 0.54545
 */
export function kappa({ a, b, levels, weights = 'none', conf = 0.95 }: KappaInput): Kappa {
  const where = 'rel.kappa'
  requireSameLength(where, 'a and b', a, b)
  requireChoice(where, 'weights', weights, ['none', 'linear', 'quadratic'])
  requireFraction(where, 'conf', conf)
  const { shares, n } = confusion(where, a, b, levels)
  if (n === 0) {
    return { n, kappa: null, po: null, pe: null, se: null, low: null, high: null, z: null, p: null }
  }
  const k = levels.length
  const weight = (i: number, j: number): number => {
    if (i === j) return 1
    return weights === 'none' ? 0 : 1 - (Math.abs(i - j) / (k - 1)) ** (weights === 'linear' ? 1 : 2)
  }
  const rows = levels.map((_, i) => levels.reduce((sum, _l, j) => sum + shares[i * k + j]!, 0))
  const columns = levels.map((_, j) => levels.reduce((sum, _l, i) => sum + shares[i * k + j]!, 0))
  const rowWeight = levels.map((_, i) => columns.reduce((sum, share, j) => sum + share * weight(i, j), 0))
  const columnWeight = levels.map((_, j) => rows.reduce((sum, share, i) => sum + share * weight(i, j), 0))
  let po = 0
  let pe = 0
  forCells(k, (i, j) => {
    po += shares[i * k + j]! * weight(i, j)
    pe += rows[i]! * columns[j]! * weight(i, j)
  })
  if (1 - pe < 1e-12) return { n, kappa: null, po, pe, se: null, low: null, high: null, z: null, p: null }
  let spread = 0
  let nullSpread = 0
  forCells(k, (i, j) => {
    const margin = rowWeight[i]! + columnWeight[j]!
    spread += shares[i * k + j]! * (weight(i, j) * (1 - pe) - margin * (1 - po)) ** 2
    nullSpread += rows[i]! * columns[j]! * (weight(i, j) - margin) ** 2
  })
  const value = (po - pe) / (1 - pe)
  const se = root((spread - (po * pe - 2 * pe + po) ** 2) / (n * (1 - pe) ** 4))
  const nullSe = root((nullSpread - pe * pe) / (n * (1 - pe) ** 2))
  const half = zOf(conf) * se
  const z = nullSe === 0 ? null : value / nullSe
  return {
    n,
    kappa: value,
    po,
    pe,
    se,
    low: value - half,
    high: value + half,
    z,
    p: z === null ? null : twoSidedNormal(z),
  }
}

function root(variance: number): number {
  return variance < 1e-12 ? 0 : Math.sqrt(variance)
}

function forCells(k: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) visit(i, j)
}

/** Share of the pairs in each cell of the levels × levels table. */
function confusion(
  where: string,
  a: readonly (string | null)[],
  b: readonly (string | null)[],
  levels: readonly string[],
): { shares: Float64Array; n: number } {
  const place = new Map(levels.map((level, i) => [level, i]))
  if (place.size !== levels.length) throw invalid(where, 'levels must differ', `${levels.length - place.size} twice`)
  const at = (name: string, code: string): number => {
    const i = place.get(code)
    if (i === undefined) throw invalid(where, `each code of ${name} must be among the levels`, code)
    return i
  }
  const shares = new Float64Array(levels.length ** 2)
  let n = 0
  a.forEach((code, u) => {
    const other = b[u]
    if (code === null || code === undefined || other === null || other === undefined) return
    shares[at('a', code) * levels.length + at('b', other)]!++
    n++
  })
  return { shares: shares.map((count) => count / n), n }
}
