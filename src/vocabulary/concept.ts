import type { Categories, ConceptRecord, ConceptRecordInput } from './schema'

export type { Categories, ConceptEvent, ConceptStatus, Example, Guard, Level, Slot } from './schema'

/** A formulation with all its fields filled in (see schema.ts for what each means). */
export type Concept<Id extends string = string> = Readonly<Omit<ConceptRecord, 'id'>> & { readonly id: Id }

/** A concept as people write it: everything but `id`, `prefLabel` and `category` may be left out. */
export type ConceptInput<Id extends string = string, Category extends string = string> = Omit<
  ConceptRecordInput,
  'id' | 'category' | Link
> & { readonly id: Id; readonly category: Category } & { readonly [link in Link]?: readonly NoInfer<Id>[] }

type Link = 'replaces' | 'replacedBy' | 'partOf' | 'localises' | 'absorbs'

/** Ids `top.sub` of a category scheme, as a type. */
export type CategoryId<Scheme> = {
  [Top in keyof Scheme & string]: Scheme[Top] extends { readonly sub: infer Sub }
    ? `${Top}.${keyof Sub & string}`
    : never
}[keyof Scheme & string]

/** How a concept is named in a call: its id, or any of its labels. */
export type ConceptRef<Id extends string = string> = Id | { readonly label: string }

/** A controlled vocabulary: what is looked for, with its version and scheme. Frozen. */
export interface Vocabulary<Id extends string = string> {
  readonly id: string
  readonly version: string
  readonly title: string | null
  readonly about: string | null
  readonly license: string | null
  readonly categories: Categories
  /** In the order written; ties in results are resolved by it. */
  readonly concepts: readonly Concept<Id>[]
}

const none: readonly never[] = Object.freeze([])
const noExamples = Object.freeze({ positive: none, negative: none })

/** Fills in what was left out. Does not check: {@link ../schema} does, where a vocabulary is read. */
export function completeConcept<Id extends string>(input: ConceptInput<Id>): Concept<Id> {
  return Object.freeze({
    altLabels: none,
    hiddenLabels: none,
    grade: 'core',
    status: 'active',
    level: null,
    placeCode: null,
    region: none,
    firstSeen: null,
    gloss: null,
    scopeNote: null,
    events: none,
    replaces: none,
    replacedBy: none,
    partOf: none,
    localises: none,
    absorbs: none,
    guards: none,
    slots: none,
    contexts: none,
    ambiguous: none,
    evidence: {},
    ...input,
    origin: input.origin ? { level: null, placeCode: null, date: null, source: null, ...input.origin } : null,
    examples: input.examples ? { ...noExamples, ...input.examples } : noExamples,
  }) as unknown as Concept<Id>
}

/** All labels that are matched, the preferred one first. */
export const labelsOf = (concept: Pick<Concept, 'prefLabel' | 'altLabels' | 'hiddenLabels'>): readonly string[] => [
  concept.prefLabel,
  ...concept.altLabels,
  ...concept.hiddenLabels,
]
