import { TifaError } from '../error'
import { type FoldedText, gap } from './folded-text'
import { foldWith, type Simplify } from './label-form'
import type { Slot } from './schema'

/** A slot pattern: its longest fixed piece is searched for, the others are looked for beside it. */
export interface CompiledSlot {
  /** As the vocabulary writes it: the label of its mentions. */
  readonly label: string
  readonly pieces: readonly string[]
  /** Which piece is searched for. */
  readonly anchor: number
  readonly gap: number
  /** Ends with a gap: the mention runs on to the end of the clause, at most `gap` characters. */
  readonly trailing: boolean
}

const DEFAULT_GAP = 10

/** @throws TifaError `invalid-vocabulary` if the pattern has no gap, begins with one, or has no piece of two characters */
export function compileSlot(slot: Slot, simplify: Simplify): CompiledSlot {
  const label = typeof slot === 'string' ? slot : slot.pattern
  const parts = label.split(/…+/).map((p) => foldWith(simplify, p))
  const trailing = parts.at(-1) === ''
  const pieces = trailing ? parts.slice(0, -1) : parts
  if (parts.length < 2 || pieces.some((p) => p === ''))
    throw new TifaError(
      'invalid-vocabulary',
      `slot pattern ${JSON.stringify(label)}: expected fixed text, then … (a gap) once or more, as in 以…引领…`,
    )
  const anchor = pieces.reduce((best, p, i) => (p.length > pieces[best]!.length ? i : best), 0)
  if (pieces[anchor]!.length < 2)
    throw new TifaError(
      'invalid-vocabulary',
      `slot pattern ${JSON.stringify(label)}: expected a piece of two characters or more`,
    )
  return { label, pieces, anchor, gap: (typeof slot === 'string' ? undefined : slot.gap) ?? DEFAULT_GAP, trailing }
}

/**
 * The units that the pattern covers if its anchor stands at `at`, or null. Each gap is the shortest that fits, 1 to `gap`
 * units of one clause: bounded work at every anchor.
 */
export function matchSlot(slot: CompiledSlot, text: FoldedText, at: number): readonly [number, number] | null {
  const { pieces, anchor } = slot
  let start = at
  for (let i = anchor - 1; i >= 0; i--) {
    const found = lookLeft(text, start, pieces[i]!, slot.gap)
    if (found < 0) return null
    start = found
  }
  let end = at + pieces[anchor]!.length
  for (let i = anchor + 1; i < pieces.length; i++) {
    const found = lookRight(text, end, pieces[i]!, slot.gap)
    if (found < 0) return null
    end = found + pieces[i]!.length
  }
  if (slot.trailing) {
    let run = end
    while (run < text.length && run - end < slot.gap && goesOn(text, run)) run++
    if (run === end) return null
    end = run
  }
  return [start, end]
}

function lookLeft(text: FoldedText, from: number, piece: string, limit: number): number {
  if (!goesOn(text, from)) return -1
  for (let k = from - 1; k > 0 && from - k <= limit && goesOn(text, k); k--)
    if (standsAt(text, k - piece.length, piece)) return k - piece.length
  return -1
}

function lookRight(text: FoldedText, from: number, piece: string, limit: number): number {
  for (let k = from; k < text.length && k - from <= limit && goesOn(text, k); k++)
    if (k > from && standsAt(text, k, piece)) return k
  return -1
}

function standsAt(text: FoldedText, k: number, piece: string): boolean {
  if (k < 0 || k + piece.length > text.length) return false
  for (let i = 0; i < piece.length; i++)
    if (text.units[k + i] !== piece.charCodeAt(i) || (i > 0 && text.gapBefore(k + i) !== gap.free)) return false
  return true
}

const breaks = '，,：:；;。！!？?（）()《》\n'

/** Is unit `k` in the same clause as the unit before it? */
const goesOn = (text: FoldedText, k: number): boolean =>
  !breaks.includes(String.fromCharCode(text.units[k]!)) && (k === 0 || text.gapBefore(k) < gap.comma)
