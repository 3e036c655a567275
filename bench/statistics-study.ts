// A study of bare hits: what analysis reads of reports and mentions and no more, so that the statistics can be timed alone.

import { vocabulary } from '../src/defaults/index'
import { CompactTables } from '../src/observation/compact/compact-study'
import type { Study } from '../src/observation/index'
import { compactStudy } from '../src/pipeline'
import { readReport } from '../src/report/index'
import { compileMatcher } from '../src/vocabulary/index'

const EMPTY = readReport({ id: 'x', text: '' }).row

/** Every leftmost-longest hit of the patterns as a mention, one report a record: 5,000 concepts by `patterns`. */
export function studyOfHits(
  records: readonly { readonly id: string; readonly date: string; readonly text: string }[],
  patterns: readonly string[],
): { readonly study: Study; readonly hits: number } {
  const matcher = compileMatcher(patterns)
  const tables = new CompactTables()
  let hits = 0
  for (const { id, date, text } of records) {
    const found: { pattern: number; start: number; end: number }[] = []
    matcher.scanLongest(text, (pattern, start, end) => found.push({ pattern, start, end }))
    hits += found.length
    tables.add({
      report: {
        ...EMPTY,
        id,
        date,
        datePrecision: 'day',
        dateBasis: 'supplied',
        excluded: null,
        signature: null,
        characters: text.length,
      },
      directives: [],
      mentions: found.map(({ pattern, start, end }, i) => ({
        id: `${id}#m${i}`,
        reportId: id,
        directiveId: null,
        paragraph: 0,
        concept: `p.${pattern}`,
        label: patterns[pattern]!,
        category: 'p',
        surface: patterns[pattern]!,
        form: patterns[pattern]!,
        start,
        end,
        cleanStart: start,
        cleanEnd: end,
        field: 'text',
        zone: 'narrative',
        stance: null,
        stanceEvidence: null,
        relayedFrom: null,
        quoted: false,
        grade: 'core',
        nestedIn: null,
        shadowedBy: null,
        boundaryAgreement: null,
      })),
    })
  }
  const study = compactStudy(tables, { vocabulary, kinds: 'any' })
  const concepts = patterns.map((label, i) => ({
    id: `p.${i}`,
    label,
    gloss: null,
    category: 'p',
    grade: 'core' as const,
    level: null,
  }))
  return { study: { ...study, concepts }, hits }
}
