/**
 * 128-bit hash of a string's UTF-16 units as 32 hexadecimal digits: names a text where no reader hashed its bytes. Not cryptographic: four
 * lanes of multiply and rotate with a final mix (after MurmurHash3's finaliser). Equal strings give equal hashes on every machine.
 */
export function hashText(text: string): string {
  let a = 0x9368e53c | 0
  let b = 0x586dcd20 | 0
  let c = 0x3c6ef372 | 0
  let d = 0x1b873593 | 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x85ebca6b)
    b = Math.imul((b << 5) ^ (b >>> 27) ^ unit, 0xc2b2ae35)
    c = Math.imul(c + unit, 0x9e3779b1) ^ b
    d = Math.imul((d << 13) ^ (d >>> 19) ^ a, 5) + unit
  }
  return [a, b, c, d].map((lane, i) => hex(finish(lane ^ text.length ^ (i * 0x27d4eb2f)))).join('')
}

function finish(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')
