/**
 * Orders strings by code point, the same on every machine and in every locale. JavaScript's own order compares UTF-16
 * units, which puts characters beyond the basic plane (rare place-name characters) before U+E000–U+FFFF.
 */
export function byCodePoint(a: string, b: string): number {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rotated(x) - rotated(y)
  }
  return a.length - b.length
}

/** Moves surrogates above all other units, so that comparing units compares code points. */
function rotated(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
