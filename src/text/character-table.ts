import data from '../../data/text/characters.json' with { type: 'json' }

/** What the cleaning table says of a unit. */
export const characterKind = { plain: 0, remove: 1, lineEnd: 2, space: 3, fold: 4, contextual: 5 } as const

export interface CharacterTable {
  /** By unit: a value of {@link characterKind}. */
  readonly kinds: Uint8Array
  /** By unit: the unit it is read as, itself where nothing is said. */
  readonly folded: Uint16Array
  /** By ASCII unit: its full-width partner in Chinese context, itself elsewhere. */
  readonly partners: Uint16Array
}

const range = (from: string): readonly [number, number] => {
  const [first, last = first] = from.split('-') as [string, string?]
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

const buildTable = (): CharacterTable => {
  const kinds = new Uint8Array(65536)
  const folded = new Uint16Array(65536)
  const partners = new Uint16Array(128)
  for (let i = 0; i < 65536; i++) folded[i] = i
  for (let i = 0; i < 128; i++) partners[i] = i
  const mark = (rows: readonly { from: string }[], kind: number) => {
    for (const row of rows) {
      const [first, last] = range(row.from)
      kinds.fill(kind, first, last + 1)
    }
  }
  mark(data.remove, characterKind.remove)
  mark(data.lineEnds, characterKind.lineEnd)
  mark(data.spaces, characterKind.space)
  mark(data.fold, characterKind.fold)
  mark(data.pairs, characterKind.contextual)
  for (const row of data.fold) {
    const [first, last] = range(row.from)
    const constant = row.to.startsWith('=')
    const to = Number.parseInt(constant ? row.to.slice(1) : row.to, 16)
    for (let unit = first; unit <= last; unit++) folded[unit] = constant ? to : to + unit - first
  }
  for (const row of data.pairs) partners[range(row.from)[0]] = range(row.to)[0]
  return { kinds, folded, partners }
}

let table: CharacterTable | undefined

/** data/text/characters.json as arrays, built on first use. */
export const characterTable = (): CharacterTable => (table ??= buildTable())
