import { Command } from 'commander'
import { type InputFlags, inputFlags } from '../flags'

interface CodeFlags extends InputFlags {
  output?: string
  text: boolean
  rejected?: boolean
}

/** `tifa code INPUT… -o DIR`: the three tables and the method, or one line a report on standard output for `-`. */
export function codeCommand(): Command {
  return inputFlags(
    new Command('code')
      .description('find directives and code mentions; writes reports, directives, mentions (.ndjson) and method.json')
      .argument(
        '<input...>',
        'files and folders of .txt .html .md .json .jsonl .csv .tsv .parquet (.gz too), or - for JSON lines',
      )
      .option('-o, --output <dir>', 'folder for the tables. Without it: one JSON line a report on standard output'),
  )
    .option('--no-text', 'leave the cleaned text out of reports.ndjson')
    .option(
      '--rejected',
      'also list candidates that were looked at and are no directives, with their class (rejected.ndjson)',
    )
    .addHelpText('after', '\nExamples:\n  tifa code reports/ -o coded/\n  tifa code - < reports.jsonl > coded.jsonl\n')
    .action(async (inputs: string[], flags: CodeFlags, command: Command) => {
      const { runCode } = await import('../run-code')
      await runCode(
        inputs,
        { ...flags, ...command.optsWithGlobals() },
        (key) => command.getOptionValueSource(key) === 'cli',
      )
    })
}
