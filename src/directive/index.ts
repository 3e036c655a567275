import type { Issue } from '../issue'
import type { Report } from '../report/report'
import type { Directive, Rejected } from './directive'
import { numberLists, type Place } from './enumeration'
import { leftoverYao } from './leftover'
import type { Unit } from './unit'
import { Walk } from './walk'
import { nextYao } from './yao'

export type { Directive, Force, Rejected, SourceType } from './directive'
export type { RefusalClass } from './refusal'

/** All that was looked at in a report: what is a directive and what is not, each with the rule that decided. */
export interface Review {
  readonly directives: Directive[]
  /** Candidates that are no directives, in order. Every 要 of the text that opens no directive is covered by one. */
  readonly rejected: Rejected[]
  /** Announced counts that the found items do not match. */
  readonly issues: Issue[]
}

/**
 * The directives of a report: every instruction in speech attributed to an official, a meeting or a group of officials, in
 * order. One unit is one sentence-level instruction: from its addressee or opener (要, 一是, 必须, a bare imperative after the reporting
 * verb) to the 。or ；before the next one. Rules: docs/codebook.md. `categories`, `concepts` and `leaderId` are left empty.
 *
 * A report without any gives an empty array. Linear in the length of the text.
 *
 * @example
 * const found = findDirectives(report) // 县委书记陆庆阳强调，要压实责任。要加强值守。
 * found.map((d) => [d.source, d.cue, d.text]) // [['陆庆阳', '强调', '要压实责任。'], ['陆庆阳', '强调', '要加强值守。']]
 */
export function findDirectives(report: Report): Directive[] {
  const walk = new Walk(report)
  walk.run()
  const { places } = numberLists(walk.units)
  return rows(report, walk.units, places)
}

/**
 * {@link findDirectives} together with every candidate that is no directive, with its class, for the reviewer who asks why a 要
 * was not counted.
 */
export function reviewDirectives(report: Report): Review {
  const walk = new Walk(report, true)
  walk.run()
  const { places, issues } = numberLists(walk.units)
  const refused = [...walk.refusals, ...leftoverYao(report, walk.units, walk.refusals, walk.parsed)]
  refused.sort((a, b) => a.start - b.start || a.end - b.end)
  const rejected = refused.map((r) => ({
    reportId: report.row.id,
    paragraph: r.paragraph,
    text: report.clean.text.slice(r.start, r.end).trim(),
    ...sourceSpan(report, r.start, r.end),
    cleanStart: r.start,
    cleanEnd: r.end,
    class: r.class,
    rule: r.rule,
  }))
  return { directives: rows(report, walk.units, places), rejected, issues }
}

function rows(report: Report, units: readonly Unit[], places: ReadonlyMap<Unit, Place>): Directive[] {
  const text = report.clean.text
  const firstBody = report.paragraphs.findIndex((p) => p.role === 'body')
  const later = units.some((u) => u.paragraph > firstBody)
  return units.map((u, index) => {
    const { speaker, cue } = u.speech
    const place = places.get(u)
    const printed = text.slice(u.start, u.end)
    return {
      id: `${report.row.id}#d${index}`,
      reportId: report.row.id,
      index,
      paragraph: u.paragraph,
      text: printed,
      ...sourceSpan(report, u.start, u.end),
      cleanStart: u.start,
      cleanEnd: u.end,
      source: speaker.source,
      sourceTitle: speaker.title,
      sourceType: speaker.type,
      sourceForm: speaker.form,
      leaderId: null,
      cue,
      opener: u.opener,
      force: u.force,
      addressee: u.addressee ? text.slice(u.addressee.start, u.addressee.end) : null,
      segments: u.segments,
      ordinal: place?.ordinal ?? null,
      ordinalOf: place?.of ?? null,
      lead: later && u.paragraph === firstBody,
      multi: hasSecondYao(text, u),
      truncated: u.open && u.end >= lastCharacter(report),
      characters: codePoints(printed),
      categories: [],
      categoryEvidence: [],
      concepts: [],
      rule: `${speaker.how}/${u.opening}`,
    }
  })
}

function sourceSpan(report: Report, start: number, end: number): { start: number; end: number } {
  const span = report.clean.map.toSource(start, end)
  const shift = span.start >= report.bodyShift ? report.bodyShift : 0
  return { start: span.start - shift, end: span.end - shift }
}

/** A further 要 at the head of a clause inside the unit (要坚持…，要聚焦). */
function hasSecondYao(text: string, u: Unit): boolean {
  for (let i = u.start; i < u.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0xff0c && code !== 0x2c && code !== 0xff1b && code !== 0x3b) continue
    const yao = nextYao(text, i + 1, Math.min(u.end, i + 4), [])
    if (yao && !yao.word) return true
  }
  return false
}

function lastCharacter(report: Report): number {
  const last = report.paragraphs.at(-1)
  return last ? last.end - 1 : 0
}

/** Code points without white space. */
function codePoints(s: string): number {
  let n = 0
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i)
    const low = code >= 0xdc00 && code <= 0xdfff
    if (!low && code !== 0x20 && code !== 0x3000 && code !== 0xa0 && (code < 9 || code > 13)) n++
  }
  return n
}
