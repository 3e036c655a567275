import type { Report } from '../report/report'
import { type ParsedParagraph, parseParagraph, skipOpaque } from './paragraph'
import type { Refusal } from './refusal'
import type { Unit } from './unit'
import { yaoAt } from './yao'

/**
 * Every 要 of the report that opens no unit and stands in no stretch already refused, with its class: so that each 要 in the
 * text is accounted for.
 */
export function leftoverYao(
  report: Report,
  units: readonly Unit[],
  refusals: readonly Refusal[],
  parsed: ReadonlyMap<number, ParsedParagraph>,
): Refusal[] {
  const text = report.clean.text
  const out: Refusal[] = []
  const openers = new Set(units.map((u) => (u.opener?.includes('要') ? u.at + u.opener.indexOf('要') : u.at)))
  let unit = 0
  const refused = [...refusals].sort((a, b) => a.start - b.start)
  let next = 0
  report.paragraphs.forEach((p, paragraph) => {
    let cut: ParsedParagraph | undefined
    let clauseAt = 0
    let rangeAt = 0
    for (let i = p.start; i < p.end; i++) {
      if (text.charCodeAt(i) !== 0x8981 || openers.has(i)) continue
      const word = yaoAt(text, i, p.start, p.end)
      const refuse = (why: Refusal['class'], start: number, end: number) =>
        out.push({ paragraph, start, end, class: why, rule: 'yao' })
      if (word.word) {
        refuse('in-word', word.wordStart, word.wordStart + word.word.length)
        continue
      }
      while (next < refused.length && refused[next]!.end <= i) next++
      if (next < refused.length && refused[next]!.start <= i) continue
      if (p.role === 'title') {
        refuse('title', p.start, p.end)
        continue
      }
      cut ??= parsed.get(paragraph) ?? parseParagraph(text, p.start, p.end)
      if (skipOpaque(cut.opaque, i) > i) {
        while (cut.opaque[rangeAt]!.end <= i) rangeAt++
        refuse('quoted-formula', cut.opaque[rangeAt]!.start, cut.opaque[rangeAt]!.end)
        continue
      }
      while (unit < units.length && units[unit]!.end <= i) unit++
      while (clauseAt < cut.clauses.length && cut.clauses[clauseAt]!.end <= i) clauseAt++
      const clause = cut.clauses[clauseAt]
      const start = clause && clause.start <= i ? clause.start : i
      const end = clause && clause.start <= i ? clause.end : i + 1
      if (unit < units.length && units[unit]!.start <= i) refuse('conjunct', start, end)
      else refuse('no-speaker', start, end)
    }
  })
  return out
}
