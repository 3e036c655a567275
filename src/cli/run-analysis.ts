import * as analysis from '../analysis/index'
import { TifaError } from '../error'
import type { Study } from '../observation/study'
import { methodText } from '../present/method-text'
import { trendToTerminal } from '../present/trend-table'
import { foldText } from '../present/width'
import type { AnalysisFlags } from './commands/analysis'
import { numberFlag, oneOf } from './flags'
import { loadStudy, Unreadable } from './load-study'
import { segmenterOf, withConfig } from './settings'
import { formatOf, output, render, terminalWidth, writeWhole } from './write-output'

type Options = Record<string, unknown>
type Analysis = (study: Study, options: Options) => analysis.Result<object>

/** Command name → analysis, with the flags it reads beside the common ones. */
const ANALYSES: Readonly<
  Record<string, { readonly run: Analysis; readonly options?: (flags: AnalysisFlags) => Options | Promise<Options> }>
> = {
  frequency: { run: analysis.frequency as Analysis },
  cooccurrence: {
    run: analysis.cooccurrence as Analysis,
    options: (f) => ({
      level: oneOf('--unit', f.unit, ['segment', 'directive', 'paragraph', 'report']),
      minimum: numberFlag('--min', f.min, 1),
    }),
  },
  keyness: {
    run: analysis.keyness as unknown as Analysis,
    options: (f) => ({ target: f.target, ...(f.reference && { reference: f.reference }) }),
  },
  bursts: { run: analysis.bursts as Analysis },
  changepoints: { run: analysis.changePoints as Analysis },
  diffusion: { run: analysis.diffusion as Analysis },
  drift: { run: analysis.drift as Analysis },
  kwic: {
    run: analysis.kwic as Analysis,
    options: (f) => ({
      window: numberFlag('--window', f.window, 1),
      ...(f.sample && { sample: numberFlag('--sample', f.sample, 1) }),
    }),
  },
  collocates: {
    run: analysis.collocates as Analysis,
    options: async (f) => ({
      window: numberFlag('--window', f.window, 1),
      ...(f.segmenter && { segmenter: await segmenterOf(f.segmenter) }),
    }),
  },
  coverage: { run: analysis.coverage as Analysis },
  attention: { run: analysis.attention as Analysis },
  discover: { run: analysis.discover as Analysis, options: (f) => ({ minimum: numberFlag('--min', f.min, 1) }) },
  sample: { run: analysis.sampleForCoding as Analysis, options: (f) => ({ size: numberFlag('--size', f.size, 1) }) },
}

/** Analyses that read neither the text of reports nor the evidence of categories. */
const LEAN: ReadonlySet<string> = new Set([
  'trend',
  'frequency',
  'cooccurrence',
  'keyness',
  'bursts',
  'changepoints',
  'diffusion',
  'drift',
  'attention',
])

/** Flags that every analysis reads. */
function commonOptions(flags: AnalysisFlags): Options {
  const reprints = oneOf('--reprints', flags.reprints, ['original', 'all', 'cluster'])
  const conf = numberFlag('--conf', flags.conf, 0.5, 0.9999)
  const seed = numberFlag('--seed', flags.seed, 0)
  const by = flags.by?.split(',').map((s) => s.trim())
  return {
    ...(by && { by: by.length === 1 ? by[0] : by }),
    ...(reprints && { reprints }),
    ...(conf !== undefined && { conf }),
    ...(seed !== undefined && { seed }),
    ...(flags.coverage && { coverage: coverageOf(flags.coverage) }),
    ...(flags.category && {
      categories:
        flags.category.length === 1 && /^(top|sub)$/.test(flags.category[0]!) ? flags.category[0] : flags.category,
    }),
  }
}

function coverageOf(text: string): { start: string; end: string } {
  const [start, end, more] = text.split('/')
  if (!start || !end || more !== undefined)
    throw new TifaError(
      'invalid-option',
      `--coverage expects START/END, for example 2023-01-01/2024-10-31; got "${text}"`,
    )
  return { start, end }
}

/** A concept is named by its id, or by any of its labels. */
const conceptsOf = (study: Study, names: readonly string[]) => {
  const ids = new Set(study.concepts.map((c) => c.id))
  return names.map((name) => (ids.has(name) ? name : { label: name }))
}

export async function runAnalysis(
  name: string,
  inputs: string[],
  own: AnalysisFlags,
  given: (key: string) => boolean,
): Promise<void> {
  const flags = await withConfig(own, given)
  const format = formatOf(flags)
  const unreadable = new Unreadable()
  const options = commonOptions(flags)
  // Paragraphs are counted in the texts.
  const lean = LEAN.has(name) && flags.unit !== 'paragraph'
  const study = await loadStudy(inputs, flags, unreadable, lean)
  if (flags.concept) options['concepts'] = conceptsOf(study, flags.concept)
  if (name === 'trend') await writeTrend(study, options, flags)
  else {
    const entry = ANALYSES[name]
    if (!entry) throw new TifaError('invalid-argument', `unknown analysis ${name}`)
    const result = entry.run(study, { ...options, ...(await entry.options?.(flags)) })
    await output(result, flags)
    if (format === 'table' && !flags.output)
      process.stdout.write(`\n${foldText(methodText(result), terminalWidth())}\n`)
  }
  unreadable.settle(flags.json ?? false)
}

/** The trend table on the terminal; or its cells to `-o`, the tests and the method beside them. */
async function writeTrend(study: Study, options: Options, flags: AnalysisFlags): Promise<void> {
  const result = analysis.trend(study, {
    ...options,
    ...(flags.measure && { measure: flags.measure as analysis.Measure }),
  })
  const format = formatOf(flags)
  if (format === 'table') {
    const shown = trendToTerminal(result, {
      width: terminalWidth(),
      limit: numberFlag('--top', flags.top, 1) ?? 20,
    })
    const text = `${shown}\n${foldText(methodText(result), terminalWidth())}\n`
    if (flags.output) writeWhole(flags.output, text)
    else process.stdout.write(text)
    return
  }
  await output(result, flags)
  if (!flags.output || format === 'svg' || format === 'vega-lite') return
  const tests = { ...result, kind: 'trend-tests', rows: result.tests, columns: result.testColumns }
  const dot = flags.output.lastIndexOf('.')
  const stem = dot > 0 ? flags.output.slice(0, dot) : flags.output
  writeWhole(`${stem}.tests${dot > 0 ? flags.output.slice(dot) : ''}`, await render(tests, format, flags))
  writeWhole(`${stem}.method.json`, `${JSON.stringify({ method: result.method, text: methodText(result) }, null, 2)}\n`)
}
