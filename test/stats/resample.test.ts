import { describe, expect, it } from 'vitest'
import { resample } from '../../src/stats/index'
import { stream } from '../../src/stats/resample/random'

describe('the generator', () => {
  it('gives the published numbers of xoshiro128** for the state 1, 2, 3, 4', () => {
    const numbers = stream(Uint32Array.of(1, 2, 3, 4))
    const first = Array.from({ length: 10 }, () => numbers.below(2 ** 32))
    const published = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]
    expect(first).toEqual(published)
  })
  it('repeats itself for one seed, and differs between neighbouring seeds', () => {
    const draw = (seed: number): number[] => {
      const random = resample.random({ seed })
      return Array.from({ length: 50 }, () => random.uniform())
    }
    expect(draw(41)).toEqual(draw(41))
    for (const other of [0, 40, 42, 4294967295]) expect(draw(41).filter((v) => draw(other).includes(v))).toEqual([])
  })
  it('spreads evenly, in and between seeds', () => {
    const cells = new Array(10).fill(0)
    let product = 0
    for (let seed = 0; seed < 2000; seed++) {
      const random = resample.random({ seed })
      const a = random.uniform()
      const b = random.uniform()
      cells[Math.floor(a * 10)]++
      product += (a - 0.5) * (b - 0.5)
      expect(a >= 0 && a < 1).toBe(true)
    }
    for (const cell of cells) expect(Math.abs(cell - 200)).toBeLessThan(5 * Math.sqrt(180))
    expect(Math.abs(product / 2000)).toBeLessThan((5 * (1 / 12)) / Math.sqrt(2000))
  })
  it('draws whole numbers without favour', () => {
    const random = resample.random({ seed: 3 })
    const cells = new Array(7).fill(0)
    for (let i = 0; i < 14000; i++) cells[random.below(7)]++
    for (const cell of cells) expect(Math.abs(cell - 2000)).toBeLessThan(5 * Math.sqrt(2000 * (6 / 7)))
    expect(random.below(1)).toBe(0)
  })
})

describe('index matrix', () => {
  it('holds n positions a row, all of them about equally often', () => {
    const rows = resample.indices({ n: 5, times: 2000, random: resample.random({ seed: 9 }) })
    expect(rows).toHaveLength(2000)
    const cells = new Array(5).fill(0)
    for (const row of rows) for (const i of row) cells[i]++
    for (const cell of cells) expect(Math.abs(cell - 2000)).toBeLessThan(5 * Math.sqrt(10000 * 0.16))
    expect(new Set(rows.map((row) => row.join())).size).toBeGreaterThan(1000)
  })
})

describe('shuffle', () => {
  it('keeps the values and gives every order of three about equally often', () => {
    const random = resample.random({ seed: 5 })
    const orders = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = resample.shuffle({ values: ['甲', '乙', '丙'], random }).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    for (const n of orders.values()) expect(Math.abs(n - 1000)).toBeLessThan(5 * Math.sqrt(1000 * (5 / 6)))
  })
  it('leaves the list it was given alone', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8]
    resample.shuffle({ values, random: resample.random({ seed: 1 }) })
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(resample.shuffle({ values: [], random: resample.random({ seed: 1 }) })).toEqual([])
  })
})

describe('bootstrap of a ratio', () => {
  const numerators = [4, 0, 1, 3, 0, 2]
  const denominators = [100, 50, 70, 60, 90, 30]
  it('by hand: three resamples of three clusters', () => {
    const got = resample.ratio({
      numerators: [1, 2, 3],
      denominators: [1, 1, 2],
      resamples: [[0, 0, 0], [0, 1, 2], [1, 1, 2]], // biome-ignore format: one row a resample
      conf: 0.5,
    })
    // ratios 1, 6/4, 7/4; type-7 quartiles at positions 0.5 and 1.5
    expect(got).toEqual({ ratio: 1.5, low: 1.25, high: 1.625, used: 3 })
  })
  it('draws what the index matrix of the same seed holds', () => {
    const resamples = resample.indices({ n: 6, times: 500, random: resample.random({ seed: 12 }) })
    const one = resample.ratio({ numerators, denominators, resamples, per: 10000 })
    const two = resample.ratio({
      numerators,
      denominators,
      times: 500,
      random: resample.random({ seed: 12 }),
      per: 10000,
    })
    expect(two).toEqual(one)
    expect(one.ratio).toBe(250)
    expect(one.low).toBeLessThan(250)
    expect(one.high).toBeGreaterThan(250)
  })
  it('leaves resamples without exposure out, and has nothing to say without any', () => {
    const partly = resample.ratio({ numerators: [0, 3], denominators: [0, 6], resamples: [[0, 0], [0, 1]] }) // biome-ignore format: rows
    expect(partly).toEqual({ ratio: 0.5, low: 0.5, high: 0.5, used: 1 })
    expect(resample.ratio({ numerators: [], denominators: [], resamples: [] })).toEqual({
      ratio: null,
      low: null,
      high: null,
      used: 0,
    })
    expect(resample.ratio({ numerators: [1], denominators: [2], resamples: [] }).low).toBeNull()
  })
  it('is wider than the Poisson limits where mentions clump', () => {
    const clumped = Array.from({ length: 60 }, (_, i) => (i % 10 === 0 ? 20 : 0))
    const exposure = clumped.map(() => 1)
    const { low, high } = resample.ratio({
      numerators: clumped,
      denominators: exposure,
      times: 2000,
      random: resample.random({ seed: 4 }),
    })
    expect(high! - low!).toBeGreaterThan(2 * 1.96 * Math.sqrt(2 / 60) * 2)
  })
})

describe('permutation p', () => {
  const permuted = [-3, -1, 0, 1, 2, 3, 4, 5, -6]
  it.each([
    ['twoSided', 3, 5 + 1],
    ['greater', 3, 3 + 1],
    ['less', -3, 2 + 1],
    ['greater', 9, 0 + 1],
  ] as const)('%s of %d: %d of 10', (alternative, observed, tenths) => {
    expect(resample.permutationP({ observed, permuted, alternative }).p).toBeCloseTo(tenths / 10, 12)
  })
  it('counts values equal but for rounding, and is 1 without relabellings', () => {
    expect(resample.permutationP({ observed: 0.3, permuted: [0.1 + 0.2, 0.3 - 1e-16] }).extreme).toBe(2)
    expect(resample.permutationP({ observed: 5, permuted: [] })).toEqual({ p: 1, extreme: 0, smallest: 1 })
  })
})

describe('percentile interval', () => {
  it('leaves undefined values out', () => {
    expect(resample.percentile({ values: [null, 2, 1, null, 3], conf: 0.5 })).toEqual({ low: 1.5, high: 2.5, used: 3 })
    expect(resample.percentile({ values: [null] })).toEqual({ low: null, high: null, used: 0 })
  })
})
