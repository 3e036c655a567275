/** A share with its limits; all null where there is nothing to divide by. */
export interface ShareInterval {
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
}

/** x of n units, both whole, x ≤ n; `conf` is the confidence level (default 0.95). */
export interface ShareInput {
  readonly x: number
  readonly n: number
  readonly conf?: number | undefined
}
