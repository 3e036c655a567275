import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { TifaError } from '../error'
import { type CompiledVocabulary, type LoadOptions, loadVocabulary, type VocabularyFile } from '../vocabulary/index'
import { reasonOf } from './input-issue'

const ENDINGS = new Set(['.json', '.jsonld', '.yaml', '.yml', '.csv', '.ttl'])

/**
 * Reads a vocabulary from a file (YAML, JSON, CSV, SKOS as Turtle or JSON-LD) or from a folder that holds `index.json` or
 * `index.yaml` with the head and one file a part.
 *
 * @throws TifaError `unreadable-input` when it cannot be read; `invalid-vocabulary` naming file, concept and field
 */
export async function readVocabulary(path: string, options: LoadOptions = {}): Promise<CompiledVocabulary> {
  try {
    if (!statSync(path).isDirectory())
      return await loadVocabulary(readFileSync(path, 'utf8'), { name: basename(path), ...options })
    const files: VocabularyFile[] = readdirSync(path)
      .filter((name) => ENDINGS.has(extname(name).toLowerCase()))
      .sort()
      .map((name) => ({ name, content: readFileSync(join(path, name), 'utf8') }))
    if (!files.length)
      throw new TifaError('unreadable-input', `${path}: the folder holds no ${[...ENDINGS].join(' ')} file`)
    return await loadVocabulary(files, options)
  } catch (cause) {
    if (cause instanceof TifaError) throw cause
    throw new TifaError('unreadable-input', `${path}: ${reasonOf(cause)}`, { cause })
  }
}
