/** Values a page: a column grows by whole pages, so nothing is copied and at most one page stands empty. */
const PAGE_BITS = 13
const PAGE = 1 << PAGE_BITS

type Numbers = Int32Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/**
 * A growing column of whole numbers: 0 … 255 (`byte`), or of 32 bits, kept in 16 page by page where all of a page fit (`number`) or
 * not tried (`wide`).
 */
export class NumberColumn {
  readonly #pages: Numbers[] = []
  length = 0

  constructor(readonly kind: 'byte' | 'number' | 'wide') {}

  push(value: number): void {
    if (this.length >> PAGE_BITS === this.#pages.length) this.#pages.push(this.#page())
    this.set(this.length++, value)
  }

  at(i: number): number {
    return this.#pages[i >> PAGE_BITS]![i & (PAGE - 1)]!
  }

  set(i: number, value: number): void {
    const page = this.#pages[i >> PAGE_BITS]!
    if (page.BYTES_PER_ELEMENT === 2 && (value << 16) >> 16 !== value)
      (this.#pages[i >> PAGE_BITS] = Int32Array.from(page))[i & (PAGE - 1)] = value
    else page[i & (PAGE - 1)] = value
  }

  #page(): Numbers {
    if (this.kind === 'number') return new Int16Array(PAGE)
    return this.kind === 'byte' ? new Uint8Array(PAGE) : new Int32Array(PAGE)
  }

  /** All values in one array; the column is empty afterwards and keeps one page. */
  take(): Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> {
    const out = this.kind === 'byte' ? new Uint8Array(this.length) : new Int32Array(this.length)
    let to = this.length
    while (this.#pages.length > 0) {
      // From the last page on, each let go of as soon as it is copied.
      const from = (this.#pages.length - 1) << PAGE_BITS
      const page = this.#pages.length > 1 ? this.#pages.pop()! : this.#pages[0]!
      out.set(page.subarray(0, to - from), from)
      to = from
      if (from === 0) break
    }
    this.length = 0
    return out
  }
}

/** Between strings that are kept as one word: the unit separator, which no text holds. */
export const SEPARATOR = '\u001f'

/** Numbers for strings that come back often. */
export class WordList {
  #index = new Map<string, number>()
  #words: string[] = []
  #parts: (readonly string[] | undefined)[] = []

  /** Number of a word, -1 for null. */
  of(word: string | null): number {
    if (word === null) return -1
    const known = this.#index.get(word)
    if (known !== undefined) return known
    this.#index.set(word, this.#words.length)
    return this.#words.push(word) - 1
  }

  at(number: number): string | null {
    return number < 0 ? null : this.#words[number]!
  }

  /** A word that was joined of several by {@link SEPARATOR}, in its parts. Cut once, when first asked for. */
  parts(number: number): readonly string[] {
    return (this.#parts[number] ??= this.#words[number]!.split(SEPARATOR))
  }

  /** All words by number; the list is empty afterwards. */
  take(): string[] {
    const words = this.#words
    this.#words = []
    this.#parts = []
    this.#index = new Map()
    return words
  }
}
