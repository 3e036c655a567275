import type { CoverageResult, UncodedDirective, UncodedPhrase } from '../../analysis/index'
import { escapeHtml as safe } from '../escape-html'
import { shortText } from '../table'
import { cells, frame, note, rowHead, words } from './cells'

const ROWS = 25

/** How much the vocabulary reaches, and where it does not. */
export function coverageSection(coverage: CoverageResult): string {
  const all = coverage.rows[0]
  const share = all
    ? `<p>${all.directivesWithMention} of ${all.directives} directives (${shortText(all.directiveShare)}) hold a concept; ${all.quotedCoded} of ${all.quotedPhrases} quoted phrases in them are covered.</p>`
    : ''
  const { phrases, uncoded } = coverage.tables
  return `<h2>What the vocabulary does not cover</h2>${share}<h3>Quoted phrases without a concept</h3>${phraseTable(phrases.rows)}<h3>Directives without a concept</h3>${directiveTable(uncoded.rows)}`
}

function phraseTable(phrases: readonly UncodedPhrase[]): string {
  if (!phrases.length) return note('None.')
  const rows = phrases
    .slice(0, ROWS)
    .map(
      (p) =>
        `<tr>${rowHead(p.phrase)}${cells([p.tokens, `${p.documents}/${p.reports}`, p.directives, p.leaders, p.firstDate, p.lastDate])}</tr>`,
    )
  const head = [{ l: 'quoted phrase' }, 'times', 'reports', 'directives', 'leaders', 'first seen', 'last seen']
  return frame(head, rows) + note(`${rows.length} of ${phrases.length} phrases.`)
}

function directiveTable(uncoded: readonly UncodedDirective[]): string {
  if (!uncoded.length) return note('None.')
  const rows = uncoded
    .slice(0, ROWS)
    .map(
      (d) =>
        `<tr><th scope="row" class="date">${safe(d.date ?? 'undated')}</th>${words(d.leader)}${words(d.text)}${words(d.categories.replaceAll(';', ', '))}</tr>`,
    )
  return (
    frame([{ l: 'date' }, { l: 'leader' }, { l: 'text' }, { l: 'themes' }], rows) +
    note(`${rows.length} of ${uncoded.length} directives, in order of date.`)
  )
}
