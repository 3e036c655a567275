import { TifaError } from '../error'
import { checkVocabulary, refuseProblems } from './check-vocabulary'
import { type CompiledVocabulary, withHash } from './compile-vocabulary'
import { type Categories, type ConceptInput, completeConcept, type Vocabulary } from './concept'
import { readCsv } from './formats/csv'
import { readJsonLd } from './formats/json-ld'
import { fromTriples, type SkosOptions } from './formats/skos-read'
import { readTurtle } from './formats/turtle-read'

export type VocabularyFormat = 'json' | 'yaml' | 'csv' | 'turtle' | 'jsonld'

/** A file as a reader hands it over. */
export interface VocabularyFile {
  /** Used for the format and in error messages. */
  readonly name: string
  readonly content: string
}

export interface LoadOptions extends SkosOptions {
  /** Default: by the ending of `name`, else by the content. */
  readonly format?: VocabularyFormat
  /** File name for error messages. Default `vocabulary`. */
  readonly name?: string
  /** For tables and lists, which have no head of their own. */
  readonly id?: string
  readonly version?: string
  readonly categories?: Categories
}

/**
 * Reads a vocabulary from what a file holds: JSON, YAML, CSV or SKOS (Turtle, JSON-LD); or from an object; or from several
 * files of one folder, `index.*` with the head and the others with lists of concepts.
 *
 * Everything is checked, which is when zod is loaded (about 15 ms, once).
 *
 * @throws TifaError `invalid-vocabulary` with a line a problem: file, concept, field, what was expected;
 *   `unsupported-format` if the format cannot be told
 * @example const vocabulary = await loadVocabulary('id,prefLabel,category\nxmww,项目为王,project.drive')
 */
export async function loadVocabulary(
  source: string | object | readonly VocabularyFile[],
  options: LoadOptions = {},
): Promise<CompiledVocabulary> {
  const name = options.name ?? 'vocabulary'
  if (isFiles(source)) return fromFiles(source, options)
  const parsed = typeof source === 'string' ? await parse(source, name, options) : source
  return validated([{ name, data: parsed }], options)
}

const isFiles = (source: unknown): source is readonly VocabularyFile[] =>
  Array.isArray(source) &&
  source.length > 0 &&
  source.every((f) => typeof f?.name === 'string' && typeof f.content === 'string')

async function fromFiles(files: readonly VocabularyFile[], options: LoadOptions): Promise<CompiledVocabulary> {
  const parts = await Promise.all(
    files.map(async ({ name, content }) => ({ name, data: await parse(content, name, { ...options, name }) })),
  )
  return validated(parts, options)
}

interface Part {
  readonly name: string
  readonly data: unknown
}

/** Joins the parts, checks each concept with its file's name, then the whole. */
async function validated(parts: readonly Part[], options: LoadOptions): Promise<CompiledVocabulary> {
  const { conceptSchema, vocabularyHeadSchema } = await import('./schema')
  const problems: string[] = []
  const concepts: ConceptInput[] = []
  const head: Record<string, unknown> = {
    id: options.id ?? 'vocabulary',
    version: options.version ?? '0',
    ...(options.categories && { categories: options.categories }),
  }
  for (const { name, data } of parts) {
    let list: unknown = data
    if (!Array.isArray(data)) {
      if (typeof data !== 'object' || data === null) {
        problems.push(`${name}: expected an object with id, version and concepts, or a list of concepts`)
        continue
      }
      const { concepts: inside, ...rest } = data as { concepts?: unknown }
      Object.assign(head, rest)
      list = inside ?? []
      if (!Array.isArray(list)) {
        problems.push(`${name}: field concepts: expected a list`)
        continue
      }
    }
    for (const [i, item] of (list as unknown[]).entries()) {
      const result = conceptSchema.safeParse(item)
      if (result.success) concepts.push(result.data as unknown as ConceptInput)
      else
        for (const issue of result.error.issues)
          problems.push(
            `${name}: ${conceptName(item, i)}${issue.path.length > 0 ? `: field ${issue.path.join('.')}` : ''}: ${issue.message}`,
          )
    }
  }
  const checked = vocabularyHeadSchema.safeParse(head)
  if (!checked.success)
    for (const issue of checked.error.issues)
      problems.push(`${parts[0]?.name ?? 'vocabulary'}: field ${issue.path.join('.')}: ${issue.message}`)
  refuseProblems(problems)
  const { id, version, title, about, license, categories } = checked.data!
  const vocabulary: Vocabulary = {
    id,
    version,
    title: title ?? null,
    about: about ?? null,
    license: license ?? null,
    categories,
    concepts: concepts.map((c) => completeConcept(c)),
  }
  const file = parts.length === 1 ? parts[0]!.name : id
  refuseProblems(checkVocabulary(vocabulary).map((p) => `${file}: ${p}`))
  return withHash(vocabulary)
}

const conceptName = (item: unknown, i: number): string => {
  const id = (item as { id?: unknown } | null)?.id
  return typeof id === 'string' ? `concept "${id}"` : `concept ${i + 1}`
}

const endings: readonly [RegExp, VocabularyFormat][] = [
  [/\.json$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.[ct]sv$/i, 'csv'],
  [/\.(?:ttl|n3|nt)$/i, 'turtle'],
  [/\.jsonld$/i, 'jsonld'],
]

/** The format by the file's ending, else by what the content looks like. */
export function formatOf(content: string, name: string): VocabularyFormat {
  const byName = endings.find(([ending]) => ending.test(name))?.[1]
  const head = content
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 2000)
  if (byName === 'json' || (byName === undefined && /^[{[]/.test(head)))
    return /"@(?:context|graph|id)"/.test(head) ? 'jsonld' : 'json'
  if (byName !== undefined) return byName
  if (/^(?:@prefix|@base|PREFIX|BASE|<[^>]+>\s)/i.test(head)) return 'turtle'
  const first = head.slice(0, head.search(/[\r\n]|$/))
  if (/(?:^|[,;\t"])(?:id|prefLabel)(?:[,;\t"]|$)/.test(first)) return 'csv'
  if (/^(?:#.*\n|---\s*\n|\s*\n)*(?:- )?[A-Za-z]+:(?:\s|$)/.test(head)) return 'yaml'
  throw new TifaError(
    'unsupported-format',
    `${name}: expected JSON, YAML, CSV with a head line, Turtle or JSON-LD; it begins ${JSON.stringify(head.slice(0, 40))}`,
  )
}

async function parse(content: string, name: string, options: LoadOptions): Promise<unknown> {
  const format = options.format ?? formatOf(content, name)
  const text = content.replace(/^\uFEFF/, '')
  try {
    if (format === 'json') return JSON.parse(text)
    if (format === 'yaml') return (await import('yaml')).parse(text)
    if (format === 'csv') return await readCsv(text)
    return fromTriples(format === 'turtle' ? await readTurtle(text) : readJsonLd(text), options)
  } catch (error) {
    if (error instanceof TifaError) throw new TifaError(error.code, `${name}: ${error.message}`, { cause: error })
    throw new TifaError('invalid-vocabulary', `${name}: cannot be read as ${format}: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
