/** How many parts an ideographic description operator (⿰ ⿱ ⿲ …, U+2FF0–2FFF) takes; 0 for other units. */
const arityOf = (unit: number): number => {
  if (unit < 0x2ff0 || unit > 0x2fff) return 0
  return unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2
}

/**
 * Ends of the ideographic description sequences of a text, by the position of their operator. A sequence such as ⿰氵吉
 * describes one character that has no code point, so its parts must not be converted one by one. An operator whose
 * sequence the text cuts off has no entry and counts as an ordinary character. Linear: worked out from the right.
 */
export const descriptionSequences = (text: string): ReadonlyMap<number, number> => {
  const ends = new Map<number, number>()
  for (let i = text.length - 1; i >= 0; i--) {
    const arity = arityOf(text.charCodeAt(i))
    if (arity === 0) continue
    let end = i + 1
    let missing = arity
    while (missing > 0 && end < text.length) {
      end = ends.get(end) ?? end + (text.codePointAt(end)! > 0xffff ? 2 : 1)
      missing--
    }
    if (missing === 0) ends.set(i, end)
  }
  return ends
}
