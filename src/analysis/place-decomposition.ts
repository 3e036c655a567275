/**
 * Where the difference between the rates of the later and the earlier half of a series comes from. The five parts add
 * up to `change`.
 */
export interface Change {
  readonly change: number | null
  readonly changeOld: number | null
  readonly changeNew: number | null
  readonly changeWeights: number | null
  readonly changeEntry: number | null
  readonly changeExit: number | null
}

/**
 * Splits the change of a pooled rate by place (Griliches & Regev 1995, with the within part divided by who already
 * said it).
 *
 * With w a place's share of the denominator, r its rate, R the pooled rate, bars for means of both halves: stayers
 * give w̄·Δr (old sayers, new sayers) and Δw·(r̄ − R̄); places only in the later half w·(r − R̄), places only in the
 * earlier −w·(r − R̄). With an odd number of periods the middle one is left out.
 *
 * @param halves exposures of the places in both halves, from {@link halvesOf}
 * @param cells positions with a count, `place * width + period`
 * @returns nulls where a half has no exposure
 */
export function decompose(
  y: Float64Array,
  halves: Halves,
  cells: ArrayLike<number>,
  count: number,
  per: number,
): Change {
  const { width, half, later, earlier: ea, latter: eb, totalEarlier: totalA, totalLatter: totalB } = halves
  if (totalA === 0 || totalB === 0) return NO_CHANGE
  const ya = new Map<number, number>()
  const yb = new Map<number, number>()
  for (let k = 0; k < count; k++) {
    const at = cells[k]!
    const p = Math.floor(at / width)
    const i = at - p * width
    if (i < half) ya.set(p, (ya.get(p) ?? 0) + y[at]!)
    else if (i >= later) yb.set(p, (yb.get(p) ?? 0) + y[at]!)
  }
  const sum = (m: Map<number, number>) => [...m.values()].reduce((a, b) => a + b, 0)
  const pooledA = sum(ya) / totalA
  const pooledB = sum(yb) / totalB
  const middle = (pooledA + pooledB) / 2
  let changeOld = 0
  let changeNew = 0
  let changeWeights = 0
  let changeEntry = 0
  let changeExit = 0
  for (let p = 0; p < ea.length; p++) {
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

export const NO_CHANGE: Change = {
  change: null,
  changeOld: null,
  changeNew: null,
  changeWeights: null,
  changeEntry: null,
  changeExit: null,
}

/**
 * What each place could have said in the earlier and the later half of the tested periods. The same for every item of
 * a series.
 */
export interface Halves {
  readonly width: number
  /** Number of periods in a half; position of the first period of the later half. */
  readonly half: number
  readonly later: number
  readonly earlier: Float64Array
  readonly latter: Float64Array
  readonly totalEarlier: number
  readonly totalLatter: number
}

/** @param e exposures, `place * width + period`, of which the first `periods` of each place are tested */
export function halvesOf(e: Float64Array, places: number, width: number, periods: number): Halves {
  const half = Math.floor(periods / 2)
  const later = periods - half
  const earlier = new Float64Array(places)
  const latter = new Float64Array(places)
  let totalEarlier = 0
  let totalLatter = 0
  for (let p = 0; p < places; p++) {
    for (let i = 0; i < half; i++) earlier[p]! += e[p * width + i]!
    for (let i = later; i < periods; i++) latter[p]! += e[p * width + i]!
    totalEarlier += earlier[p]!
    totalLatter += latter[p]!
  }
  return { width, half, later, earlier, latter, totalEarlier, totalLatter }
}
