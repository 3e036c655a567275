/**
 * Seeded uniform numbers in [0, 1): the same seed gives the same sequence on every machine (sfc32 by Chris Doty-Humphrey, which passes PractRand;
 * seeded through splitmix32, first 15 outputs thrown away).
 *
 * @param seed any whole number
 */
export function createRandom(seed: number): () => number {
  let s = seed | 0
  const mix = (): number => {
    s = (s + 0x9e3779b9) | 0
    let t = s ^ (s >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return (t ^ (t >>> 15)) | 0
  }
  let a = mix()
  let b = mix()
  let c = mix()
  let counter = 1
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
