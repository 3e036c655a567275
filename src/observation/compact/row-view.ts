/** How each field of a row is read, by the row's number. */
export type FieldReaders<Row> = { readonly [Field in keyof Required<Row>]: (row: number) => Row[Field] }

/**
 * A class of rows that hold nothing but their number: fields are read from columns when asked for, so a row costs a few words however
 * many fields it has.
 */
export function rowView<Row>(fields: FieldReaders<Row>): new (row: number) => Row {
  class View {
    constructor(readonly $row: number) {}
  }
  const readers = Object.entries(fields) as [string, (row: number) => unknown][]
  for (const [name, read] of readers)
    Object.defineProperty(View.prototype, name, {
      enumerable: true,
      get(this: View) {
        return read(this.$row)
      },
    })
  Object.defineProperty(View.prototype, 'toJSON', {
    value(this: View) {
      return Object.fromEntries(readers.map(([name, read]) => [name, read(this.$row)]))
    },
  })
  return View as unknown as new (
    row: number,
  ) => Row
}
