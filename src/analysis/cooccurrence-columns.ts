import { column } from './columns'
import type { ColumnNote } from './result'

/** Column notes of a co-occurrence table. */
export const COOCCURRENCE_COLUMNS: readonly ColumnNote[] = [
  column('x', 'concept x', '提法甲'),
  column('xLabel', 'x', '甲'),
  column('y', 'concept y', '提法乙'),
  column('yLabel', 'y', '乙'),
  column('a', 'units with both', '共现单元数', { unit: 'units', denominator: 'n' }),
  column('b', 'units with x only', '仅甲单元数', { unit: 'units', denominator: 'n' }),
  column('c', 'units with y only', '仅乙单元数', { unit: 'units', denominator: 'n' }),
  column('d', 'units with neither', '皆无单元数', { unit: 'units', denominator: 'n' }),
  column('n', 'units', '单元总数', { unit: 'units' }),
  column('nx', 'units with x', '含甲单元数', { unit: 'units', denominator: 'n' }),
  column('ny', 'units with y', '含乙单元数', { unit: 'units', denominator: 'n' }),
  column('expected', 'expected joint units', '期望共现数', { unit: 'units', note: 'if independent: nx·ny ÷ n' }),
  column('strength', 'association strength', '关联强度', {
    unit: 'observed ÷ expected',
    note: 'van Eck & Waltman 2009; 1 = independent',
  }),
  column('npmi', 'NPMI', '标准化互信息', { unit: '−1 to 1', note: 'Bouma 2009' }),
  column('logDice', 'logDice', 'logDice 值', { unit: 'at most 14', note: 'Rychlý 2008' }),
  column('jaccard', 'Jaccard', 'Jaccard 系数', { unit: '0 to 1' }),
  column('oddsRatio', 'odds ratio', '优势比', { note: '½ added to every cell' }),
  column('oddsLow', 'odds ratio, low', '优势比下限'),
  column('oddsHigh', 'odds ratio, high', '优势比上限'),
  column('g2', 'signed G²', 'G² 值（带符号）', { note: 'Dunning 1993; negative: apart' }),
  column('g2P', 'G² p', 'G² 检验 p 值'),
  column('p', 'Fisher p', 'Fisher 检验 p 值', { note: 'two-sided' }),
  column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all pairs that could be listed' }),
  column('yGivenX', 'ΔP(y|x)', 'ΔP（乙|甲）'),
  column('xGivenY', 'ΔP(x|y)', 'ΔP（甲|乙）'),
  column('withinExpected', 'expected within strata', '层内期望共现数', {
    unit: 'units',
    note: 'units shuffled inside each report (leader, place)',
  }),
  column('withinRatio', 'observed ÷ expected within strata', '层内共现比'),
  column('withinP', 'within-strata p', '层内检验 p 值', { note: 'two-sided permutation p' }),
  column('withinQ', 'within-strata q', '层内 q 值', { note: 'Benjamini–Hochberg over all pairs that could be listed' }),
  column('withinMethod', 'within-strata p from', '层内 p 值来源', {
    note: 'exact distribution, or normal approximation',
  }),
  column('reason', 'why null', '缺值原因'),
]
