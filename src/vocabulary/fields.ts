import type { ConceptRecord } from './schema'

/** How a field is written in a flat table: text as it is, lists with `|` between, a number, or JSON. */
export type FieldKind = 'text' | 'texts' | 'number' | 'json'

/** The fields of a concept in the order people read them. */
export const conceptFields = {
  id: 'text',
  prefLabel: 'text',
  altLabels: 'texts',
  hiddenLabels: 'texts',
  category: 'text',
  grade: 'text',
  status: 'text',
  level: 'text',
  placeCode: 'text',
  region: 'texts',
  firstSeen: 'number',
  gloss: 'text',
  scopeNote: 'text',
  origin: 'json',
  events: 'json',
  replaces: 'texts',
  replacedBy: 'texts',
  partOf: 'texts',
  localises: 'texts',
  absorbs: 'texts',
  guards: 'json',
  slots: 'json',
  contexts: 'texts',
  ambiguous: 'texts',
  examples: 'json',
  evidence: 'json',
} as const satisfies Record<keyof ConceptRecord, FieldKind>

export type ConceptField = keyof typeof conceptFields

export const fieldNames = Object.keys(conceptFields) as ConceptField[]
