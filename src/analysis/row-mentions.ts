import { type GroupColumn, groupOfMention, type Item, type ItemKind, type Observation } from '../observation'

/**
 * What a row must name so that its mentions can be found. Rows that were copied, sorted or read back from JSON work
 * too.
 */
export interface ItemRow {
  readonly kind: Item['kind']
  readonly concept: string
}

/**
 * From a row of an item × group table to the ids of the mentions behind it, in text order. An unknown row has none.
 * Of a category the mentions are those of its concepts; directives coded with it by cue words alone have no mention.
 */
export function mentionsOfRow<Row extends ItemRow>(
  observation: Observation,
  items: readonly Item[],
): (row: Row) => readonly string[] {
  const columns =
    observation.grouping.groups.length > 0 ? (Object.keys(observation.grouping.groups[0]!.keys) as GroupColumn[]) : []
  const keyOf = (keys: Partial<Record<GroupColumn, string | null>>) =>
    JSON.stringify(columns.map((name) => keys[name] ?? null))
  let groups: Map<string, number> | null = null
  let byItem: Map<string, Item> | null = null
  return (row) => {
    groups ??= new Map(observation.grouping.groups.map((group) => [keyOf(group.keys), group.index]))
    byItem ??= new Map(items.map((item) => [`${item.kind}\u0000${item.id}`, item]))
    const item = byItem.get(`${row.kind}\u0000${row.concept}`)
    const g = groups.get(keyOf(row as Partial<Record<GroupColumn, string | null>>))
    if (item === undefined || g === undefined) return []
    const ids: string[] = []
    for (const m of item.mentions) if (groupOfMention(observation, m) === g) ids.push(observation.mentions.at(m)!.id)
    return ids
  }
}

/** Mentions of an item in a row's groups, between its `start` and `end` periods where it has them. */
export function mentionsBetween(
  observation: Observation,
  items: readonly Item[],
  row: { readonly kind: ItemKind; readonly concept: string; readonly start?: string; readonly end?: string } & Partial<
    Record<GroupColumn, string | null>
  >,
): string[] {
  const item = items.find((one) => one.kind === row.kind && one.id === row.concept)
  if (item === undefined) return []
  const { groups } = observation.grouping
  const ids: string[] = []
  const inRow = groups.map((group) => {
    if (group.period === null || group.state !== null) return false
    if (row.start !== undefined && group.period.label < row.start) return false
    if (row.end !== undefined && group.period.label > row.end) return false
    return Object.entries(group.keys).every(([name, value]) => name === 'period' || row[name as GroupColumn] === value)
  })
  for (const m of item.mentions) {
    const g = groupOfMention(observation, m)
    if (g >= 0 && inRow[g]) ids.push(observation.mentions.at(m)!.id)
  }
  return ids
}
