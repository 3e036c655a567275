import type { Directive, SourceType } from '../../directive/directive'
import type { Grade, Mention } from '../../mention/mention'
import type { DateBasis, DatePrecision, ReportKind, ReportRow } from '../../report/report'
import { clusterSketches } from '../../report/reprints'
import { readSignature, SIGNATURE_SIZE } from '../../report/signature'
import { segmentAt } from '../segments'
import type { StudyLinks } from '../study'
import { NumberColumn, WordList } from './columns'
import { rowList } from './row-list'
import { type Chunk, RowTable } from './row-table'
import { rowView } from './row-view'
import {
  DIRECTIVE,
  FIELDS,
  FORCES,
  labelJoiner,
  MENTION,
  type MentionPlace,
  NONE,
  ordinalOf,
  REPORT,
  STANCES,
  surfaceOf,
  ZONES,
} from './study-columns'

/** The rows of one coded report. */
export interface ReportRows {
  readonly report: ReportRow
  readonly directives: readonly Directive[]
  readonly mentions: readonly Mention[]
}

/** What one thread hands to another: rows of some reports, by columns. */
export interface CompactChunk {
  readonly reports: Chunk
  readonly directives: Chunk
  readonly mentions: Chunk
  readonly words: readonly string[]
  readonly sketches: Int32Array
  readonly sketchSizes: Uint8Array
  readonly hash: bigint
}

/** The three tables of a study, with what a {@link CompactTables} knows beside them. */
export interface CompactRows {
  readonly reports: readonly ReportRow[]
  readonly directives: readonly Directive[]
  readonly mentions: readonly Mention[]
  readonly links: StudyLinks
  /** Sum of the reports' source hashes (their first 64 bits) modulo 2⁶⁴. */
  readonly hash: bigint
}

/** Adds a content hash to a sum modulo 2⁶⁴: the same for every order, different when a text is added, lost or doubled. */
export function addHash(sum: bigint, sourceHash: string | null): bigint {
  return BigInt.asUintN(64, sum + BigInt(`0x${(sourceHash ?? '0').slice(0, 16) || '0'}`))
}

/**
 * Coded reports kept by columns, for counting over corpora that do not fit in memory as rows: what analyses count by is here; texts, issues, spans
 * into the source, persons and the evidence of categories are not (a row says null, 0 or [] for them).
 */
export class CompactTables {
  readonly #words = new WordList()
  readonly #reports = new RowTable<ReportRow, undefined, keyof typeof REPORT>(REPORT, this.#words)
  readonly #directives = new RowTable<Directive, number, keyof typeof DIRECTIVE>(DIRECTIVE, this.#words)
  readonly #mentions = new RowTable<Mention, MentionPlace, keyof typeof MENTION>(MENTION, this.#words)
  readonly #label = labelJoiner()
  #sketches = new NumberColumn('wide')
  #sketchSizes = new NumberColumn('byte')
  #hash = 0n

  get length(): number {
    return this.#reports.length
  }

