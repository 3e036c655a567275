/**
 * Rows that are made when they are asked for: an array to whoever reads it, but nothing is kept of a row.
 *
 * `at`, `length`, iteration and the methods below are fast. Everything else that arrays can do, `list[i]` too, works through a proxy behind
 * the prototype and is slow: loops over all rows use `at`.
 */
class RowList<Row> {
  constructor(
    readonly length: number,
    readonly make: (row: number) => Row,
  ) {}

  at(i: number): Row | undefined {
    return i >= 0 && i < this.length ? this.make(i) : undefined
  }

  *[Symbol.iterator](): Generator<Row> {
    for (let i = 0; i < this.length; i++) yield this.make(i)
  }

  forEach(visit: (row: Row, i: number) => void): void {
    for (let i = 0; i < this.length; i++) visit(this.make(i), i)
  }

  filter(keep: (row: Row, i: number) => boolean): Row[] {
    const out: Row[] = []
    for (let i = 0; i < this.length; i++) {
      const row = this.make(i)
      if (keep(row, i)) out.push(row)
    }
    return out
  }

  map<T>(value: (row: Row, i: number) => T): T[] {
    return Array.from({ length: this.length }, (_, i) => value(this.make(i), i))
  }

  toJSON(): Row[] {
    return [...this]
  }
}

const isIndex = (key: string | symbol): key is string => typeof key === 'string' && /^\d+$/.test(key)

Object.setPrototypeOf(
  RowList.prototype,
  new Proxy(Array.prototype, {
    get: (arrays, key, list: RowList<unknown>) =>
      isIndex(key) ? list.at(Number(key)) : Reflect.get(arrays, key, list),
    has: (arrays, key) => isIndex(key) || Reflect.has(arrays, key),
  }),
)

/** A list of `length` rows, each made by its number when it is asked for. */
export function rowList<Row>(length: number, make: (row: number) => Row): readonly Row[] {
  return new RowList(length, make) as unknown as readonly Row[]
}

/** The rows at some places, in their order: an array, or a list where the rows are one. */
export function pickRows<Row>(rows: readonly Row[], places: Int32Array): readonly Row[] {
  const list: unknown = rows
  if (list instanceof RowList) return rowList(places.length, (i) => (list as RowList<Row>).make(places[i]!))
  return Array.from(places, (i) => rows[i]!)
}
