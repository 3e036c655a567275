import { describe, expect, it } from 'vitest'
import { hanSentences, sharedSentences } from './sentences'

describe('sharedSentences', () => {
  const planted = '各镇要在三日内报送整改清单。'

  it.each<[string, [string, string][], string[][]]>([
    [
      'no sentence shared',
      [
        ['a', '甲乡召开防汛工作会议。'],
        ['b', '乙乡召开信访工作会议。'],
      ],
      [],
    ],
    [
      'one sentence shared',
      [
        ['a', `会议开始。${planted}`],
        ['b', `${planted}会后参观。`],
      ],
      [['a', 'b']],
    ],
    ['the same sentence twice in one text', [['a', planted + planted]], []],
    [
      'other punctuation and quotes',
      [
        ['a', '坚持“有解思维”,破解难题。'],
        ['b', '坚持有解思维，破解难题；'],
      ],
      [['a', 'b']],
    ],
    [
      'shorter than eight characters',
      [
        ['a', '会议还研究了其他。'],
        ['b', '会议还研究了其他。'],
      ],
      [['a', 'b']],
    ],
    [
      'seven characters',
      [
        ['a', '会议研究了其他。'],
        ['b', '会议研究了其他。'],
      ],
      [],
    ],
    [
      'in three texts',
      [
        ['a', planted],
        ['b', planted],
        ['c', planted],
      ],
      [['a', 'b', 'c']],
    ],
  ])('%s', (_, texts, expected) => {
    expect(sharedSentences(texts).map((s) => s.texts)).toEqual(expected)
  })

  it('keeps Han characters only, outside the basic block too', () => {
    expect(hanSentences('2023年，㐀镇㐁村召开推进会 (一)！')).toEqual(['年㐀镇㐁村召开推进会一'])
  })
})
