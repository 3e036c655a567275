const BARS = '▁▂▃▄▅▆▇█'

/**
 * A series as one line of block characters, scaled to its own maximum. `null` (no reports in the period) is a dot, zero is
 * the lowest bar: a silence and a gap do not look alike.
 *
 * @example sparkline([0, 1, null, 2, 4]) // => '▁▂·▄█'
 */
export function sparkline(values: readonly (number | null)[]): string {
  let max = 0
  for (const v of values) if (v !== null && v > max) max = v
  return values
    .map((v) => (v === null ? '·' : max === 0 ? BARS[0] : BARS[Math.min(7, Math.floor((v / max) * 7.999))]))
    .join('')
}
