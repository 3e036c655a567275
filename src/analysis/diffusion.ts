import { TifaError } from '../error'
import {
  byCodePoint,
  type Item,
  type ItemOptions,
  isoDay,
  itemsOf,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  type PeriodUnit,
} from '../observation'
import { adoptionCurve, CURVE_COLUMNS, type CurvePoint } from './adoption-curve'
import { adoptionPanel, PANEL_COLUMNS, type PanelRow } from './adoption-panel'
import {
  type AdoptionSummary,
  SUMMARY_COLUMNS,
  SURVIVAL_COLUMNS,
  type SurvivalPoint,
  summarise,
  survival,
} from './adoption-summary'
import { type Detection, detection, shareBound } from './detection'
import { DIFFUSION_COLUMNS } from './diffusion-columns'
import { DIRECTION_COLUMNS, type DirectionRow, directions } from './direction'
import { methodOf } from './method'
import type { ColumnNote, Result, ResultMethod } from './result'
import { holdersByGroup, type Sighting, sightingOf, type UnitHistory, unitHistories } from './unit-history'

export interface DiffusionOptions extends ItemOptions, Omit<ObserveOptions, 'by'> {
  /** What adopts: `place` (default, the finest named), `province`, `city`, `county`, `leader` or `outlet`. */
  readonly by?: string
  /**
   * Share of reports that counts as use: absence is claimed only where the upper bound is at most this. Default 0.2.
   */
  readonly limit?: number
  /** Confidence of that bound and of the intervals. Default 0.95. */
  readonly conf?: number
  /** Periods of the adoption curve and the panel. Default `month`. */
  readonly period?: PeriodUnit
}

/**
 * What is known about one concept in one unit.
 *
 * - `adopted`       seen, after enough reports without it: the adoption date is known to lie after `adoptedAfter` and not after `firstSeen`
 * - `left-censored` seen, but too few reports before to say that it was not used earlier: adopted *by* `firstSeen`
 * - `absent`        not seen in enough reports: a share above `limit` is ruled out
 * - `undetermined`  not seen, in too few reports to say anything
 */
export type AdoptionStatus = 'adopted' | 'left-censored' | 'absent' | 'undetermined'

/** One concept in one place, leader or outlet. Days are whole days; dates `YYYY-MM-DD`. */
export interface DiffusionRow {
  readonly kind: Item['kind']
  readonly concept: string
  readonly label: string
  readonly unit: string
  readonly status: AdoptionStatus
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly adoptedAfter: string | null
  readonly endedBefore: string | null
  readonly leftCensored: boolean | null
  readonly rightCensored: boolean | null
  readonly duration: number | null
  readonly documents: number
  readonly reports: number
  readonly undated: number
  readonly reportsBefore: number | null
  readonly reportsAfter: number | null
  readonly bound: number | null
  readonly firstCovered: string | null
  readonly lastCovered: string | null
}

export interface DiffusionResult extends Result<DiffusionRow> {
  readonly detection: Detection
  readonly tables: {
    /** One row a concept: origin, counts by status, speed, Kaplan–Meier median. */
    readonly summary: Result<AdoptionSummary>
    /** Adopters and covered units at the end of every period. */
    readonly curve: Result<CurvePoint>
    /** Kaplan–Meier steps of time from the first sighting anywhere. */
    readonly survival: Result<SurvivalPoint>
    /** Which level of place said it first, where both levels are covered; only by `place`. */
    readonly direction: Result<DirectionRow>
    /**
     * Unit × period at risk, for event-history models: `coxph(Surv(start, stop, event) ~ …)`, or `Surv(left, right,
     * type = "interval2")`.
     */
    readonly panel: Result<PanelRow>
  }
}

/** Everything known about one concept in one unit, before it becomes a row. */
export interface Adoption {
  readonly history: UnitHistory
  readonly sighting: Sighting | null
  readonly status: AdoptionStatus
}

/**
 * Where and when did a formulation appear, and how did it spread?
 *
 * A first sighting is not an adoption: a place with two reports a year is seen late because it is read rarely. So
 * every unit carries the number of its reports before the first sighting and the bound they give ({@link Detection});
 * statuses that the bound does not support are not claimed, and units read too thinly stay out of the denominators of
 * the curve and out of Kaplan–Meier, whatever they showed.
 *
 * Reprints: under `original` a copied text is no sighting in the copying outlet; ask for `cluster` to count its
 * reach. Undated reports and dates without a month cannot order anything and are only counted (`undated`). Rows: by
 * concept id, first sighting, unit.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example diffusion(study, { concepts: ['xiangmu-weiwang'] }).rows.map((r) => [r.unit, r.status, r.adoptedAfter, r.firstSeen])
 */
