/** Patterns as a tree of shared prefixes, with Aho–Corasick failure links. Node 0 is the root. */
export interface Trie {
  /** Character → small class number ≥ 1; 0 for characters that no pattern holds. */
  readonly classes: Uint16Array
  readonly classCount: number
  /** Class → child, for every node. */
  readonly children: readonly ReadonlyMap<number, number>[]
  readonly depth: readonly number[]
  /** The longest proper suffix of the node's string that is itself a node. */
  readonly fail: Int32Array
  /** Nodes from shallow to deep. */
  readonly order: Int32Array
  /** Patterns that end at the node, in the order given (equal patterns keep their own numbers). */
  readonly ends: readonly (readonly number[])[]
}

const none: readonly number[] = []

/** Builds the tree and its failure links: linear in the total length of the patterns. Empty patterns are left out. */
export function buildTrie(patterns: readonly string[]): Trie {
  const classes = new Uint16Array(65536)
  let classCount = 1
  const children: Map<number, number>[] = [new Map()]
  const depth = [0]
  const ends: number[][] = [[]]
  patterns.forEach((pattern, id) => {
    let node = 0
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i)
      const k = classes[code] || (classes[code] = classCount++)
      let next = children[node]!.get(k)
      if (next === undefined) {
        next = children.length
        children.push(new Map())
        depth.push(i + 1)
        ends.push(none as number[])
        children[node]!.set(k, next)
      }
      node = next
    }
    if (node === 0) return
    if (ends[node] === none) ends[node] = [id]
    else ends[node]!.push(id)
  })

  const fail = new Int32Array(children.length)
  const order = new Int32Array(children.length)
  let filled = 1
  for (let read = 0; read < filled; read++) {
    const node = order[read]!
    for (const [k, child] of children[node]!) {
      let suffix = fail[node]!
      let target = node === 0 ? 0 : children[suffix]!.get(k)
      while (target === undefined && suffix !== 0) {
        suffix = fail[suffix]!
        target = children[suffix]!.get(k)
      }
      fail[child] = target ?? 0
      order[filled++] = child
    }
  }
  return { classes, classCount, children, depth, fail, order, ends }
}
