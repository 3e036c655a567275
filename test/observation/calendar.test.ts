import { describe, expect, test } from 'vitest'
import { dateSpan, dayNumber, daysInMonth, isoDay, parseDate } from '../../src/observation/calendar'

describe('day numbers', () => {
  test.each([
    [1970, 1, 1, 0],
    [2000, 2, 29, 11016],
    [2023, 9, 15, 19615],
    [1969, 12, 31, -1],
    [1900, 3, 1, -25508],
  ])('%i-%i-%i', (y, m, d, n) => {
    expect(dayNumber(y, m, d)).toBe(n)
  })

  test('every day of four centuries goes there and back, one after another', () => {
    let expected = dayNumber(1800, 1, 1)
    for (let y = 1800; y < 2200; y++)
      for (let m = 1; m <= 12; m++)
        for (let d = 1; d <= daysInMonth(y, m); d++) {
          const n = dayNumber(y, m, d)
          if (n !== expected) throw new Error(`${y}-${m}-${d}: ${n} instead of ${expected}`)
          expected++
          if (isoDay(n) !== `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
            throw new Error(isoDay(n))
        }
    expect(expected).toBe(dayNumber(2200, 1, 1))
  })
})

describe('EDTF dates', () => {
  test.each([
    ['2023-09-15', { year: 2023, month: 9, day: 15 }],
    ['2023-09', { year: 2023, month: 9, day: null }],
    ['2023', { year: 2023, month: null, day: null }],
    ['2023-09-XX', { year: 2023, month: 9, day: null }],
    ['2023-XX-XX', { year: 2023, month: null, day: null }],
    ['XXXX-09-15', null],
    ['2023-02-29', null],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2023-13-01', null],
    ['2023-00', null],
    ['2023/09/15', null],
    ['', null],
    [null, null],
    ['2023-09-1', null],
  ])('%s', (text, parts) => {
    expect(parseDate(text)).toEqual(parts)
  })

  test('a month means any of its days', () => {
    const { first, last } = dateSpan({ year: 2024, month: 2, day: null })
    expect([isoDay(first), isoDay(last)]).toEqual(['2024-02-01', '2024-02-29'])
  })
})
