import type { Trie } from './trie'

/** Numbers per cell of {@link Automaton.cells}. */
export const CHECK = 0
export const BASE = 1
export const FAIL = 2
export const HIT = 3

/** Numbers per entry of {@link Automaton.hits}. */
export const PATTERN = 0
export const LENGTH = 1
export const NEXT = 2

/** `FAIL` values that leave the automaton: nothing is pending, or only the character just read. */
export const EXIT = -1
export const EXIT_BEFORE = -2

/**
 * The trie in one array. A node is a cell; its child on class `k` is cell `base + k`, and it is there if that cell's
 * `CHECK` is the same `base` (no two nodes share a base). Four numbers a cell keep one step inside one cache line.
 */
export interface Automaton {
  readonly classes: Uint16Array
  readonly cells: Int32Array
  readonly rootBase: number
  /** Chains of patterns, three numbers each: `HIT` of a cell is an index here, 0 for none; longest pattern first. */
  readonly hits: Int32Array
}

/**
 * Packs the widest nodes first, each at the first base where its children find empty cells.
 *
 * @param exitEarly leave the automaton when only one character is pending. Only where no pattern is that short: the place
 *   is read again from its beginning, and a match of one character would be reported twice.
 */
export function packAutomaton(trie: Trie, exitEarly: boolean): Automaton {
  const { size, classes, classCount, label, firstChild, nextSibling, depth, fail, order, lastEnd, previousEnd } = trie
  const base = new Int32Array(size)
  const cell = new Int32Array(size)
  const free = new FreeCells(size * 2 + classCount + 2, classCount + 1)
  let last = 0
  for (const [node, keys] of widestFirst(trie)) {
    const found = free.takeBase(keys)
    base[node] = found
    for (let child = firstChild[node]!; child !== 0; child = nextSibling[child]!) cell[child] = found + label[child]!
    last = Math.max(last, found + keys[keys.length - 1]!)
  }

  const hits: number[] = [-1, 0, 0]
  const hit = new Int32Array(size)
  for (const node of order) {
    if (node === 0) continue
    let chain = hit[fail[node]!]!
    for (let id = lastEnd[node]!; id !== -1; id = previousEnd[id]!) chain = hits.push(id, depth[node]!, chain) - 3
    hit[node] = chain
  }

  const cells = new Int32Array((last + classCount + 2) * 4).fill(-1)
  for (let node = 1; node < size; node++) {
    const at = cell[node]! * 4
    const target = fail[node]!
    cells[at + CHECK] = free.ownerOf(cell[node]!)
    cells[at + BASE] = base[node]!
    cells[at + FAIL] = target === 0 ? EXIT : exitEarly && depth[target] === 1 ? EXIT_BEFORE : cell[target]!
    cells[at + HIT] = hit[node]!
  }
  return { classes, cells, rootBase: base[0]!, hits: Int32Array.from(hits) }
}

/** Nodes that have children, with the classes of these in ascending order; those with most children first. */
function widestFirst({ size, label, firstChild, nextSibling }: Trie): [number, number[]][] {
  const wide: [number, number[]][] = []
  const narrow: [number, number[]][] = []
  for (let node = 0; node < size; node++) {
    const keys: number[] = []
    for (let child = firstChild[node]!; child !== 0; child = nextSibling[child]!) keys.push(label[child]!)
    if (keys.length === 1) narrow.push([node, keys])
    else if (keys.length > 1) wide.push([node, keys.sort((a, b) => a - b)])
  }
  return [...wide.sort((a, b) => b[1].length - a[1].length || a[0] - b[0]), ...narrow]
}

/** After so many misses a search begins further on: what is left behind is filled by nodes with one child. */
const PATIENCE = 24

/** The cells that no node has taken, as a linked list. */
class FreeCells {
  /** Base of the node that took the cell, −1 for none. */
  private owner: Int32Array
  private usedBase: Uint8Array
  private next: Int32Array
  private previous: Int32Array
  private size: number
  /** Where nodes with several children begin to search. */
  private from: number

  /** @param first the cells before it stay empty: a class taken off any other gives a base of at least 1 */
  constructor(size: number, first: number) {
    this.size = size
    // One more than cells: the end of the list.
    this.owner = new Int32Array(size + 1).fill(-1)
    this.usedBase = new Uint8Array(size + 1)
    this.next = new Int32Array(size + 1)
    this.previous = new Int32Array(size + 1)
    for (let i = 0; i <= size; i++) {
      this.next[i] = i + 1
      this.previous[i] = i - 1
    }
    this.next[0] = first
    this.previous[first] = 0
    this.from = first
  }

  ownerOf(cell: number): number {
    return this.owner[cell]!
  }

  /** The first base where a node's children find room, taken. @param keys classes of the children, ascending */
  takeBase(keys: readonly number[]): number {
    const smallest = keys[0]!
    const width = keys[keys.length - 1]! - smallest
    const several = keys.length > 1
    let cell = several ? this.from : this.next[0]!
    for (let misses = 1; ; misses++, cell = this.next[cell]!) {
      if (cell + width >= this.size) this.grow(cell + width)
      if (this.fits(cell - smallest, keys)) break
      if (several && misses === PATIENCE) this.from = this.next[cell]!
    }
    const base = cell - smallest
    this.usedBase[base] = 1
    for (const k of keys) this.take(base + k, base)
    return base
  }

  private fits(base: number, keys: readonly number[]): boolean {
    if (this.usedBase[base] !== 0) return false
    for (let i = 0; i < keys.length; i++) if (this.owner[base + keys[i]!] !== -1) return false
    return true
  }

  private take(cell: number, base: number) {
    const { next, previous } = this
    this.owner[cell] = base
    next[previous[cell]!] = next[cell]!
    previous[next[cell]!] = previous[cell]!
    if (cell === this.from) this.from = next[cell]!
  }

  private grow(need: number) {
    this.size = Math.max(need + 1, this.size * 2)
    const wider = (column: Int32Array, fill: (i: number) => number) => {
      const made = new Int32Array(this.size + 1)
      made.set(column)
      for (let i = column.length; i < made.length; i++) made[i] = fill(i)
      return made
    }
    this.owner = wider(this.owner, () => -1)
    this.next = wider(this.next, (i) => i + 1)
    this.previous = wider(this.previous, (i) => i - 1)
    const used = new Uint8Array(this.size + 1)
    used.set(this.usedBase)
    this.usedBase = used
  }
}
