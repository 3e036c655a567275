/**
 * Words looked up at a place in a text, longest first, forwards from their first character or backwards from their last.
 *
 * @example
 * const t = new WordTable([['强调', 1], ['强调指出', 2]])
 * t.at('他强调指出，', 1) // { word: '强调指出', value: 2 }
 */
export class WordTable<T> {
  readonly #first = new Map<number, Entry<T>[]>()
  readonly #last = new Map<number, Entry<T>[]>()
  // One bit a character code, 8 KB each: most look-ups end here.
  readonly #starts = new Uint8Array(8192)
  readonly #ends = new Uint8Array(8192)

  constructor(words: Iterable<readonly [string, T]>) {
    for (const [word, value] of words) {
      const last = word.charCodeAt(word.length - 1)
      const entry = { word, value, second: word.charCodeAt(1), beforeLast: word.charCodeAt(word.length - 2) }
      push(this.#first, word.charCodeAt(0), entry)
      push(this.#last, last, entry)
      mark(this.#starts, word.charCodeAt(0))
      mark(this.#ends, last)
    }
    for (const list of this.#first.values()) if (list.length > 1) list.sort((a, b) => b.word.length - a.word.length)
    for (const list of this.#last.values()) if (list.length > 1) list.sort((a, b) => b.word.length - a.word.length)
  }

  /** Longest word that starts at `at` and ends at or before `limit`. */
  at(text: string, at: number, limit = text.length): { readonly word: string; readonly value: T } | undefined {
    const code = text.charCodeAt(at)
    if (!((this.#starts[code >> 3]! >> (code & 7)) & 1) || at >= limit) return undefined
    const list = this.#first.get(code)!
    const second = text.charCodeAt(at + 1)
    for (let k = 0; k < list.length; k++) {
      const e = list[k]!
      const { length } = e.word
      if (length === 1) return e
      if (e.second !== second || at + length > limit) continue
      if (length === 2 || text.startsWith(e.word, at)) return e
    }
    return undefined
  }

  /** Longest word that ends at `end` (exclusive) and starts at or after `from`. */
  before(text: string, end: number, from = 0): { readonly word: string; readonly value: T } | undefined {
    const code = text.charCodeAt(end - 1)
    if (!((this.#ends[code >> 3]! >> (code & 7)) & 1) || end <= from) return undefined
    const list = this.#last.get(code)!
    const previous = text.charCodeAt(end - 2)
    for (let k = 0; k < list.length; k++) {
      const e = list[k]!
      const { length } = e.word
      if (length === 1) return e
      if (e.beforeLast !== previous || end - length < from) continue
      if (length === 2 || text.startsWith(e.word, end - length)) return e
    }
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

interface Entry<T> {
  readonly word: string
  readonly value: T
  readonly second: number
  readonly beforeLast: number
}

const mark = (bits: Uint8Array, code: number): void => {
  bits[code >> 3]! |= 1 << (code & 7)
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
