import {
  byCodePoint,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  type ReprintPolicy,
} from '../observation'
import { column } from './columns'
import { methodOf } from './method'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface BundleOptions extends MentionFilter {
  /** Fewest occurrences of a bundle. Default 3. */
  readonly minimum?: number
  /** Most characters between two members (separators, quotes, 和). Default 3. */
  readonly gap?: number
  /** Longest bundle. Default 8 members. */
  readonly longest?: number
  readonly reprints?: ReprintPolicy
}

/** Formulations that are said one after the other, in this order. */
export interface BundleRow {
  /** Member ids joined by ` > `, in the order they are said. */
  readonly bundle: string
  readonly labels: string
  readonly members: number
  /** Times the sequence is said. */
  readonly tokens: number
  readonly documents: number
  readonly directives: number
  /** Times the same members stand next to each other in any order: how fixed the order is, see `orderShare`. */
  readonly anyOrder: number
  readonly orderShare: number
  readonly reports: number
  readonly directivesRead: number
}

/**
 * Ordered sets of formulations that are said as one: 项目为王、企业为大、企业家为上.
 *
 * Mentions of one paragraph that follow each other with at most `gap` characters between them make a run (the finest
 * mentions: where a longer formula holds others, its members run, not the formula). Bundles are the sequences inside
 * runs said at least `minimum` times and *closed*: no longer bundle is said as often. Linear in mentions × `longest`.
 * Rows: by tokens, then longer first, then id.
 *
 * @throws TifaError `invalid-option`
 * @example bundles(study).rows.map((r) => [r.labels, r.tokens, r.orderShare])
 */
export function bundles(study: Observed, options: BundleOptions = {}): Result<BundleRow> {
  const minimum = wholeOption('minimum', options.minimum ?? 3, 1)
  const gap = wholeOption('gap', options.gap ?? 3, 0)
  const longest = wholeOption('longest', options.longest ?? 8, 2)
  const observation = observe(study, options)
  const found = countSequences(observation, runsOf(observation, gap), longest)
  const notClosed = absorbed(found)
  const kept = [...found].filter(([key, hits]) => hits.length >= minimum && !notClosed.has(key))
  const anyOrder = orderless(found)
  const exposure = observation.grouping.groups[0]!.exposure
  const rows = kept
    .map(([key, hits]): BundleRow => {
      const members = key.split(' ').map(Number)
      const reports = new Set(hits.map((run) => observation.reportOfMention[run[0]!]))
      const directives = new Set(hits.map((run) => observation.directiveOfMention[run[0]!]!).filter((d) => d >= 0))
      const sum = anyOrder.get(sortedKey(members))!
      return {
        bundle: members.map((c) => observation.concepts[c]!.id).join(' > '),
        labels: members.map((c) => observation.concepts[c]!.label).join('、'),
        members: members.length,
        tokens: hits.length,
        documents: reports.size,
        directives: directives.size,
        anyOrder: sum,
        orderShare: hits.length / sum,
        reports: exposure.reports,
        directivesRead: exposure.directives,
      }
    })
    .sort((a, b) => b.tokens - a.tokens || b.members - a.members || byCodePoint(a.bundle, b.bundle))
  const byBundle = new Map(
    kept.map(([key, hits]) => [
      key
        .split(' ')
        .map((c) => observation.concepts[Number(c)]!.id)
        .join(' > '),
      hits,
    ]),
  )
  return {
    kind: 'bundles',
    rows,
    columns: BUNDLE_COLUMNS,
    method: methodOf(study, {
      analysis: 'bundles',
      unit: 'run of adjacent mentions',
      denominator: 'reports; directives',
      reprints: observation.reprints,
      notes: [
        `at most ${gap} characters between members; at least ${minimum} occurrences; closed sequences of up to ${longest} members`,
      ],
    }),
    mentions: (row) => (byBundle.get(row.bundle) ?? []).flat().map((m) => observation.mentions.at(m)!.id),
  }
}

const BUNDLE_COLUMNS = [
  column('bundle', 'bundle', '提法组'),
  column('labels', 'members', '成员'),
  column('members', 'number of members', '成员数', { unit: 'concepts' }),
  column('tokens', 'token frequency', '出现次数', { unit: 'sequences' }),
  column('documents', 'document frequency', '篇频', { unit: 'reports', denominator: 'reports' }),
  column('directives', 'directive frequency', '指示频', { unit: 'directives', denominator: 'directivesRead' }),
  column('anyOrder', 'in any order', '任意次序次数', { unit: 'sequences' }),
  column('orderShare', 'share in this order', '本次序占比', { denominator: 'anyOrder' }),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('directivesRead', 'directives read', '指示条数', { unit: 'directives' }),
]

/** Positions of mentions that follow each other closely, per run. */
function runsOf(observation: Observation, gap: number): number[][] {
  const { mentions, reportOfMention } = observation
  const holders = new Set<string>()
  for (const m of mentions) if (m.nestedIn !== null) holders.add(m.nestedIn)
  const runs: number[][] = []
  let run: number[] = []
  let last = -1
  for (let m = 0; m < mentions.length; m++) {
    const here = mentions.at(m)!
    if (holders.has(here.id)) continue
    const before = last < 0 ? null : mentions.at(last)!
    const follows =
      before !== null &&
      reportOfMention[last] === reportOfMention[m] &&
      before.paragraph === here.paragraph &&
      before.field === here.field &&
      here.cleanStart >= before.cleanEnd &&
      here.cleanStart - before.cleanEnd <= gap
    if (!follows) {
      if (run.length > 1) runs.push(run)
      run = []
    }
    run.push(m)
    last = m
  }
  if (run.length > 1) runs.push(run)
  return runs
}

/** Every sequence inside the runs, as space-joined concept positions, with its occurrences. */
function countSequences(observation: Observation, runs: readonly number[][], longest: number): Map<string, number[][]> {
  const found = new Map<string, number[][]>()
  for (const run of runs)
    for (let from = 0; from < run.length; from++) {
      let key = String(observation.conceptOfMention[run[from]!])
      for (let to = from + 1; to < Math.min(run.length, from + longest); to++) {
        key += ` ${observation.conceptOfMention[run[to]!]}`
        const piece = run.slice(from, to + 1)
        const list = found.get(key)
        if (list) list.push(piece)
        else found.set(key, [piece])
      }
    }
  return found
}

/** Sequences that a sequence longer by one holds every time they are said. */
function absorbed(found: ReadonlyMap<string, readonly number[][]>): Set<string> {
  const out = new Set<string>()
  for (const [key, hits] of found)
    for (const shorter of [key.slice(key.indexOf(' ') + 1), key.slice(0, key.lastIndexOf(' '))])
      if (found.get(shorter)?.length === hits.length) out.add(shorter)
  return out
}

function orderless(found: ReadonlyMap<string, readonly number[][]>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, hits] of found) {
    const sorted = sortedKey(key.split(' ').map(Number))
    sums.set(sorted, (sums.get(sorted) ?? 0) + hits.length)
  }
  return sums
}

function sortedKey(members: readonly number[]): string {
  return [...members].sort((a, b) => a - b).join(' ')
}
