/** Code points that terminals and CJK fonts draw two cells wide (East Asian Wide and Fullwidth), as ranges. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

/**
 * Width of a string in terminal cells: two for a Chinese character or full-width sign, none for a combining mark, one
 * otherwise. Chinese quotation marks count as two, as CJK fonts draw them.
 *
 * @example displayWidth('项目 A') // => 6
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += cellWidth(character.codePointAt(0)!)
  return width
}

function cellWidth(code: number): number {
  if (code < 0x300) return 1
  if (code <= 0x36f || code === 0x200b || (code >= 0xfe00 && code <= 0xfe0f)) return 0
  if (code >= 0x2018 && code <= 0x201d) return 2
  for (const [from, to] of WIDE) if (code >= from && code <= to) return 2
  return 1
}

/** Pads to a width in cells, on the right for text and on the left for numbers. Longer strings are returned as they are. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const missing = Math.max(0, width - displayWidth(text))
  return side === 'right' ? text + ' '.repeat(missing) : ' '.repeat(missing) + text
}

/** Cuts to a width in cells and marks the cut with `…`. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let out = ''
  let used = 0
  for (const character of text) {
    const w = cellWidth(character.codePointAt(0)!)
    if (used + w > width - 1) break
    out += character
    used += w
  }
  return out + '…'
}

/** Cuts to a width in cells at the beginning, and marks the cut with `…`: what stands at the end is kept. */
export function clipStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const characters = [...text]
  let used = 0
  let from = characters.length
  while (from > 0) {
    const w = displayWidth(characters[from - 1]!)
    if (used + w > width - 1) break
    used += w
    from--
  }
  return `…${characters.slice(from).join('')}`
}

/** Breaks running text into lines of at most `width` cells, between words; Chinese may be broken after any character. */
export function foldText(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of text.split(/(?<=\s)|(?<=[\u2e80-\u9fff\uff00-\uffef])/)) {
    const w = displayWidth(piece.trimEnd())
    if (used > 0 && used + w > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += displayWidth(piece)
  }
  return [...lines, line].join('\n')
}
