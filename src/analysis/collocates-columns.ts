import { column } from './columns'
import type { ColumnNote } from './result'

export const COLLOCATE_COLUMNS: readonly ColumnNote[] = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('collocate', 'neighbour', '搭配词'),
  column('a', 'times beside', '共现次数', { unit: 'positions', denominator: 'inWindows' }),
  column('left', 'on the left', '左侧次数', { unit: 'positions', denominator: 'a' }),
  column('right', 'on the right', '右侧次数', { unit: 'positions', denominator: 'a' }),
  column('inWindows', 'positions in windows', '窗口位置数', { unit: 'positions', denominator: 'positions' }),
  column('total', 'times in all', '总次数', { unit: 'positions', denominator: 'positions' }),
  column('positions', 'positions', '位置总数', { unit: 'positions' }),
  column('expected', 'expected beside', '期望次数', { unit: 'positions' }),
  column('logDice', 'logDice', 'logDice 值', { unit: 'at most 14', note: 'Rychlý 2008' }),
  column('strength', 'observed ÷ expected', '观察期望比'),
  column('g2', 'signed G²', 'G² 值（带符号）', { note: 'Dunning 1993' }),
  column('p', 'G² p', 'G² 检验 p 值', { note: 'takes positions for independent' }),
  column('q', 'q', 'q 值', { note: 'Benjamini–Hochberg over all listed neighbours' }),
]
