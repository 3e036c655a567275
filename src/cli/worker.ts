import { parentPort, workerData } from 'node:worker_threads'
import { unitReports, type WorkUnit } from '../node/work-units'
import { type CodedReport, codePage } from '../pipeline'
import type { InputFlags } from './flags'
import type { UnitResult, WorkerSetup } from './parallel'
import { codeOptions } from './settings'

// One worker: codes the units it is sent, in order, with the options the command was called with.
const { flags, lean } = workerData as WorkerSetup
const options = await codeOptions(flags as InputFlags)
const reader = flags.encoding ? { encoding: flags.encoding } : {}

parentPort!.on('message', async ({ unit, number }: { unit: WorkUnit; number: number }) => {
  const issues: string[] = []
  const coded: CodedReport[] = []
  for await (const batch of unitReports(unit, reader, (issue) => issues.push(issue.message)))
    for (const raw of batch)
      for (const one of codePage(raw, { ...options, keepText: !lean })) coded.push(lean ? slim(one) : one)
  parentPort!.postMessage({ number, coded, issues } satisfies UnitResult)
})

/** What counting needs: evidence and rejected candidates stay here, because handing them over costs more than finding them. */
function slim(one: CodedReport): CodedReport {
  for (const directive of one.directives) directive.categoryEvidence = []
  one.rejected.length = 0
  return one
}
