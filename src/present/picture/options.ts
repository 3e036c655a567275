import type { BurstResult, ChangePointResult } from '../../analysis/index'

/** What a picture may be asked for beside its result. */
export interface PictureOptions {
  readonly title?: string
  /** Series, bars, rows or concepts drawn, the most frequent first. Default 12. */
  readonly top?: number
  /**
   * Co-occurrence: `matrix` (default) or `network`. Diffusion: `units` (default: units seen to say it, beside those read
   * enough to show it) or `share` (of the units read enough, with intervals).
   */
  readonly as?: 'matrix' | 'network' | 'units' | 'share'
  /** Trend: bursts of the same study and period, drawn behind the lines; those with q above 0.05 only outlined. */
  readonly bursts?: BurstResult
  /** Trend: changes of level of the same study and period, drawn as dashed levels. */
  readonly changePoints?: ChangePointResult
}

/** Pictures show lines up to this many, small panels from there on: more lines cannot be told apart. */
export const MOST_LINES = 8
