import { canonicalJson } from './canonical-json'
import { compileVocabulary } from './compile-vocabulary'
import { labelsOf, type Vocabulary } from './concept'
import { type ConceptMatch, findConcepts } from './find-concepts'
import { fold } from './label-form'
import type { OverlapPolicy } from './overlap'
import type { Situation } from './situation'

/** How a concept differs between two vocabularies. */
export interface ConceptChange {
  readonly concept: string
  readonly change: 'added' | 'removed' | 'deprecated' | 'changed'
  /** Fields that differ, `labels` for any of the three kinds; those that decide counts first. */
  readonly fields: readonly string[]
  readonly labelsAdded: readonly string[]
  readonly labelsRemoved: readonly string[]
}

/** A count that differs, with its cause and where to look. */
export interface CountChange {
  readonly concept: string
  /** Value of `by` for the texts counted; null without `by`. */
  readonly cell: string | null
  readonly before: number
  readonly after: number
  /** Texts with at least one counted mention. */
  readonly textsBefore: number
  readonly textsAfter: number
  readonly why: readonly Reason[]
}

export type Cause =
  | 'concept-added'
  | 'concept-removed'
  | 'label-added'
  | 'label-removed'
  | 'guard'
  | 'absorbed'
  | 'released'
  | 'longer-label'
  | 'other'

/** Mentions gained (n > 0) or lost (n < 0) for one cause, and one of them in its context. */
export interface Reason {
  readonly cause: Cause
  readonly n: number
  readonly label: string
  readonly text: string
  readonly example: string
}

export interface VocabularyDiff {
  readonly concepts: readonly ConceptChange[]
  /** Empty if no corpus was given. */
  readonly counts: readonly CountChange[]
}

/** A cleaned text to count on; rows of the `reports` table fit. */
export interface DiffText {
  readonly id: string
  readonly text?: string
  readonly date?: string | null
  readonly province?: string | null
  readonly city?: string | null
  readonly county?: string | null
  readonly placeCode?: string | null
}

export interface DiffOptions {
  /** Texts to count on: a study, or anything with `id` and cleaned `text`. Default: none. */
  readonly corpus?: Iterable<DiffText> | { readonly reports: Iterable<DiffText> }
  /** Cell of a text, as a table would put it: `(r) => r.date?.slice(0, 7) ?? null`. Default: one cell for all. */
  readonly by?: (text: DiffText) => string | null
  /** Default `nested`. */
  readonly overlap?: OverlapPolicy
}

/**
 * What changes between two versions of a vocabulary: which concepts differ and in what, and on a corpus which counts change, by
 * how much, and why, each with a place to look at. Counts leave out shadowed mentions.
 *
 * @returns concepts in the order of `after`, removed ones last; counts by concept, then cell
 * @example diffVocabulary(v1, v2, { corpus: study, by: (r) => r.date?.slice(0, 4) ?? null }).counts
 */
export function diffVocabulary(before: Vocabulary, after: Vocabulary, options: DiffOptions = {}): VocabularyDiff {
  const concepts = conceptChanges(before, after)
  const counts = options.corpus ? countChanges(before, after, concepts, options) : []
  return { concepts, counts }
}

const deciding = ['guards', 'slots', 'absorbs', 'grade', 'status', 'category'] as const
const describing = [
  'level',
  'placeCode',
  'region',
  'firstSeen',
  'gloss',
  'scopeNote',
  'origin',
  'events',
  'replaces',
  'replacedBy',
  'partOf',
  'localises',
  'contexts',
  'ambiguous',
  'examples',
  'evidence',
] as const

function conceptChanges(before: Vocabulary, after: Vocabulary): ConceptChange[] {
  const old = new Map(before.concepts.map((c) => [c.id as string, c]))
  const changes: ConceptChange[] = []
  for (const concept of after.concepts) {
    const was = old.get(concept.id)
    old.delete(concept.id)
    if (was === undefined) {
      changes.push({
        concept: concept.id,
        change: 'added',
        fields: [],
        labelsAdded: labelsOf(concept),
        labelsRemoved: [],
      })
      continue
    }
    const labelsAdded = labelsOf(concept).filter((l) => !labelsOf(was).includes(l))
    const labelsRemoved = labelsOf(was).filter((l) => !labelsOf(concept).includes(l))
    const fields = [
      ...(labelsAdded.length + labelsRemoved.length > 0 || was.prefLabel !== concept.prefLabel ? ['labels'] : []),
      ...[...deciding, ...describing].filter((f) => canonicalJson(was[f]) !== canonicalJson(concept[f])),
    ]
    if (fields.length === 0) continue
    const change = was.status !== 'deprecated' && concept.status === 'deprecated' ? 'deprecated' : 'changed'
    changes.push({ concept: concept.id, change, fields, labelsAdded, labelsRemoved })
  }
  for (const gone of old.values())
    changes.push({ concept: gone.id, change: 'removed', fields: [], labelsAdded: [], labelsRemoved: labelsOf(gone) })
  return changes
}

