/** Directive text made ready for cue matching. Arrays hold one entry a kept character and are reused by the next call. */
export interface Folded {
  length: number
  units: Uint16Array
  /** Place of the kept character in the text. */
  at: Uint32Array
  /** Clause number: grows at every comma, colon and stop. */
  clause: Uint16Array
  /** Segment number: grows at 。 ； ！ ？ and line ends. */
  segment: Uint16Array
  /** Start of every clause in the text, and one entry behind the last. */
  clauseStarts: number[]
}

const SKIP = 1
const COMMA = 2
const STOP = 3

let table: Uint8Array | undefined

function classes(): Uint8Array {
  if (table) return table
  const made = new Uint8Array(65536)
  for (const c of '“”‘’"\'「」『』《》〈〉、 \t\r\u3000·') made[c.charCodeAt(0)] = SKIP
  for (const c of '，,：:') made[c.charCodeAt(0)] = COMMA
  for (const c of '。；;！!？?\n') made[c.charCodeAt(0)] = STOP
  return (table = made)
}

const folded: Folded = {
  length: 0,
  units: new Uint16Array(0),
  at: new Uint32Array(0),
  clause: new Uint16Array(0),
  segment: new Uint16Array(0),
  clauseStarts: [],
}

/**
 * Drops what cue matching does not look at (quotation marks, 、, spaces) and numbers clauses and segments. Breaks stay in
 * the units, so no cue reaches over one.
 *
 * The result is valid until the next call.
 */
export function fold(text: string): Folded {
  const kind = classes()
  const size = text.length
  if (folded.at.length < size) {
    const room = size * 2
    folded.units = new Uint16Array(room)
    folded.at = new Uint32Array(room)
    folded.clause = new Uint16Array(room)
    folded.segment = new Uint16Array(room)
  }
  const { units, at, clause, segment, clauseStarts } = folded
  clauseStarts.length = 0
  clauseStarts.push(0)
  let n = 0
  let clauses = 0
  let segments = 0
  for (let i = 0; i < size; i++) {
    const code = text.charCodeAt(i)
    const k = kind[code]
    if (k === SKIP) continue
    units[n] = code
    at[n] = i
    clause[n] = clauses
    segment[n++] = segments
    if (k !== 0) {
      clauses++
      clauseStarts.push(i + 1)
      if (k === STOP) segments++
    }
  }
  clauseStarts.push(size)
  folded.length = n
  return folded
}
