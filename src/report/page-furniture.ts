import type { CleanText } from '../text/index'
import type { Span } from '../text/span'
import { readEditors, readNames } from './byline'
import type { HtmlHead } from './html-head'
import { isMetaLine, readMetaLines } from './meta-line'

/** What a page prints around its text. */
export interface PageFurniture {
  readonly published: string | null
  readonly publishedText: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly editors: Record<string, string>
  readonly footer: readonly string[]
  readonly columns: readonly string[]
  readonly all: readonly string[]
}

const none: readonly string[] = []

/**
 * What the page prints around the text. Stamps of the site's machine and footers never give a date.
 *
 * @param leftIn lines of the text that may be the page's own: those between title and story, or all where the removal of furniture is switched off
 */
export function readFurniture(
  clean: CleanText,
  head: HtmlHead | null,
  text: string,
  leftIn: readonly Span<'clean'>[],
): PageFurniture {
  const lines = leftIn.length > 0 ? leftOvers(text, leftIn) : []
  if (clean.furniture.length === 0 && lines.length === 0 && head === null)
    return {
      published: null,
      publishedText: null,
      outlet: null,
      authors: none,
      editors: {},
      footer: none,
      columns: none,
      all: none,
    }
  const of = (...kinds: readonly string[]) => clean.furniture.filter((f) => kinds.includes(f.kind)).map((f) => f.text)
  const credits = of('credit')
  const meta = readMetaLines([
    ...of('meta-line'),
    ...lines,
    ...of('e-paper'),
    ...credits.filter((c) => c.includes('来源') || c.includes('稿源')),
  ])
  const authors = meta.authors ?? head?.authors ?? ''
  const editors = readEditors([...of('editors'), ...lines])
  const code = of('editor-code')[0]
  if (code) editors['code'] = code.trim()
  return {
    published: meta.published ?? head?.published ?? null,
    publishedText: meta.published ? meta.publishedText : (head?.publishedText ?? null),
    outlet: meta.outlet ?? head?.outlet ?? null,
    authors:
      authors === '' ? credits.flatMap(readNames) : [...readNames(`作者 ${authors}`), ...credits.flatMap(readNames)],
    editors,
    footer: of('footer'),
    columns: of('column-label'),
    all: clean.furniture.map((f) => f.text),
  }
}

/** A colon, a bar or a digit at its head: no page prints its fields without. */
function mayBeMeta(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if (first >= 48 && first <= 57) return true
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3a || c === 0xff1a || c === 0x4e28) return true
  }
  return false
}

/** Meta lines that are still part of the text because their removal was switched off: short lines at its edges with a labelled field. */
function leftOvers(text: string, body: readonly Span<'clean'>[]): string[] {
  const found: string[] = []
  for (let i = 0; i < body.length; i++) {
    if (i === 2) i = Math.max(i, body.length - 2)
    const { start, end } = body[i]!
    if (end - start > 80 || !mayBeMeta(text, start, end)) continue
    const line = text.slice(start, end)
    if (isMetaLine(line) || /(?:责编|责任编辑|审核|编审)\s?[:：丨]/.test(line)) found.push(line)
  }
  return found
}

/** Meta lines between title and story, where their removal was switched off. */
export function behindMetaLines(text: string, body: readonly Span<'clean'>[]): readonly Span<'clean'>[] {
  let first = 0
  while (
    first < body.length - 1 &&
    body[first]!.end - body[first]!.start <= 80 &&
    mayBeMeta(text, body[first]!.start, body[first]!.end) &&
    isMetaLine(text.slice(body[first]!.start, body[first]!.end))
  )
    first++
  return first === 0 ? body : body.slice(first)
}