  add({ report, directives, mentions }: ReportRows): void {
    const number = this.#reports.length
    this.#reports.push(report, undefined)
    const sketch = readSignature(report.signature)
    for (let i = 0; i < SIGNATURE_SIZE; i++) this.#sketches.push(i < sketch.length ? sketch[i]! | 0 : 0)
    this.#sketchSizes.push(sketch.length)
    this.#hash = addHash(this.#hash, report.sourceHash)
    for (const directive of directives) this.#directives.push(directive, number)
    const place: MentionPlace = { report: number, segment: NONE, label: this.#label }
    for (const mention of mentions) {
      const directive = mention.directiveId === null ? undefined : directives[ordinalOf(mention.directiveId)]
      place.segment = directive ? segmentAt(directive, mention.cleanStart) : NONE
      this.#mentions.push(mention, place)
    }
  }

  /** Everything held so far, to be handed to another thread; nothing is left here. */
  take(): CompactChunk {
    const chunk: CompactChunk = {
      reports: this.#reports.take(),
      directives: this.#directives.take(),
      mentions: this.#mentions.take(),
      words: this.#words.take(),
      sketches: this.#sketches.take() as Int32Array,
      sketchSizes: this.#sketchSizes.take() as Uint8Array,
      hash: this.#hash,
    }
    this.#hash = 0n
    return chunk
  }

  append(chunk: CompactChunk): void {
    const renumber = Int32Array.from(chunk.words, (w) => this.#words.of(w))
    const report = this.#reports.length
    this.#reports.append(chunk.reports, renumber)
    this.#directives.append(chunk.directives, renumber, { report })
    this.#mentions.append(chunk.mentions, renumber, { report })
    for (const value of chunk.sketches) this.#sketches.push(value)
    for (const value of chunk.sketchSizes) this.#sketchSizes.push(value)
    this.#hash = BigInt.asUintN(64, this.#hash + chunk.hash)
  }

  /** Marks reprints and gives the tables as rows. To be called once. */
  finish(): CompactRows {
    this.#markReprints()
    const words = this.#words
    const ids = this.#reports.texts('id')
    const r = (name: keyof typeof REPORT) => this.#reports.numbers(name)
    const d = (name: keyof typeof DIRECTIVE) => this.#directives.numbers(name)
    const m = (name: keyof typeof MENTION) => this.#mentions.numbers(name)
    const asNumber = (c: NumberColumn) => (i: number) => c.at(i)
    const orNull = (c: NumberColumn) => (i: number) => (c.at(i) === NONE ? null : c.at(i))
    const asWord = (c: NumberColumn) => (i: number) => words.at(c.at(i))
    const part =
      (c: NumberColumn, k: number) =>
      (i: number): string | null => {
        const value = words.parts(c.at(i))[k]!
        return value === '\u0000' ? null : value
      }
    const sure = (c: NumberColumn, k: number) => part(c, k) as (i: number) => string
    const among =
      <Value>(values: readonly Value[], c: NumberColumn) =>
      (i: number) =>
        values[c.at(i)]!
    const list = (c: NumberColumn, k: number) => (i: number) => (words.parts(c.at(i))[k] || null)?.split('\n') ?? []
    const none = () => null
    const zero = () => 0

    const Report = rowView<ReportRow>({
      id: (i) => ids[i]!,
      path: asWord(r('path')),
      record: orNull(r('record')),
      url: none,
      encoding: none,
      sourceHash: none,
      title: none,
      date: asWord(r('date')),
      datePrecision: part(r('dating'), 0) as (i: number) => DatePrecision,
      dateBasis: part(r('dating'), 1) as (i: number) => DateBasis | null,
      dateEvidence: part(r('dating'), 2),
      eventStart: none,
      eventEnd: none,
      published: none,
      outlet: asWord(r('outlet')),
      authors: () => [],
      editors: () => ({}),
      province: part(r('place'), 0),
      city: part(r('place'), 1),
      county: part(r('place'), 2),
      placeCode: part(r('place'), 3),
      placeBasis: () => ({}),
      leaders: () => [],
      attendees: () => [],
      kind: part(r('kind'), 0) as (i: number) => ReportKind,
      kindReasons: () => [],
      excluded: part(r('kind'), 1),
      script: part(r('kind'), 2) as (i: number) => ReportRow['script'],
      characters: asNumber(r('characters')),
      words: orNull(r('words')),
      directives: asNumber(r('directives')),
      signature: none,
      reprintOf: (i) => ids[r('reprintOf').at(i)] ?? null,
      damaged: asNumber(r('damaged')),
      issues: () => [],
      text: () => undefined as never,
      meta: () => ({}),
    })

    const reportOfDirective = d('report')
    const index = d('index')
    const Directive = rowView<Directive>({
      id: (i) => `${ids[reportOfDirective.at(i)]!}#d${index.at(i)}`,
      reportId: (i) => ids[reportOfDirective.at(i)]!,
      index: asNumber(index),
      paragraph: asNumber(d('paragraph')),
      text: () => '',
      start: zero,
      end: zero,
      cleanStart: asNumber(d('cleanStart')),
      cleanEnd: asNumber(d('cleanEnd')),
      source: part(d('speaker'), 0),
      sourceTitle: part(d('speaker'), 1),
      sourceType: part(d('speaker'), 2) as (i: number) => SourceType,
      sourceForm: none,
      leaderId: part(d('speaker'), 3),
      cue: asWord(d('cue')),
      opener: none,
      force: among(FORCES, d('force')),
      addressee: none,
      segments: asNumber(d('segments')),
      ordinal: orNull(d('ordinal')),
      ordinalOf: orNull(d('ordinalOf')),
      lead: () => false,
      multi: () => false,
      truncated: () => false,
      characters: asNumber(d('characters')),
      categories: list(d('codes'), 0),
      categoryEvidence: () => [],
      concepts: list(d('codes'), 1),
      rule: () => '',
    })

    const firstDirective = new Int32Array(ids.length)
    for (let i = this.#directives.length - 1; i >= 0; i--) firstDirective[reportOfDirective.at(i)] = i
    const reportOfMention = m('report')
    const mentionId = (i: number, ordinal: number) =>
      ordinal === NONE ? null : `${ids[reportOfMention.at(i)]!}#m${ordinal}`
    const firstMention = new Int32Array(ids.length)
    for (let i = this.#mentions.length - 1; i >= 0; i--) firstMention[reportOfMention.at(i)] = i
    const cleanStart = m('cleanStart')
    const form = sure(m('form'), 0)
    const directive = m('directive')
    const [nestedIn, shadowedBy] = [m('nestedIn'), m('shadowedBy')]
    const Mention = rowView<Mention>({
      id: (i) => mentionId(i, i - firstMention[reportOfMention.at(i)]!)!,
      reportId: (i) => ids[reportOfMention.at(i)]!,
      directiveId: (i) => (directive.at(i) === NONE ? null : `${ids[reportOfMention.at(i)]!}#d${directive.at(i)}`),
      paragraph: asNumber(m('paragraph')),
      concept: sure(m('label'), 0),
      label: sure(m('label'), 1),
      category: sure(m('label'), 2),
      surface: (i) => surfaceOf(words.at(m('form').at(i))!),
      form,
      start: zero,
      end: zero,
      cleanStart: asNumber(cleanStart),
      cleanEnd: (i) => cleanStart.at(i) + form(i).length,
      field: among(FIELDS, m('field')),
      zone: among(ZONES, m('zone')),
      stance: among(STANCES, m('stance')),
      stanceEvidence: none,
      relayedFrom: none,
      quoted: among([false, true], m('quoted')),
      grade: part(m('label'), 3) as (i: number) => Grade,
      nestedIn: (i) => mentionId(i, nestedIn.at(i)),
      shadowedBy: (i) => mentionId(i, shadowedBy.at(i)),
      boundaryAgreement: none,
    })
    const rows = <Row>(View: new (row: number) => Row, length: number) => rowList(length, (i) => new View(i))
    return {
      reports: Array.from(ids, (_, i) => new Report(i)),
      directives: rows(Directive, this.#directives.length),
      mentions: rows(Mention, this.#mentions.length),
      links: {
        reportOfDirective,
        reportOfMention,
        directiveOfMention: {
          at: (i) => (directive.at(i) === NONE ? NONE : firstDirective[reportOfMention.at(i)]! + directive.at(i)),
        },
        segmentOfMention: m('segment'),
        labelOfMention: m('label'),
        outerOfMention: nestedIn,
        shadowOfMention: shadowedBy,
      },
      hash: this.#hash,
    }
  }

  #markReprints(): void {
    const count = this.#reports.length
    const ids = this.#reports.texts('id')
    const date = this.#reports.numbers('date')
    const found = clusterSketches({
      count,
      id: (i) => ids[i]!,
      date: (i) => this.#words.at(date.at(i)),
      value: (at) => this.#sketches.at(at) >>> 0,
      size: (i) => this.#sketchSizes.at(i),
    })
    this.#sketches = new NumberColumn('wide')
    this.#sketchSizes = new NumberColumn('byte')
    const reprintOf = this.#reports.numbers('reprintOf')
    for (const { reprint, original } of found) if (ids[reprint] !== ids[original]) reprintOf.set(reprint, original)
  }
}
