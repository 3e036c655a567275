import { z } from 'zod'

// The one place where zod is loaded: everything else imports only the types inferred here, so `import 'tifa'` stays
// light.

const text = z.string().trim().min(1)
const texts = z.array(text)
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'expected lower-case letters, digits, "-" or "." (an id names columns and file rows)')
/** EDTF to the day, month or year: `2021`, `2021-07`, `2021-07-01`. */
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD')
const placeCode = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/, 'expected a GB/T 2260 code of 2, 4 or 6 digits')

export const levelSchema = z.enum(['central', 'provincial', 'municipal', 'county'])
export const gradeSchema = z.enum(['core', 'generic'])
export const statusSchema = z.enum(['active', 'candidate', 'deprecated'])

/** Strings that may not, or one of which must, stand directly beside the label (quotes and spaces skipped). */
const sideSchema = z.strictObject({ forbidden: texts.optional(), required: texts.optional() })

/** Strings looked for anywhere near the label. */
const contextSchema = z.strictObject({
  forbidden: texts.optional(),
  required: texts.optional(),
  /** Default `sentence`. */
  within: z.enum(['clause', 'sentence', 'paragraph', 'report']).optional(),
})

/**
 * One condition on the occurrences of some labels. An occurrence is kept when **every** guard that applies to its label
 * passes. Inside one guard:
 *
 * - *vetoes* (`not`, `left.forbidden`, `right.forbidden`, `context.forbidden`): any one of them refuses the occurrence;
 * - *evidence* (`quotedOnly`, `left.required`, `right.required`, `context.required`): where any is named, **one** must be
 *   there. `{ quotedOnly: true, context: { required: ['漯河'] } }` accepts the label in quotes *or* near 漯河. To ask for
 *   both, write two guards;
 * - `dates`, `region`: for homonyms only, never for a wording slogan (that would make diffusion zero by construction). Report
 *   known to be outside refuses; known to be inside counts as evidence; unknown neither passes nor fails.
 */
export const guardSchema = z.strictObject({
  /** Labels this guard is about, as the concept writes them (quotes may be left out). Absent: all. */
  labels: texts.min(1).optional(),
  /** The label must stand in quotation marks of its own (or be an item of a short quoted list). */
  quotedOnly: z.literal(true).optional(),
  /** Longer strings that hold the label and are something else (两新组织 for 两新). */
  not: texts.optional(),
  left: sideSchema.optional(),
  right: sideSchema.optional(),
  context: contextSchema.optional(),
  /** Report date, inclusive. */
  dates: z.strictObject({ from: date.optional(), to: date.optional() }).optional(),
  /** Place of the report: GB/T 2260 codes (`41`, `4111`) or names from the province down (`河南`, `河南漯河`). */
  region: texts.min(1).optional(),
  /** Why the guard is there. */
  note: text.optional(),
})

/**
 * A pattern with gaps: `以…引领…`. Fixed text is matched like a label; each `…` stands for 1 to `gap` (default 10) characters
 * of the same clause. It begins with fixed text; a `…` at the end runs to the end of the clause, at most `gap` characters.
 */
export const slotSchema = z.union([
  text,
  z.strictObject({ pattern: text, gap: z.number().int().min(1).max(30).optional() }),
])

export const eventSchema = z.strictObject({
  type: z.enum(['adopted', 'elevated', 'revived', 'replaced']),
  level: levelSchema.optional(),
  placeCode: placeCode.optional(),
  date: date.optional(),
  source: text.optional(),
})

/** An example is a sentence; with a label or a count it says more exactly what must be found in it. */
export const exampleSchema = z.union([
  text,
  z.strictObject({ text: text, label: text.optional(), n: z.number().int().min(1).optional() }),
])

export const conceptSchema = z.strictObject({
  id,
  prefLabel: text,
  /** Orthographic, word-order or full/short forms of the *same* formulation. */
  altLabels: texts.default([]),
  /** Matched, never shown: misprints and the like. */
  hiddenLabels: texts.default([]),
  /** `top.sub` of the vocabulary's categories. */
  category: text,
  grade: gradeSchema.default('core'),
  /** A `deprecated` concept keeps its id and is not matched any more; a `candidate` is matched, on trial. */
  status: statusSchema.default('active'),
  /** Where the formulation belongs now. */
  level: levelSchema.nullable().default(null),
  placeCode: placeCode.nullable().default(null),
  /** Names of the places it belongs to, from the province down. Information, never a condition. */
  region: texts.default([]),
  /** Year first seen, approximate where `origin` has no source. */
  firstSeen: z.number().int().min(1900).max(2100).nullable().default(null),
  gloss: text.nullable().default(null),
  scopeNote: text.nullable().default(null),
  /** Where the formulation comes from, and what happened to it. Information, never a window. */
  origin: z
    .strictObject({
      level: levelSchema.nullable().default(null),
      placeCode: placeCode.nullable().default(null),
      date: date.nullable().default(null),
      source: text.nullable().default(null),
    })
    .nullable()
    .default(null),
  events: z.array(eventSchema).default([]),
  replaces: z.array(id).default([]),
  replacedBy: z.array(id).default([]),
  partOf: z.array(id).default([]),
  localises: z.array(id).default([]),
  /** Concepts whose mentions inside this one are shadowed: not counted. */
  absorbs: z.array(id).default([]),
  guards: z.array(guardSchema).default([]),
  slots: z.array(slotSchema).default([]),
  /** Usual longer collocations that hold a label: for display, not needed for matching. */
  contexts: texts.default([]),
  /** Labels that are ordinary language too. Changes no count: it marks what needs a guard. */
  ambiguous: texts.default([]),
  examples: z
    .strictObject({ positive: z.array(exampleSchema).default([]), negative: z.array(exampleSchema).default([]) })
    .default({ positive: [], negative: [] }),
  /** Counted evidence behind labels and dates, in the coder's own keys. */
  evidence: z.record(z.string(), z.json()).default({}),
})

export const categoriesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.strictObject({ zh: text, en: text, sub: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), text) }),
)

/** What a vocabulary says of itself. */
export const vocabularyHeadSchema = z.strictObject({
  id,
  version: text,
  title: text.optional(),
  about: text.optional(),
  license: text.optional(),
  categories: categoriesSchema.default({}),
})

/** A whole vocabulary as one document; `data/vocabulary` holds the same in parts (index.json and one file a category). */
export const vocabularySchema = vocabularyHeadSchema.extend({ concepts: z.array(conceptSchema) })

export type Level = z.infer<typeof levelSchema>
export type ConceptStatus = z.infer<typeof statusSchema>
export type Guard = z.infer<typeof guardSchema>
export type Slot = z.infer<typeof slotSchema>
export type ConceptEvent = z.infer<typeof eventSchema>
export type Example = z.infer<typeof exampleSchema>
export type Categories = z.infer<typeof categoriesSchema>
export type ConceptRecord = z.infer<typeof conceptSchema>
export type ConceptRecordInput = z.input<typeof conceptSchema>
export type VocabularyRecord = z.infer<typeof vocabularySchema>
export type VocabularyRecordInput = z.input<typeof vocabularySchema>
