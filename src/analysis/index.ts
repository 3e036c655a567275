export type { CurvePoint } from './adoption-curve'
export type { PanelRow } from './adoption-panel'
export type { AdoptionSummary, SurvivalPoint } from './adoption-summary'
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
export type { CoverageOptions, CoverageResult, CoverageRow, UncodedDirective, UncodedPhrase } from './coverage'
export { coverage } from './coverage'
export type { Detection } from './detection'
export type { AdoptionStatus, DiffusionOptions, DiffusionResult, DiffusionRow } from './diffusion'
export { diffusion } from './diffusion'
export type { DirectionRow } from './direction'
export type { FrequencyOptions, FrequencyRow } from './frequency'
export { frequency } from './frequency'
export { toGexf, toGraphml } from './graph'
export type { KwicOptions, KwicRow } from './kwic'
export { kwic } from './kwic'
export type { Measure } from './measure'
export type { ColumnNote, Result, ResultMethod } from './result'
export type { SeriesPoint, TrendCell, TrendOptions, TrendResult } from './trend'
export { trend } from './trend'
export type { TrendTest } from './trend-tests'
