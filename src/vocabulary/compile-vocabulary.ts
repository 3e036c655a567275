import { canonicalJson } from './canonical-json'
import type { Concept, Vocabulary } from './concept'
import { sha256 } from './sha-256'
import { buildIndex, type VocabularyIndex } from './vocabulary-index'

/** A vocabulary that texts can be coded with. Frozen; compiled on first use and then shared by all who hold it. */
export interface CompiledVocabulary<Id extends string = string> extends Vocabulary<Id> {
  /**
   * SHA-256 over what decides counts: ids, labels, categories, grades, statuses, guards, slots and `absorbs`, in order of id.
   * A new gloss or example does not change it.
   */
  readonly hash: string
}

const indexes = new WeakMap<object, VocabularyIndex>()

/** What matching needs, built when first asked for. */
export function indexOf(vocabulary: Vocabulary): VocabularyIndex {
  let index = indexes.get(vocabulary)
  if (index === undefined) indexes.set(vocabulary, (index = buildIndex(vocabulary)))
  return index
}

/**
 * Builds the matcher now instead of at the first text. Vocabularies from `defineVocabulary`, `loadVocabulary` and
 * `tifa/defaults` need no call: it only moves the cost (5,000 concepts: well under a second).
 *
 * @returns the vocabulary itself if it was compiled already, else a frozen copy with its hash
 * @throws TifaError `invalid-vocabulary` for a slot pattern that cannot be searched for
 */
export function compileVocabulary<Id extends string>(vocabulary: Vocabulary<Id>): CompiledVocabulary<Id> {
  let compiled = 'hash' in vocabulary ? vocabulary : copies.get(vocabulary)
  if (compiled === undefined) copies.set(vocabulary, (compiled = withHash(vocabulary)))
  indexOf(compiled)
  return compiled as CompiledVocabulary<Id>
}

/** Vocabularies given without a hash, and their compiled copies. */
const copies = new WeakMap<object, Vocabulary>()

/** Adds the hash, worked out when first read, and freezes. `concepts` may be a getter that makes them when first asked. */
export function withHash<Id extends string>(vocabulary: Vocabulary<Id>): CompiledVocabulary<Id> {
  let hash: string | undefined
  let concepts: readonly Concept<Id>[] | undefined
  const { id, version, title, about, license, categories } = vocabulary
  return Object.freeze({
    id,
    version,
    title,
    about,
    license,
    categories,
    get concepts() {
      return (concepts ??= Object.isFrozen(vocabulary.concepts)
        ? vocabulary.concepts
        : Object.freeze([...vocabulary.concepts]))
    },
    get hash() {
      return (hash ??= sha256(canonicalJson([...this.concepts].sort(byId).map(decisive))))
    },
  })
}

const byId = (a: Concept, b: Concept): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const decisive = (c: Concept): unknown[] => [
  c.id,
  c.prefLabel,
  c.altLabels,
  c.hiddenLabels,
  c.category,
  c.grade,
  c.status,
  c.guards.map(({ note: _, ...rest }) => rest),
  c.slots,
  c.absorbs,
]
