import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { extname } from 'node:path'
import type { KwicRow, Result } from '../analysis/index'
import { TifaError } from '../error'
import { toCsv, toTsv } from '../present/csv'
import { toHtml } from '../present/html'
import { toJson, toNdjson } from '../present/json'
import { toLatex } from '../present/latex'
import { toMarkdown } from '../present/markdown'
import { isResult, type TableOptions, type Tabular } from '../present/table'
import { FORMATS, type Format, type OutputFlags, oneOf } from './flags'

const ENDINGS: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.md': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.tex': 'latex',
  '.xlsx': 'xlsx',
  '.parquet': 'parquet',
  '.arrow': 'arrow',
  '.feather': 'arrow',
  '.svg': 'svg',
  '.vl': 'vega-lite',
  '.txt': 'table',
}

/** The format asked for, or the one the file's ending names, or a table. */
export function formatOf(flags: OutputFlags): Format {
  const named = oneOf<Format>('--format', flags.format, FORMATS)
  if (named) return named
  if (!flags.output) return 'table'
  const ending = ENDINGS[extname(flags.output).toLowerCase()]
  if (!ending)
    throw new TifaError(
      'unsupported-format',
      `${flags.output}: expected an ending among ${Object.keys(ENDINGS).join(' ')}, or --format`,
    )
  return ending
}

/** Cells of a line on the terminal; in a pipe, enough for most tables. */
export const terminalWidth = (): number => process.stdout.columns ?? 160

/** A result in one of the formats that need nothing but its rows. */
export async function render(data: Tabular, format: Format, flags: OutputFlags): Promise<string | Uint8Array> {
  const labels = oneOf('--labels', flags.labels, ['names', 'en', 'zh'])
  const options: TableOptions = labels ? { labels } : {}
  switch (format) {
    case 'csv':
      return toCsv(data, { ...options, bom: flags.bom ?? false })
    case 'tsv':
      return toTsv(data, { ...options, bom: flags.bom ?? false })
    case 'json':
      return toJson(data)
    case 'ndjson':
      return toNdjson(data)
    case 'md':
      return toMarkdown(data, options)
    case 'html':
      return toHtml(data, options)
    case 'latex':
      return toLatex(data, options)
    case 'xlsx':
      return (await import('../present/xlsx')).toXlsx(data, options)
    case 'parquet':
      return (await import('../parquet/index')).toParquet(data, options)
    case 'arrow':
      return (await import('../arrow/index')).toArrow(data, options)
    case 'svg':
      return (await import('../present/to-svg')).toSvg(data as Result<object>)
    case 'vega-lite':
      return `${JSON.stringify((await import('../present/to-vega-lite')).toVegaLite(data as Result<object>), null, 2)}\n`
    case 'table':
      return isResult(data) && data.kind === 'kwic' && (labels ?? 'names') === 'names'
        ? (await import('../present/kwic-table')).kwicToTerminal(data as Result<KwicRow>, { width: terminalWidth() })
        : (await import('../present/terminal')).toTerminal(data, { ...options, width: terminalWidth() })
  }
}

const unfinished = new Set<string>()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const path of unfinished) rmSync(path, { force: true })
    process.exit(signal === 'SIGINT' ? 130 : 143)
  })

/** A file written piece by piece beside its target, which it becomes in `finish`. */
export function openPart(path: string): { write(text: string): void; finish(): void; abandon(): void } {
  const partial = `${path}.${process.pid}.part`
  const fd = openSync(partial, 'w')
  let open = true
  let waiting = ''
  unfinished.add(partial)
  const close = () => {
    open = false
    closeSync(fd)
    unfinished.delete(partial)
  }
  return {
    write(text) {
      waiting += text
      if (waiting.length < 1 << 20) return
      writeSync(fd, waiting)
      waiting = ''
    },
    finish() {
      writeSync(fd, waiting)
      close()
      renameSync(partial, path)
    },
    abandon() {
      if (!open) return
      close()
      rmSync(partial, { force: true })
    },
  }
}

/** Writes beside the target and renames: an interrupted run leaves the old file or the new one, never half of one. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const partial = `${path}.${process.pid}.part`
  unfinished.add(partial)
  try {
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new TifaError('unreadable-input', `cannot write ${path}: ${(cause as Error).message}`, { cause })
  } finally {
    unfinished.delete(partial)
  }
}

/** Prints, or writes to `-o`. */
export async function output(data: Tabular, flags: OutputFlags): Promise<void> {
  const content = await render(data, formatOf(flags), flags)
  if (flags.output) writeWhole(flags.output, content)
  else process.stdout.write(content)
}
