import { TifaError } from '../error'
import {
  byCodePoint,
  type ItemOptions,
  itemsOf,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  parseDate,
  placeOf,
  type ReprintPolicy,
} from '../observation'
import { resample } from '../stats'
import { column } from './columns'
import { kwic } from './kwic'
import { methodOf } from './method'
import type { Result } from './result'
import { drawPositions, drawStratified, wholeOption } from './sampling'

export interface SampleOptions extends ItemOptions, MentionFilter {
  /** Lines of the sheet. Default 100. */
  readonly size?: number
  /** Share of lines that are directives *without* any concept, for recall. Default 0.25. */
  readonly unmatched?: number
  /** Strata of the mentions. Default concept × year. */
  readonly stratify?: 'concept-year' | 'concept' | 'year' | 'none'
  readonly window?: number
  readonly seed?: number
  readonly reprints?: ReprintPolicy
}

/** One line of a coding sheet. `code` and `note` are for the coder; the coder is not shown the machine's stance. */
export interface SampleRow {
  readonly id: string
  /** `mention`: is this the concept? `directive`: does it say a concept that was missed? */
  readonly unit: 'mention' | 'directive'
  readonly stratum: string
  /** Lines that the stratum has in all, and how many of them were drawn: 1 ÷ sampling weight. */
  readonly stratumSize: number
  readonly stratumDrawn: number
  readonly report: string
  readonly date: string | null
  readonly place: string | null
  readonly leader: string | null
  readonly concept: string | null
  readonly label: string | null
  readonly left: string | null
  readonly key: string
  readonly right: string | null
  readonly code: null
  readonly note: null
}

/**
 * Draws a coding sheet for validation: mentions, evenly from every concept and year, to measure precision; and
 * directives without any concept to estimate what is missed. The same seed draws the same lines; their order is
 * shuffled, so that coders tire evenly.
 *
 * Every line keeps the size of its stratum: weight estimates by `stratumSize ÷ stratumDrawn`, because rare concepts
 * are drawn more often than their share.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example toCsv(sampleForCoding(study, { size: 200, seed: 7 }), { bom: true })
 */
export function sampleForCoding(study: Observed, options: SampleOptions = {}): Result<SampleRow> {
  const size = wholeOption('size', options.size ?? 100, 1)
  const unmatched = options.unmatched ?? 0.25
  if (!(unmatched >= 0 && unmatched <= 1))
    throw new TifaError('invalid-option', `unmatched must lie from 0 to 1, got ${unmatched}`)
  const stratify = options.stratify ?? 'concept-year'
  if (!['concept-year', 'concept', 'year', 'none'].includes(stratify))
    throw new TifaError(
      'invalid-option',
      `stratify expects concept-year, concept, year or none; got ${JSON.stringify(stratify)}`,
    )
  const seed = options.seed ?? 1
  const random = resample.random({ seed })
  const observation = observe(study, options)
  const bare = directivesWithout(observation)
  const forDirectives = Math.min(bare.length, Math.round(size * unmatched))
  const strata = mentionStrata(observation, options, stratify)
  const drawn = drawStratified(
    strata.map((s) => s.mentions.length),
    size - forDirectives,
    random,
  )
  const lines = strata.flatMap((stratum, k) =>
    drawn[k]!.map((at) => ({
      mention: stratum.mentions[at]!,
      stratum: stratum.name,
      stratumSize: stratum.mentions.length,
      stratumDrawn: drawn[k]!.length,
    })),
  )
  const contexts = new Map(
    kwic(study, {
      mentions: lines.map((line) => observation.mentions[line.mention]!.id),
      reprints: observation.reprints,
      ...(options.window === undefined ? {} : { window: options.window }),
    }).rows.map((row) => [row.mention, row]),
  )
  const rows: SampleRow[] = [
    ...lines.map((line): SampleRow => {
      const context = contexts.get(observation.mentions[line.mention]!.id)!
      return {
        id: context.mention,
        unit: 'mention',
        stratum: line.stratum,
        stratumSize: line.stratumSize,
        stratumDrawn: line.stratumDrawn,
        report: context.report,
        date: context.date,
        place: context.place,
        leader: context.leader,
        concept: context.concept,
        label: context.label,
        left: context.left,
        key: context.key,
        right: context.right,
        code: null,
        note: null,
      }
    }),
    ...drawPositions(bare.length, forDirectives, random).map((at): SampleRow => {
      const directive = observation.directives[bare[at]!]!
      const report = observation.reports[observation.reportOfDirective[bare[at]!]!]!
      return {
        id: directive.id,
        unit: 'directive',
        stratum: 'no-concept',
        stratumSize: bare.length,
        stratumDrawn: forDirectives,
        report: report.id,
        date: report.date,
        place: placeOf(report, 'place'),
        leader: directive.leaderId,
        concept: null,
        label: null,
        left: null,
        key: directive.text,
        right: null,
        code: null,
        note: null,
      }
    }),
  ]
  return {
    kind: 'sample',
    rows: resample.shuffle({ values: rows, random }),
    columns: SAMPLE_COLUMNS,
    method: methodOf(study, {
      analysis: 'sampleForCoding',
      unit: 'mention, directive without a concept',
      denominator: `${observation.mentions.length} mentions; ${bare.length} directives without a concept`,
      reprints: observation.reprints,
      seed,
      notes: [`stratified by ${stratify}, evenly; ${forDirectives} directives without a concept`],
    }),
    mentions: (row) => (row.unit === 'mention' ? [row.id] : []),
  }
}

