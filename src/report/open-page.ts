import { type CleaningStep, type CleanText, cleanText } from '../text/index'
import type { Span } from '../text/span'
import { type HtmlHead, readHtmlHead } from './html-head'
import { paragraphSpans } from './paragraphs'
import { titleAndBody } from './part-of'
import type { RawReport } from './report'
import { beginsWith, findTitle, joinTitle } from './title'

/** An input cleaned and divided, before anything is read from it. */
export interface Page {
  readonly source: string
  readonly bodyShift: number
  readonly clean: CleanText
  readonly lines: readonly Span<'clean'>[]
  /** Title and how many of the first lines it fills. */
  readonly title: string | null
  readonly titleLines: number
  readonly head: HtmlHead | null
}

export interface OpenOptions {
  readonly html?: boolean
  readonly skip?: readonly CleaningStep[]
}

/** Cleans an input, puts a supplied title in front where the text does not begin with it, and finds the title lines. */
export function openPage(raw: RawReport, options: OpenOptions): Page {
  const html = options.html ?? raw.html !== undefined
  const body = raw.html ?? raw.text ?? ''
  const supplied = raw.title === undefined ? null : oneLine(raw.title)
  const head = html ? readHtmlHead(body) : null
  const skip = options.skip ? { skip: options.skip } : {}
  if (supplied === null || (!html && beginsWith(body, 0, supplied))) {
    const page = divide(body, 0, cleanText(body, { html, ...skip }), head)
    return supplied === null ? page : underSupplied(page, supplied)
  }
  const clean = html
    ? titleAndBody(cleanText(supplied, skip), cleanText(body, { html, ...skip }))
    : cleanText([supplied, body].join('\n'), skip) // joined, not added: one flat string, which is read faster
  const lines = paragraphSpans(clean.text)
  const titleEnd = clean.map.toClean(0, supplied.length).end
  const own = titleEnd > 0 ? clean.text.slice(0, titleEnd) : ''
  // The text may begin with the title after all, in the other script or behind furniture that is gone now.
  if (own !== '' && lines.length > 1 && beginsWith(clean.text, lines[1]!.start, own))
    return underSupplied(divide(body, 0, cleanText(body, { html, ...skip }), head), own)
  const rest = lines.length > 1 && own !== '' ? findTitle(clean.text, lines.slice(1)).lines : 0
  return {
    source: clean.source,
    bodyShift: supplied.length + 1,
    clean,
    lines,
    title: joinTitle([own === '' ? supplied : own]),
    titleLines: own === '' ? 0 : 1 + rest,
    head,
  }
}

const oneLine = (title: string): string | null =>
  (mayHoldBlank(title) ? title.replace(/[\s\u3000]+/g, ' ').trim() : title) || null

/** Most titles are Han characters throughout. */
function mayHoldBlank(title: string): boolean {
  for (let i = 0; i < title.length; i++) {
    const c = title.charCodeAt(i)
    if (c <= 0xa0 || (c >= 0x1680 && c <= 0x3000) || c === 0xfeff) return true
  }
  return false
}

function divide(source: string, bodyShift: number, clean: CleanText, head: HtmlHead | null): Page {
  const lines = paragraphSpans(clean.text)
  const found = findTitle(clean.text, lines)
  return {
    source,
    bodyShift,
    clean,
    lines,
    title: found.text ?? (head?.title ? joinTitle([head.title]) : null),
    titleLines: found.lines,
    head,
  }
}

/** A text that begins with the supplied title: at least the lines that the title fills are title lines. */
function underSupplied(page: Page, supplied: string): Page {
  const { text } = page.clean
  const wanted = bareLength(supplied)
  let lines = 0
  for (let read = 0; lines < page.lines.length && read < wanted; lines++) {
    const line = page.lines[lines]!
    read += bareLength(text.slice(line.start, line.end))
    if (read > wanted) break
  }
  const covered = lines > 0 && lines < page.lines.length
  const title = page.titleLines > 0 && page.titleLines <= lines ? page.title : joinTitle([supplied])
  return { ...page, title, titleLines: Math.max(page.titleLines, covered ? lines : 0) }
}

const bareLength = (text: string): number => text.replace(/[^\p{Script=Han}0-9]+/gu, '').length
