import { expect, it } from 'vitest'
import { compareStudies } from '../../bench/compare-studies'
import type { Directive } from '../../src/directive/directive'

const directive = (start: number, text: string, source = '顾南舟') =>
  ({ reportId: 'r', start, text, source }) as Directive

it('gains are gains and losses losses', () => {
  const before = { directives: [directive(0, '要压实责任。'), directive(9, '要守住底线。')], mentions: [] }
  const after = { directives: [directive(0, '要压实责任。', '会议'), directive(30, '要常抓不懈。')], mentions: [] }
  const { totals, list } = compareStudies(before, after)
  expect(totals.directive).toEqual({ gained: 1, lost: 1, changed: 1, same: 0 })
  expect(list.map((c) => [c.change, c.text])).toEqual([
    ['changed', '要压实责任。'],
    ['gained', '要常抓不懈。'],
    ['lost', '要守住底线。'],
  ])
  expect(list[0]!.detail).toBe('source: "顾南舟" → "会议"')
  expect(compareStudies(before, before).totals.directive).toEqual({ gained: 0, lost: 0, changed: 0, same: 2 })
})
