import { TifaError } from '../error'
import {
  byCodePoint,
  columnOf,
  type Dimension,
  type GroupColumn,
  groupOfMention,
  type Item,
  type ItemKind,
  type ItemOptions,
  itemsOf,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  readDimensions,
} from '../observation'
import { padjust, resample, keyness as stats } from '../stats'
import { groupNamed } from './group-named'
import { fieldsOf } from './item-fields'
import { keynessColumns } from './keyness-columns'
import { labellings } from './label-shuffle'
import { type Measure, type MeasureInfo, measureNamed } from './measure'
import { methodOf } from './method'
import type { Result } from './result'
import { wholeOption } from './sampling'
import { type Compared, type Comparison, compare, permutationP, unitName } from './unit-comparison'

export interface KeynessOptions extends ItemOptions, Omit<ObserveOptions, 'by'> {
  /** Dimension that holds the groups: `city`, `leader`, `outlet`, `year` … Default `place`. */
  readonly by?: string
  /** Value (or values) of the group in question; of a place path the last part is enough, of a leader the name, where only one is meant. */
  readonly target: string | readonly string[]
  /** What to compare with. Default: all other named values. */
  readonly reference?: string | readonly string[]
  /** Default `documents`: reports with at least one, so that one wordy report is no keyness. */
  readonly measure?: Exclude<Measure, 'mentions'>
  /** What is exchanged between the sides. Default: `leader` by leader, `outlet` by outlet, else `place`. */
  readonly permute?: 'report' | 'place' | 'leader' | 'outlet'
  /** Random exchanges where there are more than 5,000 ways. Default 999. */
  readonly permutations?: number
  readonly conf?: number
  readonly seed?: number
}

/** One item in the target against the reference. */
export interface KeynessRow {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
  readonly target: number
  readonly targetRead: number
  readonly targetRate: number | null
  readonly reference: number
  readonly referenceRead: number
  readonly referenceRate: number | null
  readonly logRatio: number | null
  readonly logRatioLow: number | null
  readonly logRatioHigh: number | null
  readonly lrc: number | null
  readonly g2: number | null
  readonly g2P: number | null
  readonly g2Q: number | null
  readonly p: number | null
  readonly q: number | null
  readonly smallestP: number | null
  readonly targetUnits: number
  readonly referenceUnits: number
  readonly reason: string | null
}

/**
 * What does one group say more than another?
 *
 * Size: log ratio (Hardie 2014; bits, 1 = twice as often) with interval, and LRC (Evert 2022), its bound towards 0
 * corrected for the number of items: the best single ranking, 0 where nothing is certain. Evidence: signed G², which
 * takes reports for independent, and a permutation p that does not: whole places (leaders, outlets) are exchanged
 * between the sides. With one city against seven the smallest p that can come out is 1/8, whatever the counts;
 * `smallestP` says so. A unit on both sides (a place before and after) only swaps its halves.
 *
 * Rows: by LRC from the target's to the reference's, then log ratio, then id.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`, `unknown-category`
 * @example keyness(study, { by: 'city', target: '甲省/乙市' }).rows.slice(0, 10).map((r) => [r.label, r.lrc, r.p, r.smallestP])
 */
export function keyness(study: Observed, options: KeynessOptions): Result<KeynessRow> {
  const [by] = readDimensions(options.by ?? 'place')
  const measure = measureNamed(options.measure ?? (options.categories === undefined ? 'documents' : 'directives'))
  if (measure.measure === 'mentions')
    throw new TifaError(
      'invalid-option',
      'keyness compares documents, directives, segments, characters or words; mentions per report are no share',
    )
  const permutations = wholeOption('permutations', options.permutations ?? 999, 1)
  const conf = options.conf ?? 0.95
  const seed = options.seed ?? 1
  const observation = observe(study, { ...options, by: by! })
  const sides = sidesNamed(observation, by!, options)
  const sideOf = sidesOf(observation, by!, sides)
  const permute = options.permute ?? (by === 'leader' || by === 'outlet' ? by : 'place')
  const table = compare(observation, itemsOf(observation, options), measure, sideOf, unitName(observation, permute))
  const plan = labellings(table.units, permutations, 5000, resample.random({ seed }))
  const p = permutationP(table, plan)
  const tested = table.items.filter((item) => item.total > 0).length
  const drafts = table.items.map((entry, i) =>
    keyRow(entry, table, measure, conf, Math.max(1, tested), p[i]!, plan.smallestP),
  )
  const q = padjust({ p: drafts.map((row) => row.p), method: 'BH' }).adjusted
  const g2Q = padjust({ p: drafts.map((row) => row.g2P), method: 'BH' }).adjusted
  const rows = drafts
    .map((row, i) => ({ ...row, q: q[i] ?? null, g2Q: g2Q[i] ?? null }))
    .sort(
      (a, b) =>
        nullLow(b.lrc) - nullLow(a.lrc) ||
        nullLow(b.logRatio) - nullLow(a.logRatio) ||
        byCodePoint(a.concept, b.concept),
    )
  return {
    kind: 'keyness',
    rows,
    columns: keynessColumns(measure),
    method: methodOf(study, {
      analysis: 'keyness',
      unit: measure.numerator,
      denominator: measure.denominator,
      reprints: observation.reprints,
      by: [by!],
      tests: [
        'log-likelihood ratio G²',
        `permutation of ${permute}s between the sides (${plan.exact ? `all ${plan.ways} ways` : `${permutations} of them drawn`})`,
      ],
      correction: 'Benjamini–Hochberg over all items; LRC by Bonferroni',
      seed: plan.exact ? null : seed,
      notes: [`target: ${sides.target.join(', ')}; reference: ${sides.reference?.join(', ') ?? 'all others'}`],
    }),
    mentions: (row) => {
      const entry = table.items.find((one) => one.item.kind === row.kind && one.item.id === row.concept)
      if (entry === undefined) return []
      return Array.from(entry.item.mentions)
        .filter((m) => {
          const g = groupOfMention(observation, m)
          return g >= 0 && sideOf[g]! >= 0
        })
        .map((m) => observation.mentions.at(m)!.id)
    },
  }
}

