/**
 * Words looked up at a place in a text, longest first, forwards from their first character or backwards from their last.
 *
 * @example
 * const t = new WordTable([['强调', 1], ['强调指出', 2]])
 * t.at('他强调指出，', 1) // { word: '强调指出', value: 2 }
 */
export class WordTable<T> {
  readonly #first = new Map<number, { word: string; value: T }[]>()
  readonly #last = new Map<number, { word: string; value: T }[]>()

  constructor(words: Iterable<readonly [string, T]>) {
    for (const [word, value] of words) {
      push(this.#first, word.charCodeAt(0), { word, value })
      push(this.#last, word.charCodeAt(word.length - 1), { word, value })
    }
    for (const list of [...this.#first.values(), ...this.#last.values()])
      list.sort((a, b) => b.word.length - a.word.length)
  }

  /** Longest word that starts at `at` and ends at or before `limit`. */
  at(text: string, at: number, limit = text.length): { readonly word: string; readonly value: T } | undefined {
    const list = this.#first.get(text.charCodeAt(at))
    if (list) for (const e of list) if (at + e.word.length <= limit && text.startsWith(e.word, at)) return e
    return undefined
  }

  /** Longest word that ends at `end` (exclusive) and starts at or after `from`. */
  before(text: string, end: number, from = 0): { readonly word: string; readonly value: T } | undefined {
    const list = this.#last.get(text.charCodeAt(end - 1))
    if (list)
      for (const e of list) if (end - e.word.length >= from && text.startsWith(e.word, end - e.word.length)) return e
    return undefined
  }

  /** Codes of first characters, for a class table. */
  firstCodes(): Iterable<number> {
    return this.#first.keys()
  }

  /** Codes of last characters, for a class table. */
  lastCodes(): Iterable<number> {
    return this.#last.keys()
  }
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
