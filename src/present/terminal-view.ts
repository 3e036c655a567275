import type { CoverageResult, DiffusionResult, Result } from '../analysis/index'
import { shortText } from './table'

type Row = Readonly<Record<string, unknown>>
/** A column of a terminal table: its heading, and what stands under it. */
type ViewColumn = readonly [heading: string, cell: (row: Row) => unknown]

const of =
  (name: string) =>
  (row: Row): unknown =>
    row[name] ?? null
/** A number with its denominator. */
const ratio =
  (n: string, d: string) =>
  (row: Row): unknown =>
    row[n] == null ? null : `${row[n]}/${row[d] ?? '?'}`
const interval =
  (low: string, high: string) =>
  (row: Row): unknown =>
    row[low] == null ? null : `[${shortText(row[low])}, ${shortText(row[high])}]`

const GROUPS = ['period', 'province', 'city', 'county', 'place', 'outlet', 'leader'] as const

/** What each kind of result shows on a terminal, the most telling columns first: those that do not fit are left out. Files hold every column. */
const VIEWS: Readonly<Record<string, readonly ViewColumn[]>> = {
  frequency: [
    ['concept', of('label')],
    ['mentions', of('tokens')],
    ['reports', ratio('documents', 'reports')],
    ['share', of('documentShare')],
    ['95 %', interval('documentLow', 'documentHigh')],
    ['directives', ratio('directives', 'directivesRead')],
    ['places', ratio('places', 'placesRead')],
    ['leaders', ratio('leaders', 'leadersRead')],
    ['/10k chars', of('per10kCharacters')],
    ['nested', of('nested')],
    ['shadowed', of('shadowed')],
  ],
  cooccurrence: [
    ['x', of('xLabel')],
    ['y', of('yLabel')],
    ['both', ratio('a', 'n')],
    ['with x', of('nx')],
    ['with y', of('ny')],
    ['strength', of('strength')],
    ['NPMI', of('npmi')],
    ['q', of('q')],
    ['within p', of('withinP')],
    ['logDice', of('logDice')],
    ['G²', of('g2')],
    ['p', of('p')],
  ],
  keyness: [
    ['concept', of('label')],
    ['target', ratio('target', 'targetRead')],
    ['reference', ratio('reference', 'referenceRead')],
    ['log ratio', of('logRatio')],
    ['95 %', interval('logRatioLow', 'logRatioHigh')],
    ['LRC', of('lrc')],
    ['p', of('p')],
    ['least p', of('smallestP')],
    ['q', of('q')],
    ['G²', of('g2')],
    ['G² q', of('g2Q')],
  ],
  bursts: [
    ['concept', of('label')],
    ['from', of('start')],
    ['to', of('end')],
    ['n/N', ratio('numerator', 'denominator')],
    ['rate', of('rate')],
    ['base', of('baseRate')],
    ['×', of('ratio')],
    ['p', of('p')],
    ['q', of('q')],
    ['weight', of('weight')],
    ['places', of('places')],
    ['most', of('topPlace')],
    ['share', of('topPlaceShare')],
  ],
  'change-points': [
    ['concept', of('label')],
    ['new level from', of('from')],
    ['before', of('rateBefore')],
    ['after', of('rateAfter')],
    ['×', of('ratio')],
    ['support', of('support')],
    ['p', of('p')],
    ['q', of('q')],
  ],
  diffusion: [
    ['concept', of('label')],
    ['unit', of('unit')],
    ['first seen', of('firstSeen')],
    ['status', of('status')],
    ['n/N', ratio('documents', 'reports')],
    ['reports before', of('reportsBefore')],
    ['adopted after', of('adoptedAfter')],
    ['last seen', of('lastSeen')],
    ['bound', of('bound')],
  ],
  'diffusion-summary': [
    ['concept', of('label')],
    ['seen in', ratio('seen', 'units')],
    ['first seen', of('origin')],
    ['where', of('originUnits')],
    ['could be earlier', of('originCensored')],
    ['date known', of('adopted')],
    ['absent', of('absent')],
    ['cannot tell', of('undetermined')],
    ['days to half', of('days50')],
    ['median days', of('medianDays')],
  ],
  drift: [
    ['concept', of('label')],
    ['variant', of('variantLabel')],
    ['period', of('period')],
    ['n/N', ratio('tokens', 'total')],
    ['share', of('share')],
    ['95 %', interval('low', 'high')],
    ['relation', of('relation')],
    ['state', of('state')],
    ['reports', of('reports')],
  ],
  collocates: [
    ['concept', of('label')],
    ['word', of('collocate')],
    ['in windows', ratio('a', 'inWindows')],
    ['left', of('left')],
    ['right', of('right')],
    ['in all', ratio('total', 'positions')],
    ['strength', of('strength')],
    ['logDice', of('logDice')],
    ['G²', of('g2')],
    ['q', of('q')],
  ],
  attention: [
    ['directives', ratio('directivesCoded', 'directivesRead')],
    ['categories', of('categories')],
    ['in as many', of('rarefied')],
    ['effective', of('effective')],
    ['first', of('topCategory')],
    ['share', of('topShare')],
    ['entropy', of('entropy')],
    ['evenness', of('evenness')],
    ['reports', of('reports')],
    ['why null', of('reason')],
  ],
  discover: [
    ['phrase', of('phrase')],
    ['reports', of('documents')],
    ['mentions', of('tokens')],
    ['leaders', of('leaders')],
    ['places', of('places')],
    ['quoted', of('quoted')],
    ['score', of('score')],
    ['first seen', of('firstDate')],
    ['last seen', of('lastDate')],
    ['NPMI', of('npmi')],
    ['novelty', of('novelty')],
  ],
  sample: [
    ['unit', of('unit')],
    ['date', of('date')],
    ['concept', of('label')],
    ['text', (r) => `${String(r['left'] ?? '').slice(-8)}【${r['key']}】${String(r['right'] ?? '').slice(0, 8)}`],
    ['drawn', ratio('stratumDrawn', 'stratumSize')],
    ['place', of('place')],
    ['leader', of('leader')],
    ['id', of('id')],
  ],
  coverage: [
    ['', of('what')],
    ['n/N', of('n')],
    ['share', of('share')],
    ['95 %', interval('low', 'high')],
  ],
}

