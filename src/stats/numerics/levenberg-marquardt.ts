/** A model of y with k parameters: writes fitted values and the derivative of each by each parameter, k a point. */
export type Model = (parameters: readonly number[], fitted: Float64Array, derivatives: Float64Array) => void

export interface LeastSquares {
  readonly parameters: readonly number[]
  readonly rss: number
}

const MAX_STEPS = 1000

/**
 * Least squares by Levenberg's and Marquardt's damped Gauss–Newton steps (Marquardt 1963, doi:10.1137/0111030). Null
 * where the steps do not settle on a finite point.
 */
export function leastSquares(model: Model, y: Float64Array, start: readonly number[]): LeastSquares | null {
  const k = start.length
  const fitted = new Float64Array(y.length)
  const derivatives = new Float64Array(y.length * k)
  const rssAt = (parameters: readonly number[]): number => {
    model(parameters, fitted, derivatives)
    return fitted.reduce((sum, f, i) => sum + (y[i]! - f) ** 2, 0)
  }
  const size = y.reduce((sum, v) => sum + v * v, 0)
  let parameters = start
  let rss = rssAt(parameters)
  if (!Number.isFinite(rss)) return null
  let damping = 1e-3
  for (let round = 0; round < MAX_STEPS; round++) {
    const { matrix, vector } = normalEquations(fitted, derivatives, y, k)
    let settled = false
    for (;;) {
      const step = solve(damped(matrix, damping), vector)
      const next = step === null ? null : parameters.map((p, i) => p + step[i]!)
      const tried = next === null ? Number.NaN : rssAt(next)
      if (next !== null && tried <= rss) {
        settled = rss - tried <= 1e-15 * rss && small(step!, next)
        parameters = next
        rss = tried
        damping = Math.max(1e-14, damping / 5)
        break
      }
      if (step !== null && small(step, parameters)) return { parameters, rss }
      damping *= 4
      if (damping > 1e20) return null
    }
    if (settled || rss <= 1e-28 * size) return { parameters, rss }
  }
  return null
}

function small(step: readonly number[], at: readonly number[]): boolean {
  return step.every((s, i) => Math.abs(s) <= 1e-9 * (Math.abs(at[i]!) + 1e-9))
}

function normalEquations(
  fitted: Float64Array,
  derivatives: Float64Array,
  y: Float64Array,
  k: number,
): { matrix: number[][]; vector: number[] } {
  const matrix = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  const vector = new Array<number>(k).fill(0)
  for (let i = 0; i < y.length; i++) {
    const residual = y[i]! - fitted[i]!
    for (let p = 0; p < k; p++) {
      const d = derivatives[i * k + p]!
      vector[p]! += d * residual
      for (let q = 0; q < k; q++) matrix[p]![q]! += d * derivatives[i * k + q]!
    }
  }
  return { matrix, vector }
}

/** Adds the damping in proportion to the diagonal, so that the units of the parameters do not matter. */
function damped(matrix: readonly (readonly number[])[], damping: number): number[][] {
  return matrix.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) + 1e-300 : v)))
}

/** Gauss elimination with row exchange on rows scaled to unit diagonal; null where the matrix is singular. */
function solve(matrix: number[][], vector: readonly number[]): number[] | null {
  const k = vector.length
  const scale = matrix.map((row, i) => 1 / Math.sqrt(row[i]!))
  const rows = matrix.map((row, i) => [...row.map((v, j) => v * scale[i]! * scale[j]!), vector[i]! * scale[i]!])
  for (let c = 0; c < k; c++) {
    let pivot = c
    for (let r = c + 1; r < k; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r
    ;[rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!]
    const head = rows[c]![c]!
    if (!(Math.abs(head) > 1e-300)) return null
    for (let r = 0; r < k; r++) {
      if (r === c) continue
      const factor = rows[r]![c]! / head
      for (let j = c; j <= k; j++) rows[r]![j]! -= factor * rows[c]![j]!
    }
  }
  return rows.map((row, i) => (row[k]! / row[i]!) * scale[i]!)
}
