#!/usr/bin/env node
import { Command } from 'commander'
import { version } from '../version'
import { analysisCommands } from './commands/analysis'
import { codeCommand } from './commands/code'
import { completionCommand } from './commands/completion'
import { vocabularyCommand } from './commands/vocabulary'
import { fail } from './fail'

const program = new Command('tifa')
  .description(
    'Reads Chinese local-leader news reports, finds the directives leaders give, codes them into a controlled vocabulary\n' +
      'of formulations (提法) and computes slogan frequency, co-occurrence and trends.',
  )
  .version(version)
  .option('--json', 'print errors as JSON lines')
  .showHelpAfterError('(tifa --help shows the commands, tifa COMMAND --help the flags)')
  .exitOverride()
  .configureOutput({ writeErr: () => {} })

for (const command of [codeCommand(), ...analysisCommands(), vocabularyCommand(), completionCommand(program)]) {
  program.addCommand(command)
  for (const each of [command, ...command.commands]) each.copyInheritedSettings(program)
}

// The reader of a pipe may leave early (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  fail(error, process.argv.includes('--json'))
}
