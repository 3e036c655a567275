import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assoc,
  burst,
  change,
  ci,
  cooc,
  diffusion,
  dispersion,
  dist,
  diversity,
  keyness,
  padjust,
  phrase,
  rate,
  rel,
  trend,
} from '../../src/stats/index'

const count = fc.integer({ min: 0, max: 60 })
const table = fc.record({ a: count, b: count, c: count, d: count })
const series = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 })
const label = fc.constantFrom('甲', '乙', '丙')
const units: fc.Arbitrary<string[][]> = fc.array(
  fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '𠮷'), { maxLength: 5 }),
  { maxLength: 25 },
)

function near(a: number | null, b: number | null, tolerance = 1e-9): void {
  if (a === null || b === null || !Number.isFinite(a) || !Number.isFinite(b)) expect(a).toBe(b)
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(a)))
}

function check<T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns: 150 })
}

/** Every number of a result, at any depth. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

describe('association', () => {
  it('does not change when x and y swap', () =>
    check(table, ({ a, b, c, d }) => {
      const other = { a, b: c, c: b, d }
      near(assoc.pmi({ a, b, c, d }).npmi, assoc.pmi(other).npmi)
      near(assoc.g2({ a, b, c, d }).signed, assoc.g2(other).signed)
      near(assoc.chi2({ a, b, c, d }).pYates, assoc.chi2(other).pYates)
      near(assoc.overlap({ a, b, c, d }).logDice, assoc.overlap(other).logDice)
      near(assoc.logOdds({ a, b, c, d }).low, assoc.logOdds(other).low)
      near(assoc.fisher({ a, b, c, d }).twoSided, assoc.fisher(other).twoSided)
      near(assoc.deltaP({ a, b, c, d }).yGivenX, assoc.deltaP(other).xGivenY)
    }))
  it('changes its sign when x is replaced by its absence', () =>
    check(table, ({ a, b, c, d }) => {
      const other = { a: c, b: d, c: a, d: b }
      const sum = (p: number | null, q: number | null): void => near(p, q === null ? null : -q)
      sum(assoc.g2({ a, b, c, d }).signed, assoc.g2(other).signed)
      sum(assoc.chi2({ a, b, c, d }).phi, assoc.chi2(other).phi)
      sum(assoc.logOdds({ a, b, c, d }).logOdds, assoc.logOdds(other).logOdds)
      near(assoc.fisher({ a, b, c, d }).greater, assoc.fisher(other).less)
    }))
  it('holds its identities', () =>
    check(table, (t) => {
      const { phi } = assoc.chi2(t)
      const { yGivenX, xGivenY } = assoc.deltaP(t)
      if (phi !== null) near(yGivenX! * xGivenY!, phi * phi)
      const { pmi } = assoc.pmi(t)
      near(assoc.strength(t).ratio, pmi === null ? null : 2 ** pmi)
      const { greater, less, twoSided } = assoc.fisher(t)
      expect(greater + less).toBeGreaterThanOrEqual(1 - 1e-12)
      expect(twoSided).toBeGreaterThanOrEqual(Math.min(greater, less) - 1e-12)
    }))
  it('weighs the same relations more in a larger corpus, and no more strongly', () =>
    check(table, ({ a, b, c, d }) => {
      const ten = { a: 10 * a, b: 10 * b, c: 10 * c, d: 10 * d }
      near(assoc.pmi(ten).npmi, assoc.pmi({ a, b, c, d }).npmi)
      const { g2 } = assoc.g2({ a, b, c, d })
      near(assoc.g2(ten).g2, g2 === null ? null : 10 * g2)
    }))
})

describe('co-occurrence tables', () => {
  it('add up to all units, whatever the order of units and names', () =>
    check(units, (list) => {
      const { n, pairs } = cooc.tables({ units: list })
      for (const { x, y, a, b, c, d } of pairs) {
        expect(a + b + c + d).toBe(n)
        expect(a + b).toBe(list.filter((unit) => unit.includes(x)).length)
        expect(a + c).toBe(list.filter((unit) => unit.includes(y)).length)
      }
      expect(cooc.tables({ units: [...list].reverse().map((unit) => [...unit].reverse()) })).toEqual({ n, pairs })
    }))
  it('agree with the sparse ones', () =>
    check(units, (list) => {
      const names: string[] = ['丁', '丙', '乙', '甲', '𠮷']
      const { n, single, x, y, a } = cooc.sparse({
        units: list.map((unit) => unit.map((u) => names.indexOf(u))),
        size: 5,
      })
      const sparse = [...a].map((joint, i) => {
        const b = single[x[i]!]! - joint
        const c = single[y[i]!]! - joint
        return { x: names[x[i]!], y: names[y[i]!], a: joint, b, c, d: n - joint - b - c }
      })
      expect(sparse).toEqual(cooc.tables({ units: list }).pairs.filter((pair) => pair.a > 0))
    }))
})

describe('adjusted p values', () => {
  const values = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(null)), { maxLength: 40 })
  it('follow the order of p, never below it, never over 1, whatever the order of tests', () =>
    check(values, (p) => {
      for (const method of ['BH', 'BY', 'holm', 'bonferroni'] as const) {
        const { adjusted } = padjust({ p, method })
        expect([...padjust({ p: [...p].reverse(), method }).adjusted].reverse()).toEqual(adjusted)
        p.forEach((one, i) => {
          if (one === null) {
            expect(adjusted[i]).toBeNull()
            return
          }
          expect(adjusted[i]).toBeGreaterThanOrEqual(one)
          expect(adjusted[i]).toBeLessThanOrEqual(1)
          p.forEach((other, j) => {
            if (other !== null && other >= one) expect(adjusted[j]).toBeGreaterThanOrEqual(adjusted[i]!)
          })
        })
      }
    }))
  it('stand in the order BH, holm, bonferroni, and BH below BY', () =>
    check(values, (p) => {
      const by = (method: 'BH' | 'BY' | 'holm' | 'bonferroni') => padjust({ p, method }).adjusted
      p.forEach((one, i) => {
        if (one === null) return
        const slack = 1 + 1e-12
        expect(by('BH')[i]).toBeLessThanOrEqual(by('holm')[i]! * slack)
        expect(by('holm')[i]).toBeLessThanOrEqual(by('bonferroni')[i]! * slack)
        expect(by('BH')[i]).toBeLessThanOrEqual(by('BY')[i]! * slack)
      })
    }))
})

describe('intervals', () => {
  const part = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
    .map(([p, q]) => ({ x: Math.min(p, q), n: Math.max(p, q) || 1 }))
  it('hold the estimate, mirror for n - x, and widen with confidence', () =>
    check(part, ({ x, n }) => {
      for (const interval of [ci.wilson, ci.clopperPearson]) {
        const { estimate, low, high } = interval({ x, n })
        expect(low).toBeLessThanOrEqual(estimate! + 1e-15)
        expect(high).toBeGreaterThanOrEqual(estimate! - 1e-15)
        near(interval({ x: n - x, n }).low, 1 - high!, 1e-12)
        expect(interval({ x, n, conf: 0.99 }).high).toBeGreaterThanOrEqual(high!)
      }
      expect(ci.clopperPearson({ x, n }).high).toBeGreaterThanOrEqual(ci.wilson({ x, n }).high! - 0.02)
    }))
  it('invert when the two groups swap', () =>
    check(
      fc.tuple(count, count, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })),
      ([x1, x2, e1, e2]) => {
        const one = rate.ratio({ x1, e1, x2, e2 })
        const two = rate.ratio({ x1: x2, e1: e2, x2: x1, e2: e1 })
        near(one.p, two.p)
        if (one.ratio === null) return
        near(one.low! === 0 ? Infinity : 1 / one.low!, two.high!)
        const a = ci.newcombeDiff({ x1, n1: x1 + e1, x2, n2: x2 + e2 })
        const b = ci.newcombeDiff({ x1: x2, n1: x2 + e2, x2: x1, n2: x1 + e1 })
        near(a.low, -b.high!, 1e-12)
      },
    ))
  it('of a rate scale with its unit', () =>
    check(fc.tuple(count, fc.integer({ min: 1, max: 1e6 })), ([c, exposure]) => {
      near(ci.garwood({ count: c, exposure, per: 10000 }).high, 10000 * ci.garwood({ count: c, exposure }).high!)
    }))
})

describe('quantiles', () => {
  const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })
  const shape = fc.double({ min: 0.5, max: 5000, noNaN: true })
  it('undo the distribution functions', () =>
    check(fc.tuple(p, shape, shape), ([q, a, b]) => {
      near(dist.normalCdf({ z: dist.normalQuantile({ p: q }).value }).value, q, 1e-11)
      near(1 - dist.chi2Sf({ x: dist.chi2Quantile({ p: q, df: a }).value, df: a }).value, q, 1e-9)
      near(1 - dist.tSf({ t: dist.tQuantile({ p: q, df: b }).value, df: b }).value, q, 1e-9)
    }))
})

describe('dispersion', () => {
  it('stays in its range and does not depend on order or unit', () =>
    check(fc.array(fc.tuple(count, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 12 }), (parts) => {
      const counts = parts.map(([c]) => c)
      const sizes = parts.map(([, s]) => s)
      const one = dispersion({ counts, sizes })
      const other = dispersion({ counts: [...counts].reverse(), sizes: [...sizes].reverse().map((s) => s * 7) })
      near(one.dp, other.dp)
      near(one.juillandD, other.juillandD, 1e-7)
      if (one.dp !== null) {
        expect(one.dp).toBeGreaterThanOrEqual(0)
        expect(one.dpNorm ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      }
    }))
})

describe('keyness', () => {
  it('changes its sign when the corpora swap; lrc is nearer to 0 than the log ratio', () =>
    check(
      fc.tuple(count, count, fc.integer({ min: 60, max: 9000 }), fc.integer({ min: 60, max: 9000 })),
      ([o1, o2, n1, n2]) => {
        const swapped = { o1: o2, n1: n2, o2: o1, n2: n1 }
        const given = { o1, n1, o2, n2 }
        if (o1 + o2 === 0) return
        near(keyness.g2(given).signed, -keyness.g2(swapped).signed!)
        near(keyness.logRatio(given).logRatio, -keyness.logRatio(swapped).logRatio!)
        near(keyness.lrc(given).lrc, -keyness.lrc(swapped).lrc!)
        if (o1 > 0 && o2 > 0) {
          expect(Math.abs(keyness.lrc(given).lrc!)).toBeLessThanOrEqual(
            Math.abs(keyness.logRatio(given).logRatio!) + 1e-12,
          )
        }
        expect(Math.abs(keyness.lrc({ ...given, m: 1000 }).lrc!)).toBeLessThanOrEqual(Math.abs(keyness.lrc(given).lrc!))
      },
    ))
})

describe('trend', () => {
  it('turns round with the series, and does not see a monotone transformation', () =>
    check(series, (y) => {
      const one = trend.mk({ y })
      const back = trend.mk({ y: [...y].reverse() })
      near(one.s, -back.s)
      near(one.p, back.p)
      expect(trend.mk({ y: y.map((v) => v ** 3 + 5) })).toEqual(one)
      expect(trend.mk({ y: y.flatMap((v) => [v, null]) })).toEqual(one)
      let s = 0
      y.forEach((v, j) => {
        for (let i = 0; i < j; i++) s += Math.sign(v - y[i]!)
      })
      expect(one.s).toBe(s)
    }))
  it('Sen follows scale and shift, and lies between its limits', () =>
    check(series, (y) => {
      const one = trend.sen({ y })
      const other = trend.sen({ y: y.map((v) => -2 * v + 7) })
      if (one.slope === null) return
      near(other.slope, -2 * one.slope)
      near(other.low, one.high === null ? null : -2 * one.high)
      near(trend.sen({ y, x: y.map((_, i) => 2000 + i / 12) }).slope, 12 * one.slope, 1e-7)
      if (one.low !== null) {
        expect(one.low).toBeLessThanOrEqual(one.slope)
        expect(one.high).toBeGreaterThanOrEqual(one.slope)
      }
      expect(trend.sen({ y: Float64Array.from(y) })).toEqual(one)
    }))
  it('Kendall of a series with its time is Mann–Kendall tauB', () =>
    check(series, (y) => {
      near(trend.kendall({ x: y.map((_, i) => i), y }).tau, trend.mk({ y }).tauB)
      near(trend.kendall({ x: y, y: [...y].reverse() }).tau, trend.kendall({ x: [...y].reverse(), y }).tau)
      near(trend.spearman({ x: y, y: [...y].reverse() }).p, trend.spearman({ x: [...y].reverse(), y }).p)
    }))
  it('the exact p is near the normal one for a long series', () => {
    const y = Array.from({ length: 50 }, (_, i) => (i * 37) % 50)
    near(trend.mkExact({ y }).p, trend.mk({ y }).p, 0.02)
  })
  it('seasonal of one season is Mann–Kendall', () =>
    check(series, (y) => {
      const one = trend.seasonalMk({ y, period: 1 })
      const plain = trend.mk({ y })
      expect([one.s, one.varS, one.p, one.tauA]).toEqual([plain.s, plain.varS, plain.p, plain.tauA])
      near(one.slope, trend.sen({ y }).slope)
    }))
  const bins = fc.array(fc.tuple(count, fc.integer({ min: 1, max: 99 })), { minLength: 2, maxLength: 24 })
  it('Poisson does not depend on the order of periods, the unit of exposure or where time starts', () =>
    check(bins, (list) => {
      const counts = list.map(([y]) => y)
      const exposure = list.map(([, e]) => e)
      const t = list.map((_, i) => i)
      const one = trend.poisson({ counts, exposure, t })
      const reversed = [counts, exposure, t].map((column) => [...column].reverse()) as [number[], number[], number[]]
      const other = trend.poisson({
        counts: reversed[0],
        exposure: reversed[1].map((e) => 100 * e),
        t: reversed[2].map((v) => 2000 + v),
      })
      expect(other.converged).toBe(one.converged)
      near(other.slope, one.slope, 1e-8)
      near(other.se, one.se, 1e-8)
      near(other.dispersion, one.dispersion, 1e-7)
      if (!one.converged) return
      const fitted = exposure.map((e, i) => e * Math.exp(one.intercept! + one.slope! * t[i]!))
      near(sum(fitted), sum(counts), 1e-8)
      near(sum(fitted.map((mu, i) => mu * t[i]!)), sum(counts.map((y, i) => y * t[i]!)), 1e-8)
    }))
  it('smoothers leave a straight line and a constant alone', () =>
    check(fc.tuple(fc.integer({ min: 5, max: 25 }), fc.integer({ min: -5, max: 5 })), ([n, slope]) => {
      const x = Array.from({ length: n }, (_, i) => i)
      const y = x.map((v) => 3 + slope * v)
      trend.lowess({ x, y, f: 0.6 }).fitted.forEach((v, i) => {
        near(v, y[i]!)
      })
      trend
        .rollingMean({ y, window: 3 })
        .values.slice(1, -1)
        .forEach((v, i) => {
          near(v, y[i + 1]!)
        })
      expect(trend.ewma({ y, alpha: 1 }).values).toEqual(y)
    }))
})

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0)
}

describe('change points and bursts', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 9 })
  it('pelt finds the cheapest of all cuts', () =>
    check(
      fc.tuple(counts, fc.double({ min: 0.1, max: 9, noNaN: true }), fc.integer({ min: 1, max: 3 })),
      ([y, penalty, minSize]) => {
        const cost = (part: readonly number[]): number => {
          const c = sum(part)
          return c === 0 ? 0 : 2 * c * (Math.log(part.length) - Math.log(c))
        }
        let best = Number.POSITIVE_INFINITY
        const search = (from: number, spent: number): void => {
          best = Math.min(best, spent + cost(y.slice(from)))
          for (let at = from + minSize; at <= y.length - minSize; at++)
            search(at, spent + cost(y.slice(from, at)) + penalty)
        }
        search(0, 0)
        if (y.length > 0) near(change.pelt({ y, penalty, minSize }).cost, best)
        expect(change.pelt({ y, penalty: 1e9, minSize }).changepoints).toEqual([])
      },
    ))
  it('pettitt mirrors with the series', () =>
    check(series, (y) => {
      expect(change.pettitt({ y }).k).toBe(change.pettitt({ y: [...y].reverse() }).k)
    }))
  it('bursts cover whole runs of raised states with weight above 0', () =>
    check(fc.array(fc.tuple(count, count), { maxLength: 20 }), (list) => {
      const r = list.map(([a, b]) => Math.min(a, b))
      const d = list.map(([a, b]) => Math.max(a, b))
      for (const model of ['binomial', 'poisson'] as const) {
        const { states, bursts } = burst.batched({ r, d, model, gamma: 0.3 })
        const covered = states.map(() => 0)
        for (const { start, end, weight } of bursts) {
          expect(weight).toBeGreaterThan(0)
          for (let i = start; i <= end; i++) covered[i] = 1
        }
        expect(covered).toEqual(states)
      }
    }))
  it('event bursts move with the clock and do not depend on order', () =>
    check(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 25 }), (offsets) => {
      const { bursts, cost } = burst.infinite({ offsets, gamma: 0.5 })
      const moved = burst.infinite({ offsets: [...offsets].reverse().map((t) => t + 1000), gamma: 0.5 })
      expect(moved.bursts).toEqual(bursts.map((b) => ({ ...b, start: b.start + 1000, end: b.end + 1000 })))
      near(moved.cost, cost)
      for (const one of bursts) expect(one.end).toBeGreaterThan(one.start)
    }))
})

describe('diffusion', () => {
  const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1 })), { maxLength: 20 })
  it('Kaplan–Meier falls, does not depend on order, and without censoring is the share left', () =>
    check(lives, (list) => {
      const time = list.map(([t]) => t)
      const event = list.map(([, e]) => e)
      const one = diffusion.km({ time, event })
      expect(diffusion.km({ time: [...time].reverse(), event: [...event].reverse() })).toEqual(one)
      one.steps.forEach((step, i) => {
        expect(step.survival).toBeLessThan(one.steps[i - 1]?.survival ?? 1)
        if (step.low !== null) expect(step.low).toBeLessThanOrEqual(step.survival)
        if (step.high !== null) expect(step.high).toBeGreaterThanOrEqual(step.survival)
      })
      for (const { time: t, survival } of diffusion.km({ time, event: time.map(() => 1) }).steps) {
        near(survival, time.filter((v) => v > t).length / time.length)
      }
    }))
  it('log-rank is the same with the groups swapped', () =>
    check(
      fc.array(
        fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })),
        { maxLength: 20 },
      ),
      (list) => {
        const time = list.map(([t]) => t)
        const event = list.map(([, e]) => e)
        const one = diffusion.logrank({ time, event, group: list.map(([, , g]) => g) })
        near(diffusion.logrank({ time, event, group: list.map(([, , g]) => 1 - g) }).chi2, one.chi2, 1e-8)
      },
    ))
})

describe('agreement', () => {
  const pairs = fc.array(fc.tuple(label, label), { maxLength: 30 })
  it('does not depend on who is who or in which order units came', () =>
    check(pairs, (list) => {
      const a = list.map(([p]) => p)
      const b = list.map(([, q]) => q)
      const levels = ['甲', '乙', '丙']
      for (const weights of ['none', 'linear', 'quadratic'] as const) {
        const one = rel.kappa({ a, b, levels, weights })
        const other = rel.kappa({ a: [...b].reverse(), b: [...a].reverse(), levels, weights })
        near(one.kappa, other.kappa)
        near(one.se, other.se, 1e-7)
      }
      near(rel.kappa({ a, b, levels }).kappa, rel.kappa({ a, b, levels: [...levels].reverse() }).kappa)
      near(rel.alpha({ data: [a, b] }).alpha, rel.alpha({ data: [b, a] }).alpha)
    }))
  it('micro F1 of single labels is the share of right answers; label sets of one agree', () =>
    check(
      pairs.filter((list) => list.length > 0),
      (list) => {
        const gold = list.map(([p]) => p)
        const pred = list.map(([, q]) => q)
        const one = rel.prf({ gold, pred })
        near(one.micro.f1, list.filter(([p, q]) => p === q).length / list.length)
        expect(rel.prfMulti({ gold: gold.map((g) => [g]), pred: pred.map((p) => [p]) })).toEqual(one)
        near(one.weighted.recall, one.micro.recall)
      },
    ))
})

describe('phrases', () => {
  const text = fc.array(
    fc.array(fc.constantFrom('甲', '乙', '丙', '𠮷'), { maxLength: 9 }).map((chars) => chars.join('')),
    { maxLength: 9 },
  )
  it('do not depend on the order of segments', () =>
    check(text, (segments) => {
      const back = [...segments].reverse()
      expect(phrase.cohesion({ segments })).toEqual(phrase.cohesion({ segments: back }))
      expect(numbersIn(phrase.entropy({ segments }))).toHaveLength(numbersIn(phrase.entropy({ segments: back })).length)
    }))
  it('edges of their own free a phrase at least as much as one shared edge', () =>
    check(text, (segments) => {
      const distinct = phrase.entropy({ segments }).candidates
      for (const [run, { min }] of Object.entries(phrase.entropy({ segments, boundary: 'symbol' }).candidates)) {
        expect(distinct[run]!.min).toBeGreaterThanOrEqual(min - 1e-12)
      }
    }))
})

describe('diversity', () => {
  it('rarefies to all categories at full size, and never falls with n', () =>
    check(fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 8 }), (counts) => {
      const total = sum(counts)
      let before = 0
      for (let n = 0; n <= total; n++) {
        const { expected } = diversity.rarefaction({ counts, n })
        expect(expected).toBeGreaterThanOrEqual(before - 1e-9)
        before = expected!
      }
      near(before, counts.filter((c) => c > 0).length)
      const { effective } = diversity.shannon({ counts })
      const simpson = diversity.simpson({ counts }).effective
      if (effective !== null) expect(effective).toBeGreaterThanOrEqual(simpson! - 1e-9)
    }))
})

describe('no measure answers NaN or -0', () => {
  it('on tables, series, lives and texts of any small size', () =>
    check(
      fc.tuple(table, series, fc.array(fc.tuple(count, count), { maxLength: 15 }), units),
      ([t, y, pairs, list]) => {
        const r = pairs.map(([a, b]) => Math.min(a, b))
        const d = pairs.map(([a, b]) => Math.max(a, b))
        const results = [
          ...[
            assoc.pmi,
            assoc.g2,
            assoc.chi2,
            assoc.fisher,
            assoc.overlap,
            assoc.logOdds,
            assoc.deltaP,
            assoc.strength,
          ].map((f) => f(t)),
          ...[trend.mk, trend.mkExact, trend.sen, trend.hamedRao, change.pettitt].map((f) => f({ y })),
          trend.seasonalMk({ y, period: 4 }),
          trend.lowess({ x: y.map((_, i) => i), y }),
          trend.kendall({ x: y, y: [...y].reverse() }),
          trend.spearman({ x: y, y: [...y].reverse() }),
          trend.poisson({ counts: r, exposure: d.map((e) => e), t: r.map((_, i) => i) }),
          change.pelt({ y: r, cost: 'normal' }),
          burst.batched({ r, d }),
          dispersion({ counts: r, sizes: d }),
          diffusion.km({ time: r, event: d.map((v) => v % 2) }),
          diffusion.logistic({ t: r.map((_, i) => i), y: r }),
          diffusion.bassOls({ adopters: r }),
          diffusion.bassNls({ adopters: r }),
          diversity.simpson({ counts: r }),
          diversity.shannon({ counts: r }),
          phrase.cohesion({ segments: list.map((unit) => unit.join('')) }),
          phrase.entropy({ segments: list.map((unit) => unit.join('')) }),
        ]
        for (const one of results)
          for (const v of numbersIn(one)) expect(Number.isNaN(v) || Object.is(v, -0)).toBe(false)
      },
    ))
})
