import { column, ITEM_COLUMNS } from './columns'
import type { MeasureInfo } from './measure'
import type { ColumnNote } from './result'

/** Column notes of a table of change points. */
export function changeColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  const rate = { unit: measure.unit, denominator: measure.denominator }
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('from', 'first period at the new level', '新水平起始期'),
    column('firstDay', 'first day', '起始日'),
    column('rateBefore', 'rate before', '变化前比率', rate),
    column('rateAfter', 'rate after', '变化后比率', rate),
    column('ratio', 'after ÷ before', '前后倍数'),
    column('support', 'bootstrap support', '自助支持率', {
      denominator: 'resamples',
      note: 'resamples with a change nearby',
    }),
    column('p', 'p', 'p 值', { note: 'of the best single split of the series, by shuffling reports' }),
    column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all series' }),
    column('reason', 'why null', '缺值原因'),
  ]
}

/** Column notes of the stretches between changes. */
export function segmentColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  const rate = { unit: measure.unit, denominator: measure.denominator }
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('start', 'first period', '起始期'),
    column('end', 'last period', '截止期'),
    column('periods', 'periods', '期数', { unit: 'periods' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', { unit: measure.numerator }),
    column('denominator', `denominator (${measure.denominator})`, '分母', { unit: measure.denominator }),
    column('rate', 'rate', '比率', rate),
    column('low', 'rate, low', '下限', rate),
    column('high', 'rate, high', '上限', rate),
  ]
}

/** Column notes of the series looked through for changes. */
export function changeTestColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('periods', 'tested periods', '检验期数', { unit: 'periods' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', { unit: measure.numerator }),
    column('denominator', `denominator (${measure.denominator})`, '分母', { unit: measure.denominator }),
    column('changes', 'changes', '变点数', { unit: 'changes' }),
    column('gain', 'gain of the best split', '最佳分割增益', { note: '2 × log-likelihood' }),
    column('p', 'p', 'p 值', { note: 'by shuffling reports' }),
    column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all series' }),
    column('reason', 'why null', '缺值原因'),
  ]
}
