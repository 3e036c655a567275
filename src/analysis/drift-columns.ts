import { column } from './columns'
import type { ColumnNote } from './result'

const HEAD_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('relation', 'relation', '关系', { note: 'variant, or the link to the concept named under variant' }),
  column('variant', 'variant', '变体'),
  column('variantLabel', 'variant label', '变体名称'),
]

export const DRIFT_COLUMNS: readonly ColumnNote[] = [
  ...HEAD_COLUMNS,
  column('period', 'period', '时期'),
  column('state', 'state', '状态'),
  column('tokens', 'token frequency', '出现次数', {
    unit: 'mentions',
    denominator: 'total',
    note: 'of the variant; for a link, of the concept itself',
  }),
  column('total', 'of', '合计', { unit: 'mentions', note: 'all variants; for a link, both concepts' }),
  column('share', 'share', '占比', { denominator: 'total' }),
  column('low', 'share, low', '占比下限', { denominator: 'total', note: 'Wilson' }),
  column('high', 'share, high', '占比上限', { denominator: 'total', note: 'Wilson' }),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('reason', 'why null', '缺值原因'),
]

export const DRIFT_TEST_COLUMNS: readonly ColumnNote[] = [
  ...HEAD_COLUMNS,
  column('tokens', 'token frequency', '出现次数', { unit: 'mentions', denominator: 'total' }),
  column('total', 'of', '合计', { unit: 'mentions' }),
  column('firstPeriod', 'first period with one', '首见期'),
  column('lastPeriod', 'last period with one', '末见期'),
  column('leadsFrom', 'above one half from', '过半起始期'),
  column('periods', 'tested periods', '检验期数', { unit: 'periods' }),
  column('tau', 'Kendall tau-b', 'τ 值'),
  column('slope', 'Sen slope per year', 'Sen 斜率（每年）', { unit: 'share per year' }),
  column('p', 'Mann–Kendall p', 'MK 检验 p 值'),
  column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all variants and links' }),
  column('reason', 'why null', '缺值原因'),
]
