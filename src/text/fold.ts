import { blockSize, UnitBlock } from './code-units'

let kept: Uint8Array | undefined
const input = new UnitBlock()
const output = new UnitBlock()

/** Han characters (surrogates for those outside the basic plane) and ASCII digits. */
const keptUnits = (): Uint8Array => {
  if (kept === undefined) {
    kept = new Uint8Array(65536)
    for (const [from, to] of [
      [0x30, 0x3a],
      [0x3007, 0x3008],
      [0x3400, 0x4dc0],
      [0x4e00, 0xa000],
      [0xd800, 0xe000],
      [0xf900, 0xfb00],
    ] as const)
      kept.fill(1, from, to)
  }
  return kept
}

/**
 * Han characters and digits only, simplified characters expected: what two copies of a report still share after
 * punctuation, quotation marks, spaces and line breaks were changed on the way. For reprint hashing and for comparing
 * names. Positions do not carry over. Text outside the basic plane is kept whatever it is.
 *
 * @example foldForComparison('“五星”支部, 10 个') // => '五星支部10个'
 */
export const foldForComparison = (text: string): string => {
  const keep = keptUnits()
  let result = ''
  for (let from = 0; from < text.length; from += blockSize) {
    const size = Math.min(blockSize, text.length - from)
    input.read(text, from, from + size)
    let length = 0
    for (let i = 0; i < size; i++) {
      const unit = input.units[i]!
      output.units[length] = unit
      length += keep[unit]!
    }
    result += output.toString(length)
  }
  return result
}
