import { statSync } from 'node:fs'
import type { RawReport } from '../report/report'
import { type InputFile, inputFiles } from './input-files'
import { inputIssue, type OnIssue, reasonOf } from './input-issue'
import { lineBlocks } from './line-blocks'
import { openBytes } from './open-bytes'
import { reportLines } from './read-records'
import { fileRecords, MAX_RECORD, type ReaderOptions } from './read-reports'
import { utf8Pieces } from './utf8-pieces'

/** A piece of the corpus that can be read and coded by itself: a block of JSON lines, or some whole files. */
export type WorkUnit =
  | { readonly kind: 'lines'; readonly path: string; readonly line: number; readonly bytes: Uint8Array }
  | { readonly kind: 'files'; readonly files: readonly InputFile[] }

/** Whole files handed out together: enough to be worth a message, few enough to share out evenly. */
const FILES = 24

/**
 * Cuts inputs into units in the order of the inputs. Nothing is parsed here, so that parsing is shared out too. Standard input is
 * not cut: it is read by one thread.
 */
export async function* workUnits(
  inputs: readonly string[],
  options: ReaderOptions,
  onIssue: OnIssue,
): AsyncGenerator<WorkUnit> {
  let files: InputFile[] = []
  for (const input of inputs)
    for (const file of inputFiles(input, onIssue)) {
      if (file.format !== 'jsonl') {
        files.push(file)
        options.onBytes?.(statSync(file.path, { throwIfNoEntry: false })?.size ?? 0)
        if (files.length < FILES && (file.format === 'text' || file.format === 'html')) continue
      }
      if (files.length) yield { kind: 'files', files }
      files = []
      if (file.format === 'jsonl') yield* linesOf(file, options, onIssue)
    }
  if (files.length) yield { kind: 'files', files }
}

async function* linesOf(file: InputFile, options: ReaderOptions, onIssue: OnIssue): AsyncGenerator<WorkUnit> {
  const { path } = file
  const limit = options.maxRecord ?? MAX_RECORD
  let blocks = 0
  try {
    for await (const { line, bytes } of lineBlocks(
      utf8Pieces(openBytes(file, options.onBytes), options.encoding),
      limit,
    )) {
      blocks++
      if (bytes === null)
        onIssue(
          inputIssue('record-too-large', path, line, `the record is over ${limit / 2 ** 20} MB and was passed over`),
        )
      // A copy of its own, so that its memory can be handed over instead of copied again.
      else yield { kind: 'lines', path, line, bytes: new Uint8Array(bytes) }
    }
  } catch (error) {
    onIssue(inputIssue('unreadable', path, null, reasonOf(error)))
    return
  }
  if (blocks === 0 && file.named) onIssue(inputIssue('empty', path, null, 'the file holds no records'))
}

/** The reports of one unit, in order. */
export async function* unitReports(
  unit: WorkUnit,
  options: ReaderOptions,
  onIssue: OnIssue,
): AsyncGenerator<RawReport[]> {
  if (unit.kind === 'files') {
    for (const file of unit.files) yield* fileRecords(file, options, onIssue)
    return
  }
  const { path, line, bytes } = unit
  const block = (async function* () {
    yield { line, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  })()
  const limit = options.maxRecord ?? MAX_RECORD
  yield* reportLines(block, { path, encoding: options.encoding, fields: options.fields, onIssue, limit })
}
