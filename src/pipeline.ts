// The whole job on one screen: read → find directives → code mentions → categorise, one report at a time.

import type { Directive, Rejected } from './directive/directive'
import { findDirectives, reviewDirectives } from './directive/index'
import { TifaError } from './error'
import { categorise } from './mention/categorise'
import { codeMentions } from './mention/index'
import type { Mention } from './mention/mention'
import { addHash, type CompactTables } from './observation/compact/compact-study'
import type { ConceptInfo, Study, StudyMethod } from './observation/study'
import { clusterReprints, type Gazetteer, readPage, readReport, reportKinds } from './report/index'
import type { RawReport, Report, ReportKind, ReportRow } from './report/report'
import { countWords, type Segmenter } from './segment/index'
import type { CleaningStep } from './text/clean-text'
import { cleaningSteps } from './text/index'
import { rulesVersion, version } from './version'
import type { CompiledVocabulary, OverlapPolicy } from './vocabulary/index'

/** How reports are coded. Everything here is written into the study's method. */
export interface CodeOptions {
  readonly vocabulary: CompiledVocabulary
  /** Gazetteer. Default: the bundled GB/T 2260 one. */
  readonly places?: Gazetteer
  /** Kinds of document that are coded; others stay as rows with `excluded`. Default: what reports leaders' and meetings' speech. */
  readonly kinds?: readonly ReportKind[] | 'any'
  /** Which matches to keep when concepts overlap. Default `nested`. */
  readonly overlap?: OverlapPolicy
  /** Counts words and checks mention boundaries. Default: none (`words` and `boundaryAgreement` stay null). */
  readonly segmenter?: Segmenter
  /** Complete missing years from evidence other than a printed publication date. Default `false`. */
  readonly inferYears?: boolean
  /** Cleaning steps to leave out. */
  readonly skip?: readonly CleaningStep[]
  /** Keep the cleaned text on the report row. Default `true`. */
  readonly keepText?: boolean
  /** List the candidates that are no directives (`CodedReport.rejected`). Default `true`; without them coding is a little faster. */
  readonly listRejected?: boolean
  /** Is handed every candidate that was looked at and is no directive. */
  readonly onRejected?: (rejected: Rejected) => void
}

/** One report coded: its rows in the three tables. */
export interface CodedReport {
  readonly report: ReportRow
  readonly directives: Directive[]
  readonly mentions: Mention[]
  readonly rejected: Rejected[]
}

/**
 * Codes one input record as one report. Never throws because of what a text says: a page that the gate refuses gives a row
 * with `excluded` and no directives or mentions.
 *
 * @throws TifaError `invalid-option` without a vocabulary
 */
export function codeReport(raw: RawReport, options: CodeOptions): CodedReport {
  return codeRead(readReport(raw, checked(options)), options)
}

/** As {@link codeReport}, but a page that holds several reports (又讯, a repeated dateline) gives one for each. */
export function codePage(raw: RawReport, options: CodeOptions): CodedReport[] {
  return readPage(raw, checked(options)).map((report) => codeRead(report, options))
}

function checked(options: CodeOptions): CodeOptions {
  if (!options?.vocabulary)
    throw new TifaError(
      'invalid-option',
      'expected { vocabulary }: load one, or import the bundled one from tifa/defaults',
    )
  return options
}

/** From a report that was read to its rows. */
function codeRead(report: Report, options: CodeOptions): CodedReport {
  const row = report.row
  if (options.segmenter) row.words = countWords(options.segmenter, report.clean.text)
  const { directives, rejected } =
    row.excluded !== null
      ? { directives: [], rejected: [] }
      : options.listRejected === false
        ? { directives: findDirectives(report), rejected: [] }
        : reviewDirectives(report)
  const mentions = row.excluded === null ? codeMentions(report, directives, options.vocabulary, options) : []
  const coded: CodedReport = { report: row, directives, mentions, rejected }
  label(coded, report.clean.map, report.bodyShift)
  row.directives = directives.length
  if (options.keepText === false) delete row.text
  return coded
}

