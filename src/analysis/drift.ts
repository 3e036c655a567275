import { TifaError } from '../error'
import {
  byCodePoint,
  type CellState,
  type ConceptName,
  conceptNamed,
  groupOfMention,
  isPeriodUnit,
  type MentionFilter,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  readDimensions,
} from '../observation'
import { padjust, trend as trendStats } from '../stats'
import { DRIFT_COLUMNS, DRIFT_TEST_COLUMNS } from './drift-columns'
import { shareInterval } from './intervals'
import { methodOf } from './method'
import type { Result } from './result'
import { wholeOption } from './sampling'
import { LEAST_PERIODS } from './tested-series'

export interface DriftOptions extends MentionFilter, Omit<ObserveOptions, 'by'> {
  /** `month`, `quarter` (default) or `year`. */
  readonly by?: string
  /** Default: every concept with at least two variants, or with a link to another. */
  readonly concepts?: readonly ConceptName[]
  /** Leave out concepts (or pairs) with fewer mentions, unless they are named. Default 5. */
  readonly minimum?: number
  /**
   * What makes two mentions different: `form` (default), the clean characters without quotation marks; `label`, the
   * vocabulary's label that matched; `surface`, as printed.
   */
  readonly variant?: 'form' | 'label' | 'surface'
}

/**
 * What a row compares. `variant`: one form of a concept among all its mentions. `replaces`, `localises`, `partOf`:
 * the concept itself among its mentions and those of the linked concept.
 */
export type DriftRelation = 'variant' | 'replaces' | 'localises' | 'partOf'

/** One variant (or linked concept) in one period. */
export interface DriftRow {
  readonly concept: string
  readonly label: string
  readonly relation: DriftRelation
  /** The form; for a link, the id of the linked concept. */
  readonly variant: string
  readonly variantLabel: string
  readonly period: string | null
  readonly state: CellState
  readonly tokens: number
  readonly total: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  readonly reports: number
  readonly reason: string | null
}

/** One variant over time. */
export interface DriftTest {
  readonly concept: string
  readonly label: string
  readonly relation: DriftRelation
  readonly variant: string
  readonly variantLabel: string
  readonly tokens: number
  readonly total: number
  readonly firstPeriod: string | null
  readonly lastPeriod: string | null
  /** First tested period from which the share stays above one half; null where it never does. */
  readonly leadsFrom: string | null
  readonly periods: number
  readonly tau: number | null
  readonly slope: number | null
  readonly p: number | null
  readonly q: number | null
  readonly reason: string | null
}

export interface DriftResult extends Result<DriftRow> {
  readonly tables: { readonly tests: Result<DriftTest> }
}

/**
 * Does the wording change? The forms of a concept over time, and concepts linked in the vocabulary (`replaces`,
 * `localises`, `partOf`) over time: 保交楼 giving way to 保交房.
 *
 * Shares are of mentions, and say nothing of how much is said. Tested is the share over whole periods with at least
 * one mention of either (Mann–Kendall, Sen slope per year; no p under four such periods). Rows: by concept id,
 * relation, tokens (most first), variant, period, the undated last.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example drift(study, { concepts: ['baojiaofang'], by: 'year' }).rows.map((r) => [r.variantLabel, r.period, r.tokens, r.share])
 */
export function drift(study: Observed, options: DriftOptions = {}): DriftResult {
  const [by, ...more] = readDimensions(options.by ?? 'quarter')
  if (by === undefined || more.length > 0 || !isPeriodUnit(by))
    throw new TifaError(
      'invalid-option',
      `drift expects by to be month, quarter or year; got ${JSON.stringify(options.by)}`,
    )
  const kind = options.variant ?? 'form'
  if (kind !== 'form' && kind !== 'label' && kind !== 'surface')
    throw new TifaError('invalid-option', `variant expects form, label or surface; got ${JSON.stringify(kind)}`)
  const observation = observe(study, { ...options, by })
  const minimum = wholeOption('minimum', options.minimum ?? 5, 1)
  const named = options.concepts?.map((name) => conceptNamed(observation, name))
  const chosen = named === undefined ? observation.concepts.map((_, c) => c) : [...new Set(named)].sort((a, b) => a - b)
  const families = chosen
    .flatMap((c) => familiesOf(observation, c, kind, named !== undefined))
    .filter((family) => named !== undefined || family.all.length >= minimum)
  const rows = families.flatMap((family) => rowsOf(observation, family))
  const drafts = families.map((family) => testOf(observation, family))
  const q = padjust({ p: drafts.map((t) => t.p), method: 'BH' }).adjusted
  const method = methodOf(study, {
    analysis: 'drift',
    unit: 'mention',
    denominator: 'mentions of all variants, or of both linked concepts',
    reprints: observation.reprints,
    by: [by],
    tests: ['Mann–Kendall on shares', 'Sen slope per year'],
    correction: 'Benjamini–Hochberg over all variants and links',
    notes: [`variants by ${kind}`],
  })
  const mentions = (row: Pick<DriftRow, 'concept' | 'relation' | 'variant'> & { readonly period?: string | null }) => {
    const family = families.find(
      (f) => f.concept === row.concept && f.relation === row.relation && f.variant === row.variant,
    )
    return (family?.mentions ?? [])
      .filter((m) => row.period === undefined || periodLabel(observation, m) === row.period)
      .map((m) => observation.mentions.at(m)!.id)
  }
  return {
    kind: 'drift',
    rows,
    columns: DRIFT_COLUMNS,
    method,
    mentions,
    tables: {
      tests: {
        kind: 'drift-tests',
        rows: drafts.map((t, i) => ({ ...t, q: q[i] ?? null })),
        columns: DRIFT_TEST_COLUMNS,
        method,
        mentions,
      },
    },
  }
}

