import type { Directive } from '../directive/directive'
import type { Mention, Stance } from '../mention/mention'
import { byCodePoint } from './code-point-order'
import { pickRows } from './compact/row-list'
import { positionThrough } from './id-index'
import type { MentionFilter } from './observe'
import { segmentAt } from './segments'
import type { ConceptInfo, Study } from './study'

/** Rows in order, with the report of each. */
export interface Placed<T> {
  readonly rows: readonly T[]
  readonly report: Int32Array
}

/**
 * Puts directives in order of report and place. Counting sort by report, then a small sort inside each report: linear
 * but for the latter.
 */
export function sortDirectives(
  rows: readonly Directive[],
  reports: number,
  reportOf: (id: string) => number,
): Placed<Directive> & { readonly of: (id: string) => number } {
  const of = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) of[i] = reportOf(rows.at(i)!.reportId)
  const order = orderByReport(of, reports, (i, j) => byDirective(rows.at(i)!, rows.at(j)!))
  const position = new Int32Array(rows.length).fill(-1)
  for (let k = 0; k < order.length; k++) position[order[k]!] = k
  return {
    rows: pickRows(rows, order),
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

export interface PlacedMentions extends Placed<Mention> {
  /** Segment in the directive, where the study knows it without the directive's text. */
  readonly segment: Int32Array | null
  readonly directive: Int32Array
  readonly concept: Int32Array
}

/** Reads every mention once: its report, directive and concept, counted or shadowed; then puts both kinds in order. */
export function placeMentions(
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
    const m = mentions.at(i)!
    const r = passes === null || passes(m) ? reportOf(m.reportId) : -1
    ofCounted[i] = m.shadowedBy === null ? r : -1
    ofShadowed[i] = m.shadowedBy === null ? -1 : r
    if (r < 0) continue
    directive[i] = m.directiveId === null ? -1 : directives.of(m.directiveId)
    concept[i] = code.of(m)
  }
  const { concepts, rank } = code.sorted()
  const compare = (i: number, j: number) => byMention(mentions.at(i)!, mentions.at(j)!)
  const place = (of: Int32Array): PlacedMentions => {
    const order = orderByReport(of, reports, compare)
    return {
      rows: pickRows(mentions, order),
      report: order.map((i) => of[i]!),
      directive: order.map((i) => directive[i]!),
      concept: order.map((i) => rank[concept[i]!]!),
      segment: study.segments ? order.map((i) => study.segments!.at(i)) : null,
    }
  }
  return { counted: place(ofCounted), shadowed: place(ofShadowed), concepts }
}

/** Segment of each mention, numbered over all directives; -1 outside directives. */
export function segmentsOf(placed: PlacedMentions, directives: readonly Directive[], start: Int32Array): Int32Array {
  const { rows, directive, segment } = placed
  const out = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const d = directive[i]!
    out[i] =
      d < 0
        ? -1
        : start[d + 1]! - start[d]! === 1
          ? start[d]!
          : start[d]! + (segment?.[i] ?? segmentAt(directives.at(d)!, rows.at(i)!.cleanStart))
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
