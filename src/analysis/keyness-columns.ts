import { column, ITEM_COLUMNS } from './columns'
import type { MeasureInfo } from './measure'
import type { ColumnNote } from './result'

/** Column notes of a keyness table. */
export function keynessColumns(measure: MeasureInfo): ColumnNote[] {
  const unit = measure.unit
  return [
    ...ITEM_COLUMNS,
    column('target', `${measure.numerator} in the target`, '目标组分子', {
      unit: measure.numerator,
      denominator: 'targetRead',
    }),
    column('targetRead', `${measure.denominator} of the target`, '目标组分母', { unit: measure.denominator }),
    column('targetRate', 'rate in the target', '目标组比率', { unit, denominator: 'targetRead' }),
    column('reference', `${measure.numerator} in the reference`, '参照组分子', {
      unit: measure.numerator,
      denominator: 'referenceRead',
    }),
    column('referenceRead', `${measure.denominator} of the reference`, '参照组分母', { unit: measure.denominator }),
    column('referenceRate', 'rate in the reference', '参照组比率', { unit, denominator: 'referenceRead' }),
    column('logRatio', 'log ratio', '对数比', { unit: 'bits', note: 'Hardie 2014; a zero counts ½' }),
    column('logRatioLow', 'log ratio, low', '对数比下限', { unit: 'bits' }),
    column('logRatioHigh', 'log ratio, high', '对数比上限', { unit: 'bits' }),
    column('lrc', 'LRC', '保守对数比', { unit: 'bits', note: 'Evert 2022, corrected for the number of items' }),
    column('g2', 'signed G²', 'G² 值（带符号）'),
    column('g2P', 'G² p', 'G² 检验 p 值', { note: 'takes reports for independent' }),
    column('g2Q', 'G² q', 'G² 检验 q 值', { note: 'Benjamini–Hochberg over all items' }),
    column('p', 'permutation p', '置换检验 p 值', {
      note: 'two-sided; whole places, leaders, outlets or reports exchanged',
    }),
    column('q', 'permutation q', '置换检验 q 值', { note: 'Benjamini–Hochberg over all items' }),
    column('smallestP', 'smallest attainable p', '可达最小 p 值'),
    column('targetUnits', 'units in the target', '目标组单位数'),
    column('referenceUnits', 'units in the reference', '参照组单位数'),
    column('reason', 'why null', '缺值原因'),
  ]
}
