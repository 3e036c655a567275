import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CompactTables } from '../observation/compact/compact-study'
import type { Study } from '../observation/study'
import { assembleStudy, type CodedReport, type CodeOptions, codeEach, compactStudy } from '../pipeline'
import type { RawReport } from '../report/report'
import { type InputFlags, numberFlag } from './flags'
import { codeInParallel, threadsFor, type WorkerSetup } from './parallel'
import { progress } from './progress'
import { codeOptions } from './settings'

/** What could not be read, one message each; the rest of the corpus is done all the same. And how much was. */
export class Unreadable {
  /** Bytes of the input files read so far. */
  bytes = 0
  readonly onBytes = (more: number): void => {
    this.bytes += more
  }
  readonly messages: string[] = []
  /** Prints the messages and leaves exit status 1 behind when there are any. */
  settle(json: boolean): void {
    for (const message of this.messages)
      process.stderr.write(
        json ? `${JSON.stringify({ error: { code: 'unreadable-input', message } })}\n` : `tifa: ${message}\n`,
      )
    if (this.messages.length) process.exitCode = 1
  }
}

/** Reads the inputs as raw reports with a progress line. */
export async function* rawReports(
  inputs: readonly string[],
  flags: InputFlags,
  unreadable: Unreadable,
): AsyncGenerator<RawReport> {
  const { readReports } = await import('../node/index')
  const bar = progress(flags.quiet ?? false, inputs, unreadable)
  let done = 0
  try {
    const options = {
      ...(flags.encoding && { encoding: flags.encoding }),
      onIssue: (issue: { message: string }) => unreadable.messages.push(issue.message),
      onBytes: unreadable.onBytes,
    }
    for await (const raw of readReports([...inputs], options)) {
      yield raw
      bar.update(++done, null, 'reports')
    }
  } finally {
    bar.clear()
  }
}

/** Codes the inputs, on several threads where they are large, with a progress line. */
export async function* codedReports(
  inputs: readonly string[],
  flags: InputFlags,
  options: CodeOptions,
  unreadable: Unreadable,
): AsyncGenerator<CodedReport> {
  const threads = threadsFor(inputs, numberFlag('--threads', flags.threads, 1, 256))
  if (threads === 1) {
    yield* codeEach(rawReports(inputs, flags, unreadable), options)
    return
  }
  const bar = progress(flags.quiet ?? false, inputs, unreadable)
  let done = 0
  try {
    for await (const { coded } of codeInParallel(inputs, setupOf(flags, options, false), threads, unreadable)) {
      yield* coded
      bar.update((done += coded.length), null, 'reports')
    }
  } finally {
    bar.clear()
  }
}

const setupOf = (flags: InputFlags, options: CodeOptions, lean: boolean): WorkerSetup => ({
  flags,
  lean,
  keepText: options.keepText !== false,
  listRejected: options.listRejected !== false,
})

/** As {@link codedReports}, but only what is counted is kept, by columns. */
async function codedColumns(
  inputs: readonly string[],
  flags: InputFlags,
  options: CodeOptions,
  unreadable: Unreadable,
): Promise<CompactTables> {
  const tables = new CompactTables()
  const threads = threadsFor(inputs, numberFlag('--threads', flags.threads, 1, 256))
  if (threads === 1) {
    for await (const coded of codeEach(rawReports(inputs, flags, unreadable), options)) tables.add(coded)
    return tables
  }
  const bar = progress(flags.quiet ?? false, inputs, unreadable)
  try {
    for await (const { columns } of codeInParallel(inputs, setupOf(flags, options, true), threads, unreadable)) {
      tables.append(columns!)
      bar.update(tables.length, null, 'reports')
    }
  } finally {
    bar.clear()
  }
  return tables
}

/**
 * A coded study (a folder with method.json) as it is, or raw inputs coded now.
 *
 * @param lean keep only what is counted, not the sentences: enough for most analyses, in a fraction of the memory
 */
export async function loadStudy(
  inputs: readonly string[],
  flags: InputFlags,
  unreadable: Unreadable,
  lean = false,
): Promise<Study> {
  const [first] = inputs
  if (inputs.length === 1 && first && first !== '-' && existsSync(join(first, 'method.json')))
    return (await import('../node/index')).readStudy(first)
  const options = { ...(await codeOptions(flags)), listRejected: false }
  if (lean) return compactStudy(await codedColumns(inputs, flags, options, unreadable), options)
  const coded: CodedReport[] = []
  for await (const one of codedReports(inputs, flags, options, unreadable)) coded.push(one)
  return assembleStudy(coded, options)
}
