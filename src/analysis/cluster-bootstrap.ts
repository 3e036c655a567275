import type { Random } from '../stats'

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
 * Percentile intervals of two ratios of sums (tokens ÷ characters, directives with the item ÷ directives) when whole clusters
 * (reports, places, leaders) are drawn with replacement. A slogan repeats inside a report, so an interval that takes mentions for independent is
 * too narrow; this one is not (Davison & Hinkley 1997, §3.8; quantiles of type 7).
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
  const tokens = items.map(() => new Float64Array(resamples))
  const directives = items.map(() => new Float64Array(resamples))
  for (let b = 0; b < resamples; b++) {
    weight.fill(0)
    for (let k = 0; k < n; k++) weight[random.below(n)]!++
    let characters = 0
    let directiveCount = 0
    for (let u = 0; u < n; u++) {
      characters += weight[u]! * exposure.characters[u]!
      directiveCount += weight[u]! * exposure.directives[u]!
    }
    for (let i = 0; i < items.length; i++) {
      const { cluster, tokens: t, directives: d } = items[i]!
      let sumTokens = 0
      let sumDirectives = 0
      for (let k = 0; k < cluster.length; k++) {
        const w = weight[cluster[k]!]!
        sumTokens += w * t[k]!
        sumDirectives += w * d[k]!
      }
      tokens[i]![b] = characters > 0 ? sumTokens / characters : -1
      directives[i]![b] = directiveCount > 0 ? sumDirectives / directiveCount : -1
    }
  }
  return items.map((_, i) => ({ tokens: percentile(tokens[i]!, conf), directives: percentile(directives[i]!, conf) }))
}

function percentile(values: Float64Array, conf: number): BootstrapInterval | null {
  values.sort()
  if (values[0]! < 0) return null
  return { low: typeSeven(values, (1 - conf) / 2), high: typeSeven(values, (1 + conf) / 2) }
}

function typeSeven(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * p
  const k = Math.floor(h)
  const low = sorted[k]!
  return k + 1 < sorted.length ? low + (h - k) * (sorted[k + 1]! - low) : low
}
