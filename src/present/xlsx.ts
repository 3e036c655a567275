import { TifaError } from '../error'
import { cellText, type TableOptions, type Tabular, table } from './table'

/** Rows of cells in the form that `write-excel-file` takes: text stays text (a leading `=` is never run), numbers are numbers. */
export function toSheetRows<Row extends object>(data: Tabular<Row>, options: TableOptions = {}) {
  const { headings, rows } = table(data, options)
  return [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((v) =>
        v === null
          ? null
          : typeof v === 'number'
            ? { value: v, type: Number }
            : { value: cellText(v).slice(0, 32_767), type: String },
      ),
    ),
  ]
}

/**
 * A result or rows as an Excel workbook. Needs the optional package `write-excel-file`. A cell holds at most 32,767
 * characters, Excel's own limit: longer texts are cut there (CSV and Parquet keep them whole).
 *
 * @throws TifaError `missing-dependency` when write-excel-file is not installed
 */
export async function toXlsx<Row extends object>(data: Tabular<Row>, options: TableOptions = {}): Promise<Uint8Array> {
  let write: (rows: unknown) => { toBlob(): Promise<Blob> }
  try {
    write = (await import('write-excel-file/universal')).default as unknown as typeof write
  } catch (cause) {
    throw new TifaError(
      'missing-dependency',
      'Excel output needs the package write-excel-file: npm i write-excel-file',
      { cause },
    )
  }
  const blob = await write(toSheetRows(data, options)).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
