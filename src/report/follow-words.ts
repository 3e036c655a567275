/** Words tested at a given place of a text: a look-up by first (or last) character, then the few words that share it. */
export interface FollowWords {
  /** Whether one of the words stands at `at`. */
  at(text: string, at: number): boolean
  /** Whether one of the words ends at `end`, not starting before `from`. */
  endingAt(text: string, end: number, from: number): boolean
  /** Offset of the first of the words in a range, or −1. */
  firstIn(text: string, from: number, to: number): number
}

export function followWords(words: readonly string[]): FollowWords {
  const byFirst = new Map<number, string[]>()
  const byLast = new Map<number, string[]>()
  for (const word of words) {
    push(byFirst, word.charCodeAt(0), word)
    push(byLast, word.charCodeAt(word.length - 1), word)
  }
  const at = (text: string, i: number): boolean => {
    const list = byFirst.get(text.charCodeAt(i))
    if (list === undefined) return false
    for (const word of list) if (text.startsWith(word, i)) return true
    return false
  }
  return {
    at,
    endingAt(text, end, from) {
      const list = byLast.get(text.charCodeAt(end - 1))
      if (list === undefined) return false
      for (const word of list) if (end - word.length >= from && text.startsWith(word, end - word.length)) return true
      return false
    },
    firstIn(text, from, to) {
      for (let i = from; i < to; i++) if (at(text, i)) return i
      return -1
    },
  }
}

function push(map: Map<number, string[]>, key: number, word: string): void {
  const list = map.get(key)
  if (list) list.push(word)
  else map.set(key, [word])
}
