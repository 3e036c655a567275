import type {
  CooccurrenceResult,
  CoverageResult,
  FrequencyRow,
  Result,
  TrendCell,
  TrendResult,
} from '../../analysis/index'
import type { Study } from '../../observation/study'
import type { ReportRow } from '../../report/report'
import { escapeHtml as safe } from '../escape-html'
import { methodText } from '../method-text'
import { sparkline } from '../sparkline'
import { shortText } from '../table'
import { toSvg } from '../to-svg'
import { SCRIPT } from './script'
import { sentencesOf } from './sentences'
import { STYLE } from './style'

export interface ReportPage {
  readonly title: string
  readonly study: Study
  readonly trend: TrendResult
  readonly frequency: Result<FrequencyRow>
  readonly cooccurrence: CooccurrenceResult
  /** Directives that no concept covers, and quoted phrases that the vocabulary lacks. */
  readonly coverage?: CoverageResult
  /** Concepts in the trend table and the pictures. Default 30. */
  readonly top?: number
}

/**
 * One self-contained page: summary, method, trends, frequency, co-occurrence, coverage and data quality. Every number
 * that counts mentions is a button that opens the sentences behind it, with report, date and place. No network is
 * touched, and no text of a report is ever read as markup.
 */
export function reportPage(page: ReportPage): string {
  const { study } = page
  const top = page.top ?? 30
  const cells = new CellStore()
  const sentences = sentencesOf(study)
  const button = (text: string, ids: readonly string[], name: string): string => {
    const places = ids.map((id) => sentences.index.get(id)).filter((i) => i !== undefined)
    if (!places.length) return safe(text)
    return `<button class="n" data-cell="${cells.add(places)}" data-name="${safe(name)}">${safe(text)}</button>`
  }
  const body = [
    `<h1>${safe(page.title)}</h1>`,
    summary(study),
    `<h2>Method</h2><p class="note">${safe(methodText(page.trend))}</p>`,
    `<h2>Trends</h2>`,
    trendTable(page.trend, top, button),
    picture(page.trend, top),
    `<h2>Frequency</h2>`,
    frequencyTable(page.frequency, top, button),
    `<h2>Said together</h2>`,
    page.cooccurrence.rows.length ? picture(page.cooccurrence, Math.min(top, 24)) : '',
    cooccurrenceTable(page.cooccurrence, button),
    page.coverage ? uncovered(page.coverage) : '',
    `<h2>Data quality</h2>`,
    quality(study),
  ].join('\n')
  const data = {
    reports: study.reports.map((r) =>
      [
        r.date ?? r.eventStart ?? 'undated',
        [r.province, r.city, r.county].filter(Boolean).join(' ') || 'place unknown',
        r.outlet ?? '',
        r.title ?? r.path ?? r.id,
      ].filter(Boolean),
    ),
    sentences: sentences.sentences,
    places: sentences.places,
    cells: cells.all,
  }
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline';img-src data:">
<title>${safe(page.title)}</title><style>${STYLE}</style></head><body>
${body}
<dialog id="sentences"><header><h3></h3><button type="button" aria-label="close">✕</button></header><ol></ol><footer><button type="button" hidden>show more</button></footer></dialog>
<script type="application/json" id="tifa-data">${embed(data)}</script><script>${SCRIPT}</script>
</body></html>
`
}

type Button = (text: string, ids: readonly string[], name: string) => string

/** Lists of sentence places, one for every number that can be opened. */
class CellStore {
  readonly all: (readonly number[])[] = []
  add(places: readonly number[]): number {
    return this.all.push(places) - 1
  }
}

/** JSON that cannot end the script element it stands in. */
const embed = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')

function summary(study: Study): string {
  const kept = study.reports.filter((r) => r.excluded === null)
  const dates = kept
    .map((r) => r.date)
    .filter((d) => d !== null)
    .sort()
  const places = new Set(kept.map((r) => r.placeCode).filter((p) => p !== null))
  const figures: [string | number, string][] = [
    [study.reports.length, 'records read'],
    [kept.length, 'reports coded'],
    [kept.filter((r) => r.reprintOf === null).length, 'of these, original texts'],
    [study.directives.length, 'directives'],
    [study.mentions.filter((m) => m.shadowedBy === null).length, 'mentions'],
    [places.size, 'places'],
    [dates.length ? `${dates[0]} – ${dates.at(-1)}` : '–', 'first and last date'],
  ]
  return `<div class="cards">${figures.map(([n, what]) => `<div><b>${safe(String(n))}</b><span>${safe(what)}</span></div>`).join('')}</div>`
}

function picture(result: Result<object>, top: number): string {
  return result.rows.length ? `<figure>${toSvg(result, { top })}</figure>` : '<p class="note">Nothing to draw.</p>'
}

function trendTable(trend: TrendResult, top: number, button: Button): string {
  const concepts = [...new Set(trend.tests.filter((t) => t.numerator > 0).map((t) => t.concept))].slice(0, top)
  const tests = new Map(trend.tests.map((t) => [t.concept, t]))
  const byConcept = new Map<string, TrendCell[]>()
  for (const cell of trend.rows) {
    if (cell.period === null) continue
    const list = byConcept.get(cell.concept)
    if (list) list.push(cell)
    else byConcept.set(cell.concept, [cell])
  }
  const periods = (byConcept.get(concepts[0] ?? '') ?? []).map((c) => c.period!)
  const rows = concepts.map((concept) => {
    const test = tests.get(concept)!
    const cells = byConcept.get(concept) ?? []
    const figures = [test.slope, test.p, test.q, test.rateRatio].map((v) => `<td>${safe(shortText(v))}</td>`).join('')
    return `<tr><th scope="row">${safe(test.label)}</th><td class="spark">${sparkline(cells.map((c) => c.rate))}</td>${figures}${cells
      .map((c) => {
        if (c.state === 'no-reports') return '<td class="none">·</td>'
        const text = `${c.numerator}/${c.denominator}`
        const content = c.numerator ? button(text, trend.mentions(c), `${test.label} ${c.period}: ${text}`) : text
        return `<td${c.state === 'partial' ? ' class="partial"' : ''}>${content}</td>`
      })
      .join('')}</tr>`
  })
  const head = ['concept', 'series', 'slope/yr', 'p', 'q', '×/yr', ...periods]
  return `<div class="scroll"><table><thead><tr>${head.map((h, i) => `<th${i < 2 ? ' class="l"' : ''}>${safe(h)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
<p class="note">Cells: ${safe(trend.method.unit)} / ${safe(trend.method.denominator)}. 0/N: reports but no occurrence; ·: no reports; *: period covered in part, left out of tests. slope/yr: Sen slope; p: Mann–Kendall, two-sided; q: Benjamini–Hochberg over ${trend.tests.filter((t) => t.p !== null).length} series; ×/yr: Poisson rate ratio. ${concepts.length} of ${trend.tests.length} series.</p>`
}

function frequencyTable(frequency: Result<FrequencyRow>, top: number, button: Button): string {
  const rows = frequency.rows
    .filter((r) => r.tokens > 0)
    .sort((a, b) => b.tokens - a.tokens || (a.concept < b.concept ? -1 : 1))
    .slice(0, top)
    .map(
      (r) =>
        `<tr><th scope="row">${safe(r.label)}</th><td>${button(String(r.tokens), frequency.mentions(r), r.label)}</td><td>${r.nested}</td><td>${r.shadowed}</td><td>${r.documents}/${r.reports}</td><td>${safe(shortText(r.documentShare))} [${safe(shortText(r.documentLow))}, ${safe(shortText(r.documentHigh))}]</td><td>${r.directives}/${r.directivesRead}</td><td>${safe(shortText(r.per10kCharacters))}</td><td>${r.places}/${r.placesRead}</td><td>${r.leaders}/${r.leadersRead}</td></tr>`,
    )
  const head = [
    'concept',
    'mentions',
    'nested',
    'shadowed',
    'reports',
    'share [95 %]',
    'directives',
    'per 10,000 characters',
    'places',
    'leaders',
  ]
  return `<div class="scroll"><table><thead><tr>${head.map((h, i) => `<th${i ? '' : ' class="l"'}>${safe(h)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
<p class="note">Denominators stand behind the stroke. Interval: Wilson. Nested mentions stand inside a longer formulation and are counted; shadowed ones are absorbed by it and are not.</p>`
}

function cooccurrenceTable(result: CooccurrenceResult, button: Button): string {
  if (!result.rows.length) return '<p class="note">No pair of concepts shares enough units.</p>'
  const rows = result.rows
    .slice(0, 40)
    .map(
      (r) =>
        `<tr><th scope="row">${safe(r.xLabel)}</th><td class="l">${safe(r.yLabel)}</td><td>${button(`${r.a}/${r.n}`, result.mentions(r), `${r.xLabel} + ${r.yLabel}`)}</td><td>${r.nx}</td><td>${r.ny}</td>${[r.strength, r.npmi, r.logDice, r.g2, r.p, r.q, r.withinP].map((v) => `<td>${safe(shortText(v))}</td>`).join('')}</tr>`,
    )
  const head = ['x', 'y', 'both/units', 'x', 'y', 'strength', 'NPMI', 'logDice', 'G²', 'p', 'q', 'within-report p']
  return `<div class="scroll"><table><thead><tr>${head.map((h, i) => `<th${i < 2 ? ' class="l"' : ''}>${safe(h)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
<p class="note">Unit: ${safe(result.level)} (${result.units}). p: Fisher, two-sided; q: Benjamini–Hochberg. ${Math.min(40, result.rows.length)} of ${result.rows.length} pairs.</p>`
}

/** How much the vocabulary reaches, and where it does not. */
function uncovered(coverage: CoverageResult): string {
  const all = coverage.rows[0]
  const share = all
    ? `<p>${all.directivesWithMention} of ${all.directives} directives (${shortText(all.directiveShare)}) hold a concept; ${all.quotedCoded} of ${all.quotedPhrases} quoted phrases in them are covered.</p>`
    : ''
  return `<h2>What the vocabulary does not cover</h2>${share}<h3>Quoted phrases without a concept</h3>${plainTable(coverage.tables.phrases, 25)}<h3>Directives without a concept</h3>${plainTable(coverage.tables.uncoded, 25)}`
}

function plainTable(result: Result<object>, limit: number): string {
  const notes = result.columns
  const rows = (result.rows as readonly Readonly<Record<string, unknown>>[]).slice(0, limit)
  return `<div class="scroll"><table><thead><tr>${notes.map((c) => `<th class="l">${safe(c.label.en)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((r) => `<tr>${notes.map((c) => `<td class="l wrap">${safe(shortText(r[c.name]))}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div><p class="note">${rows.length} of ${result.rows.length} rows.</p>`
}

/** What was refused, undated, damaged or reprinted: listed, because a reader must be able to disagree. */
function quality(study: Study): string {
  const lists: [string, readonly ReportRow[], (r: ReportRow) => string][] = [
    [
      'Refused by the document gate',
      study.reports.filter((r) => r.excluded !== null),
      (r) => `${r.kind}: ${r.excluded}`,
    ],
    [
      'Undated',
      study.reports.filter((r) => r.excluded === null && !/^\d{4}/.test(r.date ?? '')),
      (r) => r.eventStart ?? 'no date printed',
    ],
    ['Damaged text', study.reports.filter((r) => r.damaged > 0), (r) => `${r.damaged} places`],
    ['Reprints', study.reports.filter((r) => r.reprintOf !== null), (r) => `of ${r.reprintOf}`],
    ['With issues', study.reports.filter((r) => r.issues.length > 0), (r) => r.issues.map((i) => i.message).join('; ')],
  ]
  return lists
    .map(([what, rows, why]) => {
      const shown = rows.slice(0, 200)
      return `<details${rows.length ? '' : ' class="none"'}><summary>${safe(what)}: ${rows.length} of ${study.reports.length}</summary><div class="scroll"><table><tbody>${shown
        .map(
          (r) =>
            `<tr><th scope="row">${safe(r.path ?? r.id)}</th><td class="l wrap">${safe(r.title ?? '–')}</td><td class="l wrap">${safe(why(r))}</td></tr>`,
        )
        .join(
          '',
        )}</tbody></table></div>${rows.length > shown.length ? `<p class="note">${rows.length - shown.length} more in the study's reports table.</p>` : ''}</details>`
    })
    .join('\n')
}
