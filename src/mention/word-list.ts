const MASK = 0xfff

/** Words that can be looked up by where they begin or end in a text, without trying each. */
export class WordList {
  private readonly byFirst = new Map<number, string[]>()
  private readonly byLast = new Map<number, string[]>()
  /** Bit 1: a word may begin with a character of this hash; bit 2: end with one. Most characters are settled by it. */
  private readonly may = new Uint8Array(MASK + 1)

  constructor(words: Iterable<string>) {
    // Longer first: the longest that fits is found first.
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      const first = word.charCodeAt(0)
      const last = word.charCodeAt(word.length - 1)
      this.may[first & MASK]! |= 1
      this.may[last & MASK]! |= 2
      add(this.byFirst, first, word)
      add(this.byLast, last, word)
    }
  }

  /** The longest word that ends at `end` and begins at or behind `floor`, or null. */
  endingAt(text: string, end: number, floor: number): string | null {
    if (end <= floor) return null
    const last = text.charCodeAt(end - 1)
    if ((this.may[last & MASK]! & 2) === 0) return null
    const words = this.byLast.get(last)
    return words?.find((w) => end - w.length >= floor && text.startsWith(w, end - w.length)) ?? null
  }

  /** The word that begins last in `[from, to)` and ends there too (at one place the longest), with its place; or null. */
  lastIn(text: string, from: number, to: number): { readonly word: string; readonly end: number } | null {
    for (let i = to - 1; i >= from; i--) {
      const first = text.charCodeAt(i)
      if ((this.may[first & MASK]! & 1) === 0) continue
      const word = this.byFirst.get(first)?.find((w) => i + w.length <= to && text.startsWith(w, i))
      if (word !== undefined) return { word, end: i + word.length }
    }
    return null
  }
}

function add(map: Map<number, string[]>, key: number, word: string) {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}
