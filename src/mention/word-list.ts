/** Words that can be looked up by where they begin or end in a text, without trying each. */
export class WordList {
  private readonly byFirst = new Map<number, string[]>()
  private readonly byLast = new Map<number, string[]>()

  constructor(words: Iterable<string>) {
    // Longer first: the longest that fits is found first.
    for (const word of [...words].sort((a, b) => b.length - a.length)) {
      add(this.byFirst, word.charCodeAt(0), word)
      add(this.byLast, word.charCodeAt(word.length - 1), word)
    }
  }

  /** The longest word that ends at `end` and begins at or behind `floor`, or null. */
  endingAt(text: string, end: number, floor: number): string | null {
    const words = end > floor ? this.byLast.get(text.charCodeAt(end - 1)) : undefined
    return words?.find((w) => end - w.length >= floor && text.startsWith(w, end - w.length)) ?? null
  }

  /** The word that begins last in `[from, to)` and ends there too (at one place the longest), with its place; or null. */
  lastIn(text: string, from: number, to: number): { readonly word: string; readonly end: number } | null {
    for (let i = to - 1; i >= from; i--) {
      const word = this.byFirst.get(text.charCodeAt(i))?.find((w) => i + w.length <= to && text.startsWith(w, i))
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
