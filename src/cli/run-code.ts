import { CompactTables } from '../observation/compact/compact-study'
import { codeEach, compactStudy } from '../pipeline'
import type { InputFlags } from './flags'
import { codedReports, rawReports, Unreadable } from './load-study'
import { codeOptions, withConfig } from './settings'
import { openPart } from './write-output'

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
    const all = { ...options, listRejected: flags.rejected === true }
    const { openStudy } = await import('../node/index')
    const writer = openStudy(flags.output)
    const rejected = flags.rejected ? openPart(`${flags.output}/rejected.ndjson`) : null
    // Rows are written as they come; reprints are known when all reports have been seen.
    const seen = new CompactTables()
    const count = { directives: 0, mentions: 0 }
    const abandon = () => {
      writer.abandon()
      rejected?.abandon()
    }
    process.once('exit', abandon) // Ctrl-C
    try {
      for await (const one of codedReports(inputs, flags, all, unreadable)) {
        writer.add({ reports: [one.report], directives: one.directives, mentions: one.mentions })
        seen.add({ report: one.report, directives: [], mentions: [] })
        for (const candidate of one.rejected) rejected?.write(`${JSON.stringify(candidate)}\n`)
        count.directives += one.directives.length
        count.mentions += one.mentions.length
      }
      const { reports, method, concepts } = compactStudy(seen, all)
      writer.finish(method, concepts, (report) => reports[report]!.reprintOf)
      rejected?.finish()
      if (!flags.quiet)
        process.stderr.write(
          `${method.reports} reports (${method.excluded} refused, ${method.undated} undated), ${count.directives} directives, ${count.mentions} mentions → ${flags.output}\n`,
        )
    } finally {
      abandon()
      process.removeListener('exit', abandon)
    }
  }
  unreadable.settle(flags.json ?? false)
}
