import type { Directive } from '../directive/directive'
import { TifaError } from '../error'
import type { Grade, Mention, Stance, Zone } from '../mention/mention'
import type { ReportRow } from '../report/report'
import { byCodePoint } from './code-point-order'
import type { Coverage } from './coverage'
import { type Dimension, readDimensions } from './dimension'
import { cellKey, type Grouping, groupReports } from './grouping'
import { positionIn, positionThrough } from './id-index'
import { type ReprintPolicy, selectReports } from './reprints'
import { segmentAt } from './segments'
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
 * Reports, directives and mentions are those that count (not refused, one of each reprint cluster, not shadowed), in an order that does
 * not depend on the order they came in. Positions in these lists are what the typed arrays hold.
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

/** What every analysis takes: a study, or one already observed (several analyses then share the work of reading its tables). */
export type Observed = Study | Observation

/** The study itself. */
export function studyOf(observed: Observed): Study {
  return 'grouping' in observed ? observed.study : observed
}

/**
 * Builds the incidence. Linear in reports, directives and mentions (but for sorting).
 *
 * Of an observation, its reprint policy, filter and coverage hold unless the options say otherwise, and its tables are used again where they can be: `by` alone only groups
 * anew. An observation does not see later changes of the study's tables.
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
  const reportOf = positionIn(study.reports, reports)

  const directives = sortDirectives(study.directives, reports.length, reportOf)
  const segmentStart = new Int32Array(directives.rows.length + 1)
  for (let d = 0; d < directives.rows.length; d++)
    segmentStart[d + 1] = segmentStart[d]! + Math.max(1, directives.rows[d]!.segments)

  const { counted, shadowed, concepts } = placeMentions(study, filter, reportOf, reports.length, directives)
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
    conceptOfShadowed: shadowed.concept,
    directiveOfShadowed: shadowed.directive,
    reportOfShadowed: shadowed.report,
    conceptStart: byConcept.start,
    mentionsByConcept: byConcept.index,
    segmentStart,
    segmentOfMention: segmentsOf(counted, directives.rows, segmentStart),
  }
}

interface Placed<T> {
  readonly rows: T[]
  readonly report: Int32Array
}

// Counting sort by report, then a small sort inside each report: linear but for the latter.
function sortDirectives(
  rows: readonly Directive[],
  reports: number,
  reportOf: (id: string) => number,
): Placed<Directive> & { readonly of: (id: string) => number } {
  const of = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) of[i] = reportOf(rows[i]!.reportId)
  const order = orderByReport(of, reports, (i, j) => byDirective(rows[i]!, rows[j]!))
  const position = new Int32Array(rows.length).fill(-1)
  for (let k = 0; k < order.length; k++) position[order[k]!] = k
  return {
    rows: Array.from(order, (i) => rows[i]!),
    report: order.map((i) => of[i]!),
    of: positionThrough(rows, position),
  }
}

/** Positions in order of their report (those of -1 left out), and of `compare` inside each report. */
function orderByReport(of: Int32Array, reports: number, compare: (i: number, j: number) => number): Int32Array {
  const start = new Int32Array(reports + 1)
  for (let i = 0; i < of.length; i++) if (of[i]! >= 0) start[of[i]! + 1]!++
  for (let r = 0; r < reports; r++) start[r + 1]! += start[r]!
  const next = start.slice(0, reports)
  const order = new Int32Array(start[reports]!)
  for (let i = 0; i < of.length; i++) if (of[i]! >= 0) order[next[of[i]!]!++] = i
  for (let r = 0; r < reports; r++)
    for (let k = start[r]! + 1; k < start[r + 1]!; k++)
      if (compare(order[k - 1]!, order[k]!) > 0) {
        order.subarray(start[r], start[r + 1]).sort(compare)
        break
      }
  return order
}

interface PlacedMentions extends Placed<Mention> {
  readonly directive: Int32Array
  readonly concept: Int32Array
}

