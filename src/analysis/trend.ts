import { TifaError } from '../error'
import {
  type CellState,
  columnOf,
  countByGroup,
  type GroupKeys,
  type Item,
  type ItemKind,
  type ItemOptions,
  itemsOf,
  type Observed,
  type ObserveOptions,
  observe,
  periodBounds,
} from '../observation'
import { readLevel } from './by-level'
import { groupColumns } from './columns'
import { rateIntervals, shareInterval } from './intervals'
import { denominatorOf, type Measure, measureNamed } from './measure'
import { methodOf, undatedIn } from './method'
import type { ColumnNote, Result } from './result'
import { mentionsOfRow } from './row-mentions'
import { cellColumns, testColumns } from './trend-columns'
import { chosenTests, TREND_TESTS, type TrendTest, type TrendTestName } from './trend-test'
import { testTrends } from './trend-tests'

export interface TrendOptions extends ItemOptions, Omit<ObserveOptions, 'by'> {
  /**
   * `month`, `quarter` or `year`, alone or with other dimensions (`['month', 'province']`: one series a province).
   * Default `month`.
   */
  readonly by?: string | readonly string[]
  /** Default `documents` (share of reports); `directives` for categories. See {@link Measure}. */
  readonly measure?: Measure
  /** Confidence level of every interval. Default 0.95. */
  readonly conf?: number
  /**
   * Which tests to make; the columns of the others are null. Default `all`. Mann–Kendall alone screens thousands of
   * concepts in no time.
   */
  readonly tests?: 'all' | readonly TrendTestName[]
  /**
   * Level of place within which the fixed-place trend and the decomposition are taken; `none` leaves them out.
   * Default `place`.
   */
  readonly place?: 'province' | 'city' | 'county' | 'place' | 'none'
  /** Of the sign flips behind `fixedPlaceP`, which are drawn with more than 14 places. Default 1. */
  readonly seed?: number
}

/** One item in one period. */
export interface TrendCell {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
  readonly province?: string | null
  readonly city?: string | null
  readonly county?: string | null
  readonly place?: string | null
  readonly outlet?: string | null
  readonly leader?: string | null
  /** `2023-09`, `2023-Q3`, `2023`; null in the undated row. */
  readonly period: string | null
  readonly start: string | null
  readonly end: string | null
  readonly state: CellState
  readonly numerator: number
  readonly denominator: number | null
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly reason: string | null
}

/** One point of a series as a picture or a sparkline needs it. */
export interface SeriesPoint {
  readonly period: string
  /** Middle of the period, in years since 1970-01-01. */
  readonly year: number
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
  readonly numerator: number
  readonly denominator: number | null
  readonly state: CellState
}

export interface TrendResult extends Result<TrendCell> {
  /** One row a series, over its whole and non-empty periods. */
  readonly tests: readonly TrendTest[]
  readonly testColumns: readonly ColumnNote[]
  /** The dated cells of one concept (of the first series where other dimensions split it), in order of time. */
  series(concept: string): readonly SeriesPoint[]
}

/**
 * Does a formulation rise or fall? Cells for every item and period, and tests for every series.
 *
 * A period with reports and no occurrence is a `zero`; one without reports has a null rate; an end period covered
 * only in part is `partial`; `partial`, `no-reports` and `undated` cells stay out of the tests. The tests are
 * described at {@link TrendTest}; there is no p value under four tested periods.
 *
 * Cells: by item (most occurrences first, then id), other groups, period, the undated last. Tests in the same order
 * of series.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`, `unknown-category`
 * @example
 * const t = trend(study, { by: 'quarter' })
 * t.tests.filter((row) => row.q !== null && row.q < 0.05).map((row) => [row.label, row.slope, row.q])
 */