function names(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

interface Sides {
  readonly target: readonly string[]
  /** Null: all others. */
  readonly reference: readonly string[] | null
}

/** The groups that the options name, in full. */
function sidesNamed(observation: Observation, by: Dimension, options: KeynessOptions): Sides {
  const key = columnOf(by) as GroupColumn
  const known = new Set(observation.grouping.groups.map((group) => group.keys[key] ?? null))
  const values = [...known].filter((v) => v !== null)
  const inFull = (option: 'target' | 'reference', wanted: string | readonly string[]) =>
    names(wanted).map((name) => groupNamed(name, values, option, by))
  return {
    target: inFull('target', options.target),
    reference: options.reference === undefined ? null : inFull('reference', options.reference),
  }
}

/** 1 target, 0 reference, -1 neither, per group. */
function sidesOf(observation: Observation, by: Dimension, sides: Sides): Int8Array {
  const key = columnOf(by) as GroupColumn
  const target = new Set<string | null>(sides.target)
  const reference = sides.reference && new Set<string | null>(sides.reference)
  return Int8Array.from(observation.grouping.groups, (group) => {
    const value = group.keys[key] ?? null
    return target.has(value) ? 1 : (reference === null ? value !== null : reference.has(value)) ? 0 : -1
  })
}

function keyRow(
  entry: Compared,
  { units }: Comparison,
  measure: MeasureInfo,
  conf: number,
  family: number,
  p: number | null,
  smallestP: number,
): KeynessRow {
  let o1 = 0
  let o2 = 0
  entry.units.forEach((u, k) => {
    if (units[u]!.target) o1 += entry.counts[k]!
    else o2 += entry.counts[k]!
  })
  let n1 = 0
  let n2 = 0
  for (const unit of units)
    if (unit.target) n1 += unit.exposure
    else n2 += unit.exposure
  const targetUnits = units.filter((u) => u.target).length
  const comparable = n1 > 0 && n2 > 0 && entry.total > 0
  const table = { o1, n1, o2, n2 }
  const ratio = comparable ? stats.logRatio({ ...table, conf }) : null
  const g2 = comparable ? stats.g2(table) : null
  return {
    ...fieldsOf(entry.item),
    target: o1,
    targetRead: n1,
    targetRate: n1 === 0 ? null : (o1 * measure.per) / n1,
    reference: o2,
    referenceRead: n2,
    referenceRate: n2 === 0 ? null : (o2 * measure.per) / n2,
    logRatio: finite(ratio?.logRatio),
    logRatioLow: finite(ratio?.low),
    logRatioHigh: finite(ratio?.high),
    lrc: comparable ? finite(stats.lrc({ ...table, conf, m: family }).lrc) : null,
    g2: finite(g2?.signed),
    g2P: finite(g2?.p),
    g2Q: null,
    p,
    q: null,
    smallestP: p === null ? null : smallestP,
    targetUnits,
    referenceUnits: units.length - targetUnits,
    reason: n1 === 0 || n2 === 0 ? `no-${measure.denominator}` : entry.total === 0 ? 'no-occurrence' : null,
  }
}

function nullLow(value: number | null): number {
  return value ?? -1e9
}

function finite(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value
}
