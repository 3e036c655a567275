import type { Item, ItemKind } from '../observation'

/** The columns that say what a row is about. */
export interface ItemFields {
  readonly kind: ItemKind
  readonly concept: string
  readonly label: string
  readonly gloss: string | null
  readonly category: string | null
  readonly level: Item['level']
  readonly grade: Item['grade']
}

/** These columns of one item. */
export function fieldsOf(item: Item): ItemFields {
  return {
    kind: item.kind,
    concept: item.id,
    label: item.label,
    gloss: item.gloss,
    category: item.category,
    level: item.level,
    grade: item.grade,
  }
}
