import { escapeHtml } from '../escape-html'

/** Fonts that draw Chinese, in order of preference; the last resort is whatever the reader has. */
export const FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif"

/** Okabe and Ito's colours, told apart by colour-blind readers too (doi:10.1038/nmeth.1618), grey and yellow left out. */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#6a3d9a', '#333333'] as const
export const INK = '#222'
export const FAINT = '#888'
export const GRID = '#e4e4e4'

/** Colour of the n-th series. */
export const colour = (n: number): string => COLOURS[n % COLOURS.length]!

/**
 * Width of a text in pixels: one em for a Chinese character, 0.58 em for the rest. Slightly generous, because a label that
 * is given too much room is not clipped.
 */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const c of text) {
    const code = c.codePointAt(0)!
    em += code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026) ? 1 : 0.58
  }
  return em * size
}

/** Numbers in a drawing: two decimals, no trailing zeros, never NaN. */
export const px = (n: number): string => String(Math.round((Number.isFinite(n) ? n : 0) * 100) / 100)

type Attributes = Readonly<Record<string, string | number | undefined>>

const attributes = (values: Attributes): string =>
  Object.entries(values)
    .filter(([, v]) => v !== undefined)
    .map(([k, v]) => ` ${k}="${typeof v === 'number' ? px(v) : escapeHtml(String(v))}"`)
    .join('')

/** One SVG element; `content` is markup that is safe already. */
export const element = (name: string, values: Attributes, content = ''): string =>
  content ? `<${name}${attributes(values)}>${content}</${name}>` : `<${name}${attributes(values)}/>`

/** A text element; the string is escaped here. */
export const label = (text: string, x: number, y: number, values: Attributes = {}): string =>
  element('text', { x, y, fill: INK, ...values }, escapeHtml(text))

/** A tooltip for the element it is put into. */
export const tip = (text: string): string => `<title>${escapeHtml(text)}</title>`

/** A whole drawing: white paper, one font, scalable, readable by screen readers. */
export function sheet(width: number, height: number, title: string, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}"` +
    ` font-family="${escapeHtml(FONT)}" font-size="12" role="img" aria-label="${escapeHtml(title)}">` +
    element('rect', { width, height, fill: '#fff' }) +
    content +
    '</svg>'
  )
}

/** Marks that may not begin a line; they hang on the line before. */
const NEVER_FIRST = new Set('、，。；：！？”’）》】·')

/** Breaks a label into lines no wider than `width` (a closing mark may hang over); never drops a character. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const c of text) {
    if (line && !NEVER_FIRST.has(c) && textWidth(line + c, size) > width) {
      lines.push(line)
      line = ''
    }
    line += c
  }
  if (line) lines.push(line)
  return lines
}
