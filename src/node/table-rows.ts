import type { RawReport } from '../report/report'
import { inputIssue } from './input-issue'
import type { RecordContext } from './read-records'
import { recordToReport } from './record'
import { sha256 } from './sha256'

/**
 * Rows of a CSV or TSV file as reports, by its header. `record` counts data rows from 1; a field with line breaks in quotes is one field. Needs
 * papaparse, which is loaded when a table is read.
 *
 * @param pieces UTF-8
 */
export async function* tableRows(
  pieces: AsyncIterable<Buffer>,
  delimiter: ',' | '\t',
  context: RecordContext,
): AsyncGenerator<RawReport[]> {
  const Papa = (await import('papaparse')).default
  const decoder = new TextDecoder('utf-8')
  const { path, onIssue, limit } = context
  let header: string[] | null = null
  let record = 0
  let rest = ''
  const read = (text: string): RawReport[] => {
    const reports: RawReport[] = []
    for (const row of Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' }).data) {
      if (header === null) {
        header = row.map((name) => name.replace(/^\ufeff/, '').trim())
        continue
      }
      record++
      const raw = toReport(row, header, record)
      if (raw) reports.push(raw)
    }
    return reports
  }

  const toReport = (row: string[], names: string[], number: number): RawReport | null => {
    if (row.length > names.length) {
      onIssue(
        inputIssue('broken-record', path, number, `row with ${row.length} fields under a header of ${names.length}`),
      )
      return null
    }
    const fields: Record<string, unknown> = {}
    names.forEach((name, i) => {
      if (name !== '' && row[i] !== undefined) fields[name] = row[i] === '' ? null : row[i]
    })
    const sourceHash = sha256(Buffer.from(row.join('\u0000')))
    const result = recordToReport(fields, context.fields, {
      path,
      record: number,
      sourceHash,
      encoding: context.encoding ?? 'utf-8',
    })
    if ('raw' in result) return result.raw
    onIssue(inputIssue('broken-record', path, number, result.fault))
    return null
  }

  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true })
    if (rest.length > limit) {
      onIssue(
        inputIssue(
          'record-too-large',
          path,
          record + 1,
          `a row is over ${limit / 2 ** 20} MB (a quote that is never closed?); the rest of the file was passed over`,
        ),
      )
      return
    }
    const whole = lastWholeRow(rest, delimiter)
    if (whole === 0) continue
    yield read(rest.slice(0, whole))
    rest = rest.slice(whole)
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield read(rest)
}

/** Offset behind the last line break that no quoted field holds. */
function lastWholeRow(text: string, delimiter: string): number {
  let quoted = false
  let atStart = true
  let end = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') continue
      if (text[i + 1] === '"') i++
      else quoted = false
      continue
    }
    if (c === '"' && atStart) quoted = true
    atStart = c === delimiter || c === '\n' || c === '\r'
    if (c === '\n') end = i + 1
  }
  return end
}
