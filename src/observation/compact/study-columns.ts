// What is kept of each row, and how: the columns of the three tables.
import type { Directive, Force } from '../../directive/directive'
import type { Mention, Stance, Zone } from '../../mention/mention'
import type { ReportRow } from '../../report/report'
import { SEPARATOR } from './columns'
import type { ColumnOf } from './row-table'

/** In place of a number that is not there. */
export const NONE = -1
export const ZONES = ['title', 'narrative', 'directive'] as const satisfies readonly Zone[]
export const STANCES = [
  null,
  'promoted',
  'rejected',
  'relayed',
  'narrated',
] as const satisfies readonly (Stance | null)[]
export const FIELDS = ['text', 'title'] as const satisfies readonly Mention['field'][]
export const FORCES = ['prohibit', 'must', 'require', 'exhort'] as const satisfies readonly Force[]

/** A byte that numbers one of a few values. */
const oneOf = <Row, Value>(values: readonly Value[], of: (row: Row) => Value): ColumnOf<Row, unknown> => ({
  kind: 'byte',
  of: (row) => values.indexOf(of(row)),
})
const number = <Row, Place>(of: (row: Row, place: Place) => number): ColumnOf<Row, Place> => ({ kind: 'number', of })
const word = <Row>(of: (row: Row) => string | null): ColumnOf<Row, unknown> => ({ kind: 'word', of })
const text = <Row>(of: (row: Row) => string): ColumnOf<Row, unknown> => ({ kind: 'text', of })

/** `12` of the mention or directive id `report#m12`. */
export const ordinalOf = (id: string | null): number => (id === null ? NONE : Number(id.slice(id.lastIndexOf('#') + 2)))

/** Facts that come back together from report to report are one word: `day␟supplied␟`. */
const joined = (...parts: readonly (string | null)[]): string => parts.map((p) => p ?? '\u0000').join(SEPARATOR)

export const REPORT = {
  id: text((r: ReportRow) => r.id),
  path: word((r: ReportRow) => r.path),
  record: number((r: ReportRow) => r.record ?? NONE),
  date: word((r: ReportRow) => r.date),
  dating: word((r: ReportRow) => joined(r.datePrecision, r.dateBasis, r.dateEvidence)),
  outlet: word((r: ReportRow) => r.outlet),
  place: word((r: ReportRow) => joined(r.province, r.city, r.county, r.placeCode)),
  kind: word((r: ReportRow) => joined(r.kind, r.excluded, r.script)),
  characters: number((r: ReportRow) => r.characters),
  words: number((r: ReportRow) => r.words ?? NONE),
  directives: number((r: ReportRow) => r.directives),
  damaged: number((r: ReportRow) => r.damaged),
  reprintOf: number((_: ReportRow) => NONE),
} as const

export const DIRECTIVE = {
  report: number((_: Directive, report: number) => report),
  index: number((d: Directive) => d.index),
  cleanStart: number((d: Directive) => d.cleanStart),
  cleanEnd: number((d: Directive) => d.cleanEnd),
  paragraph: number((d: Directive) => d.paragraph),
  speaker: word((d: Directive) => joined(d.source, d.sourceTitle, d.sourceType, d.leaderId)),
  cue: word((d: Directive) => d.cue),
  force: oneOf(FORCES, (d: Directive) => d.force),
  segments: number((d: Directive) => d.segments),
  ordinal: number((d: Directive) => d.ordinal ?? NONE),
  ordinalOf: number((d: Directive) => d.ordinalOf ?? NONE),
  characters: number((d: Directive) => d.characters),
  codes: word((d: Directive) => `${d.categories.join('\n')}${SEPARATOR}${d.concepts.join('\n')}`),
} as const

/** The surface behind the form, which holds no separator, or the form itself. */
export const surfaceOf = (form: string): string => form.slice(form.indexOf(SEPARATOR) + 1)

/** A mention's report, its segment in its directive, and the one string of its concept and label. */
export interface MentionPlace {
  report: number
  segment: number
  readonly label: (mention: Mention) => string
}

/** Joins concept, label, category and grade once: the same few thousand come back in every report. */
export function labelJoiner(): (mention: Mention) => string {
  const known = new Map<string, Map<string, string>>()
  return ({ concept, label, category, grade }) => {
    let own = known.get(concept)
    if (!own) known.set(concept, (own = new Map()))
    let value = own.get(label)
    if (value === undefined) own.set(label, (value = joined(concept, label, category, grade)))
    return value
  }
}

export const MENTION = {
  report: number((_: Mention, place: MentionPlace) => place.report),
  directive: number((m: Mention) => ordinalOf(m.directiveId)),
  segment: number((_: Mention, place: MentionPlace) => place.segment),
  paragraph: number((m: Mention) => m.paragraph),
  label: { kind: 'word', of: (m: Mention, place: MentionPlace) => place.label(m) },
  form: word((m: Mention) => (m.surface === m.form ? m.form : joined(m.form, m.surface))),
  cleanStart: number((m: Mention) => m.cleanStart),
  field: oneOf(FIELDS, (m: Mention) => m.field),
  zone: oneOf(ZONES, (m: Mention) => m.zone),
  stance: oneOf(STANCES, (m: Mention) => m.stance),
  quoted: oneOf([false, true], (m: Mention) => m.quoted),
  nestedIn: number((m: Mention) => ordinalOf(m.nestedIn)),
  shadowedBy: number((m: Mention) => ordinalOf(m.shadowedBy)),
} as const
