import actors from '../../data/directive/actors.json'
import type { Report } from '../report/report'
import { findWord, words } from './words'

/** Is the report about the reception of guests (会见 in its first paragraph)? Looked for when a wish is met. */
export function isReception(report: Report): boolean {
  const first = report.paragraphs.find((p) => p.role === 'body')
  if (!first) return false
  const text = report.clean.text.slice(first.start, Math.min(first.end, first.start + 300))
  return actors.reception.words.some((w) => text.includes(w))
}

/** Is what follows 希望 addressed to guests: a company, a delegation, both sides, and not officials of one's own (各部门)? */
export function toGuests(text: string, start: number, end: number): boolean {
  const w = words()
  const own = w.addresseeStarts.at(text, start, end) !== undefined && !text.startsWith('各位', start)
  return !own && findWord(w.guests, text, start, Math.min(end, start + 16)) >= 0
}
