/** A stretch between quotation marks, without the marks, as offsets in the text. */
export interface QuotedPhrase {
  readonly start: number
  readonly end: number
}

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '＂': '＂' }

/**
 * What stands between quotation marks, 2 to `longest` characters, without marks, line breaks or sentence ends inside:
 * the form a new formulation is first printed in. Book titles 《》 are names, not formulations, and are left out. One
 * pass.
 */
export function quotedPhrases(text: string, longest = 20): QuotedPhrase[] {
  const found: QuotedPhrase[] = []
  for (let i = 0; i < text.length; i++) {
    const closer = CLOSER[text[i]!]
    if (closer === undefined) continue
    const end = text.indexOf(closer, i + 1)
    if (end < 0) continue
    if (end - i - 1 >= 2 && end - i - 1 <= longest && plain(text, i + 1, end)) {
      found.push({ start: i + 1, end })
      i = end
    }
  }
  return found
}

const STOPS = new Set('“”‘’「」『』＂。！？；\n《》（）()')

function plain(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (STOPS.has(text[i]!)) return false
  return true
}
