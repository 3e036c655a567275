import data from '../../data/text/html.json' with { type: 'json' }
import { readAttributes, scanHtml } from './html-scan'

/** An element by its place in the source. */
export interface HtmlElement {
  readonly name: string
  readonly parent: HtmlElement | null
  readonly start: number
  readonly contentStart: number
  /** Where the attributes begin. */
  readonly nameEnd: number
  contentEnd: number
  end: number
  /** Lower-case words of class and id. */
  readonly words: readonly string[]
  /** Not part of any article, or inside such an element. */
  readonly dropped: boolean
  /** Han characters of its text outside links, and inside them. */
  text: number
  linked: number
  /** Commas and full stops: what running text has and menus have not. */
  marks: number
}

export interface HtmlText {
  readonly start: number
  readonly end: number
  readonly parent: HtmlElement | null
}

export interface HtmlTree {
  readonly elements: readonly HtmlElement[]
  readonly texts: readonly HtmlText[]
}

const voids: ReadonlySet<string> = new Set(data.void)
const droppedNames: ReadonlySet<string> = new Set(data.dropped.names)
const droppedWords: ReadonlySet<string> = new Set(data.droppedClasses.words)
const closers: Readonly<Record<string, readonly string[]>> = data.closedByNext
/** Tags longer than this are data, not structure: their attributes are not read. */
const longestTag = 4000

const wordsOf = (source: string): readonly string[] => {
  if (!/class|id|style|hidden/i.test(source)) return []
  const attributes = readAttributes(source)
  const words = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
  if (/display\s*:\s*none/i.test(attributes.get('style') ?? '') || attributes.has('hidden')) words.push('hidden')
  return words
}

const isHan = (unit: number) => unit >= 0x3400 && unit < 0xa000

/** Elements and texts of a page in source order; end tags that close nothing are ignored, open elements end with the page. */
export const parseHtml = (source: string): HtmlTree => {
  const elements: HtmlElement[] = []
  const texts: HtmlText[] = []
  const stack: HtmlElement[] = []
  const open = new Map<string, number>()
  const top = () => stack.at(-1) ?? null
  const pop = (contentEnd: number, end: number) => {
    const element = stack.pop()!
    open.set(element.name, open.get(element.name)! - 1)
    element.contentEnd = contentEnd
    element.end = end
    const { parent } = element
    if (parent === null || element.dropped) return
    parent.text += element.name === 'a' ? 0 : element.text
    parent.linked += element.name === 'a' ? element.text + element.linked : element.linked
    parent.marks += element.name === 'a' ? 0 : element.marks
  }
  scanHtml(source, {
    text(start, end) {
      const parent = top()
      texts.push({ start, end, parent })
      if (parent === null || parent.dropped) return
      for (let i = start; i < end; i++) {
        const unit = source.charCodeAt(i)
        if (isHan(unit)) parent.text++
        else if (unit === 0xff0c || unit === 0x3002 || unit === 0xff1b) parent.marks++
      }
    },
    open(name, start, nameEnd, end) {
      while (stack.length > 0 && closers[stack.at(-1)!.name]?.includes(name)) pop(start, start)
      const parent = top()
      const words = end - nameEnd > 4 && end - nameEnd < longestTag ? wordsOf(source.slice(nameEnd, end - 1)) : []
      const dropped =
        (parent?.dropped ?? false) || droppedNames.has(name) || words.some((word) => droppedWords.has(word))
      const element: HtmlElement = {
        name,
        parent,
        start,
        nameEnd,
        contentStart: end,
        contentEnd: end,
        end,
        words,
        dropped,
        text: 0,
        linked: 0,
        marks: 0,
      }
      elements.push(element)
      if (voids.has(name) || source[end - 2] === '/') return
      stack.push(element)
      open.set(name, (open.get(name) ?? 0) + 1)
    },
    close(name, start, end) {
      if ((open.get(name) ?? 0) === 0) return
      while (stack.at(-1)!.name !== name) pop(start, start)
      pop(start, end)
    },
  })
  while (stack.length > 0) pop(source.length, source.length)
  return { elements, texts }
}
