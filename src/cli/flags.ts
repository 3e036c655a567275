import type { Command } from 'commander'
import { TifaError } from '../error'

/** Flags of every command that reads reports. */
export interface InputFlags {
  vocabulary?: string
  places?: string
  kind?: string
  overlap?: string
  encoding?: string
  inferYears?: boolean
  segmenter?: string
  threads?: string
  config?: string
  quiet?: boolean
  json?: boolean
}

export function inputFlags(command: Command): Command {
  return command
    .option(
      '--vocabulary <file>',
      'vocabulary to code with (YAML, JSON, CSV, SKOS; a folder of these). Default: the bundled one',
    )
    .option('--places <file>', 'gazetteer (JSON array of places) in place of the bundled GB/T 2260 one')
    .option('--kind <list>', 'kinds of document to code, comma-separated, or "any"')
    .option('--overlap <policy>', 'nested | longest | all: which matches to keep when concepts overlap', 'nested')
    .option('--encoding <label>', 'encoding of all inputs. Default: found out file by file')
    .option('--infer-years', 'complete missing years from evidence other than a printed publication date')
    .option('--segmenter <name>', 'nodejieba | jieba-wasm: count words and check mention boundaries')
    .option('--threads <n>', 'worker threads. Default: one for each core, for large inputs')
    .option('--config <file>', 'defaults for these flags (tifa.config.json or .yaml). Default: the one in this folder')
    .option('-q, --quiet', 'no progress line, no summary')
}

/** Flags of every command that writes a table. */
export interface OutputFlags {
  output?: string
  format?: string
  bom?: boolean
  labels?: string
}

export const FORMATS = [
  'table',
  'csv',
  'tsv',
  'json',
  'ndjson',
  'md',
  'html',
  'latex',
  'xlsx',
  'parquet',
  'arrow',
  'svg',
  'vega-lite',
] as const
export type Format = (typeof FORMATS)[number]

export function outputFlags(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write here; the ending chooses the format')
    .option('--format <name>', `${FORMATS.join(' | ')}. Default: table on a terminal`)
    .option('--bom', 'start CSV with a byte order mark, for Excel')
    .option('--labels <language>', 'names | en | zh: column headings', 'names')
}

/** A flag that takes one of a few words. */
export function oneOf<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  if (!(allowed as readonly string[]).includes(value))
    throw new TifaError('invalid-option', `${flag} expects one of ${allowed.join(', ')}; got "${value}"`)
  return value as T
}

/** A flag that takes a number within bounds. */
export function numberFlag(
  flag: string,
  value: string | undefined,
  min: number,
  max = Number.POSITIVE_INFINITY,
): number | undefined {
  if (value === undefined) return undefined
  const n = Number(value)
  if (!Number.isFinite(n) || n < min || n > max)
    throw new TifaError(
      'invalid-option',
      `${flag} expects a number from ${min}${max === Infinity ? ' up' : ` to ${max}`}; got "${value}"`,
    )
  return n
}
