import { describe, expect, it } from 'vitest'
import { diffusion } from '../../src/stats/index'

describe('late entry', () => {
  // Places: A watched from day 0, adopts on 4; B from 3, adopts on 6; C from 5, not yet on 8; D from 0, adopts on 6.
  const lives = { time: [4, 6, 8, 6], event: [1, 1, 0, 1], entry: [0, 3, 5, 0] }
  it('counts a place at risk only once it is watched', () => {
    const { steps } = diffusion.km(lives)
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([[4, 3, 1], [6, 3, 2]]) // biome-ignore format: rows
    expect(steps[0]!.survival).toBeCloseTo(2 / 3, 15)
    expect(steps[1]!.survival).toBeCloseTo(2 / 9, 15)
  })
  it('from the first day for all changes nothing', () => {
    const time = [3, 5, 5, 9]
    const event = [1, 0, 1, 1]
    expect(diffusion.km({ time, event, entry: [0, 0, 0, 0] })).toEqual(diffusion.km({ time, event }))
  })
  it('a place that enters on an event day is not at risk that day', () => {
    expect(diffusion.km({ time: [4, 9], event: [1, 0], entry: [0, 4] }).steps[0]).toMatchObject({
      atRisk: 1,
      survival: 0,
    })
  })
  it('shows in the numbers at risk', () => {
    expect(diffusion.survivalAt({ ...lives, at: [1, 4, 6, 7] }).points.map((p) => p.atRisk)).toEqual([2, 3, 3, 1])
  })
})

describe('the curve at chosen times', () => {
  const lives = { time: [2, 4, 4, 7], event: [1, 1, 0, 0] }
  it('by hand', () => {
    const { points } = diffusion.survivalAt({ ...lives, at: [0, 2, 3.9, 4, 7, 7.1] })
    expect(points.map((p) => p.survival)).toEqual([1, 0.75, 0.75, 0.5, 0.5, null])
    expect(points.map((p) => p.atRisk)).toEqual([4, 4, 3, 3, 1, 0])
    expect(points[0]).toMatchObject({ low: null, high: null })
    expect(points[1]).toMatchObject({ low: diffusion.km(lives).steps[0]!.low })
  })
  it('stays at 0 once everybody has adopted', () => {
    expect(diffusion.survivalAt({ time: [1, 2], event: [1, 1], at: [99] }).points[0]!.survival).toBe(0)
  })
  it('of no places says nothing', () => {
    expect(diffusion.survivalAt({ time: [], event: [], at: [1] }).points[0]).toEqual({
      time: 1,
      atRisk: 0,
      survival: null,
      low: null,
      high: null,
    })
  })
})

describe('restricted mean', () => {
  it('without censoring is the mean of durations cut at the window, with its standard error', () => {
    const time = [1, 3, 4, 8, 12]
    const { mean, se } = diffusion.restrictedMean({ time, event: time.map(() => 1), until: 10 })
    const cut = time.map((t) => Math.min(t, 10))
    const average = cut.reduce((sum, t) => sum + t, 0) / 5
    expect(mean).toBeCloseTo(average, 12)
    expect(se).toBeCloseTo(Math.sqrt(cut.reduce((sum, t) => sum + (t - average) ** 2, 0)) / 5, 12)
  })
  it('by hand with censoring', () => {
    // S = 1 on [0,2), 3/4 on [2,4), 1/2 on [4,6): 2 + 1.5 + 1 = 4.5; areas from the events on 2.5 and 1.
    const { mean, se } = diffusion.restrictedMean({ time: [2, 4, 4, 7], event: [1, 1, 0, 0], until: 6 })
    expect(mean).toBeCloseTo(4.5, 14)
    expect(se! ** 2).toBeCloseTo(2.5 ** 2 / 12 + 1 / 6, 14)
  })
  it('is the whole window where nobody adopts, and unknown where watching ended before it', () => {
    const nobody = diffusion.restrictedMean({ time: [9, 9], event: [0, 0], until: 9 })
    expect(nobody).toEqual({ mean: 9, se: 0, low: 9, high: 9 })
    expect(diffusion.restrictedMean({ time: [5, 5], event: [1, 0], until: 9 }).mean).toBeNull()
    expect(diffusion.restrictedMean({ time: [], event: [], until: 9 }).mean).toBeNull()
    expect(diffusion.restrictedMean({ time: [5, 5], event: [1, 1], until: 9 }).mean).toBe(5)
  })
})
