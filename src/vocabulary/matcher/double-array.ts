import type { Trie } from './trie'

/** Numbers per cell of {@link Automaton.cells}. */
export const CHECK = 0
export const BASE = 1
export const FAIL = 2
export const HIT = 3

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
  /** Chains of patterns: `HIT` of a cell is an index here, 0 for none; longest pattern first. */
  readonly hitPattern: Int32Array
  readonly hitNext: Int32Array
}

/**
 * Packs the widest nodes first, each at the first base where its children find empty cells.
 *
 * @param exitEarly leave the automaton when only one character is pending. Only where no pattern is that short: the place
 *   is read again from its beginning, and a match of one character would be reported twice.
 */
export function packAutomaton(trie: Trie, exitEarly: boolean): Automaton {
  const { classes, children, fail, order, ends, depth, classCount } = trie
  const nodes = children.length
  const base = new Int32Array(nodes)
  const cell = new Int32Array(nodes)
  let capacity = 1 << 12
  while (capacity < nodes * 2 + classCount + 2) capacity *= 2
  let check = new Int32Array(capacity).fill(-1)
  let usedBase = new Uint8Array(capacity)
  let firstFree = 1
  let last = 0
  const grow = (need: number) => {
    while (capacity <= need) capacity *= 2
    const wider = new Int32Array(capacity).fill(-1)
    wider.set(check)
    check = wider
    const used = new Uint8Array(capacity)
    used.set(usedBase)
    usedBase = used
  }

  const widest = Array.from({ length: nodes }, (_, node) => node)
    .filter((node) => children[node]!.size > 0)
    .sort((a, b) => children[b]!.size - children[a]!.size || a - b)
  for (const node of widest) {
    const keys = [...children[node]!.keys()]
    let smallest = keys[0]!
    for (const k of keys) if (k < smallest) smallest = k
    let candidate = Math.max(1, firstFree - smallest)
    for (let tries = 1; ; candidate++, tries++) {
      if (candidate + classCount >= capacity) grow(candidate + classCount)
      if (usedBase[candidate] === 0 && keys.every((k) => check[candidate + k] === -1)) break
      // A crowded region: leave its last gaps empty and go on behind it.
      if (tries % 4096 === 0) firstFree = candidate + smallest
    }
    usedBase[candidate] = 1
    base[node] = candidate
    for (const [k, child] of children[node]!) {
      check[candidate + k] = candidate
      cell[child] = candidate + k
      if (candidate + k > last) last = candidate + k
    }
    while (firstFree < capacity && check[firstFree] !== -1) firstFree++
  }

  const hitPattern: number[] = [-1]
  const hitNext: number[] = [0]
  const hit = new Int32Array(nodes)
  for (const node of order) {
    if (node === 0) continue
    let chain = hit[fail[node]!]!
    for (let i = ends[node]!.length - 1; i >= 0; i--) {
      hitPattern.push(ends[node]![i]!)
      hitNext.push(chain)
      chain = hitPattern.length - 1
    }
    hit[node] = chain
  }

  const cells = new Int32Array((last + classCount + 2) * 4).fill(-1)
  for (let node = 1; node < nodes; node++) {
    const at = cell[node]! * 4
    const target = fail[node]!
    cells[at + CHECK] = check[cell[node]!]!
    cells[at + BASE] = base[node]!
    cells[at + FAIL] = target === 0 ? EXIT : exitEarly && depth[target] === 1 ? EXIT_BEFORE : cell[target]!
    cells[at + HIT] = hit[node]!
  }
  return {
    classes,
    cells,
    rootBase: base[0]!,
    hitPattern: Int32Array.from(hitPattern),
    hitNext: Int32Array.from(hitNext),
  }
}
