import { Command } from 'commander'
import { type InputFlags, inputFlags, type OutputFlags, outputFlags } from '../flags'

/** Flags of the analyses; each command declares the ones it takes. */
export interface AnalysisFlags extends InputFlags, OutputFlags {
  by?: string
  measure?: string
  concept?: string[]
  category?: string[]
  top?: string
  reprints?: string
  coverage?: string
  conf?: string
  seed?: string
  unit?: string
  min?: string
  group?: string
  target?: string
  reference?: string
  window?: string
  sample?: string
  size?: string
  level?: string
}

/** The analyses: what each prints, its own flags, an example. What they do is in `run-analysis.ts`, loaded when one is run. */
const COMMANDS: readonly {
  readonly name: string
  readonly about: string
  readonly flags: (command: Command) => Command
  readonly example: string
}[] = [
  {
    name: 'trend',
    about: 'concept × period with numerator, denominator and rate; trend tests with q values; sparkline; method note',
    flags: (c) =>
      measured(
        by(c, 'month', 'month | quarter | year, also with province, city, county, outlet, leader: month,city'),
      ).option('--top <n>', 'concepts to print on a terminal', '20'),
    example: 'tifa trend reports/ --by month -o trends.csv   (also writes trends.tests.csv and trends.method.json)',
  },
  {
    name: 'frequency',
    about: 'token, document, directive and leader frequency with rates, intervals and dispersion',
    flags: (c) =>
      by(c, undefined, 'month | quarter | year | province | city | county | place | leader | outlet | level'),
    example: 'tifa frequency reports/ --by city --format csv',
  },
  {
    name: 'cooccurrence',
    about: 'which concepts are said together: association strength, NPMI, logDice, G², odds ratio, Fisher, q',
    flags: (c) =>
      c
        .option('--unit <name>', 'segment | directive | paragraph | report', 'directive')
        .option('--min <n>', 'least number of joint units', '3'),
    example: 'tifa cooccurrence coded/ --unit directive -o pairs.csv',
  },
  {
    name: 'keyness',
    about: 'what one group says more than another: log ratio, conservative log ratio, G², permutation p',
    flags: (c) =>
      by(c, 'city', 'dimension that holds the groups: city | county | province | outlet | leader | year …')
        .requiredOption('--target <value>', 'group in question')
        .option('--reference <value>', 'group to compare with. Default: all others'),
    example: 'tifa keyness reports/ --by city --target 清岚市',
  },
  {
    name: 'bursts',
    about: 'periods in which a concept is said far more often than usual (Kleinberg)',
    flags: (c) => by(c, 'month', 'month | quarter | year'),
    example: 'tifa bursts reports/ --by month',
  },
  {
    name: 'changepoints',
    about: 'where the rate of a concept changes level (Poisson cost, bootstrap support)',
    flags: (c) => by(c, 'month', 'month | quarter | year'),
    example: 'tifa changepoints reports/ --by month',
  },
  {
    name: 'diffusion',
    about: 'first and last seen by place, with censoring and detection bounds; adoption over time',
    flags: (c) => by(c, 'place', 'place | province | city | county | leader | outlet'),
    example: 'tifa diffusion reports/ --concept 项目为王',
  },
  {
    name: 'drift',
    about: 'surface variants of a concept, and linked concepts, over time',
    flags: (c) => by(c, 'quarter', 'month | quarter | year'),
    example: 'tifa drift reports/ --concept 保交房',
  },
  {
    name: 'kwic',
    about: 'every mention in its context, cut from the source text',
    flags: (c) =>
      c
        .option('--window <n>', 'characters each side', '30')
        .option('--sample <n>', 'random sample of this size (seeded)'),
    example: 'tifa kwic reports/ --concept 项目为王 --window 20',
  },
  {
    name: 'collocates',
    about: 'words beside a concept',
    flags: (c) => c.option('--window <n>', 'words each side', '5'),
    example: 'tifa collocates reports/ --concept 项目为王 --segmenter jieba-wasm',
  },
  {
    name: 'coverage',
    about: 'directives without a concept, and the quoted phrases that no concept covers',
    flags: (c) => c,
    example: 'tifa coverage reports/',
  },
  {
    name: 'attention',
    about: 'how widely a leader spreads over the categories, rarefied',
    flags: (c) => by(c, 'leader', 'leader | city | county | month …'),
    example: 'tifa attention reports/ --by leader',
  },
  {
    name: 'discover',
    about: 'candidates for new concepts: repeated phrases that the vocabulary lacks',
    flags: (c) => c.option('--min <n>', 'least number of reports', '3'),
    example: 'tifa discover reports/ --min 5',
  },
  {
    name: 'sample',
    about: 'a seeded, stratified sample of mentions and directives for hand coding',
    flags: (c) => c.option('--size <n>', 'number of units', '100'),
    example: 'tifa sample coded/ --size 200 -o coding-sheet.csv --bom',
  },
]

