import { column } from './columns'
import type { ColumnNote } from './result'

/** Column notes of a diffusion table. */
export const DIFFUSION_COLUMNS: readonly ColumnNote[] = [
  column('kind', 'kind', '类别'),
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('unit', 'unit', '单位', { note: 'place, leader or outlet' }),
  column('status', 'status', '状态', { note: 'adopted, left-censored, absent or undetermined' }),
  column('firstSeen', 'first seen', '首见日期'),
  column('lastSeen', 'last seen', '末见日期'),
  column('adoptedAfter', 'adopted after', '采用不早于', { note: 'null: too few reports before the first sighting' }),
  column('endedBefore', 'ended before', '停用不晚于', { note: 'null: too few reports after the last sighting' }),
  column('leftCensored', 'may be older', '左删失'),
  column('rightCensored', 'may go on', '右删失'),
  column('duration', 'first to last sighting', '持续天数', { unit: 'days' }),
  column('documents', 'document frequency', '篇频', { unit: 'reports', denominator: 'reports' }),
  column('reports', 'dated reports', '有日期报道数', { unit: 'reports' }),
  column('undated', 'undated reports', '无日期报道数', { unit: 'reports' }),
  column('reportsBefore', 'reports before the first sighting', '首见前报道数', { unit: 'reports' }),
  column('reportsAfter', 'reports after the last sighting', '末见后报道数', { unit: 'reports' }),
  column('bound', 'detection bound', '检出界限', {
    denominator: 'reports before the first sighting, or all',
    note: 'upper bound on the share of reports while not seen',
  }),
  column('firstCovered', 'first report', '首篇报道'),
  column('lastCovered', 'last report', '末篇报道'),
]