/** One variant or link, with its mentions and those of all it is compared with. */
interface Family {
  readonly concept: string
  readonly label: string
  readonly relation: DriftRelation
  readonly variant: string
  readonly variantLabel: string
  readonly mentions: readonly number[]
  readonly all: readonly number[]
}

function familiesOf(
  observation: Observation,
  c: number,
  kind: 'form' | 'label' | 'surface',
  keepSingle: boolean,
): Family[] {
  const info = observation.concepts[c]!
  const own = mentionsOf(observation, c)
  const byVariant = new Map<string, number[]>()
  for (const m of own) {
    const mention = observation.mentions.at(m)!
    const variant = kind === 'form' ? withoutQuotes(mention.form) : mention[kind]
    const list = byVariant.get(variant)
    if (list) list.push(m)
    else byVariant.set(variant, [m])
  }
  const head = { concept: info.id, label: info.label }
  const families: Family[] = []
  if (byVariant.size > 1 || (keepSingle && byVariant.size === 1))
    for (const [variant, mentions] of [...byVariant].sort(
      (a, b) => b[1].length - a[1].length || byCodePoint(a[0], b[0]),
    ))
      families.push({ ...head, relation: 'variant', variant, variantLabel: variant, mentions, all: own })
  for (const relation of ['localises', 'partOf', 'replaces'] as const)
    for (const id of [...(info[relation] ?? [])].sort(byCodePoint)) {
      const other = observation.conceptIndex.get(id)
      if (other === undefined) continue
      const linked = mentionsOf(observation, other)
      if (own.length + linked.length === 0) continue
      const all = [...own, ...linked].sort((a, b) => a - b)
      families.push({
        ...head,
        relation,
        variant: id,
        variantLabel: observation.concepts[other]!.label,
        mentions: own,
        all,
      })
    }
  return families
}

const QUOTES = new Set('“”‘’「」『』＂"\'')

function withoutQuotes(form: string): string {
  let out = ''
  for (const c of form) if (!QUOTES.has(c)) out += c
  return out
}

function mentionsOf(observation: Observation, c: number): number[] {
  return Array.from(
    observation.mentionsByConcept.subarray(observation.conceptStart[c]!, observation.conceptStart[c + 1]!),
  )
}

function periodLabel(observation: Observation, m: number): string | null {
  return observation.grouping.groups[groupOfMention(observation, m)]!.keys.period ?? null
}

function countBy(observation: Observation, mentions: readonly number[]): Int32Array {
  const counts = new Int32Array(observation.grouping.groups.length)
  for (const m of mentions) counts[groupOfMention(observation, m)]!++
  return counts
}

function rowsOf(observation: Observation, family: Family): DriftRow[] {
  const own = countBy(observation, family.mentions)
  const all = countBy(observation, family.all)
  const { mentions: _m, all: _a, ...head } = family
  return observation.grouping.groups.map((group, g): DriftRow => {
    const { rate, low, high } = shareInterval(own[g]!, all[g]!)
    return {
      ...head,
      period: group.period?.label ?? null,
      state: group.state ?? (own[g]! > 0 ? 'observed' : 'zero'),
      tokens: own[g]!,
      total: all[g]!,
      share: rate,
      low,
      high,
      reports: group.exposure.reports,
      reason: group.state === 'no-reports' ? 'no-reports' : all[g] === 0 ? 'no-mention' : null,
    }
  })
}

function testOf(observation: Observation, family: Family): DriftTest {
  const own = countBy(observation, family.mentions)
  const all = countBy(observation, family.all)
  const tested = observation.grouping.groups.filter((group) => group.state === null && all[group.index]! > 0)
  const shares = Float64Array.from(tested, (group) => own[group.index]! / all[group.index]!)
  const years = Float64Array.from(tested, (group) => group.period!.year)
  const enough = tested.length >= LEAST_PERIODS
  const mk = enough ? trendStats.mk({ y: shares }) : null
  const distinct = new Set(shares).size === shares.length
  const exact = mk !== null && shares.length <= 10 && distinct ? trendStats.mkExact({ y: shares }).p : null
  const sen = tested.length >= 2 ? trendStats.sen({ y: shares, x: years }) : null
  const said = observation.grouping.groups.filter((group) => group.period !== null && own[group.index]! > 0)
  let leads = tested.length
  while (leads > 0 && shares[leads - 1]! > 0.5) leads--
  const { mentions, all: everything, ...head } = family
  return {
    ...head,
    tokens: mentions.length,
    total: everything.length,
    firstPeriod: said[0]?.period?.label ?? null,
    lastPeriod: said.at(-1)?.period?.label ?? null,
    leadsFrom: tested[leads]?.period?.label ?? null,
    periods: tested.length,
    tau: mk?.tauB ?? null,
    slope: sen?.slope ?? null,
    p: exact ?? mk?.p ?? null,
    q: null,
    reason: enough ? null : 'fewer-than-4-periods',
  }
}