const by = (command: Command, preset: string | undefined, about: string): Command =>
  command.option('--by <list>', about, preset)
const measured = (command: Command): Command =>
  command.option('--measure <name>', 'documents | directives | segments | mentions | characters | words', 'documents')

export function analysisCommands(): Command[] {
  const commands = COMMANDS.map(({ name, about, flags, example }) => {
    const command = flags(
      outputFlags(
        inputFlags(
          new Command(name)
            .description(about)
            .argument('<input...>', 'files and folders of reports, or one coded study'),
        ),
      ),
    )
      .option('--concept <id>', 'only this concept (id or label); may be repeated', repeat)
      .option(
        '--category <id>',
        'a category in place of concepts (project, project.drive, top, sub); may be repeated',
        repeat,
      )
      .option('--reprints <policy>', 'original | all | cluster', 'original')
      .option('--coverage <span>', 'days the corpus is meant to cover: 2023-01-01/2024-10-31')
      .option('--conf <level>', 'confidence level of intervals', '0.95')
      .option('--seed <n>', 'seed of everything drawn at random', '1')
      .addHelpText('after', `\nExample:\n  ${example}\n`)
    return command.action(async (inputs: string[], own: AnalysisFlags) => {
      const { runAnalysis } = await import('../run-analysis')
      await runAnalysis(
        name,
        inputs,
        { ...own, ...command.optsWithGlobals() },
        (key) => command.getOptionValueSource(key) === 'cli',
      )
    })
  })
  return [...commands, agreeCommand(), reportCommand()]
}

/** `tifa agree SHEET…`: agreement between hand codings of the same sample. */
function agreeCommand(): Command {
  return outputFlags(
    new Command('agree')
      .description(
        'agreement between two or more filled coding sheets: kappa, Krippendorff’s alpha, bootstrap interval',
      )
      .argument('<sheet...>', 'CSV files written by tifa sample and filled in'),
  )
    .option('--column <name>', 'column that holds the code', 'code')
    .option('--seed <n>', 'seed of the bootstrap', '1')
    .addHelpText('after', '\nExample:\n  tifa agree coder-a.csv coder-b.csv\n')
    .action(async (sheets: string[], flags) => (await import('../run-agree')).runAgree(sheets, flags))
}

/** `tifa report INPUT… -o report.html`: one page with everything, each number opening its sentences. */
function reportCommand(): Command {
  const command = inputFlags(
    new Command('report')
      .description('one self-contained HTML page: summary, trends, pictures, co-occurrence, data quality, sentences')
      .argument('<input...>', 'files and folders of reports, or one coded study')
      .requiredOption('-o, --output <file>', 'page to write'),
  )
    .option('--by <period>', 'month | quarter | year', 'month')
    .option('--title <text>', 'heading of the page')
    .addHelpText('after', '\nExample:\n  tifa report reports/ -o report.html\n')
  return command.action(async (inputs: string[], own) =>
    (await import('../run-report')).runReport(
      inputs,
      { ...own, ...command.optsWithGlobals() },
      (key) => command.getOptionValueSource(key) === 'cli',
    ),
  )
}

/** Collects a flag that may be given several times. */
function repeat(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}
