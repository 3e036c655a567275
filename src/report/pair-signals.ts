/** Tells in one pass which groups of words a piece of text holds. */
export interface PairSignals {
  /** Bit `1 << g` is set where a word of group `g` stands in the range. */
  scan(text: string, start: number, end: number): number
}

/**
 * Words are told by their first two characters: a flag on the first, then one look-up by both. Meant for a handful of groups of words of
 * which no two share two first characters with different meanings.
 *
 * @param groups at most 31 lists of words of two or more characters
 */
export function pairSignals(groups: readonly (readonly string[])[]): PairSignals {
  const first = new Uint8Array(65536)
  const bits = new Map<number, number>()
  groups.forEach((words, group) => {
    for (const word of words) {
      const key = word.charCodeAt(0) * 65536 + word.charCodeAt(1)
      first[word.charCodeAt(0)] = 1
      bits.set(key, (bits.get(key) ?? 0) | (1 << group))
    }
  })
  return {
    scan(text, start, end) {
      let found = 0
      for (let i = start; i < end - 1; i++) {
        const c = text.charCodeAt(i)
        if (first[c] === 0) continue
        found |= bits.get(c * 65536 + text.charCodeAt(i + 1)) ?? 0
      }
      return found
    },
  }
}
