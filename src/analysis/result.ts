import type { StudyMethod } from '../observation/study'

/** What a column holds: unit and denominator belong to the number. */
export interface ColumnNote {
  readonly name: string
  readonly label: { readonly en: string; readonly zh: string }
  readonly unit?: string
  readonly denominator?: string
  readonly note?: string
}

/** How one analysis was made: the study's method plus this analysis' own choices. */
export interface ResultMethod extends StudyMethod {
  readonly analysis: string
  readonly unit: string
  readonly denominator: string
  readonly reprints: 'original' | 'all' | 'cluster'
  readonly by?: string
  readonly tests: readonly string[]
  readonly correction: string | null
  readonly seed: number | null
  readonly notes: readonly string[]
}

/**
 * What every analysis returns: plain rows, what each column means, and how it was made. `mentions(row)` leads from a
 * row to the ids of the mentions behind it.
 */
export interface Result<Row extends object> {
  readonly kind: string
  readonly rows: readonly Row[]
  readonly columns: readonly ColumnNote[]
  readonly method: ResultMethod
  /** Ids of the mentions that a row counts. */
  mentions(row: Row): readonly string[]
  /**
   * Further tables of the same analysis by name (`tests` of a trend, `curve` of a diffusion), written beside the
   * first.
   */
  readonly tables?: Readonly<Record<string, Result<object>>>
}
