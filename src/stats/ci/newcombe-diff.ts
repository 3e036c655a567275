import { requireFraction, requirePart } from '../argument'
import { zOf } from '../numerics/normal'
import { wilsonLimits } from './wilson'

export interface DifferenceInput {
  readonly x1: number
  readonly n1: number
  readonly x2: number
  readonly n2: number
  readonly conf?: number | undefined
}

export interface Difference {
  readonly diff: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * By how much do two shares differ, such as the reports of two provinces that hold a slogan? Newcombe's hybrid score
 * interval.
 *
 * - Formula: d = x1/n1 - x2/n2; with the Wilson limits l, u of each share, low = d - √((p1-l1)² + (u2-p2)²) and high
 *   = d + √((u1-p1)² + (p2-l2)²).
 * - Input: x1 of n1 and x2 of n2 units, whole numbers; conf, default 0.95.
 * - Result: `diff` with `low` and `high`, from -1 to 1; positive where the first share is larger.
 * - Edges: a zero share keeps a real interval; n1 = 0 or n2 = 0 gives null.
 * - Assumes: two independent samples of independent units; one report printed in both provinces breaks both.
 * - Source: Newcombe 1998, method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
 * - Oracle: statsmodels, R prop.test intervals.
 *
 * @example
 * ci.newcombeDiff({ x1: 56, n1: 70, x2: 48, n2: 80 }) // => { diff: 0.2, low: 0.0524, high: 0.3339 }
 */
export function newcombeDiff({ x1, n1, x2, n2, conf = 0.95 }: DifferenceInput): Difference {
  const where = 'ci.newcombeDiff'
  requirePart(where, 'x1', x1, 'n1', n1)
  requirePart(where, 'x2', x2, 'n2', n2)
  requireFraction(where, 'conf', conf)
  if (n1 === 0 || n2 === 0) return { diff: null, low: null, high: null }
  const z = zOf(conf)
  const a = wilsonLimits(x1, n1, z)
  const b = wilsonLimits(x2, n2, z)
  const p1 = x1 / n1
  const p2 = x2 / n2
  const diff = p1 - p2
  return { diff, low: diff - Math.hypot(p1 - a.low, b.high - p2), high: diff + Math.hypot(a.high - p1, p2 - b.low) }
}
