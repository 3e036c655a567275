import { role, roles } from './characters'

/** Bits of {@link ownQuotes}. */
export const quotes = {
  /** The opening mark directly before belongs to the match. */
  left: 1,
  /** The closing mark directly behind belongs to it. */
  right: 2,
  /** Marks stand inside the match. */
  inside: 4,
  /** The match is a whole member of a short quoted list (“两重、两新”). */
  member: 8,
} as const

/** How far the marks of a quoted list may be: a list of formulas, not a quoted speech. */
const LIST_REACH = 24

/**
 * Which quotation marks are the formula's own: a pair directly around it, or one beside it whose partner is inside
 * (“五星”支部创建). A mark that opens a longer quotation is not: 他说：“项目为王是……”.
 */
export function ownQuotes(text: string, start: number, end: number): number {
  const kinds = roles()
  let unopened = 0
  let open = 0
  let straight = 0
  let inside = 0
  for (let i = start; i < end; i++) {
    const kind = kinds[text.charCodeAt(i)]!
    if (kind !== role.open && kind !== role.close && kind !== role.quote) continue
    inside = quotes.inside
    if (kind === role.open) open++
    else if (kind === role.quote) straight ^= 1
    else if (open > 0) open--
    else unopened++
  }
  const before = start > 0 ? kinds[text.charCodeAt(start - 1)]! : role.plain
  const after = end < text.length ? kinds[text.charCodeAt(end)]! : role.plain
  const opens = before === role.open || before === role.quote
  const closes = after === role.close || after === role.quote
  if (unopened === 0 && open === 0 && straight === 0) {
    if (opens && closes) return inside | quotes.left | quotes.right
    return inside | (isMember(text, start, end, before, after) ? quotes.member : 0)
  }
  const takeLeft = opens && (unopened > 0 || (straight === 1 && before === role.quote))
  const takeRight = closes && (open > 0 || (straight === 1 && after === role.quote && !takeLeft))
  return inside | (takeLeft ? quotes.left : 0) | (takeRight ? quotes.right : 0)
}

/** Between quotation marks with other members of a list: a mark or separator on both sides, and the marks near. */
function isMember(text: string, start: number, end: number, before: number, after: number): boolean {
  if (before !== role.open && before !== role.list && before !== role.comma) return false
  if (after !== role.close && after !== role.list && after !== role.comma) return false
  const kinds = roles()
  let i = start - 1
  for (const limit = Math.max(0, start - LIST_REACH); ; i--) {
    if (i < limit) return false
    const unit = text.charCodeAt(i)
    if (kinds[unit] === role.open) break
    if (kinds[unit] === role.close || unit === 0x3002 || unit === 0x0a) return false
  }
  for (let j = end, limit = Math.min(text.length, end + LIST_REACH); j < limit; j++) {
    const unit = text.charCodeAt(j)
    if (kinds[unit] === role.close) return j - i <= LIST_REACH
    if (kinds[unit] === role.open || unit === 0x3002 || unit === 0x0a) return false
  }
  return false
}
