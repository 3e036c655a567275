import { TifaError } from '../error'
import type { Item, ItemKind } from '../observation'
import type { PlaceTrend } from './place-trend'

/**
 * One series tested for a trend over its `periods` tested periods.
 *
 * `p` is Mann–Kendall's, two-sided: exact for ten periods or fewer without ties, else from the tie-corrected normal
 * score (`pMethod` says which). `slope` is Sen's, in rate per *year of real time*, so that uneven months and gaps do
 * not bend it. `rateRatio` is the factor per year by Poisson regression with the denominator as exposure; its `quasi`
 * interval and p widen by the observed dispersion and are the ones to trust where mentions cluster. Seasonal
 * Mann–Kendall (from two full years on) and Hamed–Rao stand beside, never instead. `q` and `quasiQ` are
 * Benjamini–Hochberg over all series of the call.
 *
 * `fixedPlaceRateRatio` is the factor per year inside places (each place its own level), with a p from flipping the
 * signs of the places' own scores (never below 2^(1 − places)), and `change…` splits the difference between the rates
 * of the later and the earlier half of the tested periods: `changeOld` places saying more that said it before,
 * `changeNew` places that began, `changeWeights` places that say it taking more of the corpus,
 * `changeEntry`/`changeExit` places joining or leaving the corpus. The five add up to `change`.
 */
export interface TrendTest extends PlaceTrend {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
  readonly province?: string | null
  readonly city?: string | null
  readonly county?: string | null
  readonly place?: string | null
  readonly outlet?: string | null
  readonly leader?: string | null
  readonly periods: number
  readonly partial: number
  readonly empty: number
  readonly numerator: number
  readonly denominator: number | null
  readonly firstPeriod: string | null
  readonly lastPeriod: string | null
  readonly s: number | null
  readonly tau: number | null
  readonly p: number | null
  readonly pMethod: 'exact' | 'normal' | 'normal-ties' | null
  readonly q: number | null
  readonly slope: number | null
  readonly slopeLow: number | null
  readonly slopeHigh: number | null
  readonly rateRatio: number | null
  readonly rateRatioLow: number | null
  readonly rateRatioHigh: number | null
  readonly rateRatioP: number | null
  readonly dispersion: number | null
  readonly quasiLow: number | null
  readonly quasiHigh: number | null
  readonly quasiP: number | null
  readonly quasiQ: number | null
  readonly seasonalP: number | null
  readonly seasonalSlope: number | null
  readonly hamedRaoP: number | null
  readonly hamedRaoCorrection: number | null
  readonly reason: string | null
  readonly rateRatioReason: string | null
}

/** The tests by name, with what a methods section says of them. */
export const TREND_TESTS = {
  'mann-kendall': 'Mann–Kendall with tie correction, two-sided (exact for n ≤ 10 without ties)',
  sen: 'Sen slope per year',
  poisson: 'Poisson and quasi-Poisson regression on time with exposure',
  seasonal: 'seasonal Mann–Kendall from two years on',
  'hamed-rao': 'Hamed–Rao correction for autocorrelation',
  place: 'Poisson regression with place effects (p by sign flips of places); decomposition of change by place',
} as const

export type TrendTestName = keyof typeof TREND_TESTS

/** Reads the `tests` option, in the order of {@link TREND_TESTS}. Throws `invalid-option`. */
export function chosenTests(tests: 'all' | readonly string[]): ReadonlySet<TrendTestName> {
  const names = Object.keys(TREND_TESTS) as TrendTestName[]
  if (tests === 'all') return new Set(names)
  for (const name of tests)
    if (!names.includes(name as TrendTestName))
      throw new TifaError(
        'invalid-option',
        `tests expects 'all' or some of ${names.join(', ')}; got ${JSON.stringify(name)}`,
      )
  return new Set(names.filter((name) => tests.includes(name)))
}
