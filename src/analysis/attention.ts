import { TifaError } from '../error'
import {
  columnOf,
  type Exposure,
  type GroupColumn,
  groupOfMention,
  type Item,
  itemsOf,
  type Observation,
  type Observed,
  type ObserveOptions,
  observe,
  readDimensions,
} from '../observation'
import { diversity } from '../stats'
import { column, groupColumns } from './columns'
import { methodOf } from './method'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface AttentionOptions extends Omit<ObserveOptions, 'zones' | 'stances' | 'grades' | 'quotedOnly'> {
  /** Default `leader`; `['leader', 'year']`, `city` … */
  readonly by?: string | readonly string[]
  /** `top` categories (default) or `sub`. */
  readonly categories?: 'top' | 'sub'
  /** Number of directives to compare at. Default: the smallest group with at least `atLeast` directives. */
  readonly directives?: number
  /** Groups with fewer coded directives are not compared. Default 10. */
  readonly atLeast?: number
}

/** How widely one leader (place, period …) spreads over the categories. */
export interface AttentionRow extends Partial<Readonly<Record<GroupColumn, string | null>>> {
  readonly directivesRead: number
  readonly directivesCoded: number
  readonly assignments: number
  readonly categories: number
  readonly entropy: number | null
  readonly evenness: number | null
  readonly effective: number | null
  readonly dominance: number | null
  readonly topCategory: string | null
  readonly topShare: number | null
  readonly rarefied: number | null
  readonly rarefiedTo: number
  readonly reports: number
  readonly reason: string | null
}

/** One category in one group. */
export interface AttentionShare extends Partial<Readonly<Record<GroupColumn, string | null>>> {
  readonly category: string
  readonly directives: number
  readonly directivesCoded: number
  readonly share: number | null
}

export interface AttentionResult extends Result<AttentionRow> {
  readonly tables: { readonly shares: Result<AttentionShare> }
}

/**
 * Over how many themes does a leader spread attention?
 *
 * Diversity of the categories of directives: Shannon entropy in bits with its effective number, Simpson's dominance,
 * and the number of categories expected in the same number of directives for all (`rarefied`: sample-based
 * rarefaction, whole directives drawn, Colwell et al. 2004, doi:10.1890/03-0557), because who is reported more names
 * more themes. A directive counts once in each of its categories; `other.none` is no category. Groups with fewer than
 * `atLeast` coded directives get null and the reason.
 *
 * Rows: by group, what names none last.
 *
 * @throws TifaError `invalid-option`
 * @example attention(study, { by: ['leader', 'year'] }).rows.map((r) => [r.leader, r.period, r.rarefied, r.effective])
 */
export function attention(study: Observed, options: AttentionOptions = {}): AttentionResult {
  const level = options.categories ?? 'top'
  if (level !== 'top' && level !== 'sub')
    throw new TifaError('invalid-option', `categories expects top or sub; got ${JSON.stringify(level)}`)
  const atLeast = wholeOption('atLeast', options.atLeast ?? 10, 1)
  const dimensions = readDimensions(options.by ?? 'leader')
  const observation = observe(study, { ...options, by: dimensions })
  const items = itemsOf(observation, { categories: level }).filter(
    (item) => item.id !== 'other.none' && item.id !== 'other',
  )
  const counts = countByGroup(observation, items)
  const coded = codedDirectives(observation, items)
  const compared = coded.filter((n) => n >= atLeast)
  const size =
    options.directives === undefined
      ? compared.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY)
      : wholeOption('directives', options.directives, 1)
  const to = Number.isFinite(size) ? size : atLeast
  const { groups } = observation.grouping
  const names = dimensions.map(columnOf)
  const method = methodOf(study, {
    analysis: 'attention',
    unit: 'directive',
    denominator: 'directives with a category',
    reprints: observation.reprints,
    by: dimensions,
    notes: [`${level} categories; rarefied to ${to} directives; groups with at least ${atLeast}`],
  })
  const keyOf = (row: Partial<Readonly<Record<GroupColumn, string | null>>>) =>
    JSON.stringify(names.map((name) => row[name] ?? null))
  const mentions = (row: Partial<Readonly<Record<GroupColumn, string | null>>>) => {
    const g = groups.find((group) => keyOf(group.keys) === keyOf(row))?.index
    return observation.mentions.flatMap((m, i) =>
      observation.directiveOfMention[i]! >= 0 && groupOfMention(observation, i) === g ? [m.id] : [],
    )
  }
  return {
    kind: 'attention',
    rows: groups.map((group, g) => ({
      ...group.keys,
      ...attentionOf(items, counts[g]!, coded[g]!, group.exposure, to, atLeast),
    })),
    columns: [...groupColumns(names), ...ATTENTION_COLUMNS],
    method,
    mentions,
    tables: {
      shares: {
        kind: 'attention-shares',
        rows: groups.flatMap((group, g) =>
          items.map((item, i) => ({
            ...group.keys,
            category: item.id,
            directives: counts[g]![i]!,
            directivesCoded: coded[g]!,
            share: coded[g] === 0 ? null : counts[g]![i]! / coded[g]!,
          })),
        ),
        columns: [...groupColumns(names), ...SHARE_COLUMNS],
        method,
        mentions,
      },
    },
  }
}

