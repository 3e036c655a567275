import data from '../../data/text/html.json' with { type: 'json' }
import { Edits, type StepOutcome } from './edits'
import { entityAt } from './html-entity'

/** Longest left-over tag, attributes included. */
const longestTag = 400

const blocks: ReadonlySet<string> = new Set(data.block)
const inline: ReadonlySet<string> = new Set([
  'a',
  'b',
  'em',
  'font',
  'i',
  'img',
  'o:p',
  'span',
  'strong',
  'sub',
  'sup',
  'td',
  'th',
  'u',
  'wbr',
])

const isNameUnit = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x3a

/**
 * Markup left over in plain text: character references (`&nbsp;`, `&#xA;`) and tags of text elements (`<p>`, `<br/>`), as
 * half-hearted extractors leave them. Anything else between < and > is text.
 */
export const removeMarkup = (text: string): StepOutcome | null => {
  const edits = new Edits()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x26) {
      const entity = entityAt(text, i)
      if (entity === null || text[entity.end - 1] !== ';') continue
      edits.replace(i, entity.end, entity.text)
      i = entity.end - 1
    } else if (unit === 0x3c) {
      const start = text[i + 1] === '/' ? i + 2 : i + 1
      let end = start
      while (end < start + 12 && isNameUnit(text.charCodeAt(end))) end++
      const name = text.slice(start, end).toLowerCase()
      if (end === start || !(blocks.has(name) || inline.has(name))) continue
      const after = text[end]
      if (after !== '>' && after !== '/' && after !== ' ') continue
      let close = end
      while (close < i + longestTag && close < text.length && text[close] !== '>' && text[close] !== '<') close++
      if (text[close] !== '>') continue
      edits.replace(i, close + 1, blocks.has(name) ? '\n' : '')
      i = close
    }
  }
  return edits.apply(text)
}