export function diffusion(study: Observed, options: DiffusionOptions = {}): DiffusionResult {
  const by = options.by ?? 'place'
  if (!UNITS.includes(by))
    throw new TifaError('invalid-option', `by expects one of ${UNITS.join(', ')}; got ${JSON.stringify(by)}`)
  const rule = detection(options.conf ?? 0.95, options.limit ?? 0.2)
  const period = options.period ?? 'month'
  const observation = observe(study, { ...options, by })
  const items = itemsOf(observation, options)
  const histories = unitHistories(observation)
  const adoptions = items.map((item) => adoptionsOf(observation, item, histories, rule))
  const method = methodOf(study, {
    analysis: 'diffusion',
    unit: by,
    denominator: `${histories.length} units named`,
    reprints: observation.reprints,
    by: [by],
    tests: ['Kaplan–Meier', 'exact sign test of direction'],
    correction: null,
    notes: [
      `absence or a date is claimed only after ${rule.needed} reports without a mention (upper ${rule.conf} bound on the share at most ${rule.limit})`,
    ],
  })
  const side = <Row extends object>(
    kind: string,
    columns: readonly ColumnNote[],
    make: () => readonly Row[],
    mentions: (row: Row) => readonly string[],
  ): Result<Row> => sideTable(kind, columns, method, make, mentions)
  const mentions = mentionFinder(observation, items)
  const ofConcept = (row: { readonly concept: string }) => mentions(row.concept, null)
  let rows: readonly DiffusionRow[] | null = null
  return {
    kind: 'diffusion',
    detection: rule,
    get rows() {
      rows ??= items.flatMap((item, i) =>
        adoptions[i]!.map((a) => rowOf(item, a, rule)).sort(
          (x, y) => byCodePoint(x.firstSeen ?? '\uffff', y.firstSeen ?? '\uffff') || byCodePoint(x.unit, y.unit),
        ),
      )
      return rows
    },
    columns: DIFFUSION_COLUMNS,
    method,
    mentions: (row) => mentions(row.concept, row.unit),
    tables: {
      summary: side(
        'diffusion-summary',
        SUMMARY_COLUMNS,
        () => items.map((item, i) => summarise(item, adoptions[i]!, rule)),
        ofConcept,
      ),
      curve: side(
        'diffusion-curve',
        CURVE_COLUMNS,
        () => items.flatMap((item, i) => adoptionCurve(item, adoptions[i]!, rule, period)),
        ofConcept,
      ),
      survival: side(
        'diffusion-survival',
        SURVIVAL_COLUMNS,
        () => items.flatMap((item, i) => survival(item, adoptions[i]!, rule)),
        ofConcept,
      ),
      direction: side(
        'diffusion-direction',
        DIRECTION_COLUMNS,
        () => (by === 'place' ? items.flatMap((item, i) => directions(item, adoptions[i]!)) : []),
        ofConcept,
      ),
      panel: side(
        'diffusion-panel',
        PANEL_COLUMNS,
        () => items.flatMap((item, i) => adoptionPanel(item, adoptions[i]!, rule, period)),
        (row) => mentions(row.concept, row.unit),
      ),
    },
  }
}

const UNITS: readonly string[] = ['place', 'province', 'city', 'county', 'leader', 'outlet']

function adoptionsOf(
  observation: Observation,
  item: Item,
  histories: readonly UnitHistory[],
  rule: Detection,
): Adoption[] {
  const holders = holdersByGroup(observation, item)
  return histories.map((history) => {
    const sighting = sightingOf(history, holders.get(history.group))
    const status: AdoptionStatus =
      sighting === null
        ? history.days.length >= rule.needed && !holders.has(history.group)
          ? 'absent'
          : 'undetermined'
        : sighting.before >= rule.needed
          ? 'adopted'
          : 'left-censored'
    return { history, sighting, status }
  })
}

function rowOf(item: Item, { history, sighting, status }: Adoption, rule: Detection): DiffusionRow {
  const { days } = history
  const n = days.length
  const date = (day: number | undefined) => (day === undefined ? null : isoDay(day))
  return {
    kind: item.kind,
    concept: item.id,
    label: item.label,
    unit: history.unit,
    status,
    firstSeen: sighting && isoDay(sighting.first),
    lastSeen: sighting && isoDay(sighting.last),
    adoptedAfter: sighting && sighting.before >= rule.needed ? date(days[sighting.before - rule.needed]) : null,
    endedBefore: sighting && sighting.after >= rule.needed ? date(days[n - sighting.after + rule.needed - 1]) : null,
    leftCensored: sighting && sighting.before < rule.needed,
    rightCensored: sighting && sighting.after < rule.needed,
    duration: sighting && sighting.last - sighting.first,
    documents: sighting?.documents ?? 0,
    reports: n,
    undated: history.undated,
    reportsBefore: sighting?.before ?? null,
    reportsAfter: sighting?.after ?? null,
    bound: sighting === null ? shareBound(n, rule.conf) : shareBound(sighting.before, rule.conf),
    firstCovered: date(days[0]),
    lastCovered: date(days[n - 1]),
  }
}

function mentionFinder(
  observation: Observation,
  items: readonly Item[],
): (concept: string, unit: string | null) => string[] {
  const { grouping } = observation
  const column = grouping.dimensions[0]!
  let byId: Map<string, Item> | null = null
  return (concept, unit) => {
    byId ??= new Map(items.map((item) => [item.id, item]))
    const item = byId.get(concept)
    if (item === undefined) return []
    const ids: string[] = []
    for (const m of item.mentions) {
      const d = observation.directiveOfMention[m]!
      const g =
        grouping.unit === 'report'
          ? grouping.ofReport[observation.reportOfMention[m]!]!
          : d < 0
            ? -1
            : grouping.ofDirective[d]!
      if (g < 0) continue
      if (unit === null || grouping.groups[g]!.keys[column as 'place'] === unit)
        ids.push(observation.mentions.at(m)!.id)
    }
    return ids
  }
}

function sideTable<Row extends object>(
  kind: string,
  columns: readonly ColumnNote[],
  method: ResultMethod,
  make: () => readonly Row[],
  mentions: (row: Row) => readonly string[],
): Result<Row> {
  let rows: readonly Row[] | null = null
  return {
    kind,
    get rows() {
      rows ??= make()
      return rows
    },
    columns,
    method,
    mentions,
  }
}
