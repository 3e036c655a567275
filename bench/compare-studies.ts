import type { Directive } from '../src/directive/directive'
import type { Mention } from '../src/mention/mention'

export interface CodedTables {
  readonly directives: readonly Directive[]
  readonly mentions: readonly Mention[]
}

export interface Change {
  readonly change: 'gained' | 'lost' | 'changed'
  readonly table: 'directive' | 'mention'
  readonly report: string
  readonly text: string
  /** Fields that changed, before → after. */
  readonly detail: string
}

interface Totals {
  gained: number
  lost: number
  changed: number
  same: number
}

export interface Comparison {
  readonly list: readonly Change[]
  readonly totals: Readonly<Record<'directive' | 'mention', Readonly<Totals>>>
}

/** Fields whose change is worth a reader's time; ids and offsets follow from these. */
const DIRECTIVE = [
  'text',
  'source',
  'sourceType',
  'cue',
  'opener',
  'force',
  'addressee',
  'ordinal',
  'ordinalOf',
  'categories',
] as const
const MENTION = ['zone', 'stance', 'relayedFrom', 'quoted', 'nestedIn', 'shadowedBy', 'directiveId'] as const

/**
 * What changed from one coding of a corpus to another. A directive is the same one when it begins at the same place of the same
 * source; a mention, when concept and span are the same.
 */
export function compareStudies(before: CodedTables, after: CodedTables): Comparison {
  const list: Change[] = []
  const totals = { directive: count(), mention: count() }
  compare(
    before.directives,
    after.directives,
    (d) => `${d.reportId} ${d.start}`,
    (d) => d.text,
    DIRECTIVE,
    'directive',
    list,
    totals.directive,
  )
  const presence = (m: Mention, field: (typeof MENTION)[number]) =>
    /In$|By$|Id$/.test(field) ? m[field] !== null : m[field]
  const flat = (rows: readonly Mention[]) =>
    rows.map((m) => ({ ...m, ...Object.fromEntries(MENTION.map((f) => [f, presence(m, f)])) }) as Mention)
  compare(
    flat(before.mentions),
    flat(after.mentions),
    (m) => `${m.reportId} ${m.field} ${m.concept} ${m.start} ${m.end}`,
    (m) => `${m.concept} “${m.surface}”`,
    MENTION,
    'mention',
    list,
    totals.mention,
  )
  return { list, totals }
}

const count = (): Totals => ({ gained: 0, lost: 0, changed: 0, same: 0 })

function compare<Row extends { readonly reportId: string }>(
  before: readonly Row[],
  after: readonly Row[],
  key: (row: Row) => string,
  text: (row: Row) => string,
  fields: readonly (keyof Row & string)[],
  table: Change['table'],
  list: Change[],
  totals: Totals,
): void {
  const old = new Map(before.map((row) => [key(row), row]))
  for (const row of after) {
    const was = old.get(key(row))
    old.delete(key(row))
    if (!was) {
      totals.gained++
      list.push({ change: 'gained', table, report: row.reportId, text: text(row), detail: '' })
      continue
    }
    const different = fields.filter((f) => JSON.stringify(was[f]) !== JSON.stringify(row[f]))
    if (!different.length) totals.same++
    else {
      totals.changed++
      const detail = different.map((f) => `${f}: ${JSON.stringify(was[f])} → ${JSON.stringify(row[f])}`).join('; ')
      list.push({ change: 'changed', table, report: row.reportId, text: text(row), detail })
    }
  }
  for (const row of old.values()) {
    totals.lost++
    list.push({ change: 'lost', table, report: row.reportId, text: text(row), detail: '' })
  }
}
