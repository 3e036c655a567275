/**
 * Position by id in a table. Whoever asks goes through another table in nearly the same order, so the answer is
 * mostly the last one or one soon after it; the index of all ids is only made when that fails. -1 for an id that is
 * not there.
 */
export function cursorIndex(rows: readonly { readonly id: string }[]): (id: string) => number {
  let index: Map<string, number> | null = null
  let last = 0
  return (id) => {
    const end = Math.min(rows.length, last + 8)
    for (let i = last; i < end; i++) if (rows.at(i)!.id === id) return (last = i)
    if (index === null) {
      index = new Map()
      for (let i = 0; i < rows.length; i++) index.set(rows.at(i)!.id, i)
    }
    const found = index.get(id)
    if (found === undefined) return -1
    return (last = found)
  }
}

/** Position of every row among the chosen ones; -1 where it was not chosen. */
export function positionsIn<Row>(all: readonly Row[], chosen: readonly Row[]): Int32Array {
  const positions = new Int32Array(all.length).fill(-1)
  let found = 0
  for (let i = 0; i < all.length && found < chosen.length; i++) if (all[i] === chosen[found]) positions[i] = found++
  if (found === chosen.length) return positions
  const position = new Map<Row, number>()
  for (let i = 0; i < chosen.length; i++) position.set(chosen[i]!, i)
  for (let i = 0; i < all.length; i++) positions[i] = position.get(all[i]!) ?? -1
  return positions
}
