import { TifaError } from '../error'
import type { Mention, Stance, Zone } from '../mention/mention'
import {
  byCodePoint,
  byCodePointNullLast,
  type ItemOptions,
  itemsOf,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  placeOf,
  type ReprintPolicy,
} from '../observation'
import { resample } from '../stats'
import { column } from './columns'
import { methodOf } from './method'
import type { Result } from './result'
import { drawStratified, wholeOption } from './sampling'

export interface KwicOptions extends ItemOptions, MentionFilter {
  /** Characters on each side. Default 30. */
  readonly window?: number
  /**
   * `characters`: up to `window` characters on each side, within the paragraph. `directive`: the whole directive;
   * mentions outside directives keep the character window. Default `characters`.
   */
  readonly context?: 'characters' | 'directive'
  /**
   * The source string of a report and field, as handed in: contexts are then cut from it and show what was printed
   * (glosses, damage and all). Without it (and for a report it does not know) from the clean text. In `text` each row
   * says which.
   */
  readonly source?: (reportId: string, field: 'text' | 'title') => string | null | undefined
  /**
   * Only these mentions, by id: the way from a number to its sentences (`kwic(study, { mentions: result.mentions(row)
   * })`).
   */
  readonly mentions?: readonly string[]
  /**
   * `position`: by report date, report, place in the text (default); `left`/`right`: by the context nearest to the
   * key first.
   */
  readonly sort?: 'position' | 'left' | 'right'
  /** Draw this many lines at random; by default all are given. */
  readonly sample?: number
  /** Draw evenly from every concept, report or stance instead of from all lines alike. */
  readonly stratify?: 'concept' | 'report' | 'stance'
  /** Default 1. */
  readonly seed?: number
  readonly reprints?: ReprintPolicy
}

/** One mention in its context. `left + key + right` is a stretch of the text that `text` names. */
export interface KwicRow {
  readonly mention: string
  readonly report: string
  readonly date: string | null
  readonly place: string | null
  readonly outlet: string | null
  readonly leader: string | null
  readonly cue: string | null
  readonly concept: string
  readonly label: string
  readonly left: string | null
  readonly key: string
  readonly right: string | null
  readonly text: 'source' | 'clean' | null
  readonly zone: Zone
  readonly stance: Stance | null
  readonly quoted: boolean
  readonly nested: boolean
  readonly directive: string | null
  readonly field: 'text' | 'title'
  readonly start: number
  readonly end: number
  readonly cleanStart: number
  readonly cleanEnd: number
  readonly reason: string | null
}

/** A report that was searched, whether or not it has a line. */
export interface SearchedReport {
  readonly report: string
  readonly date: string | null
  /** Length of the cleaned text, title included where it is kept: what `cleanStart` counts in. */
  readonly length: number
}

export interface KwicResult extends Result<KwicRow> {
  /** All reports that were searched, by date (undated last), then id: the axis of a dispersion plot. */
  readonly searched: readonly SearchedReport[]
}

/**
 * Every mention in its context (key word in context): the reading that belongs to every count.
 *
 * Windows count characters (code points) and end at the paragraph. A report coded without its text, and without
 * `source`, gives lines with null contexts and the reason `no-text`, unless the mention stands in a directive.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example kwic(study, { concepts: ['xiangmu-weiwang'], window: 10, sort: 'right' }).rows.map((r) => `${r.left}【${r.key}】${r.right}`)
 */
