import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberColumn, WordList } from '../../src/observation/compact/columns'

const whole = fc.oneof(
  fc.integer({ min: -40_000, max: 40_000 }),
  fc.constantFrom(-32_769, -32_768, 32_767, 32_768),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
)

describe('a column of numbers', () => {
  it('holds what an array holds, whatever the widths and over the edges of pages', () => {
    fc.assert(
      fc.property(
        fc.array(whole, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(fc.tuple(fc.nat(), whole), { maxLength: 20 }),
        (values, length, changes) => {
          const expected = Array.from({ length }, (_, i) => values[i % values.length]!)
          const column = new NumberColumn('number')
          for (const value of expected) column.push(value)
          for (const [at, value] of changes) {
            expected[at % length] = value
            column.set(at % length, value)
          }
          expect(Array.from({ length }, (_, i) => column.at(i))).toEqual(expected)
          expect(Array.from(column.take())).toEqual(expected)
          // Empty now, and to be filled again.
          expect(column.length).toBe(0)
          column.push(70_000)
          column.push(-1)
          expect([column.at(0), column.at(1), column.length]).toEqual([70_000, -1, 2])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a list of words', () => {
  it('numbers equal words alike, null as -1, and begins anew when it is taken', () => {
    const list = new WordList()
    expect(['甲', null, '乙', '甲'].map((word) => list.of(word))).toEqual([0, -1, 1, 0])
    expect([list.at(1), list.at(-1)]).toEqual(['乙', null])
    expect(list.take()).toEqual(['甲', '乙'])
    expect(list.of('丙')).toBe(0)
  })
})