function countByGroup(observation: Observation, items: readonly Item[]): Int32Array[] {
  const counts = observation.grouping.groups.map(() => new Int32Array(items.length))
  for (const [i, item] of items.entries())
    for (const d of item.directives) counts[observation.grouping.ofDirective[d]!]![i]!++
  return counts
}

function codedDirectives(observation: Observation, items: readonly Item[]): number[] {
  const seen = new Set<number>()
  for (const item of items) for (const d of item.directives) seen.add(d)
  const coded = observation.grouping.groups.map(() => 0)
  for (const d of seen) coded[observation.grouping.ofDirective[d]!]!++
  return coded
}

function attentionOf(
  items: readonly Item[],
  counts: Int32Array,
  coded: number,
  exposure: Exposure,
  to: number,
  atLeast: number,
): Omit<AttentionRow, GroupColumn> {
  const enough = coded >= atLeast
  const shannon = enough ? diversity.shannon({ counts }) : null
  const simpson = enough ? diversity.simpson({ counts }) : null
  const total = counts.reduce((a, b) => a + b, 0)
  let top = -1
  for (let i = 0; i < counts.length; i++) if (counts[i]! > 0 && (top < 0 || counts[i]! > counts[top]!)) top = i
  return {
    directivesRead: exposure.directives,
    directivesCoded: coded,
    assignments: total,
    categories: counts.reduce((n, c) => n + (c > 0 ? 1 : 0), 0),
    entropy: shannon?.entropy ?? null,
    evenness: shannon?.evenness ?? null,
    effective: shannon?.effective ?? null,
    dominance: simpson?.concentration ?? null,
    topCategory: top < 0 ? null : items[top]!.id,
    topShare: top < 0 ? null : counts[top]! / coded,
    rarefied: enough && coded >= to ? rarefied(counts, coded, to) : null,
    rarefiedTo: to,
    reports: exposure.reports,
    reason:
      exposure.directives === 0
        ? 'no-directives'
        : enough
          ? coded >= to
            ? null
            : 'fewer-directives-than-compared-at'
          : 'too-few-directives',
  }
}

/** Categories expected in `n` of `total` directives drawn without replacement, each category in some of them. */
export function rarefied(counts: ArrayLike<number>, total: number, n: number): number {
  let expected = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count === 0) continue
    let missed = 1
    for (let k = 0; k < n && missed > 0; k++) missed *= Math.max(0, total - count - k) / (total - k)
    expected += 1 - missed
  }
  return expected
}

const ATTENTION_COLUMNS = [
  column('directivesRead', 'directives read', '指示条数', { unit: 'directives' }),
  column('directivesCoded', 'directives with a category', '有主题类别指示数', {
    unit: 'directives',
    denominator: 'directivesRead',
  }),
  column('assignments', 'categories assigned', '类别标注数', {
    note: 'a directive counts once in each of its categories',
  }),
  column('categories', 'different categories', '类别数', { unit: 'categories' }),
  column('entropy', 'Shannon entropy', '香农熵', { unit: 'bits' }),
  column('evenness', 'evenness', '均匀度', { unit: '0 to 1' }),
  column('effective', 'effective number of categories', '有效类别数', {
    unit: 'categories',
    note: '2 to the power of entropy',
  }),
  column('dominance', 'Simpson dominance', '辛普森集中度', { unit: '0 to 1' }),
  column('topCategory', 'first category', '首位类别'),
  column('topShare', 'its share', '首位类别占比', { denominator: 'directivesCoded' }),
  column('rarefied', 'categories in as many directives', '稀疏化类别数', {
    unit: 'categories',
    note: 'expected in rarefiedTo directives',
  }),
  column('rarefiedTo', 'compared at', '比较条数', { unit: 'directives' }),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('reason', 'why null', '缺值原因'),
]

const SHARE_COLUMNS = [
  column('category', 'category', '主题类别'),
  column('directives', 'directive frequency', '指示频', { unit: 'directives', denominator: 'directivesCoded' }),
  column('directivesCoded', 'directives with a category', '有主题类别指示数', { unit: 'directives' }),
  column('share', 'share of directives', '占指示比', { denominator: 'directivesCoded' }),
]
