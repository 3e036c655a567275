/** A plain Vega-Lite v5 specification: an object to embed, save, or hand to a notebook. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json'
const FONT = 'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif'

const frame = (title: string, values: readonly object[], rest: object): VegaLiteSpec => ({
  $schema: SCHEMA,
  title,
  config: { font: FONT, axis: { labelLimit: 400 }, legend: { labelLimit: 400 } },
  data: { values },
  ...rest,
})

/** Lines over periods, one a concept. Values that are null leave the line open. */
export const lineSpec = (
  title: string,
  rows: readonly { readonly period: string; readonly label: string; readonly rate: number | null }[],
  yLabel: string,
): VegaLiteSpec =>
  frame(title, rows, {
    width: 640,
    height: 320,
    mark: { type: 'line', point: true, invalid: 'break-paths-show-domains' },
    encoding: {
      x: { field: 'period', type: 'ordinal', title: null },
      y: { field: 'rate', type: 'quantitative', title: yLabel },
      color: { field: 'label', type: 'nominal', title: null },
    },
  })

/** A heat map; cells without a value are left out, and the orders of rows and columns are given explicitly. */
export const heatMapSpec = (
  title: string,
  rows: readonly { readonly row: string; readonly column: string; readonly value: number | null }[],
  valueLabel: string,
): VegaLiteSpec =>
  frame(
    title,
    rows.filter((r) => r.value !== null),
    {
      mark: 'rect',
      encoding: {
        x: { field: 'column', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.column))] },
        y: { field: 'row', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.row))] },
        color: { field: 'value', type: 'quantitative', title: valueLabel },
      },
    },
  )

/** Horizontal bars, longest first as given. */
export const barSpec = (
  title: string,
  rows: readonly { readonly label: string; readonly value: number | null }[],
  valueLabel: string,
): VegaLiteSpec =>
  frame(
    title,
    rows.filter((r) => r.value !== null),
    {
      mark: 'bar',
      encoding: {
        y: { field: 'label', type: 'nominal', title: null, sort: rows.map((r) => r.label) },
        x: { field: 'value', type: 'quantitative', title: valueLabel },
      },
    },
  )
