import data from '../../data/text/html.json' with { type: 'json' }
import { Edits, type StepOutcome } from './edits'
import { findBody } from './html-body'
import { entityAt } from './html-entity'
import { readAttributes } from './html-scan'
import { type HtmlElement, type HtmlText, type HtmlTree, parseHtml } from './html-tree'

/** What a page says of its article outside the text. Printed forms, not interpreted; null where it says nothing. */
export interface HtmlMetadata {
  /** Headline: page data, else h1, else the headline element, else the first part of the window title. */
  readonly title: string | null
  readonly published: string | null
  readonly source: string | null
}

export interface HtmlOutcome {
  readonly outcome: StepOutcome | null
  readonly metadata: HtmlMetadata
}

const blocks: ReadonlySet<string> = new Set(data.block)
const cells: ReadonlySet<string> = new Set(data.cells)
const titleWords: ReadonlySet<string> = new Set(data.titles.words)

const isHan = (unit: number) => (unit >= 0x3400 && unit < 0xa000) || (unit >= 0x3000 && unit < 0x3040) || unit >= 0xff00
const isBlank = (unit: number) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

/** Text of a piece of source with its references decoded and blanks folded. */
const plain = (source: string): string => {
  let text = ''
  for (let i = 0; i < source.length; i++) {
    const entity = source[i] === '&' ? entityAt(source, i) : null
    text += entity?.text ?? source[i]
    if (entity !== null) i = entity.end - 1
  }
  return text.replace(/[\s\u3000]+/g, ' ').trim()
}

const textOf = (source: string, element: HtmlElement, { texts }: HtmlTree): string => {
  let text = ''
  for (const { start, end } of texts)
    if (start >= element.contentStart && end <= element.contentEnd) text += source.slice(start, end)
  return plain(text)
}

/** The window title without the names of site and section after it. */
const firstPart = (title: string): string => title.split(/\s*[_|]\s*|\s+[-–—]+\s+|-(?=[^-]{2,14}$)/)[0]!.trim()

const leastTitle = 4
const longestTitle = 120

const findTitle = (tree: HtmlTree, body: HtmlElement | null): HtmlElement | null => {
  let best: HtmlElement | null = null
  for (const element of tree.elements) {
    if (element.dropped || element.text < leastTitle || element.text > longestTitle) continue
    if (body !== null && element.start > body.start && element.name !== 'h1') break
    if (element.name === 'h1') return element
    if (element.words.some((word) => titleWords.has(word)) && element.linked === 0) best = element
    else if (best === null && element.name === 'h2' && element.linked === 0) best = element
  }
  return best
}

const readMetadata = (source: string, tree: HtmlTree, titleElement: HtmlElement | null): HtmlMetadata => {
  const values = new Map<string, string>()
  let window: string | null = null
  for (const element of tree.elements) {
    if (element.name === 'title' && window === null) window = textOf(source, element, tree)
    if (element.name !== 'meta') continue
    const attributes = readAttributes(source.slice(element.nameEnd, element.contentStart - 1))
    const name = (
      attributes.get('name') ??
      attributes.get('property') ??
      attributes.get('itemprop') ??
      ''
    ).toLowerCase()
    const content = plain(attributes.get('content') ?? '')
    if (name !== '' && content !== '' && !values.has(name)) values.set(name, content)
  }
  const first = (names: readonly string[]) =>
    names.map((name) => values.get(name)).find((value) => value !== undefined) ?? null
  return {
    title:
      values.get('articletitle') ??
      (titleElement === null ? null : textOf(source, titleElement, tree)) ??
      first(data.meta.title) ??
      (window === null || window === '' ? null : firstPart(window)),
    published: first(data.meta.published),
    source: first(data.meta.source),
  }
}

const inside = (text: HtmlText, element: HtmlElement) =>
  text.start >= element.contentStart && text.end <= element.contentEnd

/** Words of a line of page data, kept for the furniture step to read. */
const metaWords = /来源|來源|日期|时间|時間|发布|發布|作者|编辑|編輯|浏览|点击/

/**
 * Finds the article of a page and makes text of it: tags, references and everything beside the article are edits, so that
 * positions reach the HTML source. Kept are the headline, the lines of page data between it and the article, and the
 * article. Block elements divide lines. Without any article, all text outside scripts and menus is kept.
 */
export const readHtml = (source: string): HtmlOutcome => {
  const tree = parseHtml(source)
  const body = findBody(tree)
  const title = findTitle(tree, body)
  const metadata = readMetadata(source, tree, title)

  const edits = new Edits()
  let from = 0 // end of the last text kept
  let divider = '' // what stands between it and the next one
  let any = false
  const rank = (d: string) => (d === '\n' ? 2 : d === ' ' ? 1 : 0)
  const divide = (d: string) => {
    if (rank(d) > rank(divider)) divider = d
  }
  let next = 0
  const passTags = (to: number) => {
    for (; next < tree.elements.length && tree.elements[next]!.start < to; next++) {
      const { name } = tree.elements[next]!
      if (blocks.has(name)) divide('\n')
      else if (cells.has(name)) divide(' ')
    }
  }
  const ends = tree.elements
    .filter(({ name, end, contentEnd }) => end > contentEnd && (blocks.has(name) || cells.has(name)))
    .sort((a, b) => a.contentEnd - b.contentEnd)
  let nextEnd = 0
  const passEnds = (to: number) => {
    for (; nextEnd < ends.length && ends[nextEnd]!.contentEnd < to; nextEnd++)
      divide(blocks.has(ends[nextEnd]!.name) ? '\n' : ' ')
  }
  const afterTitle = title?.end ?? 0
  for (const text of tree.texts) {
    if (text.parent?.dropped || text.parent?.name === 'title') continue
    const kept =
      body === null ||
      inside(text, body) ||
      (title !== null && inside(text, title)) ||
      (text.start >= afterTitle &&
        text.end <= body.start &&
        text.end - text.start < 200 &&
        metaWords.test(source.slice(text.start, text.end)))
    if (!kept) continue
    passTags(text.start + 1)
    passEnds(text.start + 1)
    if (body !== null && text.start >= body.contentStart && from < body.contentStart) divide('\n')
    keep(text.start, text.end)
  }
  if (from < source.length) edits.remove(from, source.length)
  return { outcome: edits.apply(source), metadata }

  /** Keeps a text, its references decoded, its line ends (which HTML does not show) folded. */
  function keep(start: number, end: number): void {
    let blank = true
    for (let i = start; i < end && blank; i++) blank = isBlank(source.charCodeAt(i))
    if (blank) {
      if (any) divide(' ')
      return
    }
    if (start > from) edits.replace(from, start, any ? divider : '')
    else if (any && divider !== '') edits.replace(start, start, divider)
    divider = ''
    any = true
    from = end
    for (let i = start; i < end; i++) {
      const unit = source.charCodeAt(i)
      if (unit === 0x26) {
        const entity = entityAt(source, i)
        if (entity === null || entity.end > end) continue
        edits.replace(i, entity.end, entity.text)
        i = entity.end - 1
      } else if (unit === 0x0a || unit === 0x0d) {
        let first = i
        while (first > start && isBlank(source.charCodeAt(first - 1)) && first > edits.end) first--
        let last = i + 1
        while (last < end && isBlank(source.charCodeAt(last))) last++
        const tight =
          first === start || last === end || (isHan(source.charCodeAt(first - 1)) && isHan(source.charCodeAt(last)))
        edits.replace(first, last, tight ? '' : ' ')
        i = last - 1
      }
    }
  }
}
