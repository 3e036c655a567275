import { TifaError } from '../error'
import {
  byCodePoint,
  type ConceptName,
  conceptNamed,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  type ReprintPolicy,
} from '../observation'
import { assoc, padjust } from '../stats'
import { COOCCURRENCE_COLUMNS } from './cooccurrence-columns'
import { type CooccurrenceLevel, type Stratum, type Units, unitsOf } from './cooccurrence-units'
import { methodOf } from './method'
import { countPairs, type PairCounts } from './pair-counts'
import type { Result } from './result'
import { withinNull } from './within-null'

export interface CooccurrenceOptions extends MentionFilter {
  /** What two formulations share. Default `directive`. */
  readonly level?: CooccurrenceLevel
  /** Only pairs among these. Default: all concepts. */
  readonly concepts?: readonly ConceptName[]
  /** Leave out pairs with fewer joint units. Default 3: measures from one or two joint units say nothing. */
  readonly minimum?: number
  /**
   * What the within null keeps fixed: joint units are compared with those of shuffling units inside each `report`
   * (default below the report level), `leader` or `place`; `none` leaves it out (default at report level).
   */
  readonly within?: Stratum
  /** Count mentions that stand inside a longer mention. Default false: 稳中求进 is not said *together with* 稳中求进工作总基调. */
  readonly keepNested?: boolean
  readonly reprints?: ReprintPolicy
  readonly conf?: number
}

/**
 * One pair of concepts; every measure comes from the same 2×2 table `a b c d` of units. `x` before `y` in code-point
 * order.
 */
export interface CooccurrenceRow {
  readonly x: string
  readonly xLabel: string
  readonly y: string
  readonly yLabel: string
  /** Units with both, with x only, with y only, with neither. */
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  /** Units: a + b + c + d. */
  readonly n: number
  /** Units with x (a + b), with y (a + c). */
  readonly nx: number
  readonly ny: number
  /** Joint units if x and y were independent. */
  readonly expected: number
  readonly strength: number | null
  readonly npmi: number | null
  readonly logDice: number | null
  readonly jaccard: number | null
  readonly oddsRatio: number | null
  readonly oddsLow: number | null
  readonly oddsHigh: number | null
  readonly g2: number | null
  readonly g2P: number | null
  readonly p: number | null
  readonly q: number | null
  readonly yGivenX: number | null
  readonly xGivenY: number | null
  readonly withinExpected: number | null
  readonly withinRatio: number | null
  readonly withinP: number | null
  readonly withinQ: number | null
  readonly withinMethod: 'exact' | 'normal' | null
  readonly reason: string | null
}

/**
 * One measure for every pair of some concepts, as a symmetric table: null on the diagonal and where a pair is not
 * listed.
 */
export interface CooccurrenceMatrix {
  readonly concepts: readonly string[]
  readonly labels: readonly string[]
  readonly values: readonly (readonly (number | null)[])[]
}

/** Measures that a matrix or a graph can carry. */
export type CooccurrenceMeasure = 'a' | 'strength' | 'npmi' | 'logDice' | 'jaccard' | 'oddsRatio' | 'g2' | 'withinRatio'

export interface CooccurrenceResult extends Result<CooccurrenceRow> {
  readonly level: CooccurrenceLevel
  /** Units of the level that were read: the N of every table. */
  readonly units: number
  /** Every concept with at least one unit: id, label, category and number of units. */
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly category: string
    readonly units: number
  }[]
  /**
   * Dense table of one measure, for pictures. Default: the concepts of the rows; throws `invalid-option` for more
   * than 1,000 of them.
   */
  matrix(measure?: CooccurrenceMeasure, concepts?: readonly string[]): CooccurrenceMatrix
}

/**
 * Which formulations are said together?
 *
 * A concept counts once in a unit. Strength: association strength as ratio of observed to expected joint units (van
 * Eck & Waltman 2009), NPMI (Bouma 2009, −1 to 1), logDice (Rychlý 2008, at most 14), Jaccard, odds ratio (½ in every
 * cell) with interval. Evidence: signed G² (Dunning 1993) and Fisher's exact p, two-sided, with Benjamini–Hochberg q
 * over *all* pairs that could have been listed (both concepts in `minimum` units or more), listed or not. The within
 * null says whether the pair exceeds what its concepts' being in the same reports explains.
 *
 * Units of one report are not independent: read `withinP` beside `p`. Rows: by joint units, then strength, then ids.
 * Sparse throughout.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example cooccurrence(study, { level: 'segment' }).rows.slice(0, 5).map((r) => [r.xLabel, r.yLabel, r.a, r.strength, r.q])
 */
