import {
  byCodePoint,
  columnOf,
  type GroupKeys,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  readDimensions,
} from '../observation'
import { groupColumns } from './columns'
import { COVERAGE_COLUMNS, PHRASE_COLUMNS, UNCODED_COLUMNS } from './coverage-columns'
import { shareInterval } from './intervals'
import { methodOf } from './method'
import { quotedPhrases } from './quoted-phrases'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface CoverageOptions extends Omit<ObserveOptions, 'zones' | 'stances' | 'grades' | 'quotedOnly'> {
  /** Fewest reports an uncoded quoted phrase must stand in to be listed. Default 2. */
  readonly minimum?: number
}

/** How much of what leaders say the vocabulary reaches, in one group. */
export interface CoverageRow extends GroupKeys {
  readonly reports: number
  readonly reportsWithMention: number
  readonly reportShare: number | null
  readonly directives: number
  readonly directivesWithMention: number
  readonly directiveShare: number | null
  readonly directiveLow: number | null
  readonly directiveHigh: number | null
  readonly directivesWithCategory: number
  readonly categoryShare: number | null
  readonly segments: number
  readonly segmentsWithMention: number
  readonly segmentShare: number | null
  readonly quotedPhrases: number
  readonly quotedCoded: number
  readonly quotedShare: number | null
  readonly reason: string | null
}

/** A quoted phrase in directives that no concept covers: the first place to look for what the vocabulary lacks. */
export interface UncodedPhrase {
  readonly phrase: string
  readonly tokens: number
  readonly documents: number
  readonly directives: number
  readonly leaders: number
  readonly reports: number
  readonly firstDate: string | null
  readonly lastDate: string | null
}

/** A directive without any concept. */
export interface UncodedDirective {
  readonly directive: string
  readonly report: string
  readonly date: string | null
  readonly leader: string | null
  readonly categories: string
  readonly text: string
}

export interface CoverageResult extends Result<CoverageRow> {
  readonly tables: { readonly phrases: Result<UncodedPhrase>; readonly uncoded: Result<UncodedDirective> }
}

/**
 * What does the vocabulary not see? The share of directives (segments, reports, quoted phrases) that hold a concept,
 * with the directives that hold none (`tables.uncoded`) and the quoted phrases no concept covers (`tables.phrases`,
 * most reports first).
 *
 * A phrase counts as covered where any mention, shadowed or not, overlaps it. A category of a directive counts unless
 * it is `other.none`. Shares carry Wilson intervals.
 *
 * @throws TifaError `invalid-option`
 * @example coverage(study).tables.phrases.rows.slice(0, 10).map((r) => [r.phrase, r.documents])
 */
