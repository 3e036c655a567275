import type { FrequencyRow, Result } from '../../analysis/index'
import { barChart } from '../svg/bar-chart'
import type { PictureOptions } from './options'

/** Share of reports as bars with intervals. */
export function frequencyPicture(result: Result<FrequencyRow>, options: PictureOptions): string {
  const rows = [...result.rows]
    .sort((a, b) => b.documents - a.documents || (a.concept < b.concept ? -1 : 1))
    .slice(0, options.top ?? 12)
  return barChart({
    title: options.title ?? 'Document frequency',
    unit: 'share of reports',
    bars: rows.map((r) => ({
      label: r.label,
      value: r.documentShare,
      low: r.documentLow,
      high: r.documentHigh,
      note: `${r.documents}/${r.reports}`,
    })),
    note: `Line: 95 % Wilson interval. tifa ${result.method.tifa}, vocabulary ${result.method.vocabulary.version}.`,
  })
}
