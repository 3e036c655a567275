import { readFileSync } from 'node:fs'
import { agreement } from '../analysis/index'
import { TifaError } from '../error'
import { numberFlag, type OutputFlags } from './flags'
import { output } from './write-output'

export interface AgreeFlags extends OutputFlags {
  column: string
  seed?: string
}

/** `tifa agree`: reads filled coding sheets and prints the agreement between their coders. */
export async function runAgree(sheets: string[], flags: AgreeFlags): Promise<void> {
  if (sheets.length < 2)
    throw new TifaError('invalid-argument', `agree expects two or more sheets; got ${sheets.length}`)
  const Papa = (await import('papaparse')).default
  const coders = sheets.map((path) => {
    let text: string
    try {
      text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
    } catch (cause) {
      throw new TifaError('unreadable-input', `cannot read ${path}: ${(cause as Error).message}`, { cause })
    }
    const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
    if (rows.length && !(flags.column in rows[0]!))
      throw new TifaError(
        'unknown-column',
        `${path} has no column "${flags.column}"; it has ${Object.keys(rows[0]!).join(', ')}`,
      )
    return rows
  })
  await output(agreement(coders, { column: flags.column, seed: numberFlag('--seed', flags.seed, 0) ?? 1 }), flags)
}
