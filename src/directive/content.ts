import { openerOfClause } from './opener'
import type { Range } from './paragraph'

/** Does `[start, end)` of one clause hold an opener at its head or after its subject? */
export const hasOpening = (text: string, start: number, end: number, opaque: readonly Range[]): boolean =>
  openerOfClause(text, { start, end, mark: 'none', markEnd: end, quote: -1 }, opaque) !== undefined
