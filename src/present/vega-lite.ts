/** A plain Vega-Lite v5 specification: an object to embed, save, or hand to a notebook. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json'
const FONT = 'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif'

const SIZE = { width: 640, height: 320 }

const frame = (title: string, values: readonly object[], rest: object): VegaLiteSpec => ({
  $schema: SCHEMA,
  title,
  config: { font: FONT, axis: { labelLimit: 400 }, legend: { labelLimit: 400 } },
  data: { values },
  ...rest,
})

/** A burst along an axis of periods. */
export interface Band {
  readonly start: string
  readonly end: string
  readonly label: string
  readonly weak: boolean
}

interface Point {
  readonly period: string
  readonly label: string
  readonly rate: number | null
}

/** Lines over periods, one a concept. Values that are null leave the line open. Bursts are shaded behind, levels dashed before the lines. */
export const lineSpec = (
  title: string,
  rows: readonly Point[],
  yLabel: string,
  bands: readonly Band[] = [],
  levels: readonly Point[] = [],
): VegaLiteSpec => {
  const encoding = {
    x: { field: 'period', type: 'ordinal', title: null },
    y: { field: 'rate', type: 'quantitative', title: yLabel },
    color: {
      field: 'label',
      type: 'nominal',
      title: null,
      scale: { domain: [...new Set(rows.map((r) => r.label))] },
    },
  }
  const lines = { mark: { type: 'line', point: true, invalid: 'break-paths-show-domains' }, encoding }
  if (!bands.length && !levels.length) return frame(title, rows, { ...SIZE, ...lines })
  const { color } = encoding
  const span = {
    x: { ...encoding.x, field: 'start', bandPosition: 0 },
    x2: { field: 'end', bandPosition: 1 },
    opacity: { condition: { test: 'datum.weak', value: 0.06 }, value: 0.18 },
    color,
  }
  return frame(title, rows, {
    ...SIZE,
    layer: [
      ...(bands.length ? [{ data: { values: bands }, mark: 'rect', encoding: span }] : []),
      lines,
      ...(levels.length
        ? [{ data: { values: levels }, mark: { type: 'line', interpolate: 'step', strokeDash: [6, 3] }, encoding }]
        : []),
    ],
  })
}

/** Curves that hold a value until the next date, with their intervals where there are any. */
export const stepSpec = (
  title: string,
  rows: readonly { readonly label: string; readonly value: number | null }[],
  dateField: string,
  yLabel: string,
  intervals: boolean,
): VegaLiteSpec => {
  const x = { field: dateField, type: 'temporal', title: null }
  const color = { field: 'label', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.label))] }
  const y = { field: 'value', type: 'quantitative', title: yLabel }
  const curve = { mark: { type: 'line', interpolate: 'step-after', tooltip: true }, encoding: { x, y, color } }
  const known = rows.filter((r) => r.value !== null)
  if (!intervals) return frame(title, known, { ...SIZE, ...curve })
  const ribbon = { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color, opacity: { value: 0.12 } }
  return frame(title, known, {
    ...SIZE,
    layer: [{ mark: { type: 'area', interpolate: 'step-after' }, encoding: ribbon }, curve],
  })
}

/** One tick a mention, one row a concept. */
export const tickSpec = (
  title: string,
  rows: readonly { readonly label: string; readonly at: number }[],
  xLabel: string,
): VegaLiteSpec =>
  frame(title, rows, {
    width: 640,
    mark: { type: 'tick', tooltip: true },
    encoding: {
      x: { field: 'at', type: 'quantitative', title: xLabel, scale: { domain: [0, 1] } },
      y: { field: 'label', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.label))] },
    },
  })

/** One bar a burst between its first and last day; pale where chance explains it. */
export const bandSpec = (
  title: string,
  rows: readonly { readonly label: string; readonly firstDay: string; readonly lastDay: string }[],
  colourLabel: string,
): VegaLiteSpec =>
  frame(title, rows, {
    width: 640,
    mark: { type: 'bar', tooltip: true },
    encoding: {
      x: { field: 'firstDay', type: 'temporal', title: null },
      x2: { field: 'lastDay' },
      y: { field: 'label', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.label))] },
      color: { field: 'ratio', type: 'quantitative', title: colourLabel },
      opacity: { condition: { test: 'datum.weak', value: 0.35 }, value: 1 },
    },
  })

/** Levels over periods, one line a concept. */
export const spanSpec = (
  title: string,
  rows: readonly { readonly period: string; readonly label: string; readonly value: number | null }[],
  yLabel: string,
): VegaLiteSpec =>
  frame(title, rows, {
    ...SIZE,
    mark: { type: 'line', interpolate: 'step', tooltip: true },
    encoding: {
      x: { field: 'period', type: 'ordinal', title: null },
      y: { field: 'value', type: 'quantitative', title: yLabel },
      color: { field: 'label', type: 'nominal', title: null, sort: [...new Set(rows.map((r) => r.label))] },
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
