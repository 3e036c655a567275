import { cooccurrence, coverage, frequency, trend } from '../analysis/index'
import { reportPage } from '../present/index'
import { type InputFlags, oneOf } from './flags'
import { loadStudy, Unreadable } from './load-study'
import { withConfig } from './settings'
import { writeWhole } from './write-output'

export interface ReportFlags extends InputFlags {
  output: string
  by?: string
  title?: string
}

/** `tifa report`: codes (or loads) the study and writes one page. */
export async function runReport(inputs: string[], own: ReportFlags, given: (name: string) => boolean): Promise<void> {
  const flags = await withConfig(own, given)
  const by = oneOf('--by', flags.by, ['month', 'quarter', 'year']) ?? 'month'
  const unreadable = new Unreadable()
  const study = await loadStudy(inputs, flags, unreadable)
  const page = reportPage({
    title: flags.title ?? `Formulations and directives: ${inputs.join(', ')}`,
    study,
    trend: trend(study, { by }),
    frequency: frequency(study),
    cooccurrence: cooccurrence(study),
    coverage: coverage(study),
  })
  writeWhole(flags.output, page)
  if (!flags.quiet)
    process.stderr.write(`${study.reports.length} reports, ${study.mentions.length} mentions → ${flags.output}\n`)
  unreadable.settle(flags.json ?? false)
}
