import { TifaError } from '../error'
import { type Observation, placeOf } from '../observation'

/** Where two formulations must stand together. */
export type CooccurrenceLevel = 'segment' | 'directive' | 'paragraph' | 'report'

/** What the within-group null keeps fixed: units are only exchanged inside one report, leader or place. */
export type Stratum = 'report' | 'leader' | 'place' | 'none'

/** Units of one level, and which concepts each holds. Sparse both ways; presence, not counts. */
export interface Units {
  readonly count: number
  /** Units with concept `c`, ascending: `units.subarray(start[c], start[c + 1])`. */
  readonly start: Int32Array
  readonly units: Int32Array
  /** Mentions behind them: one per (concept, unit), all mentions through {@link Units.ofMention}. */
  readonly ofMention: Int32Array
  /** Stratum of each unit, and the number of units in each stratum; null without strata. */
  readonly strata: { readonly of: Int32Array; readonly size: Int32Array } | null
}

/**
 * Builds the units. Mentions nested in a longer mention are left out unless `keepNested`: that 稳中求进 stands inside
 * 稳中求进工作总基调 says nothing about what is said together.
 *
 * @param chosen concepts to look at; null for all
 */
export function unitsOf(
  observation: Observation,
  level: CooccurrenceLevel,
  keepNested: boolean,
  stratum: Stratum,
  chosen: ReadonlySet<number> | null,
): Units {
  const { reports, directives, mentions, concepts } = observation
  const numbering = numberUnits(observation, level)
  const ofMention = new Int32Array(mentions.length)
  for (let m = 0; m < mentions.length; m++)
    ofMention[m] = !keepNested && observation.nested[m] === 1 ? -1 : numbering.unitOf(m)

  const start = new Int32Array(concepts.length + 1)
  const units = new Int32Array(mentions.length)
  let n = 0
  for (let c = 0; c < concepts.length; c++) {
    start[c + 1] = n
    if (chosen !== null && !chosen.has(c)) continue
    const from = n
    for (let k = observation.conceptStart[c]!; k < observation.conceptStart[c + 1]!; k++) {
      const u = ofMention[observation.mentionsByConcept[k]!]!
      if (u >= 0 && (n === from || units[n - 1] !== u)) units[n++] = u
    }
    start[c + 1] = n
  }
  const names = stratumNames(stratum, level, (r) => placeOf(reports[r]!, 'place'))
  const strata =
    names === null
      ? null
      : numberStrata(numbering.count, (u) =>
          names(numbering.reportOf(u), numbering.directiveOf(u), (d) => directives.at(d)!.leaderId),
        )
  return { count: numbering.count, start, units: units.slice(0, n), ofMention, strata }
}

interface Numbering {
  readonly count: number
  unitOf(mention: number): number
  reportOf(unit: number): number
  directiveOf(unit: number): number
}

function numberUnits(observation: Observation, level: CooccurrenceLevel): Numbering {
  const {
    reports,
    directives,
    reportOfDirective,
    reportOfMention,
    directiveOfMention,
    segmentOfMention,
    segmentStart,
  } = observation
  if (level === 'report')
    return { count: reports.length, unitOf: (m) => reportOfMention[m]!, reportOf: (u) => u, directiveOf: () => -1 }
  if (level === 'directive')
    return {
      count: directives.length,
      unitOf: (m) => directiveOfMention[m]!,
      reportOf: (u) => reportOfDirective[u]!,
      directiveOf: (u) => u,
    }
  if (level === 'segment') {
    const directiveOf = new Int32Array(segmentStart[directives.length]!)
    for (let d = 0; d < directives.length; d++) directiveOf.fill(d, segmentStart[d], segmentStart[d + 1])
    return {
      count: directiveOf.length,
      unitOf: (m) => segmentOfMention[m]!,
      reportOf: (u) => reportOfDirective[directiveOf[u]!]!,
      directiveOf: (u) => directiveOf[u]!,
    }
  }
  if (level !== 'paragraph')
    throw new TifaError(
      'invalid-option',
      `level expects segment, directive, paragraph or report; got ${JSON.stringify(level)}`,
    )
  const start = new Int32Array(reports.length + 1)
  const mentioned = new Int32Array(reports.length)
  for (let m = 0; m < observation.mentions.length; m++)
    mentioned[reportOfMention[m]!] = Math.max(
      mentioned[reportOfMention[m]!]!,
      observation.mentions.at(m)!.paragraph + 1,
    )
  for (let r = 0; r < reports.length; r++) {
    const text = reports[r]!.text
    if (text === undefined)
      throw new TifaError(
        'invalid-option',
        'level paragraph counts paragraphs in the reports’ text, which this study was coded without; use another level',
      )
    start[r + 1] = start[r]! + Math.max(paragraphs(text), mentioned[r]!)
  }
  const reportOf = new Int32Array(start[reports.length]!)
  for (let r = 0; r < reports.length; r++) reportOf.fill(r, start[r], start[r + 1])
  return {
    count: reportOf.length,
    unitOf: (m) => start[reportOfMention[m]!]! + observation.mentions.at(m)!.paragraph,
    reportOf: (u) => reportOf[u]!,
    directiveOf: () => -1,
  }
}

function paragraphs(text: string): number {
  let n = text === '' ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (at + 1 < text.length) n++
  return n
}

type Name = (report: number, directive: number, leaderOf: (directive: number) => string | null) => string | null

function stratumNames(
  stratum: Stratum,
  level: CooccurrenceLevel,
  place: (report: number) => string | null,
): Name | null {
  switch (stratum) {
    case 'none':
      return null
    case 'report':
      if (level === 'report') throw new TifaError('invalid-option', 'within: report needs a level below the report')
      return (r) => String(r)
    case 'place':
      return (r) => place(r)
    case 'leader':
      if (level !== 'segment' && level !== 'directive')
        throw new TifaError('invalid-option', 'within: leader needs the level segment or directive')
      return (_r, d, leaderOf) => leaderOf(d)
    default:
      throw new TifaError(
        'invalid-option',
        `within expects report, leader, place or none; got ${JSON.stringify(stratum)}`,
      )
  }
}

// Units without a name (no place, no leader) share one stratum.
function numberStrata(count: number, name: (unit: number) => string | null): { of: Int32Array; size: Int32Array } {
  const index = new Map<string | null, number>()
  const of = new Int32Array(count)
  const size: number[] = []
  for (let u = 0; u < count; u++) {
    const key = name(u)
    let s = index.get(key)
    if (s === undefined) {
      s = size.length
      index.set(key, s)
      size.push(0)
    }
    of[u] = s
    size[s]!++
  }
  return { of, size: Int32Array.from(size) }
}
