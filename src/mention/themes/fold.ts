/** Directive text made ready for cue matching. Valid until the next call. */
export interface Folded {
  /** Kept characters as UTF-16 code units. */
  readonly units: Uint16Array
  readonly length: number
  /** Place of every kept character in the text. */
  readonly at: Uint32Array
  /** Start of every clause in the text, and the text's length. */
  readonly clauseStarts: readonly number[]
}

const UNSEEN = 1
const BREAK = 2

let table: Uint8Array | undefined

function classes(): Uint8Array {
  if (table) return table
  const made = new Uint8Array(65536)
  for (const c of '“”‘’"\'「」『』《》〈〉 \t\r\u3000·') made[c.charCodeAt(0)] = UNSEEN
  for (const c of '，,：:。；;！!？?\n') made[c.charCodeAt(0)] = BREAK
  return (table = made)
}

/** True for the characters that end a clause: commas, colons, stops, line ends. */
export const isBreak = (code: number): boolean => classes()[code] === BREAK

let units = new Uint16Array(256)
let at = new Uint32Array(256)

/**
 * Drops what cue matching does not look at (quotation marks, spaces) and notes where clauses begin. Commas and stops
 * stay in the units, so no cue reaches over one.
 */
export function fold(text: string): Folded {
  const kind = classes()
  const size = text.length
  if (at.length < size) {
    units = new Uint16Array(size * 2)
    at = new Uint32Array(size * 2)
  }
  const clauseStarts = [0]
  let length = 0
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i)
    const k = kind[code]!
    if (k === UNSEEN) continue
    units[length] = code
    at[length++] = i
    if (k === BREAK) clauseStarts.push(i + 1)
  }
  clauseStarts.push(size)
  return { units, length, at, clauseStarts }
}
