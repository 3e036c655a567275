import { assembleStudy, type CodedReport, codeEach } from '../pipeline'
import type { InputFlags } from './flags'
import { codedReports, rawReports, Unreadable } from './load-study'
import { codeOptions, withConfig } from './settings'
import { writeWhole } from './write-output'

export interface CodeFlags extends InputFlags {
  output?: string
  text: boolean
  rejected?: boolean
}

/** `tifa code`: with `-o` the four files of a study, without it one JSON line a report on standard output. */
export async function runCode(inputs: string[], own: CodeFlags, given: (name: string) => boolean): Promise<void> {
  const flags = await withConfig(own, given)
  const unreadable = new Unreadable()
  const options = { ...(await codeOptions(flags)), keepText: flags.text }
  if (!flags.output) {
    for await (const { report, directives, mentions, rejected } of codeEach(
      rawReports(inputs, flags, unreadable),
      options,
    )) {
      const line = `${JSON.stringify({ report, directives, mentions, ...(flags.rejected && { rejected }) })}\n`
      if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  } else {
    const { writeStudy } = await import('../node/index')
    const rejected: string[] = []
    const all = {
      ...options,
      ...(flags.rejected && { onRejected: (r: object) => rejected.push(`${JSON.stringify(r)}\n`) }),
    }
    const coded: CodedReport[] = []
    for await (const one of codedReports(inputs, flags, all, unreadable)) {
      if (flags.rejected) one.rejected.forEach(all.onRejected!)
      coded.push(one)
    }
    const study = assembleStudy(coded, all)
    await writeStudy(flags.output, study)
    if (flags.rejected) writeWhole(`${flags.output}/rejected.ndjson`, rejected.join(''))
    if (!flags.quiet)
      process.stderr.write(
        `${study.reports.length} reports (${study.method.excluded} refused, ${study.method.undated} undated), ${study.directives.length} directives, ${study.mentions.length} mentions → ${flags.output}\n`,
      )
  }
  unreadable.settle(flags.json ?? false)
}
