import { TifaError } from '../error'
import type { Issue } from '../issue'
import type { CleaningStep, CleanText } from '../text/index'
import type { Span } from '../text/span'
import { bundledPlaces } from './bundled-places'
import { type Dateline, readDateline } from './dateline'
import { readTimeWords } from './event-date'
import { judgeKind } from './kind'
import { openPage, type Page } from './open-page'
import { behindMetaLines, readFurniture } from './page-furniture'
import { paragraphSpans } from './paragraphs'
import { partOf } from './part-of'
import { findPeople } from './people'
import type { Gazetteer } from './place'
import type { Paragraph, RawReport, Report, ReportKind, ReportRow } from './report'
import { resolveDates } from './resolve-dates'
import { resolvePlace } from './resolve-place'
import { furtherReports } from './several-reports'
import { measureText } from './signature'
import { hashText } from './text-hash'
import { findTitle } from './title'

export interface ReadOptions {
  /** Gazetteer. Default: the bundled GB/T 2260 one. */
  readonly places?: Gazetteer
  /** Complete a missing year from evidence other than a printed publication date. Default `false`. */
  readonly inferYears?: boolean
  /** Kinds of document that are not refused. Default: {@link reportKinds}. */
  readonly kinds?: readonly ReportKind[] | 'any'
  /** Read `text` as an HTML page. Default: only `html` is. */
  readonly html?: boolean
  /** Cleaning steps to leave out. */
  readonly skip?: readonly CleaningStep[]
}

/** Kinds that are coded unless the caller says otherwise: news of what leaders and meetings said. */
export const reportKinds: readonly ReportKind[] = ['leader-report', 'meeting-report']

const KINDS: readonly string[] = [
  'leader-report',
  'meeting-report',
  'work-report',
  'template',
  'novel',
  'policy-text',
  'commentary',
  'stub',
  'other',
]

/**
 * Reads one input: cleans it, divides title and body, finds dates, place, outlet, writers, officials and the kind of document.
 *
 * Never throws because of what the text says; problems are in `row.issues`. A page with several reports is read as one, with the issue
 * `several-reports`; {@link readPage} reads them apart.
 *
 * @throws TifaError `invalid-option` for an unknown kind
 * @example
 * readReport({ text: '3月21日，红旗区召开项目建设大会。…' }).row.county // '红旗区'
 */
export function readReport(raw: RawReport, options: ReadOptions = {}): Report {
  const page = openPage(checked(raw, options), options)
  const further = furtherReports(page.clean.text, page.lines, page.titleLines)
  const issues: Issue[] =
    further.length === 0
      ? []
      : [
          {
            code: 'several-reports',
            severity: 'warning',
            message: `the page holds ${further.length + 1} reports, read as one`,
          },
        ]
  return readPart(
    raw,
    options,
    page,
    { clean: page.clean, lines: page.lines, titleLines: page.titleLines, title: page.title },
    null,
    issues,
  )
}

/**
 * Reads every report of a page (又讯, a repeated dateline, a further title) as a report of its own. All share the source string, so spans
 * still count in it; ids of the further ones end in `~2`, `~3` …. A page with one report gives what {@link readReport} gives.
 */
export function readPage(raw: RawReport, options: ReadOptions = {}): Report[] {
  const page = openPage(checked(raw, options), options)
  const further = furtherReports(page.clean.text, page.lines, page.titleLines)
  if (further.length === 0)
    return [
      readPart(
        raw,
        options,
        page,
        { clean: page.clean, lines: page.lines, titleLines: page.titleLines, title: page.title },
        null,
        [],
      ),
    ]
  return [0, ...further].map((first, i, starts) => {
    const next = starts[i + 1]
    const start = page.lines[first]!.start
    const end = next === undefined ? page.clean.text.length : page.lines[next - 1]!.end
    const clean = partOf(page.clean, start, end)
    const lines = paragraphSpans(clean.text)
    const found = i === 0 ? { text: page.title, lines: page.titleLines } : findTitle(clean.text, lines)
    const issue: Issue = {
      code: 'several-reports',
      severity: 'info',
      message: `report ${i + 1} of ${starts.length} on its page`,
    }
    return readPart(
      raw,
      options,
      page,
      { clean, lines, titleLines: found.lines, title: found.text },
      i === 0 ? null : i + 1,
      [issue],
    )
  })
}

function checked(raw: RawReport, options: ReadOptions): RawReport {
  if (options.kinds && options.kinds !== 'any') {
    const unknown = options.kinds.find((kind) => !KINDS.includes(kind))
    if (unknown) throw new TifaError('invalid-option', `kinds expects ${KINDS.join(', ')} or 'any', got ${unknown}`)
  }
  return raw
}

interface Part {
  readonly clean: CleanText
  readonly lines: readonly Span<'clean'>[]
  readonly titleLines: number
  readonly title: string | null
}

