import { precisionOf, writeEdtf } from './edtf'
import type { PageMeta } from './meta-line'
import { readWrittenDate } from './written-date'

/** What the head of an HTML page says about the article. */
export interface HtmlHead extends PageMeta {
  readonly title: string | null
}

const HEAD = 20_000

/**
 * Reads the `<meta>` fields that Chinese government sites must print (ArticleTitle, PubDate, ContentSource, Author) and `<title>`. Stamps of the
 * machine that made the page (publishdate, createDate, Last-Modified) are not read: they can be years later than the article.
 */
export function readHtmlHead(html: string): HtmlHead {
  const head = html.slice(0, HEAD)
  const fields = new Map<string, string>()
  for (const tag of head.match(/<meta\s[^>]{1,800}>/gi) ?? []) {
    const name = /\bname\s*=\s*["']?([\w:.-]+)/i.exec(tag)?.[1]?.toLowerCase()
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    const value = decode(content?.[1] ?? content?.[2] ?? '').trim()
    if (name && value && !fields.has(name)) fields.set(name, value)
  }
  const paper = readPaper(head)
  const printed = fields.get('pubdate')
  const date = readDay(printed) ?? readDay(paper?.date)
  const browserTitle = tagText(head, 'title')
  return {
    title: fields.get('articletitle') ?? paper?.title ?? tagText(head, 'h1') ?? browserTitle,
    published: date,
    publishedText: date === null ? null : readDay(printed) ? `PubDate ${printed}` : `paper of ${paper?.date}`,
    outlet:
      fields.get('contentsource') ??
      (browserTitle && /^(\S{2,12}?)(?:数字报|电子版|电子报)/.exec(browserTitle)?.[1]) ??
      null,
    authors: paper?.author ?? null,
  }
}

function readDay(printed: string | undefined): string | null {
  const date = printed ? readWrittenDate(printed) : null
  const day = date ? writeEdtf(date) : null
  return precisionOf(day) === 'day' ? day : null
}

/** Newspapers' digital editions put the date of the paper, the writer and the title into a comment (`<!--enpproperty … /enpproperty-->`). */
function readPaper(head: string): { readonly date?: string; readonly author?: string; readonly title?: string } | null {
  const from = head.indexOf('<!--enpproperty')
  const to = from < 0 ? -1 : head.indexOf('-->', from)
  if (to < 0) return null
  const comment = head.slice(from, to)
  const field = (name: string) => new RegExp(`<${name}>([^<]{1,200})</${name}>`).exec(comment)?.[1]?.trim()
  const [date, author, title] = [field('date'), field('author'), field('title')]
  return { ...(date && { date }), ...(author && { author }), ...(title && { title }) }
}

function tagText(head: string, tag: string): string | null {
  const match = new RegExp(`<${tag}(?:\\s[^>]{0,400})?>([^<]{2,200})</${tag}>`, 'i').exec(head)
  return match ? decode(match[1]!).replace(/\s+/g, ' ').trim() || null : null
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, dec, hexa, name) => {
    const code = dec ? Number(dec) : hexa ? Number.parseInt(hexa, 16) : -1
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    return NAMED[(name ?? '').toLowerCase()] ?? whole
  })
}
