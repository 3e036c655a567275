import { describe, expect, it } from 'vitest'
import { assoc, cooc, padjust, resample, trend } from '../../src/stats/index'

/** Processor time, best of three: what else the machine does should not decide. */
function milliseconds(job: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage()
    job()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const random = resample.random({ seed: 2026 })
const months = 120
const concepts = Array.from({ length: 500 }, () => ({
  counts: Float64Array.from({ length: months }, () => random.below(12)),
  exposure: Float64Array.from({ length: months }, () => 20 + random.below(80)),
}))
const years = Float64Array.from({ length: months }, (_, i) => 2015 + (i + 0.5) / 12)

describe('speed', () => {
  it('500 concepts × 120 months × every trend test in under a second', () => {
    const spent = milliseconds(() => {
      const p = concepts.map(({ counts, exposure }) => {
        const y = counts.map((c, i) => c / exposure[i]!)
        trend.sen({ y, x: years })
        trend.hamedRao({ y })
        trend.seasonalMk({ y, period: 12 })
        trend.poisson({ counts, exposure, t: years })
        return trend.mk({ y }).p
      })
      padjust({ p })
    })
    expect(spent).toBeLessThan(1000)
  })
  it('Fisher at margins of 100,000 in well under a millisecond', () => {
    const tables = [
      { a: 50500, b: 49500, c: 49500, d: 50500 },
      { a: 100, b: 99900, c: 99900, d: 900100 },
      { a: 99000, b: 1000, c: 1000, d: 99000 },
    ]
    const spent = milliseconds(() => {
      for (let i = 0; i < 100; i++) for (const one of tables) assoc.fisher(one)
    })
    expect(spent / 300).toBeLessThan(2)
  })
  it('100,000 units of 5,000 slogans without a dense table', () => {
    const units = Array.from({ length: 100_000 }, () => Array.from({ length: 4 }, () => random.below(5000)))
    expect(milliseconds(() => cooc.sparse({ units, size: 5000 }))).toBeLessThan(3000)
  })
})
