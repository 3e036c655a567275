import { Command } from 'commander'
import { oneOf } from '../flags'

/** `tifa completion bash|zsh|fish`: prints a completion script made from the commands themselves. */
export function completionCommand(program: Command): Command {
  return new Command('completion')
    .description('print a shell completion script')
    .argument('<shell>', 'bash | zsh | fish')
    .addHelpText('after', '\nExample:\n  eval "$(tifa completion bash)"\n')
    .action((shell: string) => {
      const kind = oneOf('completion', shell, ['bash', 'zsh', 'fish'])!
      process.stdout.write(kind === 'fish' ? fish(program) : bash(program, kind === 'zsh'))
    })
}

const flagsOf = (command: Command): string[] =>
  command.options.flatMap((o) => [o.short, o.long].filter((f) => f !== undefined && f !== null))

function bash(program: Command, zsh: boolean): string {
  const cases = program.commands.map((c) => {
    const words = [...c.commands.map((s) => s.name()), ...flagsOf(c), '--help'].join(' ')
    return `    ${c.name()}) words="${words}" ;;`
  })
  return `${zsh ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}_tifa() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${program.commands.map((c) => c.name()).join(' ')} --help --version" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${program.commands.map((c) => c.name()).join(' ')} --help --version"; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [ \${#COMPREPLY[@]} -eq 0 ]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _tifa tifa
`
}

function fish(program: Command): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = program.commands.flatMap((c) => [
    `complete -c tifa -n __fish_use_subcommand -a ${c.name()} -d ${quote(c.description())}`,
    ...c.options
      .filter((o) => o.long)
      .map(
        (o) =>
          `complete -c tifa -n '__fish_seen_subcommand_from ${c.name()}' -l ${o.long!.slice(2)} -d ${quote(o.description)}`,
      ),
  ])
  return `${lines.join('\n')}\n`
}
