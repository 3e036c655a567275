import { Edits, type StepOutcome } from './edits'

const isHan = (unit: number) => (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)
const isAlphanumeric = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
const isBlank = (unit: number) => unit === 0x20 || unit === 0xa0 || unit === 0x3000

/** Single characters that a run of junk has at least. */
const leastTokens = 4

/** Pictographs and dingbats of the basic plane; ★ ☆ and the circled digits are used in text. */
const isDingbat = (unit: number) =>
  (unit >= 0x2600 && unit <= 0x27bf && unit !== 0x2605 && unit !== 0x2606 && !(unit >= 0x2776 && unit <= 0x2793)) ||
  (unit >= 0x2b00 && unit <= 0x2bff)

/** Units of a symbol outside text at `at`: private use, emoji, dingbats. 0 for text. */
const symbolLength = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  if (unit < 0x2600) return 0
  if ((unit >= 0xe000 && unit < 0xf900) || isDingbat(unit)) return 1
  if (unit < 0xd800 || unit > 0xdbff) return 0
  const low = text.charCodeAt(at + 1)
  if (!(low >= 0xdc00 && low < 0xe000)) return 0
  const point = (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000
  return (point >= 0x1f000 && point <= 0x1faff) || point >= 0xf0000 ? 2 : 0
}

/**
 * The end of a run of junk that begins at `at`, after a Han character: single ASCII characters divided by blanks (the
 * first and last may touch the text), signs among them, then a Han character. `at` itself where there is none.
 */
const junkEnd = (text: string, at: number): number => {
  let tokens = 0
  let signs = 0
  let glued = 0 // characters of the present token
  let i = at
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isBlank(unit)) glued = 0
    else if (unit > 0x20 && unit < 0x7f) {
      if (++glued > 1) return at
      tokens++
      if (!isAlphanumeric(unit)) signs++
    } else break
  }
  return tokens >= leastTokens && signs > 0 && isHan(text.charCodeAt(i)) ? i : at
}

/** Takes out emoji, dingbats and private-use characters (noise 1.15). */
export const removeSymbols = (text: string): StepOutcome | null => {
  const edits = new Edits()
  for (let i = 0; i < text.length; i++) {
    const length = symbolLength(text, i)
    if (length === 0) continue
    edits.remove(i, i + length)
    i += length - 1
  }
  return edits.apply(text)
}

/**
 * Takes out runs of single ASCII characters between Han characters that scrapers' traps put in
 * (`复工Q : P ! w G复产`, noise 1.6).
 */
export const removeAsciiJunk = (text: string): StepOutcome | null => {
  const edits = new Edits()
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
    // A single character between two blanks, or glued to a Han character before the first blank.
    if (!isBlank(text.charCodeAt(blank + 2))) continue
    const start = isHan(text.charCodeAt(blank - 1)) ? blank : isHan(text.charCodeAt(blank - 2)) ? blank - 1 : -1
    if (start < edits.end) continue
    const end = junkEnd(text, start)
    edits.remove(start, end)
    blank = Math.max(blank, end - 1)
  }
  return edits.apply(text)
}
