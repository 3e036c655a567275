/** Whole lines of a file, as they stood, without the last line break; or one line that was too long to keep. */
export interface LineBlock {
  /** 1-based number of the first line. */
  readonly line: number
  /** Null for a line over the limit. */
  readonly bytes: Buffer | null
}

const LF = 10

/**
 * Cuts a stream of bytes into blocks of whole lines. Memory holds one piece and the line that runs over its end, at most `limit` bytes of it; longer
 * lines are passed over to their end.
 */
export async function* lineBlocks(pieces: AsyncIterable<Buffer>, limit: number): AsyncGenerator<LineBlock> {
  let carry: Buffer[] = []
  let carried = 0
  let skipping = false
  let line = 1
  for await (const piece of pieces) {
    const first = piece.indexOf(LF)
    let from = 0
    if (first >= 0 && (carried > 0 || skipping)) {
      const tooLong = skipping || carried + first > limit
      yield { line, bytes: tooLong ? null : Buffer.concat([...carry, piece.subarray(0, first)]) }
      carry = []
      carried = 0
      skipping = false
      line++
      from = first + 1
    }
    const last = piece.lastIndexOf(LF)
    if (last >= from) {
      const bytes = piece.subarray(from, last)
      yield { line, bytes }
      line += countLines(bytes)
      from = last + 1
    }
    if (from < piece.length && !skipping) {
      carried += piece.length - from
      if (carried > limit) {
        skipping = true
        carry = []
        carried = 0
      } else carry.push(piece.subarray(from))
    }
  }
  if (skipping) yield { line, bytes: null }
  else if (carried > 0) yield { line, bytes: Buffer.concat(carry) }
}

function countLines(bytes: Buffer): number {
  let lines = 1
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}