/** Gives every directive its concepts, categories and leader id. */
function label(
  coded: CodedReport,
  map: { toSource(a: number, b: number): { start: number; end: number } },
  shift: number,
) {
  const inside = new Map<string, Mention[]>()
  for (const mention of coded.mentions) {
    if (mention.directiveId === null || mention.shadowedBy !== null) continue
    const list = inside.get(mention.directiveId)
    if (list) list.push(mention)
    else inside.set(mention.directiveId, [mention])
  }
  for (const directive of coded.directives) {
    const mentions = inside.get(directive.id) ?? []
    directive.concepts = [...new Set(mentions.map((m) => m.concept))]
    const themes = categorise(directive.text, mentions, directive.cleanStart)
    directive.categories = themes.categories
    directive.categoryEvidence = themes.evidence.map((e) => {
      const source = map.toSource(e.cleanStart, e.cleanEnd)
      return { ...e, start: unshift(source.start, shift), end: unshift(source.end, shift) }
    })
    if (directive.sourceType === 'official' && directive.source)
      directive.leaderId = `${directive.source}@${coded.report.placeCode ?? ''}`
  }
}

const unshift = (offset: number, shift: number): number => (offset >= shift ? offset - shift : offset)

/**
 * Codes a stream of reports, one at a time and in order: memory does not grow with the corpus. `reprintOf` is still null
 * in these rows: an original can arrive after its copy, so reprints are found when all signatures are known.
 */
export async function* codeEach(
  reports: Iterable<RawReport> | AsyncIterable<RawReport>,
  options: CodeOptions,
): AsyncGenerator<CodedReport> {
  for await (const raw of reports) yield* codePage(raw, options)
}

/**
 * The whole job: codes all reports and returns the study (three tables, reprints marked, method).
 *
 * @example
 * const study = await codeReports(readReports('reports/'), { vocabulary })
 */
export async function codeReports(
  reports: Iterable<RawReport> | AsyncIterable<RawReport>,
  options: CodeOptions,
): Promise<Study> {
  const coded: CodedReport[] = []
  for await (const one of codeEach(reports, options)) {
    if (options.onRejected) one.rejected.forEach(options.onRejected)
    coded.push(one)
  }
  return assembleStudy(coded, options)
}

/** Puts coded reports together: marks reprints and writes the method. */
export function assembleStudy(coded: Iterable<CodedReport>, options: CodeOptions): Study {
  const reports: ReportRow[] = []
  const directives: Directive[] = []
  const mentions: Mention[] = []
  for (const one of coded) {
    reports.push(one.report)
    for (const d of one.directives) directives.push(d)
    for (const m of one.mentions) mentions.push(m)
  }
  const originals = clusterReprints(reports).reprintOf
  for (const row of reports) row.reprintOf = originals.get(row.id) ?? null
  return {
    reports,
    directives,
    mentions,
    method: studyMethod(
      reports,
      options,
      reports.reduce((sum, row) => addHash(sum, row.sourceHash), 0n),
    ),
    concepts: conceptInfo(options.vocabulary),
  }
}

/** The study of reports that were kept by columns ({@link CompactTables}): its rows hold what is counted, not the sentences. */
export function compactStudy(tables: CompactTables, options: CodeOptions): Study {
  const { hash, ...rows } = tables.finish()
  return { ...rows, method: studyMethod(rows.reports, options, hash), concepts: conceptInfo(options.vocabulary) }
}

/** What the study's numbers rest on: versions, options and a digest of the corpus that does not depend on its order. */
function studyMethod(reports: readonly ReportRow[], options: CodeOptions, hash: bigint): StudyMethod {
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
    cleaning: cleaningSteps.filter((s) => !options.skip?.includes(s.step)),
    overlap: options.overlap ?? 'nested',
    segmenter: options.segmenter?.id ?? null,
    kinds: options.kinds ?? reportKinds,
    inferYears: options.inferYears ?? false,
    corpus: hash.toString(16).padStart(16, '0'),
    reports: reports.length,
    excluded: reports.reduce((n, r) => n + (r.excluded === null ? 0 : 1), 0),
    undated: reports.reduce((n, r) => n + (r.excluded === null && !/^\d{4}/.test(r.date ?? '') ? 1 : 0), 0),
  }
}

/** The vocabulary as analysis sees it. */
function conceptInfo(vocabulary: CompiledVocabulary): ConceptInfo[] {
  return vocabulary.concepts.map((c) => ({
    id: c.id,
    label: c.prefLabel,
    gloss: c.gloss ?? null,
    category: c.category,
    grade: c.grade ?? 'core',
    level: c.level ?? null,
    ...(c.replaces && { replaces: c.replaces }),
    ...(c.replacedBy && { replacedBy: c.replacedBy }),
    ...(c.partOf && { partOf: c.partOf }),
    ...(c.localises && { localises: c.localises }),
  }))
}
