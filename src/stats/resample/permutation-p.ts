import { invalid, requireChoice, requireFinite } from '../argument'

export interface PermutationInput {
  /** The statistic on the data as they are. */
  readonly observed: number
  /** The statistic on each random relabelling. */
  readonly permuted: ArrayLike<number>
  /** Which values are as extreme: both signs (default), those as large, or those as small. */
  readonly alternative?: 'twoSided' | 'greater' | 'less' | undefined
}

export interface PermutationP {
  readonly p: number
  /** How many relabellings were as extreme as the data. */
  readonly extreme: number
  /** The smallest p that so many relabellings can give: 1/(m+1). */
  readonly smallest: number
}

/**
 * How often would chance labels do as well as the data? Permutation p value that is never 0.
 *
 * - Formula: p = (b+1)/(m+1), b of m relabellings as extreme as observed; `twoSided` compares absolute values, so the
 *   statistic must be centred on 0 (a difference, a log ratio).
 * - Input: observed; permuted, the statistic on each random relabelling; alternative, default `twoSided`.
 * - Result: p from 1/(m+1) to 1; extreme, whole number; smallest, the least p possible: print it.
 * - Edges: values within 1e-12 relative of the observed count as extreme; no relabelling gives p 1.
 * - Assumes: labels are exchangeable under the null: permute places or leaders, not mentions inside a report. With 5
 *   places on each side there are 252 relabellings, and no p under 0.004 means anything.
 * - Source: Phipson & Smyth 2010, doi:10.2202/1544-6115.1585.
 * - Oracle: hand-computed (tested).
 *
 * @example
 * resample.permutationP({ observed: 2.5, permuted: [0.1, -2.5, 1, 3] }) // => { p: 0.6, extreme: 2, smallest: 0.2 }
 */
export function permutationP({ observed, permuted, alternative = 'twoSided' }: PermutationInput): PermutationP {
  const where = 'resample.permutationP'
  requireFinite(where, 'observed', observed)
  requireChoice(where, 'alternative', alternative, ['twoSided', 'greater', 'less'])
  const size = (v: number): number => (alternative === 'twoSided' ? Math.abs(v) : alternative === 'less' ? -v : v)
  const limit = size(observed) - 1e-12 * Math.abs(observed)
  let extreme = 0
  for (let i = 0; i < permuted.length; i++) {
    if (Number.isNaN(permuted[i]!)) throw invalid(where, `permuted[${i}] must be a number`, permuted[i])
    if (size(permuted[i]!) >= limit) extreme++
  }
  return { p: (extreme + 1) / (permuted.length + 1), extreme, smallest: 1 / (permuted.length + 1) }
}
