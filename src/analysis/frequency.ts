import { TifaError } from '../error'
import {
  type CellState,
  columnOf,
  type Dimension,
  type Group,
  type Item,
  type ItemKind,
  type ItemOptions,
  itemsOf,
  type Observed,
  type ObserveOptions,
  observe,
} from '../observation'
import { readLevel } from './by-level'
import { groupColumns } from './columns'
import { type Boot, bootstrapFrequencies } from './frequency-bootstrap'
import { frequencyColumns } from './frequency-columns'
import { countItems, type ItemCounts } from './frequency-counts'
import { rateIntervals, shareInterval } from './intervals'
import { methodOf, undatedIn } from './method'
import type { Result } from './result'
import { mentionsOfRow } from './row-mentions'
import { Parts } from './spread'

export interface FrequencyOptions extends ItemOptions, Omit<ObserveOptions, 'by'> {
  /**
   * `month`, `quarter`, `year`, `province`, `city`, `county`, `place`, `outlet`, `leader`, or several; `level` counts
   * origin levels instead of single concepts and combines with the others. Default: the whole study in one group.
   */
  readonly by?: string | readonly string[]
  /** Confidence level of every interval. Default 0.95. */
  readonly conf?: number
  /** Bootstrap resamples; 0 leaves the bootstrap columns null. Default 999. */
  readonly resamples?: number
  /** What the bootstrap draws. Default `report`; `place` or `leader` where whole places or leaders are the sample. */
  readonly cluster?: 'report' | 'place' | 'outlet'
  /** Default 1. */
  readonly seed?: number
}

/** One item in one group. Public columns: {@link frequencyColumns}. */
export interface FrequencyRow {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
  readonly period?: string | null
  readonly province?: string | null
  readonly city?: string | null
  readonly county?: string | null
  readonly place?: string | null
  readonly outlet?: string | null
  readonly leader?: string | null
  readonly state: CellState
  readonly tokens: number
  readonly nested: number
  readonly shadowed: number
  readonly documents: number
  readonly directives: number
  readonly segments: number
  readonly leaders: number
  readonly places: number
  readonly outlets: number
  readonly reports: number
  readonly directivesRead: number
  readonly segmentsRead: number
  readonly characters: number
  readonly words: number | null
  readonly leadersRead: number
  readonly placesRead: number
  readonly documentShare: number | null
  readonly documentLow: number | null
  readonly documentHigh: number | null
  readonly directiveShare: number | null
  readonly directiveLow: number | null
  readonly directiveHigh: number | null
  readonly directiveBootLow: number | null
  readonly directiveBootHigh: number | null
  readonly segmentShare: number | null
  readonly segmentLow: number | null
  readonly segmentHigh: number | null
  readonly perReport: number | null
  readonly per10kCharacters: number | null
  readonly per10kLow: number | null
  readonly per10kHigh: number | null
  readonly per10kBootLow: number | null
  readonly per10kBootHigh: number | null
  readonly per10kWords: number | null
  readonly dispersionReports: number | null
  readonly dispersionPlaces: number | null
  readonly dispersionLeaders: number | null
  readonly inTitle: number
  readonly inNarrative: number
  readonly inDirective: number
  readonly promoted: number
  readonly rejected: number
  readonly relayed: number
  readonly narrated: number
  readonly undecided: number
  readonly promotedShare: number | null
  readonly rejectedShare: number | null
  readonly relayedShare: number | null
  readonly quoted: number
  readonly quotedShare: number | null
  readonly enumerated: number
  readonly first: number
  readonly meanOrdinal: number | null
  readonly meanRank: number | null
  readonly reason: string | null
}

/**
 * How often is a formulation said, by how many, and how widely?
 *
 * Four counts side by side (mentions, reports, directives, leaders with at least one), each rate with its denominator
 * in the same row, intervals that take mentions for independent (Wilson 1927 for shares, Garwood 1936 for rates)
 * beside a bootstrap over whole reports, which does not. A concept of the vocabulary that is never found has its row
 * of zeros; a group without reports has null rates and the reason.
 *
 * Of a category, `directives` counts the directives coded with it (slogan or not), `documents` the reports that hold
 * one, and `tokens` the mentions of its concepts.
 *
 * Rows: by group, then by tokens (most first), then by id in code-point order. Dispersion: 0 evenly spread, towards 1
 * one part says it all.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`, `unknown-category`
 * @example frequency(study, { by: 'year', concepts: ['xiangmu-weiwang'] }).rows.map((r) => [r.period, r.documents, r.reports, r.documentShare])
 */
