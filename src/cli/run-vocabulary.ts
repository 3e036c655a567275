import { extname } from 'node:path'
import { TifaError } from '../error'
import type { Tabular } from '../present/table'
import { diffVocabulary, labelsOf, lintVocabulary, toSkos, toVocabularyCsv, type Vocabulary } from '../vocabulary/index'
import { loadStudy, Unreadable } from './load-study'
import { vocabularyOf } from './settings'
import { output, writeWhole } from './write-output'

interface TableFlags {
  readonly format?: string
}

const print = (rows: readonly object[], flags: TableFlags, none: string): Promise<void> | void =>
  rows.length || flags.format !== 'table' ? output(rows as Tabular, flags) : void process.stdout.write(`${none}\n`)

/** `tifa vocabulary lint`: exit status 1 when a finding is an error. */
export async function lint(path: string | undefined, flags: TableFlags): Promise<void> {
  const vocabulary = await vocabularyOf(path)
  const findings = lintVocabulary(vocabulary)
  await print(
    findings,
    flags,
    `${vocabulary.id} ${vocabulary.version}: ${vocabulary.concepts.length} concepts, nothing to report`,
  )
  if (findings.some((f) => f.severity === 'error')) process.exitCode = 1
}

/** `tifa vocabulary diff`: concepts that changed and, with inputs, the counts that change and why. */
export async function diff(before: string, after: string, inputs: string[], flags: TableFlags): Promise<void> {
  const unreadable = new Unreadable()
  const [a, b] = [await vocabularyOf(before), await vocabularyOf(after)]
  const study = inputs.length ? await loadStudy(inputs, { quiet: true, kind: 'any' }, unreadable) : null
  const found = diffVocabulary(
    a,
    b,
    study ? { corpus: study.reports.map(({ text, ...r }) => ({ ...r, ...(text !== undefined && { text }) })) } : {},
  )
  await print(found.concepts, flags, 'no concept changed')
  if (study) {
    process.stdout.write('\n')
    const rows = found.counts.map(({ why, ...c }) => ({
      ...c,
      why: why.map((r) => `${r.cause} ${r.n}× ${r.example}`).join(' | '),
    }))
    await print(rows, flags, 'no count changed')
  }
  unreadable.settle(false)
}

/** `tifa vocabulary convert`. */
export async function convert(path: string, flags: { readonly output: string }): Promise<void> {
  const vocabulary = await vocabularyOf(path)
  writeWhole(flags.output, await converted(vocabulary, extname(flags.output).toLowerCase()))
}

async function converted(vocabulary: Vocabulary, ending: string): Promise<string> {
  const { id, version, title, about, license, categories, concepts } = vocabulary
  const plain = Object.fromEntries(
    Object.entries({ id, version, title, about, license, categories, concepts }).filter(([, v]) => v !== null),
  )
  switch (ending) {
    case '.ttl':
      return toSkos(vocabulary)
    case '.jsonld':
      return toSkos(vocabulary, { format: 'jsonld' })
    case '.csv':
      return toVocabularyCsv(vocabulary)
    case '.json':
      return `${JSON.stringify(plain, null, 1)}\n`
    case '.yaml':
    case '.yml':
      return (await import('yaml')).stringify(JSON.parse(JSON.stringify(plain)))
    default:
      throw new TifaError(
        'unsupported-format',
        `expected an ending among .yaml .json .csv .ttl .jsonld; got "${ending}"`,
      )
  }
}

/** `tifa vocabulary list`. */
export async function list(path: string | undefined, flags: TableFlags): Promise<void> {
  const vocabulary = await vocabularyOf(path)
  await print(
    vocabulary.concepts.map((c) => ({
      id: c.id,
      label: c.prefLabel,
      category: c.category,
      level: c.level,
      grade: c.grade,
      status: c.status,
      gloss: c.gloss,
      labels: labelsOf(c).slice(1).join(' | '),
    })),
    flags,
    'no concepts',
  )
}
