import type { FoldedText } from './folded-text'
import { gap } from './folded-text'
import { foldWith, type Simplify } from './label-form'
import type { Guard } from './schema'
import { insideDates, insideRegion, type Situation } from './situation'
import { type Within, windowText } from './text-window'

/** Does the text at hand hold a string? Asked for context `within: 'report'`; remembers its answers. */
export type TextHolds = (wanted: string) => boolean

/** A guard ready to be asked. */
export interface CompiledGuard {
  readonly quotedOnly: boolean
  readonly left: Side
  readonly right: Side
  readonly context: {
    readonly forbidden: readonly string[]
    readonly required: readonly string[]
    readonly within: Within
  } | null
  readonly dates: Guard['dates'] | null
  readonly region: readonly string[] | null
  /** Asks for evidence: at least one kind must be there. */
  readonly asks: boolean
  readonly nots: readonly string[]
}

interface Side {
  readonly forbidden: readonly string[]
  readonly required: readonly string[]
}

export function compileGuard(guard: Guard, simplify: Simplify): CompiledGuard {
  const folded = (strings: readonly string[] | undefined) => (strings ?? []).map((s) => foldWith(simplify, s))
  const left = { forbidden: folded(guard.left?.forbidden), required: folded(guard.left?.required) }
  const right = { forbidden: folded(guard.right?.forbidden), required: folded(guard.right?.required) }
  const context = guard.context
    ? {
        forbidden: guard.context.forbidden ?? [],
        required: guard.context.required ?? [],
        within: guard.context.within ?? 'sentence',
      }
    : null
  const asks =
    guard.quotedOnly === true || left.required.length + right.required.length + (context?.required.length ?? 0) > 0
  return {
    quotedOnly: guard.quotedOnly === true,
    left,
    right,
    context,
    dates: guard.dates ?? null,
    region: guard.region ?? null,
    asks,
    nots: guard.not ?? [],
  }
}

/**
 * Does the guard let this occurrence pass (`not` phrases apart)? Vetoes refuse; of the evidence asked for, one kind is enough;
 * a date or place that is known to fit is evidence, one known not to fit a veto.
 *
 * @param start unit where the label begins, `end` behind its last
 */
export function guardPasses(
  guard: CompiledGuard,
  text: FoldedText,
  start: number,
  end: number,
  quoted: boolean,
  situation: Situation,
  textHolds: TextHolds,
): boolean {
  if (guard.left.forbidden.some((s) => endsAt(text, start, s))) return false
  if (guard.right.forbidden.some((s) => beginsAt(text, end, s))) return false
  const inDates = guard.dates ? insideDates(situation.date, guard.dates.from, guard.dates.to) : null
  if (inDates === false) return false
  const inRegion = guard.region ? insideRegion(situation, guard.region) : null
  if (inRegion === false) return false
  const near = nearby(guard, text, start, end, textHolds)
  if (guard.context?.forbidden.some(near)) return false
  if (!guard.asks) return true
  return (
    inDates === true ||
    inRegion === true ||
    (guard.quotedOnly && quoted) ||
    guard.left.required.some((s) => endsAt(text, start, s)) ||
    guard.right.required.some((s) => beginsAt(text, end, s)) ||
    (guard.context?.required.some(near) ?? false)
  )
}

function nearby(guard: CompiledGuard, text: FoldedText, start: number, end: number, textHolds: TextHolds): TextHolds {
  if (guard.context === null) return () => false
  if (guard.context.within === 'report') return textHolds
  const window = windowText(text.text, text.at[start]!, text.at[end - 1]! + 1, guard.context.within)
  return (wanted) => window.includes(wanted)
}

/** Does `s` end directly before unit `k`, with nothing but quotation marks between? */
function endsAt(text: FoldedText, k: number, s: string): boolean {
  if (s.length > k) return false
  for (let i = 1; i <= s.length; i++)
    if (text.units[k - i] !== s.charCodeAt(s.length - i) || text.gapBefore(k - i + 1) !== gap.free) return false
  return true
}

/** Does `s` begin directly at unit `k`, with nothing but quotation marks before it? */
function beginsAt(text: FoldedText, k: number, s: string): boolean {
  if (k + s.length > text.length) return false
  for (let i = 0; i < s.length; i++)
    if (text.units[k + i] !== s.charCodeAt(i) || text.gapBefore(k + i) !== gap.free) return false
  return true
}
