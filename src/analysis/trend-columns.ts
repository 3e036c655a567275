import { column, ITEM_COLUMNS } from './columns'
import type { MeasureInfo } from './measure'
import type { ColumnNote } from './result'

/** Column notes of the cells of a trend table. */
export function cellColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  const denominator = measure.denominator
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('period', 'period', '时期'),
    column('start', 'first day', '起始日'),
    column('end', 'last day', '截止日'),
    column('state', 'state', '状态', { note: 'observed, zero, no-reports, partial or undated' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', { unit: measure.numerator }),
    column('denominator', `denominator (${denominator})`, '分母', { unit: denominator }),
    column('rate', measure.en, measure.zh, { unit: measure.unit, denominator }),
    column('low', 'rate, low', '下限', { unit: measure.unit, denominator }),
    column('high', 'rate, high', '上限', { unit: measure.unit, denominator }),
    column('reason', 'why null', '缺值原因'),
  ]
}

/** Column notes of the tests of a trend. */
export function testColumns(measure: MeasureInfo, groups: readonly ColumnNote[]): ColumnNote[] {
  const unit = measure.unit
  const change = { unit, denominator: measure.denominator }
  return [
    ...ITEM_COLUMNS,
    ...groups,
    column('periods', 'tested periods', '检验期数', { unit: 'periods' }),
    column('partial', 'partial periods, left out', '不完整期数', { unit: 'periods' }),
    column('empty', 'periods without reports, left out', '无报道期数', { unit: 'periods' }),
    column('numerator', `numerator (${measure.numerator})`, '分子', {
      unit: measure.numerator,
      note: 'over the tested periods',
    }),
    column('denominator', `denominator (${measure.denominator})`, '分母', {
      unit: measure.denominator,
      note: 'over the tested periods',
    }),
    column('firstPeriod', 'first tested period with one', '首见期'),
    column('lastPeriod', 'last tested period with one', '末见期'),
    column('s', 'Mann–Kendall S', 'S 值'),
    column('tau', 'Kendall tau-b', 'τ 值'),
    column('p', 'Mann–Kendall p', 'MK 检验 p 值', { note: 'two-sided' }),
    column('pMethod', 'p from', 'p 值来源', { note: 'exact; normal; normal-ties (ten periods or fewer, but ties)' }),
    column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all tested series' }),
    column('slope', 'Sen slope per year', 'Sen 斜率（每年）', { unit: `${unit} per year` }),
    column('slopeLow', 'Sen slope, low', 'Sen 斜率下限', { unit: `${unit} per year` }),
    column('slopeHigh', 'Sen slope, high', 'Sen 斜率上限', { unit: `${unit} per year` }),
    column('rateRatio', 'rate ratio per year', '年率比', { note: 'Poisson regression with exposure' }),
    column('rateRatioLow', 'rate ratio, low', '年率比下限', { note: 'Poisson' }),
    column('rateRatioHigh', 'rate ratio, high', '年率比上限', { note: 'Poisson' }),
    column('rateRatioP', 'rate ratio p', '年率比 p 值', { note: 'Poisson' }),
    column('dispersion', 'dispersion', '离散系数', { note: 'Pearson χ² ÷ degrees of freedom; 1 for Poisson' }),
    column('quasiLow', 'rate ratio, low', '年率比下限（准泊松）', { note: 'quasi-Poisson' }),
    column('quasiHigh', 'rate ratio, high', '年率比上限（准泊松）', { note: 'quasi-Poisson' }),
    column('quasiP', 'rate ratio p', '年率比 p 值（准泊松）', { note: 'quasi-Poisson' }),
    column('quasiQ', 'rate ratio q', '年率比 q 值（准泊松）', { note: 'Benjamini–Hochberg over all tested series' }),
    column('seasonalP', 'seasonal Mann–Kendall p', '季节性 MK p 值', { note: 'from two years on' }),
    column('seasonalSlope', 'seasonal slope per year', '季节性斜率（每年）', { unit: `${unit} per year` }),
    column('hamedRaoP', 'Hamed–Rao p', 'Hamed–Rao p 值', { note: 'variance corrected for autocorrelation' }),
    column('hamedRaoCorrection', 'Hamed–Rao variance factor', 'Hamed–Rao 方差系数'),
    column('places', 'places behind the fixed-place trend', '固定地方数', { unit: 'places' }),
    column('fixedPlaceRateRatio', 'rate ratio per year within places', '地方内年率比'),
    column('fixedPlaceLow', 'within places, low', '地方内年率比下限'),
    column('fixedPlaceHigh', 'within places, high', '地方内年率比上限'),
    column('fixedPlaceP', 'within places, p', '地方内年率比 p 值', {
      note: 'sign flips of places; never below 2^(1 − places)',
    }),
    column('change', 'later half minus earlier half', '后半减前半', change),
    column('changeOld', 'from places that said it before', '旧有地方贡献', change),
    column('changeNew', 'from places that began', '新采用地方贡献', change),
    column('changeWeights', 'from places’ shares of the corpus', '语料权重贡献', change),
    column('changeEntry', 'from places joining the corpus', '新入库地方贡献', change),
    column('changeExit', 'from places leaving the corpus', '退出地方贡献', change),
    column('reason', 'why null', '缺值原因'),
    column('rateRatioReason', 'why no rate ratio', '无年率比原因'),
  ]
}
