import type {
  BurstResult,
  ChangePointResult,
  CooccurrenceResult,
  DiffusionResult,
  FrequencyRow,
  KwicResult,
  Result,
  TrendResult,
} from '../analysis/index'
import { TifaError } from '../error'
import { adoptionPicture } from './picture/adoption-picture'
import { burstPicture } from './picture/burst-picture'
import { cooccurrencePicture } from './picture/cooccurrence-picture'
import { dispersionPicture } from './picture/dispersion-picture'
import { frequencyPicture } from './picture/frequency-picture'
import { levelPicture } from './picture/level-picture'
import type { PictureOptions } from './picture/options'
import { trendPicture } from './picture/trend-picture'

export type SvgOptions = PictureOptions

const DRAWN: Readonly<Record<string, (result: never, options: SvgOptions) => string>> = {
  trend: (r: TrendResult, o) => trendPicture(r, o),
  frequency: (r: Result<FrequencyRow>, o) => frequencyPicture(r, o),
  cooccurrence: (r: CooccurrenceResult, o) => cooccurrencePicture(r, o),
  diffusion: (r: DiffusionResult, o) => adoptionPicture(r, o),
  kwic: (r: KwicResult, o) => dispersionPicture(r, o),
  bursts: (r: BurstResult, o) => burstPicture(r, o),
  'change-points': (r: ChangePointResult, o) => levelPicture(r, o),
}

/** Kinds of result that have a picture. */
export const hasPicture = (result: Result<object>): boolean => result.kind in DRAWN

/**
 * A result as a picture: an SVG string, made without a DOM. Labels are never cut: the sheet is as wide as they need.
 *
 * - `trend`: lines with intervals, small panels from nine concepts on; with `bursts` and `changePoints` drawn in
 * - `frequency`: bars with intervals
 * - `cooccurrence`: heat map, or network (`as: 'network'`)
 * - `diffusion`: adoption curve, in units seen or (`as: 'share'`) as the share of units read enough
 * - `kwic`: dispersion plot, one tick a mention along the corpus in order of date
 * - `bursts`: one bar a burst along the periods
 * - `change-points`: the levels between changes
 *
 * @throws TifaError `unsupported-format` for a result that has no picture, `invalid-option` for bursts or changes of other periods
 * @example toSvg(trend(study), { bursts: bursts(study), top: 4 })
 */
export function toSvg(result: Result<object>, options: SvgOptions = {}): string {
  const draw = DRAWN[result.kind]
  if (!draw)
    throw new TifaError(
      'unsupported-format',
      `expected a result of ${Object.keys(DRAWN).join(', ')}; got ${result.kind}, which has no picture`,
    )
  return draw(result as never, options)
}
