/**
 * JSON with the keys of every object in code-point order: two records that say the same are the same text, whatever file
 * format they came through.
 *
 * @example canonical({ b: 1, a: [2] }) // => '{"a":[2],"b":1}'
 */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : v,
  )