/** A table for the eye: rows with one key a heading, and a line below for what is not shown. */
export interface TerminalView {
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  readonly below: string | null
}

/** Up to this many concepts a diffusion is shown unit by unit; more are summed up. */
const IN_DETAIL = 3

/** What a result shows on a terminal; null for a kind that has no view of its own. */
export function terminalView(result: Result<object>): TerminalView | null {
  if (result.kind === 'coverage') return view('coverage', coverageLines(result as CoverageResult), result, null)
  if (result.kind === 'diffusion') {
    const { summary } = (result as DiffusionResult).tables
    const seen = summary.rows.filter((s) => s.seen > 0)
    const most = [...seen].sort((a, b) => b.seen - a.seen || ((a.origin ?? '') < (b.origin ?? '') ? -1 : 1))
    const unseen = `${summary.rows.length - seen.length} concepts were seen nowhere. Unit by unit: --concept, or -o FILE.`
    if (summary.rows.length > IN_DETAIL) return view('diffusion-summary', most as unknown as Row[], result, unseen)
  }
  if (!VIEWS[result.kind]) return null
  const rows = result.rows as readonly Row[]
  if (result.kind !== 'keyness') return view(result.kind, rows, result, null)
  const said = rows.filter((r) => r['reason'] !== 'no-occurrence')
  return view('keyness', said, result, `${rows.length - said.length} concepts occur in neither group.`)
}

function view(kind: string, rows: readonly Row[], result: Result<object>, below: string | null): TerminalView {
  const groups = GROUPS.filter((g) => result.columns.some((c) => c.name === g)).map((g): ViewColumn => [g, of(g)])
  const own = VIEWS[kind]!
  // What a row is about comes first, then where or whose it is.
  const about = kind === 'attention' ? 0 : 1
  const placed = own.some(([heading]) => groups.some(([group]) => group === heading))
  const columns = placed ? own : [...own.slice(0, about), ...groups, ...own.slice(about)]
  return {
    headings: columns.map(([heading]) => heading),
    rows: rows.map((row) => Object.fromEntries(columns.map(([heading, cell]) => [heading, cell(row)]))),
    below,
  }
}

/** The one row of a coverage as lines. */
function coverageLines(result: CoverageResult): Row[] {
  return (result.rows as unknown as readonly Row[]).flatMap((r) => [
    { what: 'reports with a concept', n: `${r['reportsWithMention']}/${r['reports']}`, share: r['reportShare'] },
    {
      what: 'directives with a concept',
      n: `${r['directivesWithMention']}/${r['directives']}`,
      share: r['directiveShare'],
      low: r['directiveLow'],
      high: r['directiveHigh'],
    },
    {
      what: 'directives with a theme',
      n: `${r['directivesWithCategory']}/${r['directives']}`,
      share: r['categoryShare'],
    },
    { what: 'segments with a concept', n: `${r['segmentsWithMention']}/${r['segments']}`, share: r['segmentShare'] },
    { what: 'quoted phrases covered', n: `${r['quotedCoded']}/${r['quotedPhrases']}`, share: r['quotedShare'] },
  ])
}
