import head from '../../data/vocabulary/index.json'
import { type CompiledVocabulary, withHash } from '../vocabulary/compile-vocabulary'
import { type Concept, type ConceptInput, completeConcept } from '../vocabulary/concept'
import type { Categories } from '../vocabulary/schema'
import { files } from './files'
import type { DefaultConceptId } from './ids'

export type { DefaultConceptId } from './ids'

let concepts: readonly Concept<DefaultConceptId>[] | undefined

/**
 * The bundled vocabulary: formulations in Chinese local-leader reports, 2012–2026, with the 16 categories they belong to. Ids are
 * a union of string literals. Its content was checked when the package was built (every field, every example); it is
 * compiled when the first text is coded.
 *
 * @example
 * import { vocabulary } from 'tifa/defaults'
 * const study = await codeReports(readReports('reports/'), { vocabulary })
 */
export const vocabulary: CompiledVocabulary<DefaultConceptId> = withHash({
  id: head.id,
  version: head.version,
  title: head.title,
  about: head.about,
  license: null,
  categories: head.categories as Categories,
  get concepts() {
    return (concepts ??= Object.freeze(
      files.flatMap((file) => (file as readonly ConceptInput<DefaultConceptId>[]).map((c) => completeConcept(c))),
    ))
  },
})
