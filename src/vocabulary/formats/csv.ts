import { TifaError } from '../../error'
import { canonicalJson } from '../canonical-json'
import type { Vocabulary } from '../concept'
import { conceptFields, type FieldKind, fieldNames } from '../fields'

/** Divides the members of a list in one cell. Labels hold 、 and /, never this. */
const DIVIDER = '|'

/**
 * The concepts as a table for a spreadsheet, one row each: lists with `|` between, guards, slots, examples and other structures
 * as JSON. With a byte order mark, without which Excel misreads Chinese. `loadVocabulary` gives the same concepts back; the
 * head (id, version, categories) is not in the table and goes into its options.
 *
 * Defaults are left empty, and so are columns of them.
 */
export function toVocabularyCsv(vocabulary: Vocabulary, options: { readonly bom?: boolean } = {}): string {
  const rows = [fieldNames as readonly string[]].concat(
    vocabulary.concepts.map((concept) => fieldNames.map((field) => cell(concept[field], conceptFields[field]))),
  )
  return (options.bom === false ? '' : '\uFEFF') + rows.map((row) => row.map(quote).join(',') + '\r\n').join('')
}

function cell(value: unknown, kind: FieldKind): string {
  if (value === null || value === undefined) return ''
  if (kind === 'texts') return (value as readonly string[]).join(DIVIDER)
  if (kind !== 'json') return String(value)
  const empty = Object.values(value as object).every((v) => Array.isArray(v) && v.length === 0)
  return empty ? '' : canonicalJson(value)
}

const quote = (s: string): string => (/[",\r\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s)

/** Reads what {@link toVocabularyCsv} writes, and tables people make by hand: unknown columns are refused, missing ones are empty. */
export async function readCsv(text: string): Promise<Record<string, unknown>[]> {
  const { default: papaparse } = await import('papaparse')
  const { data, errors, meta } = papaparse.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const broken = errors.find((e) => e.type !== 'Delimiter')
  if (broken) throw new TifaError('invalid-vocabulary', `row ${(broken.row ?? 0) + 2}: ${broken.message}`)
  const unknown = (meta.fields ?? []).filter((f) => f.trim() !== '' && !(f.trim() in conceptFields))
  if (unknown.length > 0)
    throw new TifaError(
      'invalid-vocabulary',
      `unknown column ${unknown.map((f) => `"${f}"`).join(', ')}; expected ${fieldNames.join(', ')}`,
    )
  return data.map((row, i) => {
    const concept: Record<string, unknown> = {}
    for (const [column, value] of Object.entries(row)) {
      const field = column.trim()
      if (field !== '' && value.trim() !== '') concept[field] = fromCell(value.trim(), field, i + 2)
    }
    return concept
  })
}

function fromCell(value: string, field: string, row: number): unknown {
  const kind = (conceptFields as Record<string, FieldKind>)[field]
  if (kind === 'texts')
    return value
      .split(DIVIDER)
      .map((s) => s.trim())
      .filter((s) => s !== '')
  if (kind === 'number') return Number(value)
  if (kind !== 'json') return value
  try {
    return JSON.parse(value)
  } catch {
    throw new TifaError(
      'invalid-vocabulary',
      `row ${row}: field ${field}: expected JSON, got ${JSON.stringify(value.slice(0, 40))}`,
    )
  }
}
