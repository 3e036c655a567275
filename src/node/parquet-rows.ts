import * as zlib from 'node:zlib'
import type { RawReport } from '../report/report'
import { inputIssue } from './input-issue'
import type { RecordContext } from './read-records'
import { recordToReport } from './record'
import { sha256 } from './sha256'

/** Rows read at a time. */
const ROWS = 1000

/**
 * Rows of a Parquet file as reports, some at a time. Snappy and gzip are unpacked, zstd and brotli where this Node has them. Needs hyparquet,
 * which is loaded when a Parquet file is read.
 */
export async function* parquetRows(file: string, context: RecordContext): AsyncGenerator<RawReport[]> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  const { path, onIssue } = context
  const source = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(source)
  const total = Number(metadata.num_rows)
  for (let start = 0; start < total; start += ROWS) {
    const rows = await parquetReadObjects({
      file: source,
      metadata,
      rowStart: start,
      rowEnd: Math.min(total, start + ROWS),
      compressors,
    })
    const reports: RawReport[] = []
    rows.forEach((row, i) => {
      const record = start + i + 1
      const sourceHash = sha256(Buffer.from(JSON.stringify(row, plain)))
      const result = recordToReport(row, context.fields, { path, record, sourceHash, encoding: 'utf-8' })
      if ('raw' in result) reports.push(result.raw)
      else onIssue(inputIssue('broken-record', path, record, result.fault))
    })
    yield reports
    context.onBytes?.((source.byteLength * rows.length) / total)
  }
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

const zstd = (zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array }).zstdDecompressSync
const compressors = {
  GZIP: (bytes: Uint8Array): Uint8Array => zlib.gunzipSync(bytes),
  BROTLI: (bytes: Uint8Array): Uint8Array => zlib.brotliDecompressSync(bytes),
  ...(zstd && { ZSTD: zstd }),
}
