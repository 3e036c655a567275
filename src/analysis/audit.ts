import { findDirectives } from '../directive/index'
import { TifaError } from '../error'
import { codeMentions } from '../mention/index'
import type { Mention } from '../mention/mention'
import type { StudyMethod } from '../observation'
import { type Gazetteer, type RawReport, readPage, reportKinds } from '../report/index'
import type { ReportKind } from '../report/report'
import { type CleaningStep, cleaningSteps } from '../text/index'
import { rulesVersion, version } from '../version'
import type { CompiledVocabulary, OverlapPolicy } from '../vocabulary/index'
import { column } from './columns'
import type { Result } from './result'

export interface AuditOptions {
  readonly vocabulary: CompiledVocabulary
  readonly places?: Gazetteer
  readonly kinds?: readonly ReportKind[] | 'any'
  readonly overlap?: OverlapPolicy
  readonly inferYears?: boolean
  /** Steps to try without. Default: all of them. */
  readonly steps?: readonly CleaningStep[]
}

/** What one cleaning step did to the corpus, and what the count would be without it. */
export interface AuditRow {
  readonly step: CleaningStep
  readonly version: string
  /** Reports with at least one edit, and all reports read. */
  readonly touched: number
  readonly reports: number
  readonly edits: number
  readonly changed: number
  readonly removed: number
  /** Counted mentions with all steps, and with all but this one. */
  readonly mentions: number
  readonly without: number
  /** Mentions found only with the step, and found only without it. */
  readonly gained: number
  readonly lost: number
  readonly directives: number
  readonly directivesWithout: number
}

/**
 * What did cleaning do? Per step: characters changed and removed, and the mentions and directives gained or lost by
 * it, found by coding every report once with all steps and once without each.
 *
 * Mentions are compared by concept and place in the *source*, so a step that moves nothing gains nothing. Rows in the
 * order of the steps. Memory does not grow with the number of reports, but for the ids of mentions gained.
 *
 * @throws TifaError `invalid-option` without a vocabulary or for an unknown step
 * @example (await audit(readReports('reports/'), { vocabulary })).rows.map((r) => [r.step, r.removed, r.gained, r.lost])
 */
export async function audit(
  reports: Iterable<RawReport> | AsyncIterable<RawReport>,
  options: AuditOptions,
): Promise<Result<AuditRow>> {
  if (!options?.vocabulary)
    throw new TifaError('invalid-option', 'audit expects { vocabulary }: load one, or import the bundled one')
  const known = cleaningSteps.map((s) => s.step)
  const steps = options.steps ?? known
  for (const step of steps)
    if (!known.includes(step))
      throw new TifaError('invalid-option', `steps expects ${known.join(', ')}; got ${JSON.stringify(step)}`)
  const sums = steps.map(() => ({
    touched: 0,
    edits: 0,
    changed: 0,
    removed: 0,
    without: 0,
    gained: [] as string[],
    lost: 0,
    directivesWithout: 0,
  }))
  let read = 0
  let excluded = 0
  let mentions = 0
  let directives = 0
  for await (const raw of reports) {
    const all = code(raw, options, [])
    read += all.reports
    excluded += all.excluded
    mentions += all.mentions.size
    directives += all.directives
    for (const [k, step] of steps.entries()) {
      const sum = sums[k]!
      const record = all.steps.get(step)
      if (record === undefined || record.edits === 0) {
        // Nothing was edited, so nothing would differ.
        sum.without += all.mentions.size
        sum.directivesWithout += all.directives
        continue
      }
      sum.touched++
      sum.edits += record.edits
      sum.changed += record.changed
      sum.removed += record.removed
      const bare = code(raw, options, [step])
      sum.without += bare.mentions.size
      sum.directivesWithout += bare.directives
      for (const [key, id] of all.mentions) if (!bare.mentions.has(key)) sum.gained.push(id)
      for (const key of bare.mentions.keys()) if (!all.mentions.has(key)) sum.lost++
    }
  }
  const rows = steps.map((step, k): AuditRow => {
    const { gained, ...sum } = sums[k]!
    return {
      step,
      version: cleaningSteps.find((s) => s.step === step)!.version,
      touched: sum.touched,
      reports: read,
      edits: sum.edits,
      changed: sum.changed,
      removed: sum.removed,
      mentions,
      without: sum.without,
      gained: gained.length,
      lost: sum.lost,
      directives,
      directivesWithout: sum.directivesWithout,
    }
  })
  return {
    kind: 'audit',
    rows,
    columns: AUDIT_COLUMNS,
    method: {
      ...auditMethod(options, read, excluded),
      analysis: 'audit',
      unit: 'mention',
      denominator: `${read} reports`,
      reprints: 'all',
      tests: [],
      correction: null,
      seed: null,
      notes: ['every report coded once with all steps and once without each step that edited it'],
    },
    mentions: (row) => sums[steps.indexOf(row.step)]?.gained ?? [],
  }
}