/** Reads every mention once: its report, directive and concept, counted or shadowed; then puts both kinds in order. */
function placeMentions(
  study: Study,
  filter: MentionFilter,
  reportOf: (id: string) => number,
  reports: number,
  directives: { readonly of: (id: string) => number },
): { readonly counted: PlacedMentions; readonly shadowed: PlacedMentions; readonly concepts: ConceptInfo[] } {
  const { mentions } = study
  const passes = mentionTest(filter)
  const code = conceptCoder(study)
  const n = mentions.length
  const ofCounted = new Int32Array(n)
  const ofShadowed = new Int32Array(n)
  const directive = new Int32Array(n)
  const concept = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const m = mentions[i]!
    const r = passes === null || passes(m) ? reportOf(m.reportId) : -1
    ofCounted[i] = m.shadowedBy === null ? r : -1
    ofShadowed[i] = m.shadowedBy === null ? -1 : r
    if (r < 0) continue
    directive[i] = m.directiveId === null ? -1 : directives.of(m.directiveId)
    concept[i] = code.of(m)
  }
  const { concepts, rank } = code.sorted()
  const compare = (i: number, j: number) => byMention(mentions[i]!, mentions[j]!)
  const place = (of: Int32Array): PlacedMentions => {
    const order = orderByReport(of, reports, compare)
    const rows: Mention[] = new Array(order.length)
    for (let k = 0; k < order.length; k++) rows[k] = mentions[order[k]!]!
    return {
      rows,
      report: order.map((i) => of[i]!),
      directive: order.map((i) => directive[i]!),
      concept: order.map((i) => rank[concept[i]!]!),
    }
  }
  return { counted: place(ofCounted), shadowed: place(ofShadowed), concepts }
}

function segmentsOf(placed: PlacedMentions, directives: readonly Directive[], start: Int32Array): Int32Array {
  const { rows, directive } = placed
  const out = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const d = directive[i]!
    out[i] =
      d < 0
        ? -1
        : start[d + 1]! - start[d]! === 1
          ? start[d]!
          : start[d]! + segmentAt(directives[d]!, rows[i]!.cleanStart)
  }
  return out
}

/** Numbers the vocabulary's concepts and any other that a mention names; {@link sorted} gives their final order. */
function conceptCoder(study: Study) {
  const found: ConceptInfo[] = []
  const index = new Map<string, number>()
  const add = (info: ConceptInfo): number => {
    index.set(info.id, found.length)
    return found.push(info) - 1
  }
  for (const info of study.concepts) if (!index.has(info.id)) add(info)
  return {
    of: (m: Mention): number =>
      index.get(m.concept) ??
      add({ id: m.concept, label: m.label, gloss: null, category: m.category, grade: m.grade, level: null }),
    sorted: (): { concepts: ConceptInfo[]; rank: Int32Array } => {
      const order = found.map((_, i) => i).sort((a, b) => byCodePoint(found[a]!.id, found[b]!.id))
      const rank = new Int32Array(found.length)
      for (let i = 0; i < order.length; i++) rank[order[i]!] = i
      return { concepts: order.map((i) => found[i]!), rank }
    },
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

/** Null where everything passes. */
function mentionTest(filter: MentionFilter): ((mention: Mention) => boolean) | null {
  const zones = filter.zones && new Set(filter.zones)
  const stances = filter.stances && new Set<Stance | null>(filter.stances)
  const grades = filter.grades && new Set(filter.grades)
  const quoted = filter.quotedOnly === true
  if (!zones && !stances && !grades && !quoted) return null
  return (m) =>
    (!zones || zones.has(m.zone)) &&
    (!stances || stances.has(m.stance)) &&
    (!grades || grades.has(m.grade)) &&
    (!quoted || m.quoted)
}

function byDirective(a: Directive, b: Directive): number {
  return a.index - b.index || a.cleanStart - b.cleanStart || byCodePoint(a.id, b.id)
}

function byMention(a: Mention, b: Mention): number {
  return (
    (a.field === b.field ? 0 : a.field === 'title' ? -1 : 1) ||
    a.cleanStart - b.cleanStart ||
    a.cleanEnd - b.cleanEnd ||
    byCodePoint(a.concept, b.concept) ||
    byCodePoint(a.id, b.id)
  )
}
