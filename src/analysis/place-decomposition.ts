/** Where the difference between the rates of the later and the earlier half of a series comes from. The five parts add up to `change`. */
export interface Change {
  readonly change: number | null
  readonly changeOld: number | null
  readonly changeNew: number | null
  readonly changeWeights: number | null
  readonly changeEntry: number | null
  readonly changeExit: number | null
}

/**
 * Splits the change of a pooled rate by place (Griliches & Regev 1995, with the within part divided by who already said it).
 *
 * With w a place's share of the denominator, r its rate, R the pooled rate, bars for means of both halves: stayers give w̄·Δr (old
 * sayers, new sayers) and Δw·(r̄ − R̄); places only in the later half w·(r − R̄), places only in the earlier −w·(r − R̄). With an odd number of periods
 * the middle one is left out.
 *
 * @param y,e counts and exposures, `place * width + period`
 * @param cells positions with a count
 * @returns nulls where a half has no exposure
 */
export function decompose(
  y: Float64Array,
  e: Float64Array,
  places: number,
  width: number,
  periods: number,
  cells: readonly number[],
  per: number,
): Change {
  const half = Math.floor(periods / 2)
  const later = periods - half
  const none = {
    change: null,
    changeOld: null,
    changeNew: null,
    changeWeights: null,
    changeEntry: null,
    changeExit: null,
  }
  if (half === 0) return none
  const ya = new Map<number, number>()
  const yb = new Map<number, number>()
  for (const at of cells) {
    const p = Math.floor(at / width)
    const i = at - p * width
    if (i < half) ya.set(p, (ya.get(p) ?? 0) + y[at]!)
    else if (i >= later) yb.set(p, (yb.get(p) ?? 0) + y[at]!)
  }
  const ea = new Float64Array(places)
  const eb = new Float64Array(places)
  let totalA = 0
  let totalB = 0
  for (let p = 0; p < places; p++) {
    for (let i = 0; i < half; i++) ea[p]! += e[p * width + i]!
    for (let i = later; i < periods; i++) eb[p]! += e[p * width + i]!
    totalA += ea[p]!
    totalB += eb[p]!
  }
  if (totalA === 0 || totalB === 0) return none
  const sum = (m: Map<number, number>) => [...m.values()].reduce((a, b) => a + b, 0)
  const pooledA = sum(ya) / totalA
  const pooledB = sum(yb) / totalB
  const middle = (pooledA + pooledB) / 2
  let changeOld = 0
  let changeNew = 0
  let changeWeights = 0
  let changeEntry = 0
  let changeExit = 0
  for (let p = 0; p < places; p++) {
    const wa = ea[p]! / totalA
    const wb = eb[p]! / totalB
    const ra = ea[p]! > 0 ? (ya.get(p) ?? 0) / ea[p]! : 0
    const rb = eb[p]! > 0 ? (yb.get(p) ?? 0) / eb[p]! : 0
    if (wa > 0 && wb > 0) {
      const within = ((wa + wb) / 2) * (rb - ra)
      if (ra > 0) changeOld += within
      else changeNew += within
      changeWeights += (wb - wa) * ((ra + rb) / 2 - middle)
    } else if (wb > 0) changeEntry += wb * (rb - middle)
    else if (wa > 0) changeExit -= wa * (ra - middle)
  }
  return {
    change: (pooledB - pooledA) * per,
    changeOld: changeOld * per,
    changeNew: changeNew * per,
    changeWeights: changeWeights * per,
    changeEntry: changeEntry * per,
    changeExit: changeExit * per,
  }
}
