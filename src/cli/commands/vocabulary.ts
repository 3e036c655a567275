import { Command } from 'commander'

/** `tifa vocabulary lint|diff|convert|list`. */
export function vocabularyCommand(): Command {
  const vocabulary = new Command('vocabulary').description('check, compare and convert vocabularies')
  vocabulary
    .command('lint')
    .description('report shadowed, colliding, one-character, duplicate and failing entries; runs every stored example')
    .argument('[file]', 'vocabulary file or folder. Default: the bundled one')
    .option('--format <name>', 'table | json | csv', 'table')
    .addHelpText('after', '\nExample:\n  tifa vocabulary lint my-vocabulary.yaml\n')
    .action(async (file, flags) => (await import('../run-vocabulary')).lint(file, flags))
  vocabulary
    .command('diff')
    .description('which concepts changed between two vocabularies and, with inputs, which counts change and why')
    .argument('<before>', 'vocabulary file or folder; "default" is the bundled one')
    .argument('<after>', 'vocabulary file or folder')
    .argument('[input...]', 'reports to count on')
    .option('--format <name>', 'table | json | csv', 'table')
    .addHelpText('after', '\nExample:\n  tifa vocabulary diff v1.yaml v2.yaml reports/\n')
    .action(async (before, after, inputs, flags) =>
      (await import('../run-vocabulary')).diff(before, after, inputs, flags),
    )
  vocabulary
    .command('convert')
    .description('write a vocabulary as YAML, JSON, CSV, Turtle or JSON-LD (SKOS)')
    .argument('<file>', 'vocabulary file or folder; "default" is the bundled one')
    .requiredOption('-o, --output <file>', 'the ending chooses the format: .yaml .json .csv .ttl .jsonld')
    .addHelpText('after', '\nExample:\n  tifa vocabulary convert default -o slogans.ttl\n')
    .action(async (file, flags) => (await import('../run-vocabulary')).convert(file, flags))
  vocabulary
    .command('list')
    .description('concepts with category, level and labels')
    .argument('[file]', 'vocabulary file or folder. Default: the bundled one')
    .option('--format <name>', 'table | json | csv', 'table')
    .action(async (file, flags) => (await import('../run-vocabulary')).list(file, flags))
  return vocabulary
}
