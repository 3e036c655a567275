import { column } from './columns'
import type { ColumnNote } from './result'

export const COVERAGE_COLUMNS: readonly ColumnNote[] = [
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('reportsWithMention', 'reports with a concept', '含提法报道数', { unit: 'reports', denominator: 'reports' }),
  column('reportShare', 'share of reports', '占报道比', { denominator: 'reports' }),
  column('directives', 'directives read', '指示条数', { unit: 'directives' }),
  column('directivesWithMention', 'directives with a concept', '含提法指示数', {
    unit: 'directives',
    denominator: 'directives',
  }),
  column('directiveShare', 'share of directives', '占指示比', { denominator: 'directives' }),
  column('directiveLow', 'share of directives, low', '占指示比下限', { denominator: 'directives', note: 'Wilson' }),
  column('directiveHigh', 'share of directives, high', '占指示比上限', { denominator: 'directives', note: 'Wilson' }),
  column('directivesWithCategory', 'directives with a category', '有主题类别指示数', {
    unit: 'directives',
    denominator: 'directives',
    note: 'other.none is none',
  }),
  column('categoryShare', 'share with a category', '有主题类别占比', { denominator: 'directives' }),
  column('segments', 'segments read', '分句数', { unit: 'segments' }),
  column('segmentsWithMention', 'segments with a concept', '含提法分句数', {
    unit: 'segments',
    denominator: 'segments',
  }),
  column('segmentShare', 'share of segments', '占分句比', { denominator: 'segments' }),
  column('quotedPhrases', 'quoted phrases in directives', '指示中引号短语数', { unit: 'phrases' }),
  column('quotedCoded', 'of these covered', '已覆盖', { unit: 'phrases', denominator: 'quotedPhrases' }),
  column('quotedShare', 'share covered', '覆盖占比', { denominator: 'quotedPhrases' }),
  column('reason', 'why null', '缺值原因'),
]

export const PHRASE_COLUMNS: readonly ColumnNote[] = [
  column('phrase', 'quoted phrase', '引号短语'),
  column('tokens', 'token frequency', '出现次数', { unit: 'phrases' }),
  column('documents', 'document frequency', '篇频', { unit: 'reports', denominator: 'reports' }),
  column('directives', 'directive frequency', '指示频', { unit: 'directives' }),
  column('leaders', 'leaders', '领导数', { unit: 'leaders' }),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('firstDate', 'first seen', '首见日期'),
  column('lastDate', 'last seen', '末见日期'),
]

export const UNCODED_COLUMNS: readonly ColumnNote[] = [
  column('directive', 'directive', '指示'),
  column('report', 'report', '报道'),
  column('date', 'date', '日期'),
  column('leader', 'leader', '领导'),
  column('categories', 'categories', '主题类别'),
  column('text', 'text', '文本'),
]
