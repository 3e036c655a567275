import type { CompiledVocabulary } from '../compile-vocabulary'
import { loadVocabulary } from '../load-vocabulary'
import type { SkosOptions } from './skos-read'

/**
 * A vocabulary from SKOS in Turtle or JSON-LD: one that `toSkos` wrote, or a published thesaurus (labels in the wanted
 * languages, the two upper levels of its hierarchy as categories).
 *
 * @throws TifaError `invalid-vocabulary` naming concept and field; `unsupported-format` for a remote JSON-LD context
 * @example const vocabulary = await fromSkos(toSkos(mine)) // the same concepts
 */
export function fromSkos(
  text: string,
  options: SkosOptions & { readonly format?: 'turtle' | 'jsonld'; readonly name?: string } = {},
): Promise<CompiledVocabulary> {
  const format = options.format ?? (/^\s*[{[]/.test(text.replace(/^\uFEFF/, '')) ? 'jsonld' : 'turtle')
  return loadVocabulary(text, { ...options, format })
}
