import { TifaError } from '../error'
import { toColumns } from '../present/columnar'
import type { TableOptions, Tabular } from '../present/table'

/**
 * A result or rows as an Arrow IPC file (Feather v2). Needs the optional package `apache-arrow`. Whole numbers that fit are
 * Int32, others Float64; text is Utf8.
 *
 * @throws TifaError `missing-dependency` when apache-arrow is not installed
 */
export async function toArrow<Row extends object>(data: Tabular<Row>, options: TableOptions = {}): Promise<Uint8Array> {
  let arrow: typeof import('apache-arrow')
  try {
    arrow = await import('apache-arrow')
  } catch (cause) {
    throw new TifaError('missing-dependency', 'Arrow output needs the package apache-arrow: npm i apache-arrow', {
      cause,
    })
  }
  const fits = (v: unknown) => v === null || Math.abs(v as number) < 2 ** 31
  const vectors = toColumns(data, options).map((c) => {
    const type =
      c.type === 'boolean'
        ? new arrow.Bool()
        : c.type === 'integer' && c.values.every(fits)
          ? new arrow.Int32()
          : c.type === 'text'
            ? new arrow.Utf8()
            : new arrow.Float64()
    return [c.name, arrow.vectorFromArray(c.values as unknown[], type)] as const
  })
  return arrow.tableToIPC(new arrow.Table(Object.fromEntries(vectors)), 'file')
}