export function trend(study: Observed, options: TrendOptions = {}): TrendResult {
  const { byLevel, dimensions } = readLevel(options.by ?? 'month')
  const conf = options.conf ?? 0.95
  if (!(conf > 0 && conf < 1)) throw new TifaError('invalid-option', `conf must lie between 0 and 1, got ${conf}`)
  const measure = measureNamed(options.measure ?? (options.categories === undefined ? 'documents' : 'directives'))
  const seed = options.seed ?? 1
  const chosen = chosenTests(options.tests ?? 'all')
  const observation = observe(study, { ...options, by: dimensions })
  const { grouping } = observation
  if (grouping.periodUnit === null)
    throw new TifaError(
      'invalid-option',
      `trend expects by to name month, quarter or year; got ${JSON.stringify(options.by)}`,
    )
  const found = itemsOf(observation, options, byLevel)
  const groups = grouping.groups.length
  const counted = found.map((item) => {
    const numerator = countByGroup(observation, item, measure.numerator)
    let total = 0
    for (let g = 0; g < groups; g++) total += numerator[g]!
    return { item, numerator, total }
  })
  counted.sort((a, b) => b.total - a.total) // stable: ties stay in code-point order
  const items = counted.map((c) => c.item)
  const denominators = grouping.groups.map((group) => denominatorOf(group.exposure, measure))
  const garwood = rateIntervals(conf)

  const cell = (i: number, g: number): TrendCell => {
    const item = items[i]!
    const group = grouping.groups[g]!
    const numerator = counted[i]!.numerator[g]!
    const denominator = denominators[g]!
    const { rate, low, high } =
      measure.model === 'share'
        ? shareInterval(numerator, denominator, conf)
        : garwood(numerator, denominator, measure.per)
    const bounds = group.period === null ? null : periodBounds(group.period)
    return {
      kind: item.kind,
      concept: item.id,
      label: item.label,
      gloss: item.gloss,
      category: item.category,
      level: item.level,
      grade: item.grade,
      ...group.keys,
      period: group.period?.label ?? null,
      start: bounds?.start ?? null,
      end: bounds?.end ?? null,
      state: group.state ?? (numerator > 0 ? 'observed' : 'zero'),
      numerator,
      denominator,
      rate,
      low,
      high,
      reason:
        group.state === 'no-reports'
          ? 'no-reports'
          : denominator === null
            ? 'not-measured'
            : denominator === 0
              ? `no-${measure.denominator}`
              : null,
    }
  }
  const mentions = mentionsOfRow<TrendCell>(observation, items)
  const testedMentions = (test: TrendTest) =>
    grouping.groups.flatMap((group) =>
      group.state === null && sameSeries(group.keys, test)
        ? mentions({ ...test, ...group.keys } as unknown as TrendCell)
        : [],
    )
  let cells: TrendCell[] | null = null
  let tests: TrendTest[] | null = null
  const used = groupColumns(dimensions.map(columnOf).filter((name) => name !== 'period'))
  const position = new Map<string, number>()
  for (const [i, item] of items.entries()) position.set(item.id, i)
  const method = methodOf(study, {
    analysis: 'trend',
    unit: measure.numerator,
    denominator: measure.denominator,
    reprints: observation.reprints,
    ...undatedIn(observation),
    by: byLevel ? ['level', ...dimensions] : dimensions,
    tests: [...chosen].filter((name) => name !== 'place' || options.place !== 'none').map((name) => TREND_TESTS[name]),
    correction: 'Benjamini–Hochberg over all tested series',
    seed: chosen.has('place') && options.place !== 'none' ? seed : null,
    notes: [
      `measure: ${measure.en}; intervals at ${conf}: ${measure.model === 'share' ? 'Wilson' : 'Garwood'}`,
      'partial periods, periods without reports and undated reports are left out of tests',
    ],
  })
  const result: TrendResult = {
    kind: 'trend',
    // Made when first asked for: whoever wants the tests of five thousand concepts need not hold a quarter of a million cells.
    get rows() {
      if (cells === null) {
        cells = new Array<TrendCell>(items.length * groups)
        for (let i = 0; i < items.length; i++) for (let g = 0; g < groups; g++) cells[i * groups + g] = cell(i, g)
      }
      return cells
    },
    columns: cellColumns(measure, used),
    get tests() {
      tests ??= testTrends(observation, counted, denominators, measure, {
        conf,
        seed,
        place: chosen.has('place') ? (options.place ?? 'place') : 'none',
        chosen,
      })
      return tests
    },
    testColumns: testColumns(measure, used),
    method,
    mentions,
    series(concept) {
      const i = position.get(concept)
      if (i === undefined) throw new TifaError('unknown-concept', `the trend has no series ${JSON.stringify(concept)}`)
      return grouping.periods.map((period, slot) => {
        const { rate, low, high, numerator, denominator, state } = cell(i, slot)
        return { period: period.label, year: period.year, rate, low, high, numerator, denominator, state }
      })
    },
    tables: {
      tests: {
        kind: 'trend-tests',
        get rows() {
          return result.tests
        },
        columns: testColumns(measure, used),
        method,
        mentions: (row) => testedMentions(row as TrendTest),
      },
    },
  }
  return result
}

function sameSeries(keys: GroupKeys, test: TrendTest): boolean {
  return Object.entries(keys).every(([name, value]) => name === 'period' || test[name as keyof TrendTest] === value)
}