export function cooccurrence(study: Observed, options: CooccurrenceOptions = {}): CooccurrenceResult {
  const level = options.level ?? 'directive'
  const minimum = options.minimum ?? 3
  if (!(Number.isInteger(minimum) && minimum >= 1))
    throw new TifaError('invalid-option', `minimum must be a whole number from 1 on, got ${minimum}`)
  const conf = options.conf ?? 0.95
  const within = options.within ?? (level === 'report' ? 'none' : 'report')
  const observation = observe(study, { ...options })
  const units = unitsOf(
    observation,
    level,
    options.keepNested ?? false,
    within,
    chosenConcepts(observation, options.concepts),
  )
  const pairs = countPairs(units, minimum)
  const eligible = eligiblePairs(units, minimum)
  let rows: readonly CooccurrenceRow[] | null = null
  const result: CooccurrenceResult = {
    kind: 'cooccurrence',
    level,
    units: units.count,
    get rows() {
      rows ??= pairRows(observation, units, pairs, eligible, conf, within !== 'none')
      return rows
    },
    columns: COOCCURRENCE_COLUMNS,
    nodes: observation.concepts.flatMap((info, c) => {
      const held = units.start[c + 1]! - units.start[c]!
      return held === 0 ? [] : [{ id: info.id, label: info.label, category: info.category, units: held }]
    }),
    method: methodOf(study, {
      analysis: 'cooccurrence',
      unit: level,
      denominator: `${units.count} ${level}s`,
      reprints: observation.reprints,
      tests: [
        'Fisher’s exact test, two-sided',
        'log-likelihood ratio G²',
        ...(within === 'none' ? [] : [`permutation null within ${within}, by its exact distribution`]),
      ],
      correction: `Benjamini–Hochberg over ${eligible} pairs of concepts in at least ${minimum} units each`,
      notes: [
        `pairs with at least ${minimum} joint units are listed`,
        options.keepNested ? 'nested mentions count' : 'mentions nested in a longer mention do not count',
      ],
    }),
    mentions: (row) => pairMentions(observation, units, row.x, row.y),
    matrix: (measure = 'strength', concepts) => matrixOf(result, measure, concepts),
  }
  return result
}

function chosenConcepts(
  observation: Observation,
  names: readonly ConceptName[] | undefined,
): ReadonlySet<number> | null {
  return names === undefined ? null : new Set(names.map((name) => conceptNamed(observation, name)))
}

function eligiblePairs(units: Units, minimum: number): number {
  let concepts = 0
  for (let c = 0; c + 1 < units.start.length; c++) if (units.start[c + 1]! - units.start[c]! >= minimum) concepts++
  return (concepts * (concepts - 1)) / 2
}

