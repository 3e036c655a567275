import type { Directive } from '../directive/directive'

/**
 * Which segment of a directive a clean-text offset stands in: the number of 。 and ； before it, never beyond the
 * directive's own number of segments.
 */
export function segmentAt(directive: Directive, cleanOffset: number): number {
  const last = Math.max(1, directive.segments) - 1
  if (last === 0) return 0
  const text = directive.text
  const end = Math.min(cleanOffset - directive.cleanStart, text.length)
  let n = 0
  for (let i = 0; i < end && n < last; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 0xff1b || c === 0x3b) n++
  }
  return n
}
