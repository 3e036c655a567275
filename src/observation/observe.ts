import type { Directive } from '../directive/directive'
import { TifaError } from '../error'
import type { Grade, Mention, Stance, Zone } from '../mention/mention'
import type { ReportRow } from '../report/report'
import { byCodePoint } from './code-point-order'
import type { Coverage } from './coverage'
import { readDimensions } from './dimension'
import { cellKey, type Grouping, groupReports } from './grouping'
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

/**
 * Builds the incidence. Linear in reports, directives and mentions (but for sorting).
 *
 * @throws TifaError `invalid-option` for an unknown dimension, reprint policy or coverage
 * @example observe(study, { by: 'month' }).grouping.groups.map((g) => [g.keys.period, g.exposure.reports, g.state])
 */
export function observe(study: Study, options: ObserveOptions = {}): Observation {
  const policy = options.reprints ?? 'original'
  if (policy !== 'original' && policy !== 'cluster' && policy !== 'all')
    throw new TifaError('invalid-option', `reprints expects original, cluster or all; got ${JSON.stringify(policy)}`)
  const dimensions = readDimensions(options.by)
  const reports = selectReports(study.reports, policy, (row) => cellKey(row, dimensions))
  const reportIndex = new Map(reports.map((row, i) => [row.id, i]))

  const directives = sortByReport(study.directives, reports.length, (d) => reportIndex.get(d.reportId), byDirective)
  const directiveIndex = new Map(directives.rows.map((row, i) => [row.id, i]))
  const segmentStart = new Int32Array(directives.rows.length + 1)
  for (let d = 0; d < directives.rows.length; d++)
    segmentStart[d + 1] = segmentStart[d]! + Math.max(1, directives.rows[d]!.segments)

  const passes = mentionTest(options)
  const all = sortByReport(
    study.mentions,
    reports.length,
    (m) => (passes(m) ? reportIndex.get(m.reportId) : undefined),
    byMention,
  )
  const counted = split(all, (m) => m.shadowedBy === null)
  const shadowed = split(all, (m) => m.shadowedBy !== null)

  const concepts = conceptsOf(study, all.rows)
  const conceptIndex = new Map(concepts.map((concept, i) => [concept.id, i]))
  const conceptOf = (rows: readonly Mention[]) => Int32Array.from(rows, (m) => conceptIndex.get(m.concept)!)
  const directiveOf = (rows: readonly Mention[]) =>
    Int32Array.from(rows, (m) => (m.directiveId === null ? -1 : (directiveIndex.get(m.directiveId) ?? -1)))
  const conceptOfMention = conceptOf(counted.rows)
  const directiveOfMention = directiveOf(counted.rows)
  const byConcept = bucket(conceptOfMention, concepts.length)

  return {
    study,
    reprints: policy,
    reports,
    directives: directives.rows,
    mentions: counted.rows,
    shadowed: shadowed.rows,
    concepts,
    conceptIndex,
    reportOfDirective: directives.report,
    reportOfMention: counted.report,
    directiveOfMention,
    conceptOfMention,
    conceptOfShadowed: conceptOf(shadowed.rows),
    directiveOfShadowed: directiveOf(shadowed.rows),
    reportOfShadowed: shadowed.report,
    conceptStart: byConcept.start,
    mentionsByConcept: byConcept.index,
    segmentStart,
    segmentOfMention: Int32Array.from(counted.rows, (m, i) => {
      const d = directiveOfMention[i]!
      return d < 0 ? -1 : segmentStart[d]! + segmentAt(directives.rows[d]!, m.cleanStart)
    }),
    grouping: groupReports(reports, directives.rows, directives.report, dimensions, options.coverage),
  }
}

interface Placed<T> {
  readonly rows: T[]
  readonly report: Int32Array
}

// Counting sort by report, then a small sort inside each report: linear but for the latter.
function sortByReport<T>(
  rows: readonly T[],
  reports: number,
  reportOf: (row: T) => number | undefined,
  order: (a: T, b: T) => number,
): Placed<T> {
  const of = new Int32Array(rows.length)
  const start = new Int32Array(reports + 1)
  for (let i = 0; i < rows.length; i++) {
    const r = reportOf(rows[i]!) ?? -1
    of[i] = r
    if (r >= 0) start[r + 1]!++
  }
  for (let r = 0; r < reports; r++) start[r + 1]! += start[r]!
  const next = start.slice(0, reports)
  const sorted: T[] = new Array(start[reports]!)
  const report = new Int32Array(start[reports]!)
  for (let i = 0; i < rows.length; i++) {
    const r = of[i]!
    if (r < 0) continue
    report[next[r]!] = r
    sorted[next[r]!++] = rows[i]!
  }
  for (let r = 0; r < reports; r++) {
    const from = start[r]!
    const to = start[r + 1]!
    if (inOrder(sorted, from, to, order)) continue
    const piece = sorted.slice(from, to).sort(order)
    for (let i = from; i < to; i++) sorted[i] = piece[i - from]!
  }
  return { rows: sorted, report }
}

function inOrder<T>(rows: readonly T[], from: number, to: number, order: (a: T, b: T) => number): boolean {
  for (let i = from + 1; i < to; i++) if (order(rows[i - 1]!, rows[i]!) > 0) return false
  return true
}

function split<T>(placed: Placed<T>, keep: (row: T) => boolean): Placed<T> {
  const rows: T[] = []
  const report: number[] = []
  placed.rows.forEach((row, i) => {
    if (!keep(row)) return
    rows.push(row)
    report.push(placed.report[i]!)
  })
  return { rows, report: Int32Array.from(report) }
}

function bucket(of: Int32Array, count: number): { start: Int32Array; index: Int32Array } {
  const start = new Int32Array(count + 1)
  for (const c of of) start[c + 1]!++
  for (let c = 0; c < count; c++) start[c + 1]! += start[c]!
  const next = start.slice(0, count)
  const index = new Int32Array(of.length)
  for (let i = 0; i < of.length; i++) index[next[of[i]!]!++] = i
  return { start, index }
}

function conceptsOf(study: Study, mentions: readonly Mention[]): ConceptInfo[] {
  const known = new Map(study.concepts.map((concept) => [concept.id, concept]))
  for (const m of mentions) {
    if (known.has(m.concept)) continue
    known.set(m.concept, {
      id: m.concept,
      label: m.label,
      gloss: null,
      category: m.category,
      grade: m.grade,
      level: null,
    })
  }
  return [...known.values()].sort((a, b) => byCodePoint(a.id, b.id))
}

function mentionTest(filter: MentionFilter): (mention: Mention) => boolean {
  const zones = filter.zones && new Set(filter.zones)
  const stances = filter.stances && new Set<Stance | null>(filter.stances)
  const grades = filter.grades && new Set(filter.grades)
  const quoted = filter.quotedOnly === true
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
