const primes = (n: number): number[] => {
  const found: number[] = []
  for (let i = 2; found.length < n; i++) if (found.every((p) => i % p !== 0)) found.push(i)
  return found
}
/** First 32 bits of the fractional part, as FIPS 180-4 derives its constants. */
const fraction = (x: number): number => ((x - Math.floor(x)) * 2 ** 32) | 0

let constants: { k: Int32Array; h: Int32Array } | undefined

/**
 * SHA-256 of a string's UTF-8 bytes, in hex (FIPS 180-4), for identifying vocabularies. Written out because the platform's
 * own is asynchronous or not in browsers.
 *
 * @example sha256('abc') // => 'ba7816bf8f01cfea…'
 */
export function sha256(text: string): string {
  constants ??= {
    k: Int32Array.from(primes(64), (p) => fraction(Math.cbrt(p))),
    h: Int32Array.from(primes(8), (p) => fraction(Math.sqrt(p))),
  }
  const bytes = new TextEncoder().encode(text)
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const { k } = constants
  const state = constants.h.slice()
  const w = new Int32Array(64)
  const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n))
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!
      const b = w[i - 2]!
      w[i] =
        w[i - 16]! +
        (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) +
        w[i - 7]! +
        (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10))
    }
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    let e = state[4]!
    let f = state[5]!
    let g = state[6]!
    let h = state[7]!
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0
      const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0]! += a
    state[1]! += b
    state[2]! += c
    state[3]! += d
    state[4]! += e
    state[5]! += f
    state[6]! += g
    state[7]! += h
  }
  return Array.from(state, (x) => (x >>> 0).toString(16).padStart(8, '0')).join('')
}
