import type { Patch } from './offset-map'

/** What a step made of a text. */
export interface StepOutcome {
  readonly text: string
  /** Null where no unit moved. */
  readonly patch: Patch | null
  /** Separate places. */
  readonly edits: number
  /** Units written in place of others. */
  readonly changed: number
  /** Units that are gone without a replacement. */
  readonly removed: number
}

/** Replacements collected from left to right, then applied in one go. */
export class Edits {
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly replacements: string[] = []

  get size(): number {
    return this.starts.length
  }

  /** End of the last replaced range, 0 before the first. */
  get end(): number {
    return this.ends.at(-1) ?? 0
  }

  /** Replaces `[start, end)`; `start` is not before the end of the range given last. */
  replace(start: number, end: number, replacement: string): void {
    const last = this.ends.length - 1
    if (last >= 0 && this.ends[last] === start && this.replacements[last] === '' && replacement === '') {
      this.ends[last] = end
      return
    }
    this.starts.push(start)
    this.ends.push(end)
    this.replacements.push(replacement)
  }

  remove(start: number, end: number): void {
    if (end > start) this.replace(start, end, '')
  }

  apply(text: string): StepOutcome | null {
    const count = this.starts.length
    if (count === 0) return null
    const parts: string[] = []
    const oldStart = Int32Array.from(this.starts)
    const oldEnd = Int32Array.from(this.ends)
    const newStart = new Int32Array(count)
    const newEnd = new Int32Array(count)
    let from = 0
    let length = 0
    let changed = 0
    let removed = 0
    let moved = false
    for (let i = 0; i < count; i++) {
      const start = oldStart[i]!
      const end = oldEnd[i]!
      const replacement = this.replacements[i]!
      parts.push(text.slice(from, start), replacement)
      length += start - from
      newStart[i] = length
      length += replacement.length
      newEnd[i] = length
      from = end
      if (replacement.length !== end - start || replacement.length > 1) moved = true
      changed += Math.min(replacement.length, end - start)
      removed += Math.max(0, end - start - replacement.length)
    }
    parts.push(text.slice(from))
    return {
      text: parts.join(''),
      patch: moved ? { oldStart, oldEnd, newStart, newEnd } : null,
      edits: count,
      changed,
      removed,
    }
  }
}
