import { NumberColumn, type WordList } from './columns'

/** What a column holds of a row: a whole number, 0 … 255, a string that comes back often (or null), or a string of its own. */
export type ColumnOf<Row, Place> =
  | { readonly kind: 'number' | 'byte'; readonly of: (row: Row, place: Place) => number }
  | { readonly kind: 'word'; readonly of: (row: Row, place: Place) => string | null }
  | { readonly kind: 'text'; readonly of: (row: Row, place: Place) => string }

/** The rows of a table as arrays, one a column: what one thread hands to another. Words are numbers of `words`. */
export type Chunk = Readonly<Record<string, Int32Array | Uint8Array | string[]>>

/**
 * A table kept by columns: about a tenth of what the same rows take as objects.
 *
 * @template Place what {@link push} is told beside the row (the number of its report, for instance)
 */
export class RowTable<Row, Place, Name extends string> {
  readonly #columns: {
    readonly name: Name
    readonly spec: ColumnOf<Row, Place>
    readonly cells: NumberColumn | string[]
  }[]
  length = 0

  constructor(
    specs: Readonly<Record<Name, ColumnOf<Row, Place>>>,
    readonly words: WordList,
  ) {
    this.#columns = (Object.entries(specs) as [Name, ColumnOf<Row, Place>][]).map(([name, spec]) => ({
      name,
      spec,
      cells: spec.kind === 'text' ? [] : new NumberColumn(spec.kind === 'byte' ? 'byte' : 'number'),
    }))
  }

  push(row: Row, place: Place): void {
    for (const { spec, cells } of this.#columns) {
      if (spec.kind === 'text') (cells as string[]).push(spec.of(row, place))
      else if (spec.kind === 'word') (cells as NumberColumn).push(this.words.of(spec.of(row, place)))
      else (cells as NumberColumn).push(spec.of(row, place))
    }
    this.length++
  }

  numbers(name: Name): NumberColumn {
    return this.#columns.find((c) => c.name === name)!.cells as NumberColumn
  }

  texts(name: Name): string[] {
    return this.#columns.find((c) => c.name === name)!.cells as string[]
  }

  /** Everything held so far; the table is empty afterwards. */
  take(): Chunk {
    const chunk: Record<string, Int32Array | Uint8Array | string[]> = {}
    for (const { name, cells } of this.#columns)
      chunk[name] = cells instanceof NumberColumn ? cells.take() : cells.splice(0)
    this.length = 0
    return chunk
  }

  /**
   * Takes over the rows of another table of the same columns.
   *
   * @param renumber number in this table's words of each word of the chunk's
   * @param shift by column: what is added to its numbers (of reports, for instance)
   */
  append(chunk: Chunk, renumber: Int32Array, shift: Partial<Readonly<Record<Name, number>>> = {}): void {
    let rows = 0
    for (const { name, spec, cells } of this.#columns) {
      const values = chunk[name]!
      rows = values.length
      const more = shift[name] ?? 0
      if (spec.kind === 'text') for (const value of values as string[]) (cells as string[]).push(value)
      else if (spec.kind === 'word')
        for (const value of values as Int32Array) (cells as NumberColumn).push(value < 0 ? -1 : renumber[value]!)
      else for (const value of values as Int32Array) (cells as NumberColumn).push(value + more)
    }
    this.length += rows
  }
}
