import data from '../../data/text/html.json' with { type: 'json' }

/** Receives the pieces of a page in order; all numbers are positions in the source. */
export interface HtmlSink {
  text(start: number, end: number): void
  /** `nameEnd` is where the attributes begin, `end` the position after `>`. */
  open(name: string, start: number, nameEnd: number, end: number): void
  close(name: string, start: number, end: number): void
}

const rawNames: ReadonlySet<string> = new Set(data.raw)

const isLetter = (unit: number) => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
const endsName = (unit: number) => unit === 0x3e || unit === 0x2f || unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

/** `indexOf` that remembers that nothing more comes, so that a page of unclosed tags costs one look to its end. */
const finder = (source: string, wanted: string) => {
  let none = false
  return (from: number): number => {
    if (none) return -1
    const at = source.indexOf(wanted, from)
    if (at < 0) none = true
    return at
  }
}

/**
 * Divides HTML into text and tags, keeping positions. Follows the tokenizer of the HTML standard as far as text extraction
 * needs: quoted attribute values may hold `>`, script, style and title hold no tags, comments and declarations are skipped.
 * A `<` that begins no tag is text; a tag that never closes is text too. Linear in the source, whatever it holds.
 */
export const scanHtml = (source: string, sink: HtmlSink): void => {
  const gt = finder(source, '>')
  const commentEnd = finder(source, '-->')
  const double = finder(source, '"')
  const single = finder(source, "'")
  const endTag = finder(source, '</')

  /** Position of the `>` that closes the tag, or −1. */
  const tagClose = (from: number): number => {
    for (let i = from; i < source.length; i++) {
      const unit = source.charCodeAt(i)
      if (unit === 0x3e) return i
      if (unit !== 0x3d) continue
      let value = i + 1
      while (source.charCodeAt(value) <= 0x20) value++
      const quote = source.charCodeAt(value)
      if (quote !== 0x22 && quote !== 0x27) continue
      const close = quote === 0x22 ? double(value + 1) : single(value + 1)
      i = close < 0 ? value : close
    }
    return -1
  }
  /** Where `</name` begins after `from`, or the end of the source. */
  const rawEnd = (name: string, from: number): number => {
    for (let at = endTag(from); at >= 0; at = endTag(at + 2)) {
      if (source.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue
      const after = source.charCodeAt(at + 2 + name.length)
      if (endsName(after) || Number.isNaN(after)) return at
    }
    return source.length
  }

  let textStart = 0
  const flush = (end: number) => {
    if (end > textStart) sink.text(textStart, end)
  }
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const next = source.charCodeAt(at + 1)
    const isEnd = next === 0x2f
    if (isLetter(isEnd ? source.charCodeAt(at + 2) : next)) {
      const nameStart = isEnd ? at + 2 : at + 1
      let nameEnd = nameStart
      while (nameEnd < source.length && !endsName(source.charCodeAt(nameEnd))) nameEnd++
      const close = tagClose(nameEnd)
      if (close < 0) break
      flush(at)
      const name = source.slice(nameStart, nameEnd).toLowerCase()
      textStart = close + 1
      if (isEnd) sink.close(name, at, textStart)
      else {
        sink.open(name, at, nameEnd, textStart)
        if (rawNames.has(name)) {
          const end = rawEnd(name, textStart)
          flush(end)
          textStart = end
        }
      }
      at = textStart
      continue
    }
    if (next !== 0x21 && next !== 0x3f && !isEnd) {
      at++
      continue
    }
    const isComment = source.startsWith('<!--', at)
    const end = isComment ? commentEnd(at + 4) : -1
    const close = end >= 0 ? end + 2 : gt(at + 1)
    if (close < 0) break
    flush(at)
    at = textStart = close + 1
  }
  flush(source.length)
}

const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Attributes of a tag by lower-case name; the source between the tag's name and its `>`. */
export const readAttributes = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>()
  for (const [, name, double, single, bare] of source.matchAll(attribute))
    if (name !== undefined && !attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  return attributes
}
