import { parentPort, workerData } from 'node:worker_threads'
import { unitReports, type WorkUnit } from '../node/work-units'
import { CompactTables } from '../observation/compact/compact-study'
import { type CodedReport, codePage } from '../pipeline'
import type { InputFlags } from './flags'
import type { UnitResult, WorkerSetup } from './parallel'
import { codeOptions } from './settings'

// One worker: codes the units it is sent, in order, with the options the command was called with.
const { flags, lean, keepText, listRejected } = workerData as WorkerSetup
const options = await codeOptions(flags as InputFlags)
const reader = flags.encoding ? { encoding: flags.encoding } : {}

const wanted = { ...options, keepText, listRejected }
const tables = new CompactTables()

parentPort!.on('message', async ({ unit, number }: { unit: WorkUnit; number: number }) => {
  const issues: string[] = []
  const coded: CodedReport[] = []
  for await (const batch of unitReports(unit, reader, (issue) => issues.push(issue.message)))
    for (const raw of batch)
      for (const one of codePage(raw, wanted))
        if (lean) tables.add(one)
        else coded.push(one)
  if (!lean) return parentPort!.postMessage({ number, coded, columns: null, issues } satisfies UnitResult)
  const columns = tables.take()
  const transfer = [columns.reports, columns.directives, columns.mentions].flatMap((chunk) =>
    Object.values(chunk).flatMap((cells) => (Array.isArray(cells) ? [] : [cells.buffer as ArrayBuffer])),
  )
  parentPort!.postMessage({ number, coded, columns, issues } satisfies UnitResult, transfer)
})