interface Coded {
  readonly reports: number
  readonly excluded: number
  readonly directives: number
  /** Counted mentions by concept and source span, with their ids. */
  readonly mentions: ReadonlyMap<string, string>
  readonly steps: ReadonlyMap<
    CleaningStep,
    { readonly edits: number; readonly changed: number; readonly removed: number }
  >
}

function code(raw: RawReport, options: AuditOptions, skip: readonly CleaningStep[]): Coded {
  const mentions = new Map<string, string>()
  let directives = 0
  let excluded = 0
  const pages = readPage(raw, { ...options, skip })
  for (const report of pages) {
    if (report.row.excluded !== null) {
      excluded++
      continue
    }
    const found = findDirectives(report)
    directives += found.length
    for (const m of codeMentions(report, found, options.vocabulary, options))
      if (m.shadowedBy === null) mentions.set(keyOf(m), m.id)
  }
  // Reports of one page share its steps.
  return {
    reports: pages.length,
    excluded,
    directives,
    mentions,
    steps: new Map(pages[0]?.clean.steps.map((s) => [s.step, s])),
  }
}

function keyOf(m: Mention): string {
  return `${m.concept}\u0000${m.field}\u0000${m.start}\u0000${m.end}`
}

function auditMethod(options: AuditOptions, reports: number, excluded: number): StudyMethod {
  const { vocabulary } = options
  return {
    tifa: version,
    rules: rulesVersion,
    vocabulary: {
      id: vocabulary.id,
      version: vocabulary.version,
      hash: vocabulary.hash,
      concepts: vocabulary.concepts.length,
    },
    cleaning: cleaningSteps,
    overlap: options.overlap ?? 'nested',
    segmenter: null,
    kinds: options.kinds ?? reportKinds,
    inferYears: options.inferYears ?? false,
    corpus: '',
    reports,
    excluded,
    undated: 0,
  }
}

const AUDIT_COLUMNS = [
  column('step', 'cleaning step', '清洗步骤'),
  column('version', 'version', '版本'),
  column('touched', 'reports edited', '改动报道数', { unit: 'reports', denominator: 'reports' }),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
  column('edits', 'edits', '改动处数', { unit: 'edits' }),
  column('changed', 'characters changed', '改动字数', { unit: 'characters' }),
  column('removed', 'characters removed', '删除字数', { unit: 'characters' }),
  column('mentions', 'mentions', '出现次数', { unit: 'mentions', note: 'with all steps' }),
  column('without', 'mentions without the step', '缺此步骤时次数', { unit: 'mentions' }),
  column('gained', 'mentions gained', '增加次数', { unit: 'mentions', denominator: 'mentions' }),
  column('lost', 'mentions lost', '减少次数', { unit: 'mentions', denominator: 'without' }),
  column('directives', 'directives', '指示条数', { unit: 'directives', note: 'with all steps' }),
  column('directivesWithout', 'directives without the step', '缺此步骤时指示条数', { unit: 'directives' }),
]
