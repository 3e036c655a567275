import { describe, expect, it } from 'vitest'
import { diversity } from '../../src/stats/index'

/** All ways to draw n of the listed directives, each a set of categories: the definition of rarefaction, spelled out. */
function drawAll(counts: readonly number[], n: number): number[] {
  const directives = counts.flatMap((count, category) => new Array<number>(count).fill(category))
  const found: number[] = []
  const draw = (from: number, drawn: readonly number[]): void => {
    if (drawn.length === n) found.push(new Set(drawn).size)
    else for (let i = from; i < directives.length; i++) draw(i + 1, [...drawn, directives[i]!])
  }
  draw(0, [])
  return found
}

describe('rarefaction', () => {
  it.each([
    [[3, 2, 1], 2],
    [[5, 1, 1, 1], 4],
    [[4, 4], 3],
    [[1, 1, 1, 1], 2],
    [[7], 3],
    [[0, 2, 3, 0], 1],
  ] as const)('of %j at %d is the mean and spread over all draws', (counts, n) => {
    const draws = drawAll(counts, n)
    const mean = draws.reduce((sum, v) => sum + v, 0) / draws.length
    const variance = draws.reduce((sum, v) => sum + (v - mean) ** 2, 0) / draws.length
    const { expected, sd } = diversity.rarefaction({ counts, n })
    expect(expected).toBeCloseTo(mean, 12)
    expect(sd! ** 2).toBeCloseTo(variance, 12)
  })
  it('does not reach beyond the counts', () => {
    expect(diversity.rarefaction({ counts: [2, 1], n: 4 })).toEqual({
      expected: null,
      sd: null,
      categories: 2,
      total: 3,
    })
    expect(diversity.rarefaction({ counts: [], n: 0 })).toEqual({ expected: 0, sd: 0, categories: 0, total: 0 })
    expect(diversity.rarefaction({ counts: [2, 1], n: 3 })).toEqual({ expected: 2, sd: 0, categories: 2, total: 3 })
  })
  it('holds for counts of millions', () => {
    const { expected } = diversity.rarefaction({ counts: [3e6, 1e6, 1], n: 1000 })
    expect(expected).toBeCloseTo(2 + 1000 / 4000001, 9)
  })
})

describe('Shannon entropy', () => {
  it('by hand', () => {
    expect(diversity.shannon({ counts: [1, 1, 1, 1] })).toEqual({
      entropy: 2,
      evenness: 1,
      effective: 4,
      categories: 4,
    })
    expect(diversity.shannon({ counts: [9] })).toEqual({ entropy: 0, evenness: null, effective: 1, categories: 1 })
    expect(diversity.shannon({ counts: [0, 0] })).toEqual({
      entropy: null,
      evenness: null,
      effective: null,
      categories: 0,
    })
    expect(diversity.shannon({ counts: [3, 1] }).entropy).toBeCloseTo(0.75 * Math.log2(4 / 3) + 0.5, 14)
  })
})

describe('Simpson concentration', () => {
  it('by hand', () => {
    expect(diversity.simpson({ counts: [2, 2] })).toEqual({
      concentration: 0.5,
      unbiased: 1 / 3,
      effective: 2,
      categories: 2,
    })
    expect(diversity.simpson({ counts: [1] })).toEqual({
      concentration: 1,
      unbiased: null,
      effective: 1,
      categories: 1,
    })
    expect(diversity.simpson({ counts: [1, 1, 1] }).unbiased).toBe(0)
    expect(diversity.simpson({ counts: [] }).concentration).toBeNull()
  })
})