function pairRows(
  observation: Observation,
  units: Units,
  pairs: PairCounts,
  eligible: number,
  conf: number,
  stratified: boolean,
): CooccurrenceRow[] {
  const { concepts } = observation
  const margin = (c: number) => units.start[c + 1]! - units.start[c]!
  const nullOf = withinNull(units)
  // One literal with every field, filled in place: hundreds of thousands of rows of one shape, none of them copied.
  const rows = Array.from(pairs.joint, (a, i): Draft => {
    const x = pairs.x[i]!
    const y = pairs.y[i]!
    const nx = margin(x)
    const ny = margin(y)
    const n = units.count
    const table = { a, b: nx - a, c: ny - a, d: n - nx - ny + a }
    const degenerate = nx === n || ny === n
    const pmi = assoc.pmi(table)
    const overlap = assoc.overlap(table)
    const odds = assoc.logOdds({ ...table, correction: 'always', conf })
    const g2 = assoc.g2(table)
    const delta = assoc.deltaP(table)
    const shuffled = stratified ? nullOf(x, y, a) : null
    return {
      x: concepts[x]!.id,
      xLabel: concepts[x]!.label,
      y: concepts[y]!.id,
      yLabel: concepts[y]!.label,
      a,
      b: table.b,
      c: table.c,
      d: table.d,
      n,
      nx,
      ny,
      expected: (nx * ny) / n,
      strength: finite(assoc.strength(table).ratio),
      npmi: finite(pmi.npmi),
      logDice: finite(overlap.logDice),
      jaccard: finite(overlap.jaccard),
      oddsRatio: exponential(odds.logOdds),
      oddsLow: exponential(odds.low),
      oddsHigh: exponential(odds.high),
      g2: finite(g2.signed),
      g2P: finite(g2.p),
      p: degenerate ? null : finite(assoc.fisher(table).twoSided),
      q: null,
      yGivenX: finite(delta.yGivenX),
      xGivenY: finite(delta.xGivenY),
      withinExpected: shuffled === null ? null : shuffled.expected,
      withinRatio: shuffled === null || shuffled.expected === 0 ? null : a / shuffled.expected,
      withinP: shuffled?.p ?? null,
      withinQ: null,
      withinMethod: shuffled?.method ?? null,
      reason: degenerate ? 'in-every-unit' : stratified && shuffled?.p === null ? 'nothing-to-shuffle' : null,
    }
  })
  const q = adjustAmong(
    rows.map((row) => row.p),
    eligible,
  )
  const withinQ = adjustAmong(
    rows.map((row) => row.withinP),
    eligible,
  )
  rows.forEach((row, i) => {
    row.q = q[i]!
    row.withinQ = withinQ[i]!
  })
  return rows.sort(
    (r, s) => s.a - r.a || (s.strength ?? 0) - (r.strength ?? 0) || byCodePoint(r.x, s.x) || byCodePoint(r.y, s.y),
  )
}

type Draft = { -readonly [Field in keyof CooccurrenceRow]: CooccurrenceRow[Field] }

/** Benjamini–Hochberg where the family is larger than what is listed: whatever is not listed counts with p = 1. */
function adjustAmong(p: readonly (number | null)[], family: number): (number | null)[] {
  const tested = p.reduce<number>((n, value) => n + (value === null ? 0 : 1), 0)
  const factor = tested === 0 ? 1 : Math.max(1, family / tested)
  return padjust({ p, method: 'BH' }).adjusted.map((value) => (value === null ? null : Math.min(1, value * factor)))
}

function pairMentions(observation: Observation, units: Units, x: string, y: string): string[] {
  const cx = observation.conceptIndex.get(x)
  const cy = observation.conceptIndex.get(y)
  if (cx === undefined || cy === undefined) return []
  const inY = new Set(units.units.subarray(units.start[cy]!, units.start[cy + 1]!))
  const joint = new Set<number>()
  for (const u of units.units.subarray(units.start[cx]!, units.start[cx + 1]!)) if (inY.has(u)) joint.add(u)
  const found: number[] = []
  for (const c of [cx, cy])
    for (let k = observation.conceptStart[c]!; k < observation.conceptStart[c + 1]!; k++) {
      const m = observation.mentionsByConcept[k]!
      if (joint.has(units.ofMention[m]!)) found.push(m)
    }
  return found.sort((a, b) => a - b).map((m) => observation.mentions.at(m)!.id)
}

function matrixOf(
  result: CooccurrenceResult,
  measure: CooccurrenceMeasure,
  wanted?: readonly string[],
): CooccurrenceMatrix {
  const ids = wanted ?? [...new Set(result.rows.flatMap((row) => [row.x, row.y]))].sort(byCodePoint)
  if (ids.length > 1000)
    throw new TifaError(
      'invalid-option',
      `matrix makes a dense table of at most 1,000 concepts, got ${ids.length}; name some, or use the rows`,
    )
  const position = new Map(ids.map((id, i) => [id, i]))
  const labels = new Map(result.nodes.map((node) => [node.id, node.label]))
  const values: (number | null)[][] = ids.map(() => ids.map(() => null))
  for (const row of result.rows) {
    const i = position.get(row.x)
    const j = position.get(row.y)
    if (i === undefined || j === undefined) continue
    values[i]![j] = values[j]![i] = row[measure]
  }
  return { concepts: ids, labels: ids.map((id) => labels.get(id) ?? id), values }
}

function finite(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : value
}

function exponential(value: number | null): number | null {
  return value === null ? null : finite(Math.exp(value))
}