export function coverage(study: Observed, options: CoverageOptions = {}): CoverageResult {
  const minimum = wholeOption('minimum', options.minimum ?? 2, 1)
  const dimensions = readDimensions(options.by)
  const observation = observe(study, { ...options, by: dimensions })
  const { directives, grouping, reportOfDirective } = observation
  const held = new Uint8Array(directives.length)
  const heldReport = new Uint8Array(observation.reports.length)
  const heldSegment = new Uint8Array(observation.segmentStart[directives.length]!)
  observation.mentions.forEach((_, m) => {
    heldReport[observation.reportOfMention[m]!] = 1
    const d = observation.directiveOfMention[m]!
    if (d < 0) return
    held[d] = 1
    heldSegment[observation.segmentOfMention[m]!] = 1
  })
  const sums = grouping.groups.map(() => ({
    reports: 0,
    directives: 0,
    categories: 0,
    segments: 0,
    quoted: 0,
    quotedCoded: 0,
  }))
  if (grouping.unit === 'report') heldReport.forEach((v, r) => void (sums[grouping.ofReport[r]!]!.reports += v))
  const phrases = new Map<string, { directives: number[]; tokens: number }>()
  const covered = coveredSpans(observation)
  const lastReport = new Int32Array(sums.length).fill(-1)
  directives.forEach((directive, d) => {
    const g = grouping.ofDirective[d]!
    const sum = sums[g]!
    sum.directives += held[d]!
    if (directive.categories.some((c) => c !== 'other.none')) sum.categories++
    for (let s = observation.segmentStart[d]!; s < observation.segmentStart[d + 1]!; s++)
      sum.segments += heldSegment[s]!
    if (grouping.unit === 'directive' && held[d] === 1 && lastReport[g] !== reportOfDirective[d]) {
      lastReport[g] = reportOfDirective[d]!
      sum.reports++
    }
    for (const { start, end } of quotedPhrases(directive.text)) {
      sum.quoted++
      if (covered(d, directive.cleanStart + start, directive.cleanStart + end)) {
        sum.quotedCoded++
        continue
      }
      const phrase = directive.text.slice(start, end)
      const entry = phrases.get(phrase) ?? { directives: [], tokens: 0 }
      if (entry.directives.at(-1) !== d) entry.directives.push(d)
      entry.tokens++
      phrases.set(phrase, entry)
    }
  })
  const rows = grouping.groups.map((group, g): CoverageRow => {
    const sum = sums[g]!
    const { exposure } = group
    const share = shareInterval(sum.directives, exposure.directives)
    const ratio = (a: number, b: number) => (b === 0 ? null : a / b)
    return {
      ...group.keys,
      reports: exposure.reports,
      reportsWithMention: sum.reports,
      reportShare: ratio(sum.reports, exposure.reports),
      directives: exposure.directives,
      directivesWithMention: sum.directives,
      directiveShare: share.rate,
      directiveLow: share.low,
      directiveHigh: share.high,
      directivesWithCategory: sum.categories,
      categoryShare: ratio(sum.categories, exposure.directives),
      segments: exposure.segments,
      segmentsWithMention: sum.segments,
      segmentShare: ratio(sum.segments, exposure.segments),
      quotedPhrases: sum.quoted,
      quotedCoded: sum.quotedCoded,
      quotedShare: ratio(sum.quotedCoded, sum.quoted),
      reason: exposure.reports === 0 ? 'no-reports' : exposure.directives === 0 ? 'no-directives' : null,
    }
  })
  const method = methodOf(study, {
    analysis: 'coverage',
    unit: 'directive',
    denominator: 'directives; segments; reports; quoted phrases',
    reprints: observation.reprints,
    by: dimensions,
    notes: [`quoted phrases listed from ${minimum} reports on`],
  })
  const groupIndex = new Map(grouping.groups.map((group) => [JSON.stringify(Object.values(group.keys)), group.index]))
  const names = dimensions.map(columnOf)
  return {
    kind: 'coverage',
    rows,
    columns: [...groupColumns(names), ...COVERAGE_COLUMNS],
    method,
    mentions: (row) => {
      const g = groupIndex.get(JSON.stringify(names.map((name) => row[name] ?? null)))
      return observation.mentions.flatMap((m, i) => {
        const d = observation.directiveOfMention[i]!
        return d >= 0 && grouping.ofDirective[d] === g ? [m.id] : []
      })
    },
    tables: {
      phrases: {
        kind: 'uncoded-phrases',
        rows: phraseRows(observation, phrases, minimum),
        columns: PHRASE_COLUMNS,
        method,
        mentions: () => [],
      },
      uncoded: {
        kind: 'uncoded-directives',
        rows: uncodedRows(observation, held),
        columns: UNCODED_COLUMNS,
        method,
        mentions: () => [],
      },
    },
  }
}

/** Says whether any mention, shadowed or not, overlaps a clean range of a directive. */
export function coveredSpans(observation: Observation): (directive: number, start: number, end: number) => boolean {
  const spans: [number, number][][] = []
  const add = (d: number, start: number, end: number) => {
    if (d >= 0) (spans[d] ??= []).push([start, end])
  }
  for (const [i, m] of observation.mentions.entries()) add(observation.directiveOfMention[i]!, m.cleanStart, m.cleanEnd)
  for (const [i, m] of observation.shadowed.entries())
    add(observation.directiveOfShadowed[i]!, m.cleanStart, m.cleanEnd)
  return (d, start, end) => spans[d]?.some((span) => span[0] < end && start < span[1]) ?? false
}

function phraseRows(
  observation: Observation,
  phrases: ReadonlyMap<string, { readonly directives: readonly number[]; readonly tokens: number }>,
  minimum: number,
): UncodedPhrase[] {
  const total = observation.reports.length
  return [...phrases]
    .map(([phrase, { directives, tokens }]): UncodedPhrase => {
      const reports = new Set(directives.map((d) => observation.reportOfDirective[d]!))
      const leaders = new Set(directives.map((d) => observation.directives.at(d)!.leaderId).filter((id) => id !== null))
      const dates = [...reports]
        .map((r) => observation.reports[r]!.date)
        .filter((date) => date !== null && !date.startsWith('X')) as string[]
      dates.sort(byCodePoint)
      return {
        phrase,
        tokens,
        documents: reports.size,
        directives: directives.length,
        leaders: leaders.size,
        reports: total,
        firstDate: dates[0] ?? null,
        lastDate: dates.at(-1) ?? null,
      }
    })
    .filter((row) => row.documents >= minimum)
    .sort((a, b) => b.documents - a.documents || b.tokens - a.tokens || byCodePoint(a.phrase, b.phrase))
}

function uncodedRows(observation: Observation, held: Uint8Array): UncodedDirective[] {
  return observation.directives.flatMap((directive, d) =>
    held[d] === 1
      ? []
      : [
          {
            directive: directive.id,
            report: directive.reportId,
            date: observation.reports[observation.reportOfDirective[d]!]!.date,
            leader: directive.leaderId,
            categories: directive.categories.join(';'),
            text: directive.text,
          },
        ],
  )
}
