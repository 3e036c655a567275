/** Marks that end a clause. */
export const clauseStops = '，,；;。：:！!？?\n'

/** Where the clause that holds `at` begins, not before `floor`. */
export function clauseStart(text: string, at: number, floor: number): number {
  let i = at
  while (i > floor && !clauseStops.includes(text[i - 1]!)) i--
  return i
}
