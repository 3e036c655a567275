import { type Random, resample } from '../stats'

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
 * Percentile intervals of two ratios of sums (tokens ÷ characters, directives with the item ÷ directives) when whole
 * clusters (reports, places, leaders) are drawn with replacement. A slogan repeats inside a report, so an interval
 * that takes mentions for independent is too narrow; this one is not (Davison & Hinkley 1997, §3.8; quantiles of type
 * 7).
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
  // What is never said is 0 in every resample.
  const interval = (values: Float64Array): BootstrapInterval => {
    if (values.length === 0) return { low: 0, high: 0 }
    const { low, high } = resample.percentile({ values, conf })
    return { low: low!, high: high! }
  }
  return items.map((_, i) => ({
    tokens: everyCharacters ? interval(tokens[i]!) : null,
    directives: everyDirective ? interval(directives[i]!) : null,
  }))
}
