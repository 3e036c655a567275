import { TifaError } from '../error'

/** Codes that say the command was called wrongly: exit status 2. */
const USAGE = new Set(['invalid-argument', 'invalid-option', 'unknown-concept', 'unknown-category', 'unknown-column'])

/** Prints one clear message and sets the exit status: 2 for wrong usage, 1 for everything that could not be done. */
export function fail(error: unknown, json: boolean): void {
  const e = error as Error & { code?: string; exitCode?: number }
  if (e.code === 'commander.helpDisplayed' || e.code === 'commander.version' || e.code === 'commander.help') {
    process.exitCode = 0
    return
  }
  const usage = e.code?.startsWith('commander.') || (e instanceof TifaError && USAGE.has(e.code))
  process.exitCode = usage ? 2 : 1
  const message = e.message.replace(/^error: /, '')
  if (json) process.stderr.write(`${JSON.stringify({ error: { code: e.code ?? 'internal', message } })}\n`)
  else
    process.stderr.write(
      `tifa: ${message}\n${usage ? '(tifa --help shows the commands, tifa COMMAND --help the flags)\n' : ''}`,
    )
  if (!usage && !(e instanceof TifaError) && e.stack && process.env['TIFA_DEBUG']) process.stderr.write(`${e.stack}\n`)
}
