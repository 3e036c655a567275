export type { BundleOptions, BundleRow } from './bundles'
export { bundles } from './bundles'
export type {
  CooccurrenceMatrix,
  CooccurrenceMeasure,
  CooccurrenceOptions,
  CooccurrenceResult,
  CooccurrenceRow,
} from './cooccurrence'
export { cooccurrence } from './cooccurrence'
export type { CooccurrenceLevel, Stratum } from './cooccurrence-units'
export type { FrequencyOptions, FrequencyRow } from './frequency'
export { frequency } from './frequency'
export { toGexf, toGraphml } from './graph'
export type { Measure } from './measure'
export type { ColumnNote, Result, ResultMethod } from './result'
export type { SeriesPoint, TrendCell, TrendOptions, TrendResult } from './trend'
export { trend } from './trend'
export type { TrendTest } from './trend-tests'