function readPart(
  raw: RawReport,
  options: ReadOptions,
  page: Page,
  part: Part,
  number: number | null,
  found: readonly Issue[],
): Report {
  const { clean, lines, titleLines, title } = part
  const { text } = clean
  const paragraphs: Paragraph[] = lines.map((line, i) => ({
    start: line.start,
    end: line.end,
    role: i < titleLines ? 'title' : 'body',
  }))
  const all = lines.slice(titleLines)
  const body = behindMetaLines(text, all)
  const dateline = findDateline(text, body)
  const story = dateline ? behindDateline(body, dateline) : body
  const people = findPeople(text, paragraphs)
  const leftIn = options.skip?.includes('furniture') ? all : all.slice(0, all.length - body.length)
  const furniture = readFurniture(clean, page.head, text, leftIn)
  const time = readTimeWords(text, body)
  const { signature, characters } = measureText(text, all)
  const kind = judgeKind({
    text,
    title,
    body: story,
    characters,
    // 今天 alone opens speeches too.
    timed: time.event !== null || time.filed !== null || (time.daysBefore ?? 0) > 0 || dateline !== null,
    people,
    furniture: furniture.all,
    columns: furniture.columns,
  })
  const dates = resolveDates({
    supplied: raw.date,
    published: furniture.published,
    publishedText: furniture.publishedText,
    time,
    years: {
      url: raw.url ?? null,
      path: raw.path ?? null,
      head: options.inferYears ? `${title ?? ''}\n${body[0] ? text.slice(body[0].start, body[0].end) : ''}` : '',
      text,
    },
    inferYears: options.inferYears ?? false,
  })
  const outlet = raw.outlet?.trim() || furniture.outlet || dateline?.outlet || null
  const gazetteer = options.places ?? bundledPlaces()
  const place = resolvePlace(
    {
      text,
      title: titleLines > 0 ? { start: lines[0]!.start, end: lines[titleLines - 1]!.end } : null,
      body: story,
      outlet,
      datelinePlace: dateline?.place ?? null,
      footer: furniture.footer,
      people,
      date: dates.date,
    },
    gazetteer,
  )
  const issues: Issue[] = raw.issues === undefined ? [] : raw.issues.slice()
  for (const list of [clean.issues, dates.issues, found]) if (list.length > 0) issues.push(...list)
  if (time.masked && dates.eventStart === null)
    issues.push({
      code: 'masked-date',
      severity: 'info',
      message: 'the date of the event is masked or lost: unknown',
      span: clean.map.toSource(time.masked.start, time.masked.end),
    })
  if (place.ambiguous)
    issues.push({
      code: 'unknown-place',
      severity: 'info',
      message: `several places are called ${place.ambiguous}, and the text does not say which`,
    })
  const kinds = options.kinds ?? reportKinds
  const sourceHash = raw.sourceHash ?? hashText(page.source)
  const row: ReportRow = {
    id: idOf(raw, sourceHash) + (number === null ? '' : `~${number}`),
    path: raw.path ?? null,
    record: raw.record ?? null,
    url: raw.url ?? null,
    encoding: raw.encoding ?? null,
    sourceHash,
    title,
    date: dates.date,
    datePrecision: dates.datePrecision,
    dateBasis: dates.dateBasis,
    dateEvidence: dates.dateEvidence,
    eventStart: dates.eventStart,
    eventEnd: dates.eventEnd,
    published: dates.published,
    outlet,
    authors: unique(dateline === null ? furniture.authors : dateline.authors.concat(furniture.authors)),
    editors: furniture.editors,
    province: place.province,
    city: place.city,
    county: place.county,
    placeCode: place.placeCode,
    placeBasis: place.placeBasis,
    leaders: people.filter((p) => !p.attendee).map((p) => ({ name: p.name, title: p.title })),
    attendees: people.filter((p) => p.attendee).map((p) => p.name),
    kind: kind.kind,
    kindReasons: kind.reasons.slice(),
    excluded: kinds === 'any' || kinds.includes(kind.kind) ? null : `${kind.kind}: ${kind.reasons[0] ?? ''}`,
    script: clean.script,
    characters,
    words: null,
    directives: 0,
    signature,
    reprintOf: null,
    damaged: clean.damaged.length,
    issues: page.bodyShift === 0 ? issues : issues.map((issue) => inField(issue, page.bodyShift)),
    text,
    meta: raw.meta === undefined ? {} : { ...raw.meta },
  }
  return { row, source: page.source, bodyShift: page.bodyShift, clean, paragraphs, people }
}

const unique = (names: readonly string[]): string[] => (names.length < 2 ? names.slice() : [...new Set(names)])

/** The id that the caller gave, else the file (and line), else a hash of the text. */
function idOf(raw: RawReport, sourceHash: string): string {
  if (raw.id !== undefined && raw.id !== '') return raw.id
  if (raw.path === undefined) return raw.record === undefined ? sourceHash : `#${raw.record}`
  return raw.record === undefined ? raw.path : `${raw.path}#${raw.record}`
}

/** Spans behind a title that was put in front count in the text field. */
function inField(issue: Issue, shift: number): Issue {
  if (!issue.span || issue.span.start < shift) return issue
  return { ...issue, span: { start: issue.span.start - shift, end: issue.span.end - shift } }
}

interface FoundDateline extends Dateline {
  /** Index of its paragraph in the body. */
  readonly paragraph: number
}

/** The dateline opens the body, or stands on a line of its own before it. */
function findDateline(text: string, body: readonly Span<'clean'>[]): FoundDateline | null {
  for (let i = 0; i < Math.min(2, body.length); i++) {
    const { start, end } = body[i]!
    const dateline = readDateline(text.slice(start, Math.min(end, start + 120)))
    if (dateline !== null) {
      const { outlet, place, authors } = dateline
      return { end: dateline.end, outlet, place, authors, paragraph: i }
    }
    if (end - start > 40) return null
  }
  return null
}

function behindDateline(body: readonly Span<'clean'>[], dateline: FoundDateline): readonly Span<'clean'>[] {
  const { start, end } = body[dateline.paragraph]!
  if (start + dateline.end >= end) return body.slice(dateline.paragraph + 1)
  const story = body.slice(dateline.paragraph)
  story[0] = { start: start + dateline.end, end }
  return story
}
