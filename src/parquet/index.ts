import { TifaError } from '../error'
import { toColumns } from '../present/columnar'
import { isResult, type TableOptions, type Tabular } from '../present/table'

const TYPES = { integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN', text: 'STRING' } as const

/**
 * A result or rows as one Parquet file (Snappy pages). Whole numbers are INT64, fractions DOUBLE, the rest UTF-8 text; a
 * result's method is stored in the file under the key `tifa:method`.
 *
 * @throws TifaError `missing-dependency` when hyparquet-writer cannot be loaded
 */
export async function toParquet<Row extends object>(
  data: Tabular<Row>,
  options: TableOptions = {},
): Promise<Uint8Array> {
  let write: typeof import('hyparquet-writer').parquetWriteBuffer
  try {
    write = (await import('hyparquet-writer')).parquetWriteBuffer
  } catch (cause) {
    throw new TifaError('missing-dependency', 'Parquet needs the package hyparquet-writer: npm i hyparquet-writer', {
      cause,
    })
  }
  const columnData = toColumns(data, options).map((c) => ({
    name: c.name,
    type: TYPES[c.type],
    nullable: true,
    data: c.type === 'integer' ? c.values.map((v) => (v === null ? null : BigInt(v as number))) : [...c.values],
  }))
  const method = isResult(data) ? [{ key: 'tifa:method', value: JSON.stringify(data.method) }] : []
  return new Uint8Array(write({ columnData, kvMetadata: method }))
}
