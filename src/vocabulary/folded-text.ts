import { blockSize, UnitBlock } from '../text/code-units'
import { foldUnit, isHan, role, roles } from './characters'

/** What stands between two characters of a text that are neighbours once quotes, spaces and separators are dropped. */
export const gap = {
  /** Nothing, or quotation marks. */
  free: 0,
  /** A separator of lists, a space between Han characters, or a closing mark followed by an opening one. */
  list: 1,
  /** A comma or dash. */
  comma: 2,
  /** More marks than any printed list has: no match reaches over them. */
  apart: 3,
} as const

/**
 * A text as labels see it: quotation marks, separators and spaces dropped, letters and digits folded, with the place of every
 * unit kept. Reused from text to text; what a call of {@link FoldedText.read} gave is valid until the next.
 */
export class FoldedText {
  text = ''
  length = 0
  units = new Uint16Array(1 << 12)
  /** Place of each unit in the text. */
  at = new Int32Array(1 << 12)
  private readonly block = new UnitBlock()

  read(text: string): this {
    const kinds = roles()
    const size = text.length
    if (this.at.length <= size) {
      this.units = new Uint16Array(size * 2)
      this.at = new Int32Array(size * 2)
    }
    const { units, at, block } = this
    let n = 0
    for (let from = 0; from < size; from += blockSize) {
      const length = Math.min(blockSize, size - from)
      block.read(text, from, from + length)
      const read = block.units
      for (let i = 0; i < length; i++) {
        const unit = read[i]!
        const kind = kinds[unit]!
        units[n] = kind === role.folded ? foldUnit(unit) : unit
        at[n] = from + i
        n += 1 - (kind & 1) // no branch: separators come too irregularly to be predicted
      }
    }
    this.text = text
    this.length = n
    return this
  }

  /** What stands in front of unit `k`, a value of {@link gap}; `k` from 1 to length − 1. */
  gapBefore(k: number): number {
    const from = this.at[k - 1]! + 1
    const to = this.at[k]!
    return from === to ? gap.free : gapKind(this.text, from, to)
  }
}

/** ” 、 “ has five characters; nothing sensible has more than six. */
const WIDEST = 6

/** Kind of the dropped characters `text[from, to)`; a neighbour that is no Han character makes a space harmless (互联网 +). */
export function gapKind(text: string, from: number, to: number): number {
  if (to - from > WIDEST) return gap.apart
  const kinds = roles()
  let closed = false
  let kind: number = gap.free
  for (let i = from; i < to; i++) {
    const k = kinds[text.charCodeAt(i)]!
    if (k === role.comma) return gap.comma
    if (k === role.list || (k === role.open && closed)) kind = gap.list
    else if (k === role.close) closed = true
    else if (k === role.space && isHan(text.charCodeAt(from - 1)) && isHan(text.charCodeAt(to))) kind = gap.list
  }
  return kind
}
