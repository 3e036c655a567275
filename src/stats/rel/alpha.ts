import { invalid } from '../argument'

export interface AlphaInput {
  /** One row a coder, one column a unit, null where not coded. */
  readonly data: readonly (readonly (string | number | null)[])[]
}

export interface Alpha {
  readonly alpha: number | null
  readonly do: number | null
  readonly de: number | null
  /** Codes in units that at least two coders coded. */
  readonly pairable: number
  /** Units that at least two coders coded. */
  readonly units: number
}

/**
 * Do any number of coders agree beyond chance, gaps allowed? Krippendorff's alpha for unordered codes.
 *
 * - Formula: coincidences o_ck = Σ over units of pairs (c, k) / (codes in the unit - 1), n = Σ o; do = Σ_{c≠k} o_ck /
 *   n; de = Σ_{c≠k} n_c n_k / (n(n-1)); alpha = 1 - do/de.
 * - Input: data, one row a coder, one column a unit, null where not coded.
 * - Result: alpha from below 0 over 0 (chance) to 1 (perfect); do and de, observed and expected disagreement;
 *   pairable codes; units.
 * - Edges: a unit with fewer than 2 codes is left out; one category only gives alpha null with de 0; nothing pairable
 *   gives nulls.
 * - Assumes: coders are exchangeable and units independent. For an interval resample units (`resample.indices`),
 *   whole reports together.
 * - Source: Krippendorff 2011, https://repository.upenn.edu/asc_papers/43; Hayes & Krippendorff 2007,
 *   doi:10.1080/19312450709336664.
 * - Oracle: exact fractions, python krippendorff, R irrCAC. R irr::kripp.alpha 0.84.1 is wrong for three coders and
 *   more.
 *
 * @example
 * rel.alpha({ data: [['甲', '甲', '乙', null], ['甲', '乙', '乙', '乙']] })
 * // => { alpha: 0.4444, do: 0.3333, de: 0.6, pairable: 6, units: 3 }
 */
export function alpha({ data }: AlphaInput): Alpha {
  const width = data[0]?.length ?? 0
  const totals = new Map<string | number, number>()
  let pairable = 0
  let units = 0
  let apart = 0
  data.forEach((row, i) => {
    if (row.length !== width) throw invalid('rel.alpha', `data[${i}] must have ${width} units as data[0]`, row.length)
  })
  for (let u = 0; u < width; u++) {
    const inUnit = new Map<string | number, number>()
    let m = 0
    for (const row of data) {
      const code = row[u]
      if (code === null || code === undefined) continue
      inUnit.set(code, (inUnit.get(code) ?? 0) + 1)
      m++
    }
    if (m < 2) continue
    units++
    pairable += m
    let alike = 0
    for (const [code, count] of inUnit) {
      totals.set(code, (totals.get(code) ?? 0) + count)
      alike += count * (count - 1)
    }
    apart += (m * (m - 1) - alike) / (m - 1)
  }
  if (pairable === 0) return { alpha: null, do: null, de: null, pairable, units }
  let same = 0
  for (const count of totals.values()) same += count * (count - 1)
  const chance = 1 - same / (pairable * (pairable - 1))
  const observed = apart / pairable
  const de = totals.size === 1 ? 0 : chance
  return { alpha: de === 0 ? null : 1 - observed / de, do: observed, de, pairable, units }
}
