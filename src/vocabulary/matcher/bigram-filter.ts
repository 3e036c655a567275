/** log2 of the number of filter rows: 2¹⁵ rows of two bytes, 64 KB, stay in the second-level cache. */
const BITS = 15
export const FILTER_MASK = (1 << BITS) - 1
/** Odd, so that it permutes the rows; chosen for few collisions among two-character prefixes. */
export const FILTER_FACTOR = 0x2f35

/** Bits of a row that open a lane, and those that close one. See {@link buildFilter}. */
export const LANES_OPEN = 0b001001001
export const LANES_CLOSE = 0b100100100

/**
 * Which pairs of characters may stand at which place of a pattern's beginning, for a shift-and search: the row of a pair
 * has a bit per lane and place.
 *
 * - lane 0 (bits 0–2): patterns of four characters and more, pairs 1–2, 2–3, 3–4;
 * - lane 1 (bits 3–5): patterns of three, pairs 1–2, 2–3, then anything;
 * - lane 2 (bits 6–8): patterns of two, the pair, then anything twice.
 *
 * With `state = (state << 1 | LANES_OPEN) & row` once per character, a closing bit says: what began three characters ago may
 * be a pattern. Nine positions in ten never leave this one line. Rows are shared by hash, so a closing bit may be wrong;
 * a missing one never is.
 */
export function buildFilter(patterns: readonly string[]): Uint16Array {
  const rows = new Uint16Array(1 << BITS).fill(0b110100000)
  const mark = (pattern: string, at: number, bit: number) => {
    rows[(Math.imul(pattern.charCodeAt(at), FILTER_FACTOR) + pattern.charCodeAt(at + 1)) & FILTER_MASK]! |= bit
  }
  for (const pattern of patterns) {
    if (pattern.length >= 4) for (let i = 0; i < 3; i++) mark(pattern, i, 1 << i)
    else if (pattern.length === 3) for (let i = 0; i < 2; i++) mark(pattern, i, 8 << i)
    else if (pattern.length === 2) mark(pattern, 0, 64)
  }
  return rows
}
