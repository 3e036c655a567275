import { frameRules } from './theme-files'

/** Directive text made ready for cue matching. Reused: valid until the next call of {@link fold}. */
export interface Folded {
  /** Kept characters as UTF-16 code units. */
  units: Uint16Array
  length: number
  /** Place of every kept character in the text. */
  at: Uint32Array
  /** Start of every clause in the text, and the text's length. */
  readonly clauseStarts: number[]
  /** Places of characters that may open a frame, each with the number of its clause. */
  readonly openers: number[]
}

const UNSEEN = 1
const BREAK = 2
const OPENER = 3

let table: Uint8Array | undefined

function classes(): Uint8Array {
  if (table) return table
  const made = new Uint8Array(65536)
  for (const rule of frameRules) for (const open of rule.open) made[open.charCodeAt(0)] = OPENER
  for (const c of '“”‘’"\'「」『』《》〈〉 \t\r\u3000·') made[c.charCodeAt(0)] = UNSEEN
  for (const c of '，,：:。；;！!？?\n') made[c.charCodeAt(0)] = BREAK
  return (table = made)
}

/** True for the characters that end a clause: commas, colons, stops, line ends. */
export const isBreak = (code: number): boolean => classes()[code] === BREAK

const folded: Folded = {
  units: new Uint16Array(256),
  length: 0,
  at: new Uint32Array(256),
  clauseStarts: [],
  openers: [],
}

/**
 * Drops what cue matching does not look at (quotation marks, spaces) and notes where clauses begin. Commas and stops
 * stay in the units, so no cue reaches over one.
 */
export function fold(text: string): Folded {
  const kind = classes()
  const size = text.length
  if (folded.at.length < size) {
    folded.units = new Uint16Array(size * 2)
    folded.at = new Uint32Array(size * 2)
  }
  const { units, at, clauseStarts, openers } = folded
  clauseStarts.length = 1
  clauseStarts[0] = 0
  openers.length = 0
  let length = 0
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i)
    const k = kind[code]!
    if (k === UNSEEN) continue
    units[length] = code
    at[length++] = i
    if (k === 0) continue
    if (k === BREAK) clauseStarts.push(i + 1)
    else openers.push(i, clauseStarts.length - 1)
  }
  clauseStarts.push(size)
  folded.length = length
  return folded
}
