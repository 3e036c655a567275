import type { Issue } from '../issue'
import type { RawReport } from '../report/report'
import { decodeBytes } from '../text/index'
import { inputIssue, type OnIssue } from './input-issue'
import type { LineBlock } from './line-blocks'
import type { OnBytes } from './open-bytes'
import { type FieldNames, recordToReport } from './record'
import { sha256 } from './sha256'
import { decodeUtf8 } from './utf8'

export interface RecordContext {
  readonly path: string
  readonly encoding: string | undefined
  readonly fields: FieldNames | undefined
  readonly onIssue: OnIssue
  readonly limit: number
  readonly onBytes?: OnBytes | undefined
}

const LF = 10

/** Parses JSON lines; what is no report becomes an issue that names file and line, and the next line is read. */
export async function* reportLines(
  blocks: AsyncIterable<LineBlock>,
  context: RecordContext,
): AsyncGenerator<RawReport[]> {
  for await (const { line: first, bytes } of blocks) {
    if (bytes === null) {
      tooLarge(first, context)
      continue
    }
    const reports: RawReport[] = []
    const text = decodeUtf8(bytes)
    let line = first
    let from = 0
    let at = 0
    while (from <= bytes.length) {
      const end = bytes.indexOf(LF, from)
      const stop = end < 0 ? bytes.length : end
      const own = bytes.subarray(from, stop)
      let raw: RawReport | null = null
      if (own.length > context.limit) {
        tooLarge(line, context)
        if (text !== null) at = endOfLine(text, at) + 1
      } else if (text === null) raw = damagedRecord(own, line, context)
      else {
        const next = endOfLine(text, at)
        raw = record(text.slice(at, next), own, line, 'utf-8', undefined, context)
        at = next + 1
      }
      if (raw) reports.push(raw)
      from = stop + 1
      line++
    }
    if (reports.length) yield reports
  }
}

function endOfLine(text: string, from: number): number {
  const mark = text.indexOf('\n', from)
  return mark < 0 ? text.length : mark
}

/** Parses records that were cut out of a JSON array, whatever line breaks they hold. */
export async function* reportValues(
  blocks: AsyncIterable<LineBlock>,
  context: RecordContext,
): AsyncGenerator<RawReport[]> {
  for await (const { line, bytes } of blocks) {
    if (bytes === null) tooLarge(line, context)
    else {
      const text = decodeUtf8(bytes)
      const raw =
        text === null ? damagedRecord(bytes, line, context) : record(text, bytes, line, 'utf-8', undefined, context)
      if (raw) yield [raw]
    }
  }
}

function tooLarge(line: number, { path, limit, onIssue }: RecordContext): void {
  onIssue(inputIssue('record-too-large', path, line, `the record is over ${limit / 2 ** 20} MB and was passed over`))
}

/** A line that is no UTF-8 in a file that else is. */
function damagedRecord(bytes: Buffer, line: number, context: RecordContext): RawReport | null {
  const { text, encoding, issues } = decodeBytes(bytes, context.encoding ? { encoding: context.encoding } : {})
  return record(text, bytes, line, encoding, issues.length ? issues : undefined, context)
}

const BLANK = /^[ \t\r\ufeff]*$/

function record(
  text: string,
  bytes: Buffer,
  line: number,
  encoding: string,
  issues: readonly Issue[] | undefined,
  context: RecordContext,
): RawReport | null {
  const { path, onIssue } = context
  if (bytes.length < 8 && BLANK.test(text)) return null
  let value: unknown
  try {
    value = JSON.parse(line === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    const nul = bytes.indexOf(0)
    if (nul >= 0) onIssue(inputIssue('nul-characters', path, line, `a NUL byte at column ${nul + 1}: no valid JSON`))
    else if (!BLANK.test(text)) onIssue(inputIssue('broken-record', path, line, `broken JSON: ${shortReason(error)}`))
    return null
  }
  const origin = { path, record: line, sourceHash: sha256(bytes), encoding }
  const result = recordToReport(value, context.fields, issues ? { ...origin, issues } : origin)
  if ('raw' in result) return result.raw
  onIssue(inputIssue('broken-record', path, line, result.fault))
  return null
}

/** V8 quotes the document in its message: keep what and where. */
const shortReason = (error: unknown): string => (error as Error).message.split('\n')[0]!.slice(0, 120)
