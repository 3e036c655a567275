/** Units looked at in one go: their places fit the cache. */
export const stretch = 2048

/** A buffer for the places of one stretch. */
export const placesBuffer = (): Int32Array => new Int32Array(stretch)

/**
 * Where the units of `[from, to)` stand that the table does not give 0, written to `places` in order; at most {@link stretch} units.
 * Free of branches: of every twelve characters one is a mark, and each wrongly foreseen branch costs as much as ten characters.
 *
 * @returns how many
 */
export const placesOf = (
  units: Uint16Array,
  from: number,
  to: number,
  table: Uint8Array,
  places: Int32Array,
): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    places[count] = i
    count += (table[units[i]!]! + 255) >> 8
  }
  return count
}

/** Two units as one 32-bit number. */
export const pairKey = (first: number, second: number): number => (first << 16) | second

const pairBit = (first: number, second: number): number => ((first * 31) ^ (second * 7)) & 0xffff

/** Sets the bit of a pair in a table of 8,192 bytes, for {@link pairPlacesOf}. */
export const markPair = (pairs: Uint8Array, first: number, second: number): void => {
  const bit = pairBit(first, second)
  pairs[bit >> 3]! |= 1 << (bit & 7)
}

/** As {@link placesOf}, where a unit and the next have their bit set: a word may begin there. Other pairs can share a bit. */
export const pairPlacesOf = (
  units: Uint16Array,
  from: number,
  to: number,
  pairs: Uint8Array,
  places: Int32Array,
): number => {
  let count = 0
  let unit = units[from]!
  for (let i = from; i < to; i++) {
    const next = units[i + 1]!
    const bit = pairBit(unit, next)
    places[count] = i
    count += (pairs[bit >> 3]! >> (bit & 7)) & 1
    unit = next
  }
  return count
}
