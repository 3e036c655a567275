import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { InputFile } from './input-files'

/** Bytes read at a time. */
const CHUNK = 1 << 18

/** Is told how many more bytes of the inputs were read, packed as they lie on the disk. */
export type OnBytes = (bytes: number) => void

/** The bytes of a file in pieces, unpacked where the file is gzip. Errors are thrown by the iteration. */
export async function* openBytes(file: InputFile, onBytes?: OnBytes): AsyncGenerator<Buffer> {
  const stream = createReadStream(file.path, { highWaterMark: CHUNK })
  if (onBytes) stream.on('data', (piece) => onBytes(piece.length)).pause()
  if (!file.gzip) {
    yield* stream as AsyncIterable<Buffer>
    return
  }
  const unpacked = createGunzip({ chunkSize: CHUNK })
  stream.once('error', (error) => unpacked.destroy(error))
  try {
    yield* stream.pipe(unpacked) as AsyncIterable<Buffer>
  } finally {
    stream.destroy()
  }
}

/** The bytes of standard input in pieces. */
export async function* readableBytes(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  for await (const piece of stream)
    yield typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
}

/** Thrown by {@link wholeFile} when a file is larger than a record may be. */
export class TooLarge extends Error {}

/** All bytes, at most `limit` of them. */
export async function wholeFile(bytes: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > limit) throw new TooLarge()
    pieces.push(piece)
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}
