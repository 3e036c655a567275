import type { Directive } from '../directive/directive'
import type { Mention, Stance } from '../mention/mention'
import { byCodePoint } from './code-point-order'
import { pickRows } from './compact/row-list'
import type { MentionFilter } from './observe'
import type { ConceptInfo, Study, StudyLinks } from './study'

/** Rows in order, with the report of each. */
export interface Placed<T> {
  readonly rows: readonly T[]
  readonly report: Int32Array
}

/**
 * Puts directives in order of report and place. Counting sort by report, then a small sort inside each report: linear
 * but for the latter.
 *
 * @param reportAt place of each of the study's reports among those that count, -1 where it does not
 * @returns also the place of each of the study's directives in that order, -1 where it is left out
 */
export function sortDirectives(
  rows: readonly Directive[],
  links: StudyLinks,
  reports: number,
  reportAt: Int32Array,
): Placed<Directive> & { readonly at: Int32Array } {
  const of = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) of[i] = through(reportAt, links.reportOfDirective.at(i))
  const order = orderByReport(of, reports, (i, j) => byDirective(rows.at(i)!, rows.at(j)!))
  const at = new Int32Array(rows.length).fill(-1)
  for (let k = 0; k < order.length; k++) at[order[k]!] = k
  return { rows: pickRows(rows, order), report: order.map((i) => of[i]!), at }
}

const through = (places: Int32Array, i: number): number => (i < 0 ? -1 : places[i]!)

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
  readonly directive: Int32Array
  readonly concept: Int32Array
  /** Segment, numbered over all directives; -1 outside directives. */
  readonly segment: Int32Array
  /** 1 for a mention inside one of another concept. */
  readonly nested: Uint8Array
}

/**
 * Reads every mention once: its report, directive and concept, counted or shadowed; then puts both kinds in order.
 *
 * @param reportAt as for {@link sortDirectives}
 * @param segmentStart number of the first segment of each placed directive
 */
export function placeMentions(
  study: Study,
  links: StudyLinks,
  filter: MentionFilter,
  reports: number,
  reportAt: Int32Array,
  directiveAt: Int32Array,
  segmentStart: Int32Array,
): { readonly counted: PlacedMentions; readonly shadowed: PlacedMentions; readonly concepts: ConceptInfo[] } {
  const { mentions } = study
  const passes = mentionTest(filter)
  const code = conceptCoder(study)
  const n = mentions.length
  /** Report of a mention that counts; -2 less the report of one that is shadowed; -1 for those left out. */
  const of = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const r = passes === null || passes(mentions.at(i)!) ? through(reportAt, links.reportOfMention.at(i)) : -1
    of[i] = r < 0 || links.shadowOfMention.at(i) < 0 ? r : -2 - r
    if (r >= 0) code.note(links.labelOfMention.at(i), mentions, i)
  }
  const { concepts, rank } = code.sorted()
  const compare = (i: number, j: number) => byMention(mentions.at(i)!, mentions.at(j)!)
  const place = (): PlacedMentions => {
    const order = orderByReport(of, reports, compare)
    const directive = order.map((i) => through(directiveAt, links.directiveOfMention.at(i)))
    return {
      rows: pickRows(mentions, order),
      report: order.map((i) => of[i]!),
      directive,
      concept: order.map((i) => rank[links.labelOfMention.at(i)]!),
      segment: order.map((i, k) => {
        const d = directive[k]!
        if (d < 0) return -1
        const only = segmentStart[d + 1]! - segmentStart[d]! === 1
        return segmentStart[d]! + (only ? 0 : links.segmentOfMention.at(i))
      }),
      nested: Uint8Array.from(order, (i) => (links.outerOfMention.at(i) < 0 ? 0 : 1)),
    }
  }
  const counted = place()
  for (let i = 0; i < n; i++) of[i] = of[i]! <= -2 ? -2 - of[i]! : -1
  return { counted, shadowed: place(), concepts }
}

/** Numbers the vocabulary's concepts and any other that a mention names; `sorted` gives their final order. */
function conceptCoder(study: Study) {
  const found: ConceptInfo[] = []
  const index = new Map<string, number>()
  /** By number of the label. */
  const ofLabel: number[] = []
  const add = (info: ConceptInfo): number => {
    index.set(info.id, found.length)
    return found.push(info) - 1
  }
  for (const info of study.concepts) if (!index.has(info.id)) add(info)
  return {
    note: (label: number, mentions: readonly Mention[], i: number): void => {
      if (ofLabel[label] !== undefined) return
      const m = mentions.at(i)!
      ofLabel[label] =
        index.get(m.concept) ??
        add({ id: m.concept, label: m.label, gloss: null, category: m.category, grade: m.grade, level: null })
    },
    /** `rank`: place in the order, by number of the label. */
    sorted: (): { concepts: ConceptInfo[]; rank: Int32Array } => {
      const order = found.map((_, i) => i).sort((a, b) => byCodePoint(found[a]!.id, found[b]!.id))
      const place = new Int32Array(found.length)
      for (let i = 0; i < order.length; i++) place[order[i]!] = i
      return {
        concepts: order.map((i) => found[i]!),
        rank: Int32Array.from(ofLabel, (concept) => (concept === undefined ? -1 : place[concept]!)),
      }
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
