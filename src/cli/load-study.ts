import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Study } from '../observation/study'
import { assembleStudy, type CodedReport, type CodeOptions, codeEach } from '../pipeline'
import type { RawReport } from '../report/report'
import { type InputFlags, numberFlag } from './flags'
import { codeInParallel, threadsFor } from './parallel'
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
  lean: boolean,
): AsyncGenerator<CodedReport> {
  const threads = threadsFor(inputs, numberFlag('--threads', flags.threads, 1, 256))
  if (threads === 1 || options.onRejected) {
    yield* codeEach(rawReports(inputs, flags, unreadable), options)
    return
  }
  const bar = progress(flags.quiet ?? false, inputs, unreadable)
  let done = 0
  try {
    for await (const one of codeInParallel(inputs, { flags, lean }, threads, unreadable)) {
      yield one
      bar.update(++done, null, 'reports')
    }
  } finally {
    bar.clear()
  }
}

/**
 * A coded study (a folder with method.json) as it is, or raw inputs coded now.
 *
 * @param lean leave out texts and category evidence, which only some analyses read
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
  const options = { ...(await codeOptions(flags)), keepText: !lean }
  const coded: CodedReport[] = []
  for await (const one of codedReports(inputs, flags, options, unreadable, lean)) coded.push(one)
  return assembleStudy(coded, options)
}