interface Cell {
  before: number
  after: number
  textsBefore: number
  textsAfter: number
  readonly why: Map<string, { -readonly [K in keyof Reason]: Reason[K] }>
}

function countChanges(
  before: Vocabulary,
  after: Vocabulary,
  changes: readonly ConceptChange[],
  options: DiffOptions,
): CountChange[] {
  const v1 = compileVocabulary(before)
  const v2 = compileVocabulary(after)
  const changeOf = new Map(changes.map((c) => [c.concept, c]))
  const cells = new Map<string, Map<string | null, Cell>>()
  const cellOf = (concept: string, cell: string | null): Cell => {
    let own = cells.get(concept)
    if (!own) cells.set(concept, (own = new Map()))
    let found = own.get(cell)
    if (!found) own.set(cell, (found = { before: 0, after: 0, textsBefore: 0, textsAfter: 0, why: new Map() }))
    return found
  }
  const corpus = options.corpus!
  for (const row of 'reports' in corpus ? corpus.reports : corpus) {
    const text = row.text ?? ''
    const place = options.by?.(row) ?? null
    const situation: Situation = {
      date: row.date ?? null,
      province: row.province ?? null,
      city: row.city ?? null,
      county: row.county ?? null,
      placeCode: row.placeCode ?? null,
    }
    const find = { overlap: options.overlap ?? 'nested', situation }
    const old = byConcept(findConcepts(text, v1, find))
    const now = byConcept(findConcepts(text, v2, find))
    for (const concept of new Set([...old.keys(), ...now.keys()])) {
      const was = old.get(concept) ?? []
      const is = now.get(concept) ?? []
      const countedWas = was.filter((m) => m.shadowedBy === null)
      const countedIs = is.filter((m) => m.shadowedBy === null)
      const cell = cellOf(concept, place)
      cell.before += countedWas.length
      cell.after += countedIs.length
      cell.textsBefore += Number(countedWas.length > 0)
      cell.textsAfter += Number(countedIs.length > 0)
      for (const [mentions, others, sign] of [
        [countedWas, is, -1],
        [countedIs, was, 1],
      ] as const)
        for (const m of mentions) {
          if (others.some((o) => o.shadowedBy === null && o.innerStart === m.innerStart && o.innerEnd === m.innerEnd))
            continue
          const cause = causeOf(m, others, sign, changeOf.get(concept))
          const key = `${cause} ${m.label}`
          const reason = cell.why.get(key)
          if (reason) reason.n += sign
          else
            cell.why.set(key, {
              cause,
              n: sign,
              label: m.label,
              text: row.id,
              example: text.slice(Math.max(0, m.start - 10), m.end + 10),
            })
        }
    }
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([concept, own]) =>
      [...own]
        .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
        .filter(([, c]) => c.why.size > 0)
        .map(([cell, c]) => ({
          concept,
          cell,
          before: c.before,
          after: c.after,
          textsBefore: c.textsBefore,
          textsAfter: c.textsAfter,
          why: [...c.why.values()],
        })),
    )
}

function byConcept(matches: readonly ConceptMatch[]): Map<string, ConceptMatch[]> {
  const found = new Map<string, ConceptMatch[]>()
  for (const m of matches) {
    const list = found.get(m.concept.id)
    if (list) list.push(m)
    else found.set(m.concept.id, [m])
  }
  return found
}

/** Why a mention is on one side (sign 1: after, −1: before) and not on the other, whose matches of the concept are `others`. */
function causeOf(
  m: ConceptMatch,
  others: readonly ConceptMatch[],
  sign: 1 | -1,
  change: ConceptChange | undefined,
): Cause {
  const same = others.find((o) => o.innerStart === m.innerStart && o.innerEnd === m.innerEnd)
  if (same) return sign === 1 ? 'released' : 'absorbed'
  if (others.some((o) => o.innerStart < m.innerEnd && m.innerStart < o.innerEnd)) return 'longer-label'
  if (change?.change === 'added') return 'concept-added'
  if (change?.change === 'removed' || change?.change === 'deprecated') return 'concept-removed'
  const labels = sign === 1 ? change?.labelsAdded : change?.labelsRemoved
  if (labels?.map((l) => fold(l)).includes(fold(m.label))) return sign === 1 ? 'label-added' : 'label-removed'
  return change?.fields.includes('guards') ? 'guard' : 'other'
}