export function kwic(study: Observed, options: KwicOptions = {}): KwicResult {
  const window = wholeOption('window', options.window ?? 30, 0)
  const context = oneOf('context', options.context ?? 'characters', ['characters', 'directive'])
  const sort = oneOf('sort', options.sort ?? 'position', ['position', 'left', 'right'])
  const seed = options.seed ?? 1
  const observation = observe(study, {
    ...options,
    ...(options.mentions && options.reprints === undefined && { reprints: 'all' as const }),
  })
  const found = positionsOf(observation, options)
  const drawn = options.sample === undefined ? found : draw(observation, found, options, seed)
  const rows = drawn.map((m) => line(observation, m, context, window, options.source))
  if (sort === 'position') rows.sort(byPosition)
  else if (sort === 'left') rows.sort((a, b) => byCodePoint(reversed(a.left), reversed(b.left)) || byPosition(a, b))
  else rows.sort((a, b) => byCodePoint(a.right ?? '', b.right ?? '') || byPosition(a, b))
  let searched: readonly SearchedReport[] | null = null
  return {
    kind: 'kwic',
    rows,
    get searched() {
      searched ??= searchedIn(observation)
      return searched
    },
    columns: KWIC_COLUMNS,
    method: methodOf(study, {
      analysis: 'kwic',
      unit: 'mention',
      denominator: `${found.length} mentions`,
      reprints: observation.reprints,
      seed: options.sample === undefined ? null : seed,
      notes:
        options.sample === undefined
          ? []
          : [
              `${rows.length} of ${found.length} mentions drawn${options.stratify ? ` evenly by ${options.stratify}` : ''}`,
            ],
    }),
    mentions: (row) => [row.mention],
  }
}

function searchedIn(observation: Observation): SearchedReport[] {
  return observation.reports
    .map((r) => ({ report: r.id, date: r.date, length: r.text?.length ?? r.characters }))
    .sort((a, b) => byCodePointNullLast(a.date, b.date) || byCodePoint(a.report, b.report))
}

function positionsOf(observation: Observation, options: KwicOptions): number[] {
  const named = options.mentions && new Set(options.mentions)
  const chosen =
    options.concepts === undefined && options.categories === undefined
      ? observation.mentions.map((_, m) => m)
      : [...new Set(itemsOf(observation, options).flatMap((item) => [...item.mentions]))].sort((a, b) => a - b)
  return named ? chosen.filter((m) => named.has(observation.mentions.at(m)!.id)) : chosen
}

function draw(observation: Observation, found: readonly number[], options: KwicOptions, seed: number): number[] {
  const size = wholeOption('sample', options.sample!, 1)
  const strata = new Map<string, number[]>()
  for (const m of found) {
    const { concept, stance, reportId } = observation.mentions.at(m)!
    const key =
      options.stratify === 'concept'
        ? concept
        : options.stratify === 'stance'
          ? (stance ?? '')
          : options.stratify === 'report'
            ? reportId
            : ''
    const list = strata.get(key)
    if (list) list.push(m)
    else strata.set(key, [m])
  }
  const ordered = [...strata].sort((a, b) => byCodePoint(a[0], b[0])).map(([, list]) => list)
  const positions = drawStratified(
    ordered.map((list) => list.length),
    size,
    resample.random({ seed }),
  )
  return positions.flatMap((inStratum, i) => inStratum.map((k) => ordered[i]![k]!)).sort((a, b) => a - b)
}

function line(
  observation: Observation,
  position: number,
  context: 'characters' | 'directive',
  window: number,
  source: KwicOptions['source'],
): KwicRow {
  const m = observation.mentions.at(position)!
  const report = observation.reports[observation.reportOfMention[position]!]!
  const d = observation.directiveOfMention[position]!
  const directive = d < 0 ? null : observation.directives.at(d)!
  const whole = context === 'directive' && directive !== null
  const printed = source?.(report.id, m.field) ?? null
  const clean = report.text ?? null
  const cut =
    printed !== null
      ? around(printed, m.start, m.end, whole ? [directive.start, directive.end] : null, window)
      : whole || (clean === null && directive !== null)
        ? around(
            directive!.text,
            m.cleanStart - directive!.cleanStart,
            m.cleanEnd - directive!.cleanStart,
            whole ? [0, directive!.text.length] : null,
            window,
          )
        : clean !== null
          ? around(clean, m.cleanStart, m.cleanEnd, null, window)
          : null
  return {
    mention: m.id,
    report: report.id,
    date: report.date,
    place: placeOf(report, 'place'),
    outlet: report.outlet,
    leader: directive?.leaderId ?? null,
    cue: directive?.cue ?? null,
    concept: m.concept,
    label: labelOf(observation, m),
    left: cut?.left ?? null,
    key: cut?.key ?? m.form,
    right: cut?.right ?? null,
    text: cut === null ? null : printed !== null ? 'source' : 'clean',
    zone: m.zone,
    stance: m.stance,
    quoted: m.quoted,
    nested: m.nestedIn !== null,
    directive: m.directiveId,
    field: m.field,
    start: m.start,
    end: m.end,
    cleanStart: m.cleanStart,
    cleanEnd: m.cleanEnd,
    reason: cut === null ? 'no-text' : null,
  }
}

