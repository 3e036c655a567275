import type { LineBlock } from './line-blocks'

const QUOTE = 34
const BACKSLASH = 92
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
const OPEN_ARRAY = 91
const CLOSE_ARRAY = 93
const LF = 10

/**
 * Cuts a JSON document into its records without reading it whole: the elements of an array at the top, or objects one after another. `line` is
 * the line on which a record begins. Only brackets and strings are followed; whether a record is valid JSON is for the parser to say.
 */
export async function* jsonRecords(pieces: AsyncIterable<Buffer>, limit: number): AsyncGenerator<LineBlock> {
  let depth = 0
  let inString = false
  let escaped = false
  let line = 1
  let startLine = 1
  let carry: Buffer[] = []
  let carried = 0
  let dropped = false
  let openedArray = false
  for await (const piece of pieces) {
    let from = depth > 0 ? 0 : -1
    for (let i = 0; i < piece.length; i++) {
      const c = piece[i]!
      if (c === LF) line++
      if (inString) {
        if (escaped) escaped = false
        else if (c === BACKSLASH) escaped = true
        else if (c === QUOTE) inString = false
        continue
      }
      if (c === QUOTE) inString = depth > 0
      else if (c === OPEN_OBJECT || (c === OPEN_ARRAY && (depth > 0 || openedArray))) {
        if (depth++ === 0) {
          from = i
          startLine = line
        }
      } else if (c === OPEN_ARRAY) openedArray = true
      else if ((c === CLOSE_OBJECT || c === CLOSE_ARRAY) && depth > 0 && --depth === 0) {
        const tail = piece.subarray(from, i + 1)
        const whole =
          dropped || carried + tail.length > limit ? null : carried === 0 ? tail : Buffer.concat([...carry, tail])
        yield { line: startLine, bytes: whole }
        carry = []
        carried = 0
        dropped = false
        from = -1
      }
    }
    if (depth > 0 && from >= 0 && !dropped) {
      carried += piece.length - from
      if (carried > limit) {
        dropped = true
        carry = []
        carried = 0
      } else carry.push(piece.subarray(from))
    }
  }
  if (depth > 0) yield { line: startLine, bytes: dropped ? null : Buffer.concat(carry) }
}
