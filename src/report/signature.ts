import { unitsOf } from '../text/code-units'
import type { Span } from '../text/span'

/** Values kept of a text's features: 16 of 32 bits, 64 bytes. */
export const SIGNATURE_SIZE = 16
/** Texts with fewer features (pairs of clauses) than this are too short to compare. */
const FEWEST = 4
/** Clauses shorter than this (同时，他说：) are read together with the next. */
const SHORTEST_CLAUSE = 4

const CONTENT = 1
const CLAUSE_END = 2
const SPACE = 3
const HIGH_SURROGATE = 4

let classes: Uint8Array | undefined

function classTable(): Uint8Array {
  if (classes) return classes
  const table = new Uint8Array(65536)
  table.fill(CONTENT, 0x3400, 0x4dc0)
  table.fill(CONTENT, 0x4e00, 0xa000)
  table.fill(CONTENT, 48, 58)
  table.fill(CONTENT, 65, 91)
  table.fill(CONTENT, 97, 123)
  table.fill(HIGH_SURROGATE, 0xd800, 0xdc00)
  for (const c of '。！？；：，,;:!?\n') table[c.charCodeAt(0)] = CLAUSE_END
  for (const c of '\t\r \u00a0\u3000\ufeff\u2028\u2029') table[c.charCodeAt(0)] = SPACE
  for (let c = 0x2000; c <= 0x200a; c++) table[c] = SPACE
  classes = table
  return table
}

/** What one pass over a text gives: its fingerprint and its length. */
export interface Measured {
  /** Base64url of up to 16 values of 32 bits in ascending order, or null for texts too short to compare. */
  readonly signature: string | null
  /** Code points, white space left out. */
  readonly characters: number
}

/**
 * Fingerprint of a text for finding its reprints.
 *
 * Features are pairs of neighbouring clauses, reduced to Han characters, digits and letters and hashed to 32 bits; the signature keeps the 16
 * smallest distinct hashes (a bottom-k sketch, Cohen & Kaplan 2007, doi:10.1145/1281100.1281133). Below the smaller of two sketches'
 * largest values both texts are sampled alike, so the sketches tell how much of the *shorter* text is in the longer one, and a copy that
 * lost its head or tail still shows as contained in full; a MinHash of fixed positions only estimates what they share of their union. A pair of clauses is long
 * enough (about 25 characters) that set phrases which many reports repeat seldom make a feature, and damage spoils two features, not
 * all that follow.
 *
 * @param spans body paragraphs: titles are left out, so a new title changes nothing
 */
export function measureText(text: string, spans: readonly Span<'clean'>[]): Measured {
  const table = classTable()
  const units = unitsOf(text)
  let held = 0
  let characters = 0
  let hash = 0
  let length = 0
  let previous = 0
  for (let s = 0; s < spans.length; s++) {
    const { start, end } = spans[s]!
    characters += end - start
    for (let i = start; i <= end; i++) {
      const c = i < end ? units[i]! : LINE_FEED
      const kind = table[c]!
      if (kind === CONTENT) {
        hash = Math.imul(hash ^ c, 0x01000193)
        length++
      } else if (kind === CLAUSE_END) {
        if (length < SHORTEST_CLAUSE) continue
        if (previous !== 0) {
          const value = mix(previous, hash)
          if (held < SIGNATURE_SIZE || value < kept[SIGNATURE_SIZE - 1]!) held = keep(held, value)
        }
        previous = hash | 1
        hash = 0x811c9dc5 | 0
        length = 0
      } else if (kind === SPACE) characters--
      else if (kind === HIGH_SURROGATE && i + 1 < end && (units[i + 1]! & 0xfc00) === 0xdc00) {
        i++
        characters--
      }
    }
  }
  return { signature: held < FEWEST ? null : encode(kept, held), characters }
}

const LINE_FEED = 10
/** The values of the text at hand, ascending. */
const kept = new Uint32Array(SIGNATURE_SIZE)

function mix(a: number, b: number): number {
  let x = Math.imul(a, 0x9e3779b1) ^ b
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** Keeps the smallest distinct values in ascending order. */
function keep(held: number, value: number): number {
  let i = held
  while (i > 0 && kept[i - 1]! > value) i--
  if (i > 0 && kept[i - 1] === value) return held
  const last = held === SIGNATURE_SIZE ? held - 1 : held
  for (let j = last; j > i; j--) kept[j] = kept[j - 1]!
  kept[i] = value
  return last + 1
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url of the first values, high bytes first; four digits at a time. */
function encode(values: Uint32Array, count: number): string {
  let out = ''
  const bytes = count * 4
  let i = 0
  for (; i + 2 < bytes; i += 3) {
    const three = (byteAt(values, i) << 16) | (byteAt(values, i + 1) << 8) | byteAt(values, i + 2)
    out += String.fromCharCode(
      digitAt(three >>> 18),
      digitAt((three >>> 12) & 63),
      digitAt((three >>> 6) & 63),
      digitAt(three & 63),
    )
  }
  if (i === bytes) return out
  const rest = (byteAt(values, i) << 16) | (i + 1 < bytes ? byteAt(values, i + 1) << 8 : 0)
  out += String.fromCharCode(digitAt(rest >>> 18), digitAt((rest >>> 12) & 63))
  return i + 1 < bytes ? out + String.fromCharCode(digitAt((rest >>> 6) & 63)) : out
}

const byteAt = (values: Uint32Array, i: number): number => (values[i >> 2]! >>> (24 - 8 * (i & 3))) & 255
const digitAt = (i: number): number => DIGITS.charCodeAt(i)

let digitValues: Uint8Array | undefined

/** The values of a signature, ascending. Empty for null or for a string that is no signature. */
export function readSignature(signature: string | null): Uint32Array {
  if (!signature) return new Uint32Array(0)
  if (!digitValues) {
    digitValues = new Uint8Array(128).fill(255)
    for (let i = 0; i < 64; i++) digitValues[DIGITS.charCodeAt(i)] = i
  }
  const bytes = Math.floor((signature.length * 6) / 8)
  const values = new Uint32Array(Math.min(SIGNATURE_SIZE, bytes >> 2))
  let buffer = 0
  let bits = 0
  let n = 0
  for (let i = 0; i < signature.length && n < values.length * 4; i++) {
    const digit = digitValues[signature.charCodeAt(i) & 127]!
    if (digit === 255 || signature.charCodeAt(i) > 127) return new Uint32Array(0)
    buffer = (buffer << 6) | digit
    bits += 6
    if (bits >= 8) {
      bits -= 8
      values[n >> 2] = ((values[n >> 2]! << 8) | ((buffer >>> bits) & 255)) >>> 0
      n++
      buffer &= (1 << bits) - 1
    }
  }
  return values
}
