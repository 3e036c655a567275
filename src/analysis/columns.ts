import type { GroupColumn } from '../observation'
import type { ColumnNote } from './result'

/** Makes one column note. */
export function column(
  name: string,
  en: string,
  zh: string,
  more: { readonly unit?: string; readonly denominator?: string; readonly note?: string } = {},
): ColumnNote {
  return { name, label: { en, zh }, ...more }
}

/** Columns that name what a row counts. */
export const ITEM_COLUMNS: readonly ColumnNote[] = [
  column('kind', 'kind', '类别', { note: 'concept, category or level' }),
  column('concept', 'concept', '提法', { note: 'id of the concept, category or origin level' }),
  column('label', 'label', '名称'),
  column('gloss', 'gloss', '英译'),
  column('category', 'category', '主题类别'),
  column('level', 'level of origin', '来源层级'),
  column('grade', 'grade', '等级', { note: 'core: a recognisable formulation; generic: an ordinary policy term' }),
]

const GROUP_LABELS: Readonly<Record<GroupColumn, readonly [string, string]>> = {
  period: ['period', '时期'],
  province: ['province', '省'],
  city: ['city', '市'],
  county: ['county', '县（区）'],
  place: ['place', '地方'],
  outlet: ['outlet', '媒体'],
  leader: ['leader', '领导'],
}

/** Column notes of the groups in use. */
export function groupColumns(columns: readonly GroupColumn[]): ColumnNote[] {
  return columns.map((name) => column(name, GROUP_LABELS[name][0], GROUP_LABELS[name][1]))
}

/** What could have held a mention: the denominators, printed in every row. */
export const EXPOSURE_COLUMNS: readonly ColumnNote[] = [
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('directivesRead', 'directives read', '指示条数', { unit: 'directives' }),
  column('segmentsRead', 'segments read', '分句数', {
    unit: 'segments',
    note: '。- and ；-delimited pieces of directives',
  }),
  column('characters', 'characters read', '字数', {
    unit: 'characters',
    note: 'cleaned body text without white space; by leader: of the directives',
  }),
  column('words', 'words read', '词数', { unit: 'words', note: 'null unless a segmenter is named' }),
]
