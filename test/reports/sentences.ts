const HAN = /[㐀-䶿一-鿿]/gu
const END = /[。！？；!?;\n]/u

/**
 * The sentences of a text, reduced to their Han characters, where they have at least `least` of them. Punctuation, digits and
 * quotation marks do not make two sentences different.
 */
export function hanSentences(text: string, least = 8): string[] {
  return text
    .split(END)
    .map((s) => (s.match(HAN) ?? []).join(''))
    .filter((s) => s.length >= least)
}

export interface SharedSentence {
  readonly sentence: string
  readonly texts: readonly string[]
}

/** Sentences that stand in two or more of the texts, with the keys of the texts, in order of appearance. */
export function sharedSentences(texts: Iterable<readonly [string, string]>, least = 8): SharedSentence[] {
  const where = new Map<string, string[]>()
  for (const [key, text] of texts)
    for (const sentence of new Set(hanSentences(text, least))) {
      const keys = where.get(sentence)
      if (keys) keys.push(key)
      else where.set(sentence, [key])
    }
  return [...where].filter(([, keys]) => keys.length > 1).map(([sentence, keys]) => ({ sentence, texts: keys }))
}
