import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import type { Directive } from '../directive/directive'
import { TifaError } from '../error'
import type { Mention } from '../mention/mention'
import type { ConceptInfo, Study, StudyMethod } from '../observation/study'
import type { ReportRow } from '../report/report'
import { reasonOf } from './input-issue'

const TABLES = ['reports', 'directives', 'mentions'] as const
/** Characters collected before they are written out. */
const BLOCK = 1 << 20

/** A study being written, a report at a time. */
export interface StudyWriter {
  add(rows: {
    readonly reports?: Iterable<ReportRow>
    readonly directives?: Iterable<Directive>
    readonly mentions?: Iterable<Mention>
  }): void
  /**
   * Writes `method.json` and gives all four files their names.
   *
   * @param reprintOf original's id of the n-th report written, where reprints were not known when it was written
   */
  finish(
    method: StudyMethod,
    concepts: readonly ConceptInfo[],
    reprintOf?: (report: number) => string | null | undefined,
  ): void
  /** Takes the unfinished files away. Harmless after `finish`. */
  abandon(): void
}

/**
 * Opens a folder for a study (`reports.ndjson`, `directives.ndjson`, `mentions.ndjson`, `method.json`). Rows go to files of another name, which
 * get their names only in `finish`: whoever stops in between finds the old study or none, never half of one.
 *
 * @throws TifaError `unreadable-input` where the folder cannot be made or written
 */
export function openStudy(dir: string): StudyWriter {
  const temporary = (name: string) => join(dir, `.${name}.${process.pid}.part`)
  let files: { readonly name: string; readonly fd: number; rows: string[]; size: number; closed: boolean }[]
  try {
    mkdirSync(dir, { recursive: true })
    files = TABLES.map((table) => ({
      name: `${table}.ndjson`,
      fd: openSync(temporary(`${table}.ndjson`), 'w'),
      rows: [],
      size: 0,
      closed: false,
    }))
  } catch (cause) {
    throw new TifaError('unreadable-input', `cannot write to ${dir}: ${reasonOf(cause)}`, { cause })
  }
  let open = true
  const flush = (file: (typeof files)[number]) => {
    if (file.size === 0) return
    writeSync(file.fd, file.rows.join(''))
    file.rows = []
    file.size = 0
  }
  const put = (file: (typeof files)[number], rows: Iterable<object>) => {
    for (const row of rows) {
      const line = `${JSON.stringify(row)}\n`
      file.rows.push(line)
      file.size += line.length
      if (file.size > BLOCK) flush(file)
    }
  }
  return {
    add(rows) {
      TABLES.forEach((table, i) => {
        const list = rows[table]
        if (list) put(files[i]!, list)
      })
    },
    finish(method, concepts, reprintOf) {
      for (const file of files) {
        flush(file)
        closeSync(file.fd)
        file.closed = true
      }
      if (reprintOf) markReprints(temporary('reports.ndjson'), reprintOf)
      const fd = openSync(temporary('method.json'), 'w')
      writeSync(fd, `${JSON.stringify({ ...method, concepts }, null, 2)}\n`)
      closeSync(fd)
      for (const name of [...files.map((f) => f.name), 'method.json']) renameSync(temporary(name), join(dir, name))
      open = false
    },
    abandon() {
      if (!open) return
      open = false
      for (const file of files) {
        if (!file.closed) closeSync(file.fd)
        rmSync(temporary(file.name), { force: true })
        rmSync(`${temporary(file.name)}.marked`, { force: true })
      }
    },
  }
}

/** Writes the reports again with their originals. Lines of reports that are no reprints are copied as they stand. */
function markReprints(path: string, reprintOf: (report: number) => string | null | undefined): void {
  const from = openSync(path, 'r')
  const marked = `${path}.marked`
  const to = openSync(marked, 'w')
  try {
    let report = 0
    for (const line of linesOf(from)) {
      const original = reprintOf(report++)
      writeSync(to, original ? `${JSON.stringify({ ...JSON.parse(line), reprintOf: original })}\n` : `${line}\n`)
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
  renameSync(marked, path)
}

/** The lines of an open file, a block in memory at a time. */
function* linesOf(fd: number): Generator<string> {
  const block = Buffer.alloc(BLOCK)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for (let n = readSync(fd, block); n > 0; n = readSync(fd, block)) {
    const lines = (rest + decoder.write(block.subarray(0, n))).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest) yield rest
}

/**
 * Writes a study to a folder.
 *
 * @throws TifaError `unreadable-input` where the folder cannot be written
 */
export async function writeStudy(dir: string, study: Study): Promise<void> {
  const writer = openStudy(dir)
  try {
    writer.add(study)
    writer.finish(study.method, study.concepts)
  } finally {
    writer.abandon()
  }
}

/**
 * Reads a study that {@link writeStudy} or `tifa code -o` wrote.
 *
 * @throws TifaError `unreadable-input` naming the file (and line) that is missing or broken
 */
export async function readStudy(dir: string): Promise<Study> {
  const method = parse<StudyMethod & { concepts?: ConceptInfo[] }>(
    join(dir, 'method.json'),
    null,
    read(join(dir, 'method.json')),
  )
  const { concepts = [], ...rest } = method
  return {
    reports: table<ReportRow>(dir, 'reports'),
    directives: table<Directive>(dir, 'directives'),
    mentions: table<Mention>(dir, 'mentions'),
    method: rest,
    concepts,
  }
}

function table<Row>(dir: string, name: string): Row[] {
  const path = join(dir, `${name}.ndjson`)
  const rows: Row[] = []
  read(path)
    .split('\n')
    .forEach((line, i) => {
      if (line !== '') rows.push(parse<Row>(path, i + 1, line))
    })
  return rows
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new TifaError('unreadable-input', `${path}: ${reasonOf(cause)}`, { cause })
  }
}

function parse<T>(path: string, line: number | null, text: string): T {
  try {
    return JSON.parse(text) as T
  } catch (cause) {
    throw new TifaError('unreadable-input', `${path}${line === null ? '' : `:${line}`}: broken JSON`, { cause })
  }
}
