import { dist, type Random } from '../stats'

/** Numerators of one item in one cluster, for two ratios at once. */
export interface ClusterCounts {
  readonly cluster: Int32Array
  readonly tokens: Float64Array
  readonly directives: Float64Array
}

export interface BootstrapInterval {
  readonly low: number
  readonly high: number
}

/**
 * BCa intervals (Efron 1987, doi:10.1080/01621459.1987.10478410) of two ratios of sums (tokens ÷ characters, directives
 * with the item ÷ directives) when whole clusters (reports, places, outlets) are drawn with replacement. A slogan repeats
 * inside a report, so an interval that takes mentions for independent is too narrow; this one is not. Bias is corrected by
 * the share of resamples under the estimate, skewness by the influence of each cluster; quantiles are of type 7.
 *
 * All items share the same draws. Time: resamples × (clusters + non-empty cluster × item pairs).
 *
 * @returns per item; null with fewer than two clusters or an exposure that some resample lacks
 */
export function clusterBootstrap(
  items: readonly ClusterCounts[],
  exposure: { readonly characters: Float64Array; readonly directives: Float64Array },
  resamples: number,
  conf: number,
  random: Random,
): { tokens: BootstrapInterval | null; directives: BootstrapInterval | null }[] {
  const n = exposure.characters.length
  if (n < 2 || resamples < 1) return items.map(() => ({ tokens: null, directives: null }))
  const weight = new Int32Array(n)
  const said = items.map((item) => item.cluster.length > 0)
  const tokens = said.map((any) => new Float64Array(any ? resamples : 0))
  const directives = said.map((any) => new Float64Array(any ? resamples : 0))
  let everyCharacters = true
  let everyDirective = true
  for (let b = 0; b < resamples; b++) {
    weight.fill(0)
    for (let k = 0; k < n; k++) weight[random.below(n)]!++
    let characters = 0
    let directiveCount = 0
    for (let u = 0; u < n; u++) {
      characters += weight[u]! * exposure.characters[u]!
      directiveCount += weight[u]! * exposure.directives[u]!
    }
    if (characters === 0) everyCharacters = false
    if (directiveCount === 0) everyDirective = false
    for (let i = 0; i < items.length; i++) {
      if (!said[i]) continue
      const { cluster, tokens: t, directives: d } = items[i]!
      let sumTokens = 0
      let sumDirectives = 0
      for (let k = 0; k < cluster.length; k++) {
        const w = weight[cluster[k]!]!
        sumTokens += w * t[k]!
        sumDirectives += w * d[k]!
      }
      tokens[i]![b] = characters === 0 ? 0 : sumTokens / characters
      directives[i]![b] = directiveCount === 0 ? 0 : sumDirectives / directiveCount
    }
  }
  const influence = { characters: powerSums(exposure.characters), directives: powerSums(exposure.directives) }
  return items.map(({ cluster, tokens: t, directives: d }, i) => ({
    tokens: everyCharacters
      ? bca(tokens[i]!, acceleration(cluster, t, exposure.characters, influence.characters), conf)
      : null,
    directives: everyDirective
      ? bca(directives[i]!, acceleration(cluster, d, exposure.directives, influence.directives), conf)
      : null,
  }))
}

interface PowerSums {
  readonly sum: number
  readonly squares: number
  readonly cubes: number
}

function powerSums(values: Float64Array): PowerSums {
  let sum = 0
  let squares = 0
  let cubes = 0
  for (const v of values) {
    sum += v
    squares += v * v
    cubes += v * v * v
  }
  return { sum, squares, cubes }
}

/** The ratio and its acceleration: skewness ÷ 6 of the influences (count − ratio × exposure), most of which have count 0. */
function acceleration(
  cluster: Int32Array,
  counts: Float64Array,
  exposure: Float64Array,
  all: PowerSums,
): { readonly ratio: number; readonly a: number } {
  let total = 0
  for (const count of counts) total += count
  const ratio = total / all.sum
  let squares = ratio ** 2 * all.squares
  let cubes = -(ratio ** 3) * all.cubes
  for (let k = 0; k < cluster.length; k++) {
    const quiet = ratio * exposure[cluster[k]!]!
    const own = counts[k]! - quiet
    squares += own ** 2 - quiet ** 2
    cubes += own ** 3 + quiet ** 3
  }
  return { ratio, a: squares > 0 ? cubes / (6 * squares ** 1.5) : 0 }
}

function bca(
  values: Float64Array,
  { ratio, a }: { readonly ratio: number; readonly a: number },
  conf: number,
): BootstrapInterval {
  // What is never said is 0 in every resample.
  if (values.length === 0) return { low: 0, high: 0 }
  values.sort()
  let below = 0
  for (const v of values) below += v < ratio * (1 - 1e-12) ? 1 : v <= ratio * (1 + 1e-12) ? 0.5 : 0
  const share = Math.min(1 - 0.5 / values.length, Math.max(0.5 / values.length, below / values.length))
  const bias = dist.normalQuantile({ p: share }).value
  const level = (p: number): number => {
    const z = bias + dist.normalQuantile({ p }).value
    // With a handful of very unequal clusters the correction leaves its range: take the outermost resample.
    return 1 - a * z <= 0 ? (z > 0 ? 1 : 0) : dist.normalCdf({ z: bias + z / (1 - a * z) }).value
  }
  return { low: typeSeven(values, level((1 - conf) / 2)), high: typeSeven(values, level((1 + conf) / 2)) }
}

function typeSeven(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * Math.min(1, Math.max(0, p))
  const k = Math.floor(h)
  const low = sorted[k]!
  return k + 1 < sorted.length ? low + (h - k) * (sorted[k + 1]! - low) : low
}
