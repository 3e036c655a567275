export { bundledPlaces } from './bundled-places'
export { findPeople } from './people'
export { definePlaces, type Gazetteer, type Place, type PlaceLevel } from './place'
export type { PlaceOccurrence } from './place-index'
export { type ReadOptions, readPage, readReport, reportKinds } from './read-report'
export type {
  DateBasis,
  DatePrecision,
  Paragraph,
  ParagraphRole,
  Person,
  RawReport,
  Report,
  ReportKind,
  ReportRow,
} from './report'
export { clusterReprints, type ReprintEdge, type ReprintInput, type Reprints } from './reprints'
export { measureText, SIGNATURE_SIZE } from './signature'