function labelOf(observation: Observation, m: Mention): string {
  return observation.concepts[observation.conceptIndex.get(m.concept)!]!.label
}

interface Cut {
  readonly left: string
  readonly key: string
  readonly right: string
}

function around(
  text: string,
  start: number,
  end: number,
  bounds: readonly [number, number] | null,
  window: number,
): Cut {
  const from = bounds ? Math.min(bounds[0], start) : backward(text, start, window)
  const to = bounds ? Math.max(bounds[1], end) : forward(text, end, window)
  return { left: text.slice(from, start), key: text.slice(start, end), right: text.slice(end, to) }
}

function backward(text: string, from: number, characters: number): number {
  let i = from
  for (let n = 0; n < characters && i > 0; n++) {
    const c = text.charCodeAt(i - 1)
    if (c === 10 || c === 13) break
    i -= (c & 0xfc00) === 0xdc00 && i > 1 && (text.charCodeAt(i - 2) & 0xfc00) === 0xd800 ? 2 : 1
  }
  return i
}

function forward(text: string, from: number, characters: number): number {
  let i = from
  for (let n = 0; n < characters && i < text.length; n++) {
    const c = text.charCodeAt(i)
    if (c === 10 || c === 13) break
    i += (c & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1
  }
  return i
}

function reversed(text: string | null): string {
  return text === null ? '' : [...text].reverse().join('')
}

function byPosition(a: KwicRow, b: KwicRow): number {
  return (
    byCodePointNullLast(a.date, b.date) ||
    byCodePoint(a.report, b.report) ||
    byCodePoint(b.field, a.field) ||
    a.start - b.start ||
    a.end - b.end ||
    byCodePoint(a.concept, b.concept)
  )
}

function oneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value
  throw new TifaError('invalid-option', `${name} expects one of ${allowed.join(', ')}; got ${JSON.stringify(value)}`)
}

const KWIC_COLUMNS = [
  column('mention', 'mention', '出现'),
  column('report', 'report', '报道'),
  column('date', 'date', '日期'),
  column('place', 'place', '地方'),
  column('outlet', 'outlet', '媒体'),
  column('leader', 'leader', '领导'),
  column('cue', 'reporting verb', '引述动词'),
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('left', 'left context', '上文'),
  column('key', 'mention', '关键词'),
  column('right', 'right context', '下文'),
  column('text', 'cut from', '取自', { note: 'source: as printed; clean: cleaned text' }),
  column('zone', 'zone', '位置'),
  column('stance', 'stance', '立场'),
  column('quoted', 'in quotation marks', '带引号'),
  column('nested', 'inside a longer mention', '嵌套'),
  column('directive', 'directive', '指示'),
  column('field', 'field', '字段', { note: 'which input field start and end count in' }),
  column('start', 'start', '起点', { unit: 'UTF-16 units of the source' }),
  column('end', 'end', '终点', { unit: 'UTF-16 units of the source' }),
  column('cleanStart', 'start, cleaned', '清洗后起点', { unit: 'UTF-16 units of the cleaned text' }),
  column('cleanEnd', 'end, cleaned', '清洗后终点', { unit: 'UTF-16 units of the cleaned text' }),
  column('reason', 'why null', '缺值原因'),
]
