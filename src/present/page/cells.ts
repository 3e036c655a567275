import { escapeHtml as safe } from '../escape-html'
import { shortText } from '../table'
import type { Sentences } from './sentences'

/** Writes a number as a button that opens the sentences behind it; as plain text where there are none. */
export type Button = (text: string, mentions: readonly string[], name: string) => string

/** The numbers of a page that can be opened, each with its list of sentence places. */
export class Cells {
  readonly all: (readonly number[])[] = []
  constructor(private readonly sentences: Sentences) {}

  readonly button: Button = (text, mentions, name) => {
    const places = mentions.map((id) => this.sentences.index.get(id)).filter((i) => i !== undefined)
    if (!places.length) return safe(text)
    return `<button class="n" data-cell="${this.all.push(places) - 1}" data-name="${safe(name)}">${safe(text)}</button>`
  }
}

/** A heading; `l` begins a column of text, set to the left. */
export type Heading = string | { readonly l: string }

/** A table in a frame that scrolls by itself. Rows are markup that is safe already; the first cell of each names the row. */
export function frame(headings: readonly Heading[], rows: readonly string[], kind = ''): string {
  const head = headings.map((h) => (typeof h === 'string' ? `<th>${safe(h)}</th>` : `<th class="l">${safe(h.l)}</th>`))
  return `<div class="scroll${kind && ` ${kind}`}"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** The cell that names a row. */
export const rowHead = (text: string): string => `<th scope="row">${safe(text)}</th>`

/** Cells of values for the eye, escaped. */
export const cells = (values: readonly unknown[]): string =>
  values.map((v) => `<td>${safe(shortText(v))}</td>`).join('')

/** A cell of text that may wrap. */
export const words = (text: string | null): string => `<td class="l wrap">${safe(text ?? '–')}</td>`

/** Small print under a table; the text is escaped here. */
export const note = (text: string): string => `<p class="note">${safe(text)}</p>`