function directivesWithout(observation: Observation): number[] {
  const held = new Set<string>()
  for (const m of observation.study.mentions)
    if (m.directiveId !== null && m.shadowedBy === null) held.add(m.directiveId)
  return observation.directives.flatMap((directive, d) => (held.has(directive.id) ? [] : [d]))
}

function mentionStrata(
  observation: Observation,
  options: ItemOptions,
  stratify: string,
): { name: string; mentions: number[] }[] {
  const chosen =
    options.concepts === undefined && options.categories === undefined
      ? observation.mentions.map((_, m) => m)
      : [...new Set(itemsOf(observation, options).flatMap((item) => [...item.mentions]))].sort((a, b) => a - b)
  const strata = new Map<string, number[]>()
  for (const m of chosen) {
    const date = parseDate(observation.reports[observation.reportOfMention[m]!]!.date)
    const year = date === null ? 'undated' : String(date.year)
    const { concept } = observation.mentions.at(m)!
    const name =
      stratify === 'none' ? 'all' : stratify === 'year' ? year : stratify === 'concept' ? concept : `${concept} ${year}`
    const list = strata.get(name)
    if (list) list.push(m)
    else strata.set(name, [m])
  }
  return [...strata].sort((a, b) => byCodePoint(a[0], b[0])).map(([name, mentions]) => ({ name, mentions }))
}

const SAMPLE_COLUMNS = [
  column('id', 'id', '编号'),
  column('unit', 'unit', '单位', { note: 'mention, or directive without a concept' }),
  column('stratum', 'stratum', '层'),
  column('stratumSize', 'lines in the stratum', '层内总数', { unit: 'lines' }),
  column('stratumDrawn', 'lines drawn from it', '层内抽取数', { unit: 'lines', denominator: 'stratumSize' }),
  column('report', 'report', '报道'),
  column('date', 'date', '日期'),
  column('place', 'place', '地方'),
  column('leader', 'leader', '领导'),
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('left', 'left context', '上文'),
  column('key', 'mention or directive', '内容'),
  column('right', 'right context', '下文'),
  column('code', 'code', '编码', { note: 'for the coder' }),
  column('note', 'note', '备注', { note: 'for the coder' }),
]
