import type { OnHit } from './matcher'

/**
 * Picks from overlapping hits those that a reader from left to right takes: the leftmost, at one start the longest, then on
 * behind it. Hits come in by end, the longest first (as {@link Matcher.scan} reports them).
 *
 * It keeps the choice for the text read so far. Because a new hit ends no earlier than any before it, it drops out if it
 * begins inside a chosen hit that began before it, and otherwise it covers, and replaces, all chosen ones that begin at or
 * behind its start. What began further back than the longest pattern reaches can no longer be replaced and is passed on.
 */
export class LeftmostLongest {
  private readonly reach: number
  private readonly onHit: OnHit
  /** Chosen and not yet passed on: `[0, tail)`. */
  private readonly patterns: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private tail = 0
  private floor = 0

  /** @param reach length of the longest pattern */
  constructor(reach: number, onHit: OnHit) {
    this.reach = reach
    this.onHit = onHit
    this.patterns = new Int32Array(reach * 4 + 4)
    this.starts = new Int32Array(reach * 4 + 4)
    this.ends = new Int32Array(reach * 4 + 4)
  }

  readonly add: OnHit = (pattern, start, end) => {
    if (start < this.floor) return
    const { starts, ends } = this
    let tail = this.tail
    while (tail > 0 && starts[tail - 1]! > start) tail--
    if (tail > 0) {
      if (starts[tail - 1] === start) {
        if (ends[tail - 1] === end) return // an equal pattern, listed first
        tail--
      } else if (ends[tail - 1]! > start) return
    }
    if (tail === starts.length) tail = this.passOn(end - this.reach)
    this.patterns[tail] = pattern
    starts[tail] = start
    ends[tail] = end
    this.tail = tail + 1
  }

  end(): void {
    this.passOn(Number.POSITIVE_INFINITY)
  }

  /** Passes on what begins before `limit`, moves the rest to the front, and returns the new tail. */
  private passOn(limit: number): number {
    const { patterns, starts, ends } = this
    let i = 0
    for (; i < this.tail && starts[i]! < limit; i++) {
      this.floor = ends[i]!
      this.onHit(patterns[i]!, starts[i]!, ends[i]!)
    }
    for (const column of [patterns, starts, ends]) column.copyWithin(0, i, this.tail)
    this.tail -= i
    return this.tail
  }
}
