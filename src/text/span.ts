/** Which string the offsets count in. */
export type Referent = 'source' | 'clean'

declare const referent: unique symbol

/**
 * A half-open range `[start, end)` of UTF-16 code units. A span in the source string cannot be passed where a span in
 * the clean text is expected: the type remembers which string it counts in.
 */
export interface Span<R extends Referent> {
  readonly start: number
  readonly end: number
  readonly [referent]?: R
}
