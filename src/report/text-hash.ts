import { unitsOf } from '../text/code-units'

/**
 * 128-bit hash of a string's UTF-16 units as 32 hexadecimal digits: names a text where no reader hashed its bytes. Not cryptographic: four
 * lanes of multiply and rotate with a final mix (after MurmurHash3's finaliser). Equal strings give equal hashes on every machine.
 */
export function hashText(text: string): string {
  let a = 0x9368e53c | 0
  let b = 0x586dcd20 | 0
  let c = 0x3c6ef372 | 0
  let d = 0x1b873593 | 0
  const { length } = text
  const units = unitsOf(text)
  for (let i = 0; i < length; i++) {
    const unit = units[i]!
    a = Math.imul(a ^ unit, 0x85ebca6b)
    b = Math.imul((b << 5) ^ (b >>> 27) ^ unit, 0xc2b2ae35)
    c = Math.imul((c + unit) | 0, 0x9e3779b1) ^ b
    d = (Math.imul((d << 13) ^ (d >>> 19) ^ a, 5) + unit) | 0 // kept to 32 bits: the lanes stay integers
  }
  const lane = 0x27d4eb2f
  return (
    hex(finish(a ^ length)) +
    hex(finish(b ^ length ^ lane)) +
    hex(finish(c ^ length ^ (2 * lane))) +
    hex(finish(d ^ length ^ (3 * lane)))
  )
}

function finish(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

const digit = (x: number): number => (x < 10 ? 48 + x : 87 + x)

/** Eight hexadecimal digits. */
const hex = (x: number): string =>
  String.fromCharCode(
    digit(x >>> 28),
    digit((x >>> 24) & 15),
    digit((x >>> 20) & 15),
    digit((x >>> 16) & 15),
    digit((x >>> 12) & 15),
    digit((x >>> 8) & 15),
    digit((x >>> 4) & 15),
    digit(x & 15),
  )
