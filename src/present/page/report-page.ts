import type {
  BurstResult,
  ChangePointResult,
  CooccurrenceResult,
  CoverageResult,
  DiffusionResult,
  FrequencyRow,
  Result,
  TrendResult,
} from '../../analysis/index'
import type { Study } from '../../observation/study'
import { escapeHtml as safe } from '../escape-html'
import { methodText } from '../method-text'
import { shortText } from '../table'
import { toSvg } from '../to-svg'
import { adoptionSection } from './adoption-section'
import { type Button, Cells, frame, note, rowHead, cells as values } from './cells'
import { coverageSection } from './coverage-section'
import { qualitySection } from './quality-section'
import { SCRIPT } from './script'
import { sentencesOf } from './sentences'
import { STYLE } from './style'
import { trendSection } from './trend-section'

export interface ReportPage {
  readonly title: string
  readonly study: Study
  readonly trend: TrendResult
  readonly frequency: Result<FrequencyRow>
  readonly cooccurrence: CooccurrenceResult
  /** Directives that no concept covers, and quoted phrases that the vocabulary lacks. */
  readonly coverage?: CoverageResult
  /** Bursts and changes of level of the same period as the trend: drawn into its picture, and listed. */
  readonly bursts?: BurstResult
  readonly changePoints?: ChangePointResult
  /** How formulations spread over places. */
  readonly diffusion?: DiffusionResult
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
  const sentences = sentencesOf(study)
  const cells = new Cells(sentences)
  const { button } = cells
  const body = [
    `<h1>${safe(page.title)}</h1>`,
    summary(study),
    `<h2>Method</h2>${note(methodText(page.trend))}`,
    trendSection(page.trend, top, button, page),
    '<h2>Frequency</h2>',
    frequencyTable(page.frequency, top, button),
    page.diffusion ? adoptionSection(page.diffusion, top, button) : '',
    '<h2>Said together</h2>',
    page.cooccurrence.rows.length ? `<figure>${toSvg(page.cooccurrence, { top: Math.min(top, 24) })}</figure>` : '',
    cooccurrenceTable(page.cooccurrence, button),
    page.coverage ? coverageSection(page.coverage) : '',
    qualitySection(study),
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
    .filter((d) => d !== null && /^\d{4}/.test(d))
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
  return `<div class="cards">${figures.map(([n, what]) => `<div${typeof n === 'string' ? ' class="text"' : ''}><b>${safe(String(n))}</b><span>${safe(what)}</span></div>`).join('')}</div>`
}

function frequencyTable(frequency: Result<FrequencyRow>, top: number, button: Button): string {
  const rows = frequency.rows
    .filter((r) => r.tokens > 0)
    .sort((a, b) => b.tokens - a.tokens || (a.concept < b.concept ? -1 : 1))
    .slice(0, top)
    .map((r) => {
      const share = `${shortText(r.documentShare)} [${shortText(r.documentLow)}, ${shortText(r.documentHigh)}]`
      return `<tr>${rowHead(r.label)}<td>${button(String(r.tokens), frequency.mentions(r), r.label)}</td>${values([r.nested, r.shadowed, `${r.documents}/${r.reports}`, share, `${r.directives}/${r.directivesRead}`, r.per10kCharacters, `${r.places}/${r.placesRead}`, `${r.leaders}/${r.leadersRead}`])}</tr>`
    })
  const head = [
    { l: 'concept' },
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
  return (
    frame(head, rows) +
    note(
      'Denominators stand behind the stroke. Interval: Wilson. Nested mentions stand inside a longer formulation and are counted; shadowed ones are absorbed by it and are not.',
    )
  )
}

function cooccurrenceTable(result: CooccurrenceResult, button: Button): string {
  if (!result.rows.length) return note('No pair of concepts shares enough units.')
  const rows = result.rows.slice(0, 40).map((r) => {
    const both = button(`${r.a}/${r.n}`, result.mentions(r), `${r.xLabel} + ${r.yLabel}`)
    return `<tr>${rowHead(r.xLabel)}<td class="l">${safe(r.yLabel)}</td><td>${both}</td>${values([r.nx, r.ny, r.strength, r.npmi, r.logDice, r.g2, r.p, r.q, r.withinP])}</tr>`
  })
  const head = [
    { l: 'x' },
    { l: 'y' },
    'both/units',
    'x',
    'y',
    'strength',
    'NPMI',
    'logDice',
    'G²',
    'p',
    'q',
    'within-report p',
  ]
  return (
    frame(head, rows) +
    note(
      `Unit: ${result.level} (${result.units}). p: Fisher, two-sided; q: Benjamini–Hochberg. ${rows.length} of ${result.rows.length} pairs.`,
    )
  )
}
