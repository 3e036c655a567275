import { breakLevels } from '../vocabulary/text-window'

/** Where the clause that holds `at` begins, not before `floor`. */
export function clauseStart(text: string, at: number, floor: number): number {
  const breaks = breakLevels()
  let i = at
  while (i > floor && breaks[text.charCodeAt(i - 1)] === 0) i--
  return i
}

/** Where it ends, not behind `ceiling`. */
export function clauseEnd(text: string, at: number, ceiling: number): number {
  const breaks = breakLevels()
  let i = at
  while (i < ceiling && breaks[text.charCodeAt(i)] === 0) i++
  return i
}
