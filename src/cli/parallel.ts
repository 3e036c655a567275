import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { inputFiles } from '../node/input-files'
import { workUnits } from '../node/work-units'
import type { CompactChunk } from '../observation/compact/compact-study'
import type { CodedReport } from '../pipeline'
import type { InputFlags } from './flags'
import type { Unreadable } from './load-study'

export interface WorkerSetup {
  readonly flags: InputFlags
  /** Hand over columns of what is counted in place of rows. */
  readonly lean: boolean
  readonly keepText: boolean
  readonly listRejected: boolean
}

export interface UnitResult {
  readonly number: number
  /** Rows, unless columns were asked for. */
  readonly coded: CodedReport[]
  readonly columns: CompactChunk | null
  readonly issues: readonly string[]
}

/** Below this many bytes a second thread costs more than it saves: each warms up the whole program for itself (seconds, at 42 MB a loss). */
const WORTH_IT = 64 << 20
/** What a file is taken to weigh beside lines, in bytes. */
const FILE = 4096
/** Units under way for each thread: enough that none waits, few enough that memory stays flat. */
const AHEAD = 6

/** How many threads to use: what was asked for, or one a core where the inputs are large. Standard input is read by one. */
export function threadsFor(inputs: readonly string[], asked: number | undefined): number {
  if (inputs.includes('-')) return 1
  if (asked !== undefined) return asked
  let bytes = 0
  for (const input of inputs)
    for (const file of inputFiles(input, () => {})) {
      bytes += statSync(file.path).size * (file.gzip ? 4 : 1)
      if (bytes > WORTH_IT) return availableParallelism()
    }
  return 1
}

/**
 * Codes the inputs on several threads. Results come in the order of the inputs, whatever thread was first, so that rows are the
 * same for any number of threads.
 */
export async function* codeInParallel(
  inputs: readonly string[],
  setup: WorkerSetup,
  threads: number,
  unreadable: Unreadable,
): AsyncGenerator<UnitResult> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: setup }),
  )
  /** Bytes under way at each worker: units differ in size a thousandfold (a block of lines, the one line at its edge). */
  const load = new Float64Array(threads)
  const waiting = new Map<number, { resolve: (r: UnitResult) => void; reject: (e: Error) => void }>()
  for (const worker of workers) {
    worker.on('message', (result: UnitResult) => {
      waiting.get(result.number)!.resolve(result)
      waiting.delete(result.number)
    })
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
  }
  const tell = (issue: { readonly message: string }) => unreadable.messages.push(issue.message)
  const queue: Promise<UnitResult>[] = []
  const finished = async function* (most: number): AsyncGenerator<UnitResult> {
    while (queue.length > most) {
      const result = await queue.shift()!
      unreadable.messages.push(...result.issues)
      yield result
    }
  }
  try {
    let number = 0
    const { encoding } = setup.flags
    const reader = { ...(encoding && { encoding }), onBytes: unreadable.onBytes }
    for await (const unit of workUnits(inputs, reader, tell)) {
      const mine = number++
      const result = new Promise<UnitResult>((resolve, reject) => waiting.set(mine, { resolve, reject }))
      queue.push(result)
      const transfer = unit.kind === 'lines' ? [unit.bytes.buffer as ArrayBuffer] : []
      const least = load.indexOf(Math.min(...load))
      const size = unit.kind === 'lines' ? unit.bytes.length : unit.files.length * FILE
      load[least]! += size
      result.then(
        () => {
          load[least]! -= size
        },
        () => {},
      )
      workers[least]!.postMessage({ unit, number: mine }, transfer)
      yield* finished(threads * AHEAD)
    }
    yield* finished(0)
  } finally {
    await Promise.all(workers.map((w) => w.terminate()))
  }
}
