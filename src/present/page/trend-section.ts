import type { BurstResult, ChangePointResult, TrendCell, TrendResult, TrendTest } from '../../analysis/index'
import { escapeHtml as safe } from '../escape-html'
import { sparkline } from '../sparkline'
import { toSvg } from '../to-svg'
import { type Button, cells, frame, note, rowHead } from './cells'

/** Periods beside one another on paper; on a screen the table scrolls. */
const ACROSS = 12

interface Line {
  readonly test: TrendTest
  readonly cells: readonly TrendCell[]
}

export interface Episodes {
  readonly bursts?: BurstResult | undefined
  readonly changePoints?: ChangePointResult | undefined
}

/** Trends: the table, its picture with bursts and levels drawn in, and the bursts and changes as tables of their own. */
export function trendSection(trend: TrendResult, top: number, button: Button, episodes: Episodes): string {
  const lines = linesOf(trend, top)
  const periods = (lines[0]?.cells ?? []).map((c) => c.period!)
  const { bursts, changePoints } = episodes
  const marks = { ...(bursts && { bursts }), ...(changePoints && { changePoints }) }
  return [
    '<h2>Trends</h2>',
    onScreen(trend, lines, periods, button),
    onPaper(lines, periods),
    note(
      `Cells: ${trend.method.unit} / ${trend.method.denominator}. 0/N: reports but no occurrence; ·: no reports; *: period covered in part, left out of tests. slope/yr: Sen slope; p: Mann–Kendall, two-sided; q: Benjamini–Hochberg over ${trend.tests.filter((t) => t.p !== null).length} series; ×/yr: Poisson rate ratio. ${lines.length} of ${trend.tests.length} series.`,
    ),
    lines.length ? `<figure>${toSvg(trend, { top, ...marks })}</figure>` : note('Nothing to draw.'),
    bursts ? burstTable(bursts, button) : '',
    changePoints ? changeTable(changePoints) : '',
  ].join('\n')
}

function linesOf(trend: TrendResult, top: number): Line[] {
  const tests = new Map<string, TrendTest>()
  for (const t of trend.tests) if (t.numerator > 0 && !tests.has(t.concept) && tests.size < top) tests.set(t.concept, t)
  const byConcept = new Map<string, TrendCell[]>()
  for (const cell of trend.rows) {
    if (cell.period === null || !tests.has(cell.concept)) continue
    const list = byConcept.get(cell.concept)
    if (list) list.push(cell)
    else byConcept.set(cell.concept, [cell])
  }
  return [...tests].map(([concept, test]) => ({ test, cells: byConcept.get(concept) ?? [] }))
}

const HEAD = [{ l: 'concept' }, { l: 'series' }, 'slope/yr', 'p', 'q', '×/yr']

const beginning = ({ test, cells: own }: Line): string =>
  `${rowHead(test.label)}<td class="spark">${sparkline(own.map((c) => c.rate))}</td>${cells([test.slope, test.p, test.q, test.rateRatio])}`

function onScreen(trend: TrendResult, lines: readonly Line[], periods: readonly string[], button: Button): string {
  const rows = lines.map((line) => {
    const own = line.cells.map((c) => {
      const text = `${c.numerator}/${c.denominator}`
      const name = `${line.test.label} ${c.period}: ${text}`
      return periodCell(c, c.numerator ? button(text, trend.mentions(c), name) : text)
    })
    return `<tr>${beginning(line)}${own.join('')}</tr>`
  })
  return frame([...HEAD, ...periods], rows, 'screen')
}

/** The same on paper: the figures first, then the periods in blocks that fit the sheet. */
function onPaper(lines: readonly Line[], periods: readonly string[]): string {
  const blocks: string[] = [
    frame(
      HEAD,
      lines.map((line) => `<tr>${beginning(line)}</tr>`),
      'paper',
    ),
  ]
  for (let from = 0; from < periods.length; from += ACROSS) {
    const rows = lines.map(
      ({ test, cells: own }) =>
        `<tr>${rowHead(test.label)}${own
          .slice(from, from + ACROSS)
          .map((c) => periodCell(c, `${c.numerator}/${c.denominator}`))
          .join('')}</tr>`,
    )
    blocks.push(frame([{ l: 'concept' }, ...periods.slice(from, from + ACROSS)], rows, 'paper'))
  }
  return blocks.join('\n')
}

const periodCell = (c: TrendCell, content: string): string =>
  c.state === 'no-reports'
    ? '<td class="none">·</td>'
    : `<td${c.state === 'partial' ? ' class="partial"' : ''}>${content}</td>`

function burstTable(bursts: BurstResult, button: Button): string {
  const tested = bursts.tables.tests.rows.filter((t) => t.p !== null).length
  if (!bursts.rows.length) return `<h3>Bursts</h3>${note(`No burst in ${tested} series.`)}`
  const rows = [...bursts.rows]
    .sort((a, b) => b.weight - a.weight || (a.concept < b.concept ? -1 : 1))
    .map((b) => {
      const text = `${b.numerator}/${b.denominator}`
      const most = b.topPlace === null ? '–' : `${b.topPlace} (${Math.round((b.topPlaceShare ?? 0) * 100)} %)`
      return `<tr>${rowHead(b.label)}<td class="l">${safe(b.start)} – ${safe(b.end)}</td><td>${button(text, bursts.mentions(b), `${b.label} ${b.start} – ${b.end}: ${text}`)}</td>${cells([b.rate, b.baseRate, b.ratio, b.weight, b.p, b.q, b.places])}<td class="l">${safe(most)}</td></tr>`
    })
  const head = [
    { l: 'concept' },
    { l: 'periods' },
    'n/N',
    'rate',
    'base rate',
    '×',
    'weight',
    'p',
    'q',
    'places',
    { l: 'place with most' },
  ]
  return `<h3>Bursts</h3>${frame(head, rows)}${note(
    `Tests: ${bursts.method.tests.join('; ')}. q: Benjamini–Hochberg over ${tested} series, those of the table above. Place with most: its share of the reports in the burst; near 100 % it is one place’s campaign.`,
  )}`
}

function changeTable(changes: ChangePointResult): string {
  const tested = changes.tables.tests.rows.filter((t) => t.p !== null).length
  if (!changes.rows.length) return `<h3>Changes of level</h3>${note(`No change of level in ${tested} series.`)}`
  const rows = changes.rows.map(
    (c) =>
      `<tr>${rowHead(c.label)}<td class="l">${safe(c.from)}</td>${cells([c.rateBefore, c.rateAfter, c.ratio, c.support, c.p, c.q])}</tr>`,
  )
  const head = [{ l: 'concept' }, { l: 'new level from' }, 'rate before', 'rate after', '×', 'support', 'p', 'q']
  return `<h3>Changes of level</h3>${frame(head, rows)}${note(
    `Tests: ${changes.method.tests.join('; ')}. Support: share of resamples with a change nearby. q: Benjamini–Hochberg over ${tested} series, those of the table above.`,
  )}`
}
