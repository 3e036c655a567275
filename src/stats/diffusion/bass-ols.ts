import { requireAmount } from '../argument'

export interface Bass {
  /** Coefficient of innovation, a period. */
  readonly p: number | null
  /** Coefficient of imitation, a period. */
  readonly q: number | null
  /** Places that will adopt in the end. */
  readonly m: number | null
}

/**
 * Do places take a slogan up by themselves or from each other? Bass's diffusion model by his own regression.
 *
 * - Formula: n_t = a + bY + cY², Y the adopters before t; m = (-b - √(b² - 4ac)) / 2c, p = a/m, q = -cm.
 * - Input: adopters, new adopters a period (from 0 up), from the first period on.
 * - Result: p, share adopting unprompted a period; q, strength of imitation a period; m, final number of adopters. q
 *   over p says how much is imitation.
 * - Edges: fewer than 4 periods, nobody, c of 0 or more, no real or no positive root gives null. A p below 0 is left
 *   as it comes out: the curve starts too late for the model.
 * - Assumes: periods short against the wave, one wave, everybody in reach of everybody. Its p and q are biased by the
 *   discrete periods: prefer `diffusion.bassNls`.
 * - Source: Bass 1969, doi:10.1287/mnsc.15.5.215.
 * - Oracle: numpy lstsq, R lm.
 *
 * @example
 * diffusion.bassOls({ adopters: [20, 37, 52, 74, 92, 96, 78, 63, 39, 22, 13, 8, 4] })
 * // => { p: 0.04452, q: 0.53685, m: 594.971 }
 */
export function bassOls({ adopters }: { readonly adopters: readonly number[] }): Bass {
  adopters.forEach((n, t) => {
    requireAmount('diffusion.bassOls', `adopters[${t}]`, n)
  })
  return bassRegression(adopters)
}

export const NO_BASS: Bass = { p: null, q: null, m: null }

/** The regression on checked adopters. */
export function bassRegression(adopters: readonly number[]): Bass {
  const total = adopters.reduce((sum, n) => sum + n, 0)
  if (adopters.length < 4 || total === 0) return NO_BASS
  let before = 0
  const share = adopters.map((n) => {
    const at = before / total
    before += n
    return at
  })
  const [a, slope, curve] = parabola(share, adopters)
  const b = slope / total
  const c = curve / total / total
  const root = b * b - 4 * a * c
  if (!(c < 0) || !(root >= 0)) return NO_BASS
  const m = (-b - Math.sqrt(root)) / (2 * c)
  return m > 0 ? { p: a / m, q: -c * m, m } : NO_BASS
}

/** Least squares a + bx + cx², by polynomials orthogonal on the points. */
function parabola(x: readonly number[], y: readonly number[]): readonly [number, number, number] {
  const n = x.length
  const dot = (u: readonly number[], v: readonly number[]): number => u.reduce((sum, w, i) => sum + w * v[i]!, 0)
  const centre =
    dot(
      x,
      x.map(() => 1),
    ) / n
  const first = x.map((v) => v - centre)
  const firstSize = dot(first, first)
  if (firstSize === 0) return [Number.NaN, Number.NaN, Number.NaN]
  const squares = first.map((v) => v * v)
  const shift = dot(squares, first) / firstSize
  const level = firstSize / n
  const second = squares.map((v, i) => v - shift * first[i]! - level)
  const level0 =
    dot(
      y,
      x.map(() => 1),
    ) / n
  const slope = dot(y, first) / firstSize
  const secondSize = dot(second, second)
  const bend = secondSize > 1e-20 ? dot(y, second) / secondSize : Number.NaN
  const u = slope - bend * shift
  return [level0 - bend * level - u * centre + bend * centre * centre, u - 2 * bend * centre, bend]
}
