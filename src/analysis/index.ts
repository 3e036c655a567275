export type { CurvePoint } from './adoption-curve'
export type { PanelRow } from './adoption-panel'
export type { AdoptionSummary, SurvivalPoint } from './adoption-summary'
export type { AgreementOptions, AgreementRow, CodingSheet } from './agreement'
export { agreement } from './agreement'
export type { AttentionOptions, AttentionResult, AttentionRow, AttentionShare } from './attention'
export { attention } from './attention'
export type { AuditOptions, AuditRow } from './audit'
export { audit } from './audit'
export type { BundleOptions, BundleRow } from './bundles'
export { bundles } from './bundles'
export type { BurstOptions, BurstResult, BurstRow, BurstTest } from './bursts'
export { bursts } from './bursts'
export type {
  ChangePointOptions,
  ChangePointResult,
  ChangePointRow,
  ChangePointTest,
  SegmentRow,
} from './change-points'
export { changePoints } from './change-points'
export type { CollocateOptions, CollocateRow } from './collocates'
export { collocates } from './collocates'
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
export type { DiscoverOptions, DiscoverRow } from './discover'
export { discover } from './discover'
export type { DriftOptions, DriftRelation, DriftResult, DriftRow, DriftTest } from './drift'
export { drift } from './drift'
export type { FrequencyOptions, FrequencyRow } from './frequency'
export { frequency } from './frequency'
export { toGexf, toGraphml } from './graph'
export type { KeynessOptions, KeynessRow } from './keyness'
export { keyness } from './keyness'
export type { KwicOptions, KwicResult, KwicRow, SearchedReport } from './kwic'
export { kwic } from './kwic'
export type { Measure } from './measure'
export type { PrecisionRow } from './precision'
export { precision } from './precision'
export type { ColumnNote, Result, ResultMethod } from './result'
export type { SampleOptions, SampleRow } from './sample-for-coding'
export { sampleForCoding } from './sample-for-coding'
export type { SeriesPoint, TrendCell, TrendOptions, TrendResult } from './trend'
export { trend } from './trend'
export type { TrendTest, TrendTestName } from './trend-test'
