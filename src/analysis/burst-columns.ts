import { column, ITEM_COLUMNS } from './columns'
import type { MeasureInfo } from './measure'
import type { ColumnNote } from './result'

/** Column notes of a table of bursts. */
export function burstColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('start', 'first period', '起始期'),
    column('end', 'last period', '截止期'),
    column('firstDay', 'first day', '起始日'),
    column('lastDay', 'last day', '截止日'),
    column('periods', 'periods', '期数', { unit: 'periods', note: 'tested periods inside' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', { unit: measure.numerator }),
    column('denominator', `denominator (${measure.denominator})`, '分母', { unit: measure.denominator }),
    column('rate', 'rate in the burst', '突发期内比率', { unit: measure.unit, denominator: measure.denominator }),
    column('baseRate', 'base rate', '基准比率', { unit: measure.unit, denominator: measure.denominator }),
    column('ratio', 'times the base rate', '倍数'),
    column('weight', 'weight', '权重', { note: 'cost that the burst saves, in nats' }),
    column('p', 'p', 'p 值', { note: 'of the strongest burst of the series, by shuffling reports' }),
    column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all series' }),
    column('places', 'places', '地方数', { unit: 'places' }),
    column('outlets', 'outlets', '媒体数', { unit: 'outlets' }),
    column('leaders', 'leaders', '领导数', { unit: 'leaders' }),
    column('topPlace', 'place with most', '首位地方'),
    column('topPlaceShare', 'its share', '首位地方占比', { denominator: 'reports with the item in the burst' }),
  ]
}

/** Column notes of the series looked through for bursts. */
export function burstTestColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('periods', 'tested periods', '检验期数', { unit: 'periods' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', { unit: measure.numerator }),
    column('denominator', `denominator (${measure.denominator})`, '分母', { unit: measure.denominator }),
    column('bursts', 'bursts', '突发数', { unit: 'bursts' }),
    column('weight', 'largest weight', '最大权重', { note: 'nats' }),
    column('p', 'p', 'p 值', { note: 'by shuffling reports' }),
    column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all series' }),
    column('reason', 'why null', '缺值原因'),
  ]
}
