import { readdirSync, readFileSync } from 'node:fs'
import { withHash } from '../../src/vocabulary/compile-vocabulary'
import { type ConceptInput, completeConcept } from '../../src/vocabulary/concept'
import type { Categories } from '../../src/vocabulary/schema'

const folder = new URL('../../data/vocabulary/', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

/** The concepts as they are written, with the file each stands in. */
export const written: { file: string; concept: ConceptInput }[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'index.json')
  .flatMap((file) => (read(file) as ConceptInput[]).map((concept) => ({ file, concept })))

export const index = read('index.json') as { id: string; version: string; categories: Categories }

/** The vocabulary of data/vocabulary, straight from its files. */
export const bundled = withHash({
  id: index.id,
  version: index.version,
  title: null,
  about: null,
  license: null,
  categories: index.categories,
  concepts: written.map(({ concept }) => completeConcept(concept)),
})
