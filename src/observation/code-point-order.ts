/**
 * Order of two strings by code point, as every tie in a result is broken. Independent of locale; unlike `<` on
 * strings it puts 𠮷 (outside the basic plane) after every character of the basic plane.
 *
 * @returns negative, zero or positive
 * @example ['\u{20BB7}', '\uFF01'].sort(byCodePoint) // => ['\uFF01', '\u{20BB7}']
 */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** As {@link byCodePoint}, with `null` after every string: what could not be named comes last. */
export function byCodePointNullLast(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return byCodePoint(a, b)
}

// Surrogates (D800–DFFF) stand for code points above E000–FFFF: move them behind.
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
