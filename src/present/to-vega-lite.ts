import type { CooccurrenceResult, FrequencyRow, Result, TrendResult } from '../analysis/index'
import { TifaError } from '../error'
import { barSpec, heatMapSpec, lineSpec, type VegaLiteSpec } from './vega-lite'

/**
 * A trend, frequency or co-occurrence result as a Vega-Lite v5 specification with its data in it.
 *
 * @throws TifaError `unsupported-format` for another kind of result
 */
export function toVegaLite(
  result: Result<object>,
  options: { readonly title?: string; readonly top?: number } = {},
): VegaLiteSpec {
  const top = options.top ?? 12
  if (result.kind === 'trend') {
    const trend = result as TrendResult
    const concepts = new Set([...new Set(trend.tests.map((t) => t.concept))].slice(0, top))
    const rows = trend.rows
      .filter((c) => concepts.has(c.concept) && c.period !== null)
      .map((c) => ({
        period: c.period!,
        label: c.label,
        rate: c.rate,
        numerator: c.numerator,
        denominator: c.denominator,
        state: c.state,
      }))
    return lineSpec(options.title ?? 'Trend', rows, trend.columns.find((c) => c.name === 'rate')?.label.en ?? 'rate')
  }
  if (result.kind === 'frequency') {
    const rows = [...(result as Result<FrequencyRow>).rows]
      .sort((a, b) => b.documents - a.documents || (a.concept < b.concept ? -1 : 1))
      .slice(0, top)
      .map((r) => ({ label: r.label, value: r.documentShare, documents: r.documents, reports: r.reports }))
    return barSpec(options.title ?? 'Document frequency', rows, 'share of reports')
  }
  if (result.kind === 'cooccurrence') {
    const matrix = (result as CooccurrenceResult).matrix('npmi')
    const rows = matrix.labels.flatMap((row, i) =>
      matrix.labels.map((column, j) => ({ row, column, value: matrix.values[i]![j] ?? null })),
    )
    return heatMapSpec(options.title ?? 'Co-occurrence (NPMI)', rows, 'NPMI')
  }
  throw new TifaError('unsupported-format', `expected a trend, frequency or cooccurrence result; got ${result.kind}`)
}
