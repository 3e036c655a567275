import { zOf } from '../numerics/normal'
import { type PoissonTrendInput, poisson } from '../trend/poisson'

export interface HalfLife {
  readonly slope: number | null
  readonly halfLife: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * How soon does a slogan fall out of use after its peak? Time until its rate has halved.
 *
 * - Formula: ln 2 / -slope of the Poisson trend of counts with exposure; limits from slope ± z standard errors.
 * - Input: counts, whole numbers or null, from the peak on; exposure; t, times in one unit; conf, default 0.95.
 * - Result: `halfLife` in the unit of t, above 0, with `low` ≤ halfLife ≤ `high`; slope below 0 for decay.
 * - Edges: no decay gives Infinity, and a limit whose slope is 0 or more gives Infinity; where `trend.poisson` has no
 *   estimate, null.
 * - Assumes: decay by a constant share a period. Slogans end by replacement, at a party congress, rather than fade;
 *   the peak was picked from the same data, which makes decay look faster.
 * - Source: Nelder & Wedderburn 1972, doi:10.2307/2344614, for the model.
 * - Oracle: statsmodels GLM, R glm.
 *
 * @example
 * diffusion.halfLife({ counts: [40, 22, 9, 6], exposure: [50, 50, 50, 50], t: [0, 1, 2, 3] }).halfLife // => 1.0341
 */
export function halfLife(input: PoissonTrendInput): HalfLife {
  const { slope, se } = poisson(input)
  if (slope === null || se === null) return { slope: null, halfLife: null, low: null, high: null }
  const half = zOf(input.conf ?? 0.95) * se
  return { slope, halfLife: halving(slope), low: halving(slope - half), high: halving(slope + half) }
}

function halving(slope: number): number {
  return slope < 0 ? -Math.LN2 / slope : Number.POSITIVE_INFINITY
}
