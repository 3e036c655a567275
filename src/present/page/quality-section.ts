import type { Study } from '../../observation/study'
import type { ReportRow } from '../../report/report'
import { escapeHtml as safe } from '../escape-html'
import { note, rowHead, words } from './cells'

/** Reports listed under one heading; the rest is in the study's table. */
const LISTED = 200

/** What was refused, undated, damaged or reprinted: listed, because a reader must be able to disagree. */
export function qualitySection(study: Study): string {
  const { reports } = study
  const lists: readonly (readonly [string, readonly ReportRow[], (r: ReportRow) => string])[] = [
    ['Refused by the document gate', reports.filter((r) => r.excluded !== null), (r) => `${r.kind}: ${r.excluded}`],
    [
      'Undated',
      reports.filter((r) => r.excluded === null && !/^\d{4}/.test(r.date ?? '')),
      (r) => r.eventStart ?? 'no date printed',
    ],
    [
      'Damaged text',
      reports.filter((r) => r.damaged > 0),
      (r) => `${r.damaged} ${r.damaged === 1 ? 'place' : 'places'}`,
    ],
    ['Reprints', reports.filter((r) => r.reprintOf !== null), (r) => `of ${r.reprintOf}`],
    ['With issues', reports.filter((r) => r.issues.length > 0), (r) => r.issues.map((i) => i.message).join('; ')],
  ]
  const parts = lists.map(([what, rows, why]) => {
    const lines = rows
      .slice(0, LISTED)
      .map((r) => `<tr>${rowHead(r.path ?? r.id)}${words(r.title)}${words(why(r))}</tr>`)
    const more = rows.length > LISTED ? note(`${rows.length - LISTED} more in the study’s reports table.`) : ''
    return `<details${rows.length ? '' : ' class="none"'}><summary>${safe(what)}: ${rows.length} of ${reports.length}</summary><div class="scroll"><table><tbody>${lines.join('')}</tbody></table></div>${more}</details>`
  })
  return `<h2>Data quality</h2>\n${parts.join('\n')}`
}