export function frequency(study: Observed, options: FrequencyOptions = {}): Result<FrequencyRow> {
  const { byLevel, dimensions } = readLevel(options.by)
  const conf = options.conf ?? 0.95
  const resamples = options.resamples ?? 999
  if (!(conf > 0 && conf < 1)) throw new TifaError('invalid-option', `conf must lie between 0 and 1, got ${conf}`)
  if (!(Number.isInteger(resamples) && resamples >= 0))
    throw new TifaError('invalid-option', `resamples must be a whole number from 0 on, got ${resamples}`)
  const seed = options.seed ?? 1
  const observation = observe(study, { ...options, by: dimensions })
  const items = itemsOf(observation, options, byLevel)
  const counts = countItems(observation, items)
  const boot =
    resamples === 0
      ? null
      : bootstrapFrequencies(observation, items, options.cluster ?? 'report', resamples, conf, seed)
  const garwood = rateIntervals(conf)
  const parts = { leaders: new Parts(observation, 'leader').count, places: new Parts(observation, 'place').count }

  const rows: FrequencyRow[] = []
  for (const group of observation.grouping.groups) {
    const inGroup = items.map((item, i) => row(item, counts[i]!, group, parts, boot?.[i]?.[group.index], garwood, conf))
    rows.push(...inGroup.sort((a, b) => b.tokens - a.tokens || b.directives - a.directives))
  }
  const used = dimensions.map((d) => columnOf(d as Dimension))
  const columns = frequencyColumns(groupColumns(used))
  return {
    kind: 'frequency',
    rows,
    columns,
    method: methodOf(study, {
      analysis: 'frequency',
      unit: 'mention, report, directive, segment, leader',
      denominator: 'reports; directives; segments; characters; words (each in its own column)',
      reprints: observation.reprints,
      ...undatedIn(observation),
      by: byLevel ? ['level', ...dimensions] : dimensions,
      tests: [],
      seed: resamples > 0 ? seed : null,
      notes: [
        `intervals at ${conf}: Wilson for shares, Garwood for rates` +
          (resamples > 0 ? `, BCa bootstrap over ${options.cluster ?? 'report'}s, ${resamples} resamples` : ''),
        'dispersion: normalised deviation of proportions (DPnorm), part sizes in characters',
      ],
    }),
    mentions: mentionsOfRow(observation, items),
  }
}

function row(
  item: Item,
  counts: ItemCounts,
  group: Group,
  parts: { readonly leaders: Int32Array; readonly places: Int32Array },
  boot: Boot | undefined,
  garwood: ReturnType<typeof rateIntervals>,
  conf: number,
): FrequencyRow {
  const g = group.index
  const { tally, detail } = counts
  const { exposure } = group
  const tokens = tally.tokens[g]!
  const documents = tally.documents[g]!
  const directives = tally.directives[g]!
  const segmental = item.kind !== 'category'
  const document = shareInterval(documents, exposure.reports, conf)
  const directive = shareInterval(directives, exposure.directives, conf)
  const segment = shareInterval(tally.segments[g]!, segmental ? exposure.segments : null, conf)
  const length = garwood(tokens, exposure.characters, 10_000)
  const share = (count: number) => (tokens === 0 ? null : count / tokens)
  const enumerated = detail.enumerated[g]!
  const ranked = detail.ranked[g]!
  return {
    kind: item.kind,
    concept: item.id,
    label: item.label,
    gloss: item.gloss,
    category: item.category,
    level: item.level,
    grade: item.grade,
    ...group.keys,
    state: group.state ?? (tokens > 0 || directives > 0 ? 'observed' : 'zero'),
    tokens,
    nested: tally.nested[g]!,
    shadowed: tally.shadowed[g]!,
    documents,
    directives,
    segments: tally.segments[g]!,
    leaders: counts.leader[g]!.range,
    places: counts.place[g]!.range,
    outlets: counts.outlet[g]!.range,
    reports: exposure.reports,
    directivesRead: exposure.directives,
    segmentsRead: exposure.segments,
    characters: exposure.characters,
    words: exposure.words,
    leadersRead: parts.leaders[g]!,
    placesRead: parts.places[g]!,
    documentShare: document.rate,
    documentLow: document.low,
    documentHigh: document.high,
    directiveShare: directive.rate,
    directiveLow: directive.low,
    directiveHigh: directive.high,
    directiveBootLow: boot?.directives?.low ?? null,
    directiveBootHigh: boot?.directives?.high ?? null,
    segmentShare: segment.rate,
    segmentLow: segment.low,
    segmentHigh: segment.high,
    perReport: exposure.reports === 0 ? null : tokens / exposure.reports,
    per10kCharacters: length.rate,
    per10kLow: length.low,
    per10kHigh: length.high,
    per10kBootLow: boot?.tokens ? boot.tokens.low * 10_000 : null,
    per10kBootHigh: boot?.tokens ? boot.tokens.high * 10_000 : null,
    per10kWords: exposure.words === null || exposure.words === 0 ? null : (tokens * 10_000) / exposure.words,
    dispersionReports: counts.report[g]!.dpNorm,
    dispersionPlaces: counts.place[g]!.dpNorm,
    dispersionLeaders: counts.leader[g]!.dpNorm,
    inTitle: detail.inTitle[g]!,
    inNarrative: detail.inNarrative[g]!,
    inDirective: detail.inDirective[g]!,
    promoted: detail.promoted[g]!,
    rejected: detail.rejected[g]!,
    relayed: detail.relayed[g]!,
    narrated: detail.narrated[g]!,
    undecided: detail.undecided[g]!,
    promotedShare: share(detail.promoted[g]!),
    rejectedShare: share(detail.rejected[g]!),
    relayedShare: share(detail.relayed[g]!),
    quoted: detail.quoted[g]!,
    quotedShare: share(detail.quoted[g]!),
    enumerated,
    first: detail.first[g]!,
    meanOrdinal: enumerated === 0 ? null : detail.ordinalSum[g]! / enumerated,
    meanRank: ranked === 0 ? null : detail.rankSum[g]! / ranked,
    reason: exposure.reports === 0 ? 'no-reports' : exposure.directives === 0 ? 'no-directives' : null,
  }
}
