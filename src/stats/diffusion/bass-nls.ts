import { requireAmount } from '../argument'
import { leastSquares, type Model } from '../numerics/levenberg-marquardt'
import { type Bass, bassRegression } from './bass-ols'

export interface BassNls extends Bass {
  readonly rss: number | null
}

const NONE: BassNls = { p: null, q: null, m: null, rss: null }

/**
 * Do places take a slogan up by themselves or from each other? Bass's diffusion model by nonlinear least squares.
 *
 * - Formula: n_t = m (F(t) - F(t-1)), t = 1, 2, …, F(t) = (1 - e^(-(p+q)t)) / (1 + q/p e^(-(p+q)t)); start from
 *   `diffusion.bassOls`.
 * - Input: adopters, new adopters a period (from 0 up), from the first period on.
 * - Result: p, q and m as in `diffusion.bassOls`, without its bias from discrete periods; rss, the sum of squared
 *   residuals.
 * - Edges: null where `diffusion.bassOls` is, and where the steps do not settle on p and m above 0.
 * - Assumes: one wave, the first period is the true start, everybody in reach of everybody. A slogan ordered from
 *   above is all p.
 * - Source: Srinivasan & Mason 1986, doi:10.1287/mksc.5.2.169; Bass 1969, doi:10.1287/mnsc.15.5.215.
 * - Oracle: scipy least_squares, R minpack.lm nlsLM.
 *
 * @example
 * diffusion.bassNls({ adopters: [20, 37, 52, 74, 92, 96, 78, 63, 39, 22, 13, 8, 4] }).q // => 0.58483
 */
export function bassNls({ adopters }: { readonly adopters: readonly number[] }): BassNls {
  adopters.forEach((n, t) => {
    requireAmount('diffusion.bassNls', `adopters[${t}]`, n)
  })
  const start = bassRegression(adopters)
  if (start.p === null || start.q === null || start.m === null) return NONE
  const fit = leastSquares(model, Float64Array.from(adopters), [Math.max(start.p, 1e-3), start.q, start.m])
  if (fit === null) return NONE
  const [p, q, m] = fit.parameters
  return p! > 0 && m! > 0 ? { p: p!, q: q!, m: m!, rss: fit.rss } : NONE
}

const model: Model = ([p, q, m], fitted, derivatives) => {
  let before = cumulative(p!, q!, 0)
  for (let i = 0; i < fitted.length; i++) {
    const after = cumulative(p!, q!, i + 1)
    fitted[i] = m! * (after.share - before.share)
    derivatives[3 * i] = m! * (after.byP - before.byP)
    derivatives[3 * i + 1] = m! * (after.byQ - before.byQ)
    derivatives[3 * i + 2] = after.share - before.share
    before = after
  }
}

/** F(t) and its derivatives by p and q. */
function cumulative(p: number, q: number, t: number): { share: number; byP: number; byQ: number } {
  const e = Math.exp(-(p + q) * t)
  const w = (q / p) * e
  const share = (1 - e) / (1 + w)
  const byP = (t * e + share * (w / p + t * w)) / (1 + w)
  const byQ = (t * e - share * (e / p - t * w)) / (1 + w)
  return { share, byP, byQ }
}
