import type { Directive } from '../../src/directive/directive'
import type { Report, ReportRow } from '../../src/report/report'
import { cleanText } from '../../src/text/clean-text'

export interface MarkedOptions {
  /** The speaker's title, for all directives. */
  readonly speaker?: string | null
  readonly sourceType?: Directive['sourceType']
  readonly row?: Partial<ReportRow>
  readonly people?: Report['people']
  /** A supplied title in front of the body. */
  readonly title?: string
}

/**
 * A report and its directives from one string: a line that begins with `#` is a title, `⟦…⟧` is a directive. Everything else is
 * read as it stands, so a test says exactly what other rooms are supposed to have found.
 */
export function marked(text: string, options: MarkedOptions = {}): { report: Report; directives: Directive[] } {
  const front = options.title === undefined ? '' : `${options.title}\n`
  const source = front + text.replace(/^#/gm, '').replaceAll(/[⟦⟧]/g, '')
  const clean = cleanText(source, { skip: ['furniture', 'whitespace'] })
  const titleLines = new Set(text.split('\n').flatMap((line, i) => (line.startsWith('#') ? [i + (front ? 1 : 0)] : [])))
  if (front) titleLines.add(0)
  let at = 0
  const paragraphs = clean.text.split('\n').map((line, i) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length, role: titleLines.has(i) ? ('title' as const) : ('body' as const) }
  })
  const row = {
    id: 'r',
    date: null,
    province: null,
    city: null,
    county: null,
    placeCode: null,
    ...options.row,
  } as ReportRow
  return {
    report: { row, source, bodyShift: front.length, clean, paragraphs, people: options.people ?? [] },
    directives: directives(text.replace(/^#/gm, ''), front.length, clean.map, options),
  }
}

function directives(
  text: string,
  shift: number,
  map: { toClean(start: number, end: number): { start: number; end: number } },
  { speaker = '市委书记', sourceType = 'official' }: MarkedOptions,
): Directive[] {
  const found: Directive[] = []
  let removed = 0
  let open = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '⟦') open = i - removed++
    if (text[i] !== '⟧') continue
    const clean = map.toClean(open + shift, i - removed++ + shift)
    const index = found.length
    found.push({
      id: `r#d${index}`,
      reportId: 'r',
      index,
      cleanStart: clean.start,
      cleanEnd: clean.end,
      source: '某甲',
      sourceTitle: speaker,
      sourceType,
    } as Directive)
  }
  return found
}
