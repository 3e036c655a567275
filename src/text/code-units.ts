/**
 * Text as UTF-16 units in a typed array, a block at a time: the scanners of this room read arrays, which is faster than
 * `charCodeAt` on a string of unknown shape. Where the host has Node's `Buffer` the copies are plain memory moves;
 * elsewhere they are loops. Lone surrogates survive both.
 */

interface HostBuffer {
  write(text: string, offset: number, encoding: 'utf16le'): number
  toString(encoding: 'utf16le', start: number, end: number): string
}
interface HostBufferConstructor {
  from(buffer: ArrayBuffer): HostBuffer
}

/** Units read at a time; a table of this size stays in the cache. */
export const blockSize = 1 << 15

/** Units that a reader may look ahead of the block. */
export const lookahead = 64

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
const host = (globalThis as { Buffer?: HostBufferConstructor }).Buffer

/** A reusable array of UTF-16 units. */
export class UnitBlock {
  readonly units: Uint16Array<ArrayBuffer>
  private readonly bytes: HostBuffer | undefined

  constructor(size = blockSize + lookahead) {
    this.units = new Uint16Array(size)
    this.bytes = littleEndian && host !== undefined ? host.from(this.units.buffer) : undefined
  }

  /** Copies `text[from, to)` to the front of the array; at most `blockSize + lookahead` units. */
  read(text: string, from: number, to: number): void {
    if (this.bytes !== undefined) {
      this.bytes.write(from === 0 && to === text.length ? text : text.slice(from, to), 0, 'utf16le')
      return
    }
    const { units } = this
    for (let i = from; i < to; i++) units[i - from] = text.charCodeAt(i)
  }

  /** The first `length` units as a string. */
  toString(length = this.units.length): string {
    if (this.bytes !== undefined) return this.bytes.toString('utf16le', 0, length * 2)
    let text = ''
    for (let i = 0; i < length; i += 4096)
      text += String.fromCharCode.apply(null, this.units.subarray(i, Math.min(length, i + 4096)) as unknown as number[])
    return text
  }
}

/** Zeros behind the text, so that a scanner may look past its end. */
const beyond = 8

/** A text and its units. */
class Held {
  text = ''
  units: Uint16Array = new Uint16Array(beyond)
  private block: UnitBlock | undefined

  take(text: string): Uint16Array {
    const { length } = text
    const isLong = length + beyond > blockSize + lookahead
    const block = isLong ? new UnitBlock(length + beyond) : (this.block ??= new UnitBlock())
    block.read(text, 0, length)
    for (let i = length; i < length + beyond; i++) block.units[i] = 0
    this.text = text
    this.units = block.units
    return block.units
  }
}

/** Titles, names and other short texts have an array of their own, so that the report's text stays where it is. */
const longestShort = 128
const short = new Held()
const long = new Held()

/**
 * The whole text as an array, with zeros behind it, for the passes that several readers make over one text: it is copied
 * once for all of them. Valid until the next call with another text.
 */
export const unitsOf = (text: string): Uint16Array => {
  const held = text.length <= longestShort ? short : long
  return held.text === text ? held.units : held.take(text)
}
