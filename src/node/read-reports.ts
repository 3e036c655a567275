import { TifaError } from '../error'
import type { RawReport } from '../report/report'
import { type InputFile, inputFiles } from './input-files'
import { type InputIssue, inputIssue, type OnIssue, reasonOf } from './input-issue'
import { jsonRecords } from './json-values'
import { lineBlocks } from './line-blocks'
import { type OnBytes, openBytes, readableBytes, TooLarge, wholeFile } from './open-bytes'
import { parquetRows } from './parquet-rows'
import { documentOf } from './read-document'
import { type RecordContext, reportLines, reportValues } from './read-records'
import type { FieldNames } from './record'
import { tableRows } from './table-rows'
import { utf8Pieces } from './utf8-pieces'

export interface ReaderOptions {
  /** Encoding of all inputs (`gb18030`, `big5`, `utf-16le` …). Default: found for each file. */
  readonly encoding?: string
  /** Called for every input or record that could not be read. Default: a warning on the console. */
  readonly onIssue?: OnIssue
  /** Names of columns that are called otherwise in the records. */
  readonly fields?: FieldNames
  /** What `-` is read from. Default: standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /** Largest record or text file, in bytes. Default: 64 MB (67,108,864). */
  readonly maxRecord?: number
  /**
   * Is told how many more bytes of the files were read, packed as they lie on the disk: together at most the size of the files, and all of it once they
   * are read. Standard input is not counted.
   */
  readonly onBytes?: OnBytes
}

export const MAX_RECORD = 64 * 2 ** 20

/**
 * Reads reports from files and folders: `.txt .md .html .htm` (one report each), `.json .jsonl .ndjson .csv .tsv .parquet` (one a record), `.gz` of
 * these, and `-` for JSON lines on standard input. Folders are searched to the bottom, names in code-point order.
 *
 * An input that cannot be read never stops the rest: it is told to `onIssue` with its file and line. Record formats are streamed; memory holds
 * one record and one piece of the file.
 *
 * @param inputs files, folders or `-`
 * @throws TifaError `invalid-argument` for no inputs, `invalid-option` for an encoding that is not known
 * @example
 * for await (const raw of readReports('reports/', { onIssue: (issue) => console.error(issue.message) })) …
 */
export async function* readReports(
  inputs: string | readonly string[],
  options: ReaderOptions = {},
): AsyncGenerator<RawReport> {
  const list = typeof inputs === 'string' ? [inputs] : inputs
  if (!Array.isArray(list) || list.length === 0 || list.some((input) => typeof input !== 'string' || input === ''))
    throw new TifaError('invalid-argument', 'readReports expects the path of a file or folder, or a list of them')
  if (options.encoding !== undefined) checkEncoding(options.encoding)
  const onIssue = options.onIssue ?? warn
  for (const input of list) {
    if (input === '-') {
      for await (const batch of standardInput(options, onIssue)) yield* batch
      continue
    }
    let heard = 0
    const listen: OnIssue = (issue) => {
      heard++
      onIssue(issue)
    }
    for (const file of inputFiles(input, listen))
      for await (const batch of fileRecords(file, options, listen)) {
        heard += batch.length
        yield* batch
      }
    if (heard === 0)
      onIssue(
        inputIssue('empty', input, null, 'no file in the folder holds reports (records need a field text or html)'),
      )
  }
}

const warn = (issue: InputIssue): void => console.warn(issue.message)

function checkEncoding(encoding: string): void {
  try {
    new TextDecoder(encoding)
  } catch (cause) {
    throw new TifaError('invalid-option', `encoding: ${encoding} is not an encoding this machine knows`, { cause })
  }
}

function contextOf(path: string, options: ReaderOptions, onIssue: OnIssue): RecordContext {
  const { encoding, fields, onBytes } = options
  return { path, encoding, fields, onIssue, limit: options.maxRecord ?? MAX_RECORD, onBytes }
}

async function* standardInput(options: ReaderOptions, onIssue: OnIssue): AsyncGenerator<RawReport[]> {
  const context = contextOf('-', options, onIssue)
  try {
    const pieces = utf8Pieces(readableBytes(options.stdin ?? process.stdin), options.encoding)
    yield* reportLines(lineBlocks(pieces, context.limit), context)
  } catch (error) {
    onIssue(inputIssue('unreadable', '-', null, reasonOf(error)))
  }
}

/** Everything in one file. Whatever goes wrong with it ends here. */
export async function* fileRecords(
  file: InputFile,
  options: ReaderOptions,
  onIssue: OnIssue,
): AsyncGenerator<RawReport[]> {
  const { path } = file
  const context = contextOf(path, options, onIssue)
  let told = 0
  const tell: OnIssue = (issue) => {
    told++
    onIssue(issue)
  }
  const counted: RecordContext = { ...context, onIssue: tell }
  let reports = 0
  try {
    for await (const batch of batchesOf(file, counted)) {
      reports += batch.length
      yield batch
    }
  } catch (error) {
    told++
    if (error instanceof TooLarge)
      onIssue(
        inputIssue(
          'record-too-large',
          path,
          null,
          `the file is over ${context.limit / 2 ** 20} MB and was passed over`,
        ),
      )
    else onIssue(inputIssue('unreadable', path, null, reasonOf(error)))
  }
  if (reports === 0 && told === 0 && file.named) onIssue(inputIssue('empty', path, null, 'the file holds no records'))
}

async function* batchesOf(file: InputFile, context: RecordContext): AsyncGenerator<RawReport[]> {
  const { path, format } = file
  const bytes = () => openBytes(file, context.onBytes)
  const utf8 = (read = bytes()) => utf8Pieces(read, context.encoding)
  switch (format) {
    case 'text':
    case 'html': {
      const raw = documentOf(
        path,
        await wholeFile(bytes(), context.limit),
        format === 'html',
        context.encoding,
        context.onIssue,
      )
      if (raw) yield [raw]
      return
    }
    case 'jsonl':
      yield* reportLines(lineBlocks(utf8(), context.limit), context)
      return
    case 'json':
      yield* file.named
        ? reportValues(jsonRecords(utf8(), context.limit), context)
        : reportsAmongJson(() => utf8(openBytes(file)), utf8, context)
      return
    case 'csv':
    case 'tsv':
      yield* tableRows(utf8(), format === 'csv' ? ',' : '\t', context)
      return
    case 'parquet':
      if (file.gzip) throw new Error('Parquet is packed already; unpack the .gz')
      yield* parquetRows(path, context)
  }
}

/** A JSON file met in a folder may be anything (settings, a gazetteer): it is passed over if its first record has no text and no html. */
async function* reportsAmongJson(
  peek: () => AsyncGenerator<Buffer>,
  utf8: () => AsyncGenerator<Buffer>,
  context: RecordContext,
): AsyncGenerator<RawReport[]> {
  for await (const { bytes } of jsonRecords(peek(), context.limit)) {
    if (isForeign(bytes, context)) return
    break
  }
  yield* reportValues(jsonRecords(utf8(), context.limit), context)
}

function isForeign(bytes: Buffer | null, context: RecordContext): boolean {
  if (bytes === null) return false
  try {
    const first: unknown = JSON.parse(bytes.toString('utf8'))
    const text = context.fields?.text ?? 'text'
    const html = context.fields?.html ?? 'html'
    return typeof first !== 'object' || first === null || !(text in first || html in first)
  } catch {
    return false
  }
}
