import type { Directive } from '../directive/directive'
import { TifaError } from '../error'
import type { Grade, Mention, Stance, Zone } from '../mention/mention'
import type { ReportRow } from '../report/report'
import type { Coverage } from './coverage'
import { type Dimension, readDimensions } from './dimension'
import { cellKey, type Grouping, groupReports } from './grouping'
import { positionsIn } from './id-index'
import { linksOf } from './links'
import { placeMentions, sortDirectives } from './place-mentions'
import { type ReprintPolicy, selectReports } from './reprints'
import type { ConceptInfo, Study } from './study'

/** Which mentions count, beside the rule that a shadowed mention never does. Absent: all of them. */
export interface MentionFilter {
  readonly zones?: readonly Zone[]
  /** A mention without a stance (undecided) passes only where no stances are named. */
  readonly stances?: readonly Stance[]
  readonly grades?: readonly Grade[]
  readonly quotedOnly?: boolean
}

export interface ObserveOptions extends MentionFilter {
  /** One dimension or several; none: everything is one group. */
  readonly by?: string | readonly string[]
  /** Default `original`. */
  readonly reprints?: ReprintPolicy
  /** Days that the corpus is meant to cover. Default: from the first report day to the last. */
  readonly coverage?: Coverage
}

/**
 * The report × concept incidence of a study, made once and read by every analysis.
 *
 * Reports, directives and mentions are those that count (not refused, one of each reprint cluster, not shadowed), in
 * an order that does not depend on the order they came in. Positions in these lists are what the typed arrays hold.
 */
export interface Observation {
  readonly study: Study
  readonly reprints: ReprintPolicy
  readonly filter: MentionFilter
  readonly supplied: Coverage | null
  readonly reports: readonly ReportRow[]
  readonly directives: readonly Directive[]
  readonly mentions: readonly Mention[]
  /** Mentions that would count but for a longer concept that absorbs them. */
  readonly shadowed: readonly Mention[]
  /** The vocabulary's concepts and any other that a mention names, by id. */
  readonly concepts: readonly ConceptInfo[]
  readonly conceptIndex: ReadonlyMap<string, number>
  readonly reportOfDirective: Int32Array
  readonly reportOfMention: Int32Array
  /** -1 for a mention outside directives. */
  readonly directiveOfMention: Int32Array
  readonly conceptOfMention: Int32Array
  /** 1 for a mention inside one of another concept. */
  readonly nested: Uint8Array
  readonly conceptOfShadowed: Int32Array
  readonly directiveOfShadowed: Int32Array
  readonly reportOfShadowed: Int32Array
  /** Mentions of concept `c`, in text order: `mentionsByConcept.subarray(conceptStart[c], conceptStart[c + 1])`. */
  readonly conceptStart: Int32Array
  readonly mentionsByConcept: Int32Array
  /** Number of the first segment of each directive, over all directives. */
  readonly segmentStart: Int32Array
  /** Segment of each mention in that numbering, -1 outside directives. */
  readonly segmentOfMention: Int32Array
  readonly grouping: Grouping
}

/**
 * What every analysis takes: a study, or one already observed (several analyses then share the work of reading its
 * tables).
 */
export type Observed = Study | Observation

/** The study itself. */
export function studyOf(observed: Observed): Study {
  return 'grouping' in observed ? observed.study : observed
}

/**
 * Builds the incidence. Linear in reports, directives and mentions (but for sorting).
 *
 * Of an observation, its reprint policy, filter and coverage hold unless the options say otherwise, and its tables
 * are used again where they can be: `by` alone only groups anew. An observation does not see later changes of the
 * study's tables.
 *
 * @throws TifaError `invalid-option` for an unknown dimension, reprint policy or coverage
 * @example observe(study, { by: 'month' }).grouping.groups.map((g) => [g.keys.period, g.exposure.reports, g.state])
 */
export function observe(observed: Observed, options: ObserveOptions = {}): Observation {
  const before = 'grouping' in observed ? observed : null
  const study = studyOf(observed)
  const policy = options.reprints ?? before?.reprints ?? 'original'
  if (policy !== 'original' && policy !== 'cluster' && policy !== 'all')
    throw new TifaError('invalid-option', `reprints expects original, cluster or all; got ${JSON.stringify(policy)}`)
  const dimensions = readDimensions(options.by)
  const filter = filterOf(before?.filter ?? {}, options)
  const supplied = options.coverage ?? before?.supplied ?? null
  // Under `cluster` the reports that count depend on the cells.
  const again = before !== null && policy !== 'cluster' && before.reprints === policy && before.filter === filter
  const table = again ? before : readTables(study, policy, filter, dimensions)
  return {
    ...table,
    study,
    reprints: policy,
    filter,
    supplied,
    grouping: groupReports(table.reports, table.directives, table.reportOfDirective, dimensions, supplied ?? undefined),
  }
}

/** The filter of the options over an earlier one; the earlier object itself where they change nothing. */
function filterOf(before: MentionFilter, { zones, stances, grades, quotedOnly }: MentionFilter): MentionFilter {
  const own = {
    ...(zones && { zones }),
    ...(stances && { stances }),
    ...(grades && { grades }),
    ...(quotedOnly !== undefined && { quotedOnly }),
  }
  return Object.keys(own).length === 0 ? before : { ...before, ...own }
}

type Tables = Omit<Observation, 'study' | 'reprints' | 'filter' | 'supplied' | 'grouping'>

function readTables(
  study: Study,
  policy: ReprintPolicy,
  filter: MentionFilter,
  dimensions: readonly Dimension[],
): Tables {
  const reports = selectReports(study.reports, policy, (row) => cellKey(row, dimensions))
  const reportAt = positionsIn(study.reports, reports)
  const links = linksOf(study)

  const directives = sortDirectives(study.directives, links, reports.length, reportAt)
  const segmentStart = new Int32Array(directives.rows.length + 1)
  for (let d = 0; d < directives.rows.length; d++)
    segmentStart[d + 1] = segmentStart[d]! + Math.max(1, directives.rows.at(d)!.segments)

  const { counted, shadowed, concepts } = placeMentions(
    study,
    links,
    filter,
    reports.length,
    reportAt,
    directives.at,
    segmentStart,
  )
  const byConcept = bucket(counted.concept, concepts.length)

  return {
    reports,
    directives: directives.rows,
    mentions: counted.rows,
    shadowed: shadowed.rows,
    concepts,
    conceptIndex: new Map(concepts.map((concept, i) => [concept.id, i])),
    reportOfDirective: directives.report,
    reportOfMention: counted.report,
    directiveOfMention: counted.directive,
    conceptOfMention: counted.concept,
    nested: counted.nested,
    conceptOfShadowed: shadowed.concept,
    directiveOfShadowed: shadowed.directive,
    reportOfShadowed: shadowed.report,
    conceptStart: byConcept.start,
    mentionsByConcept: byConcept.index,
    segmentStart,
    segmentOfMention: counted.segment,
  }
}

function bucket(of: Int32Array, count: number): { start: Int32Array; index: Int32Array } {
  const start = new Int32Array(count + 1)
  for (let i = 0; i < of.length; i++) start[of[i]! + 1]!++
  for (let c = 0; c < count; c++) start[c + 1]! += start[c]!
  const next = start.slice(0, count)
  const index = new Int32Array(of.length)
  for (let i = 0; i < of.length; i++) index[next[of[i]!]!++] = i
  return { start, index }
}
