import { isUtf8 } from 'node:buffer'
import { decodeBytes } from '../text/index'

/**
 * Bytes of a file of records as UTF-8. The first piece decides: UTF-8 passes through untouched, anything else (GB18030, Big5, UTF-16) is decoded
 * as a stream and written out again.
 *
 * @param encoding named by the caller; then nothing is guessed
 */
export async function* utf8Pieces(pieces: AsyncIterable<Buffer>, encoding: string | undefined): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined
  for await (const piece of pieces) {
    if (decoder === undefined) {
      const used = encoding ?? guess(piece)
      decoder = isPlain(used) ? null : new TextDecoder(used)
    }
    if (decoder === null) yield piece
    else yield Buffer.from(decoder.decode(piece, { stream: true }))
  }
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}

const isPlain = (encoding: string): boolean => /^utf-?8$/i.test(encoding)

/** Judged by whole lines: the end of a piece may cut a character. */
function guess(piece: Buffer): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  if (piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be'
  const end = piece.lastIndexOf(10)
  const sample = end > 0 ? piece.subarray(0, end) : piece
  if (isUtf8(sample) || (end <= 0 && isUtf8(piece.subarray(0, utf8End(piece))))) return 'utf-8'
  return decodeBytes(sample).encoding
}

/** Length without an unfinished character at the end. */
function utf8End(piece: Buffer): number {
  let end = piece.length
  while (end > 0 && end > piece.length - 4 && (piece[end - 1]! & 0xc0) === 0x80) end--
  return end > 0 && piece[end - 1]! >= 0xc0 ? end - 1 : piece.length
}
