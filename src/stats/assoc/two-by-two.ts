import { requireCount } from '../argument'

/**
 * Units in which two slogans x and y stand together or apart. A unit is a report, paragraph, directive or segment;
 * what counts is presence in the unit, not how often.
 */
export interface TwoByTwo {
  /** Units with both. */
  readonly a: number
  /** Units with x only. */
  readonly b: number
  /** Units with y only. */
  readonly c: number
  /** Units with neither. */
  readonly d: number
}

/** The margins of a table. */
export interface Margins {
  /** All units. */
  readonly n: number
  /** Units with x. */
  readonly r: number
  /** Units with y. */
  readonly k: number
  /** No units, or a slogan that is nowhere or everywhere: association is not defined. */
  readonly degenerate: boolean
}

export function margins(where: string, { a, b, c, d }: TwoByTwo): Margins {
  requireCount(where, 'a', a)
  requireCount(where, 'b', b)
  requireCount(where, 'c', c)
  requireCount(where, 'd', d)
  const r = a + b
  const k = a + c
  return { n: r + c + d, r, k, degenerate: r === 0 || k === 0 || c + d === 0 || b + d === 0 }
}

/** Whether the smallest expected cell is under 5, where large-sample p values are rough. */
export function sparse({ n, r, k }: Margins): boolean {
  return (Math.min(r, n - r) * Math.min(k, n - k)) / n < 5
}
