import { TifaError } from '../error'
import { groupOfMention, type Item, type Observation, placeOf } from '../observation'
import { resample } from '../stats'
import { type BootstrapInterval, type ClusterCounts, clusterBootstrap } from './cluster-bootstrap'

/** Bootstrap intervals of one item in one group. */
export interface Boot {
  readonly tokens: BootstrapInterval | null
  readonly directives: BootstrapInterval | null
}

/**
 * Bootstrap intervals per item and group: whole clusters are drawn inside each group, all items on the same draws.
 * The generator runs on from group to group, in their fixed order.
 */
export function bootstrapFrequencies(
  observation: Observation,
  items: readonly Item[],
  cluster: string,
  resamples: number,
  conf: number,
  seed: number,
): Boot[][] {
  if (cluster !== 'report' && cluster !== 'place' && cluster !== 'outlet')
    throw new TifaError('invalid-option', `cluster expects report, place or outlet; got ${JSON.stringify(cluster)}`)
  const random = resample.random({ seed })
  const { grouping, reports, directives } = observation
  const byDirective = grouping.unit === 'directive'
  const nameOf = (r: number): string => {
    const row = reports[r]!
    const name = cluster === 'report' ? null : cluster === 'place' ? placeOf(row, 'place') : row.outlet
    return name === null ? `\u0000${r}` : name
  }
  // Clusters of each group, numbered in order of first appearance.
  const clusters = grouping.groups.map(() => new Map<string, number>())
  const characters = grouping.groups.map((): number[] => [])
  const directiveCount = grouping.groups.map((): number[] => [])
  const clusterOf = (g: number, r: number): number => {
    const map = clusters[g]!
    const name = nameOf(r)
    let u = map.get(name)
    if (u === undefined) {
      u = map.size
      map.set(name, u)
      characters[g]!.push(0)
      directiveCount[g]!.push(0)
    }
    return u
  }
  if (!byDirective)
    for (const [r, row] of reports.entries()) {
      const g = grouping.ofReport[r]!
      const u = clusterOf(g, r)
      characters[g]![u]! += row.characters
    }
  directives.forEach((directive, d) => {
    const g = grouping.ofDirective[d]!
    const u = clusterOf(g, observation.reportOfDirective[d]!)
    directiveCount[g]![u]!++
    if (byDirective) characters[g]![u]! += directive.characters
  })
  const perItem = items.map((item) => {
    const sums = new Map<number, Map<number, [number, number]>>()
    const add = (g: number, r: number, k: 0 | 1) => {
      if (g < 0) return
      let inGroup = sums.get(g)
      if (!inGroup) sums.set(g, (inGroup = new Map()))
      const u = clusterOf(g, r)
      const pair = inGroup.get(u)
      if (pair) pair[k]++
      else inGroup.set(u, k === 0 ? [1, 0] : [0, 1])
    }
    for (const m of item.mentions) add(groupOfMention(observation, m), observation.reportOfMention[m]!, 0)
    for (const d of item.directives) add(grouping.ofDirective[d]!, observation.reportOfDirective[d]!, 1)
    return sums
  })
  const out: Boot[][] = items.map(() => [])
  grouping.groups.forEach((_, g) => {
    const counts: ClusterCounts[] = perItem.map((sums) => {
      const pairs = [...(sums.get(g) ?? [])]
      return {
        cluster: Int32Array.from(pairs, (p) => p[0]),
        tokens: Float64Array.from(pairs, (p) => p[1][0]),
        directives: Float64Array.from(pairs, (p) => p[1][1]),
      }
    })
    const exposure = {
      characters: Float64Array.from(characters[g]!),
      directives: Float64Array.from(directiveCount[g]!),
    }
    const intervals = clusterBootstrap(counts, exposure, resamples, conf, random)
    for (const [i, interval] of intervals.entries()) out[i]![g] = interval
  })
  return out
}
