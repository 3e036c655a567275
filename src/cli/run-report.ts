import { bursts, changePoints, cooccurrence, coverage, diffusion, frequency, trend } from '../analysis/index'
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

/** Concepts on the page: the most frequent. Bursts and changes are looked for among these. */
const LISTED = 30

/** `tifa report`: codes (or loads) the study and writes one page. */
export async function runReport(inputs: string[], own: ReportFlags, given: (name: string) => boolean): Promise<void> {
  const flags = await withConfig(own, given)
  const by = oneOf('--by', flags.by, ['month', 'quarter', 'year']) ?? 'month'
  const unreadable = new Unreadable()
  const study = await loadStudy(inputs, flags, unreadable)
  const trends = trend(study, { by })
  const concepts = [...new Set(trends.tests.filter((t) => t.numerator > 0).map((t) => t.concept))].slice(0, LISTED)
  const placed = study.reports.some((r) => r.excluded === null && r.province !== null)
  const page = reportPage({
    title: flags.title ?? `Formulations and directives: ${inputs.join(', ')}`,
    study,
    trend: trends,
    frequency: frequency(study),
    cooccurrence: cooccurrence(study),
    coverage: coverage(study),
    ...(concepts.length && {
      bursts: bursts(study, { by, concepts }),
      changePoints: changePoints(study, { by, concepts }),
    }),
    ...(concepts.length && placed && { diffusion: diffusion(study, { concepts, period: by }) }),
    top: LISTED,
  })
  writeWhole(flags.output, page)
  if (!flags.quiet)
    process.stderr.write(`${study.reports.length} reports, ${study.mentions.length} mentions → ${flags.output}\n`)
  unreadable.settle(flags.json ?? false)
}
