/** Patterns as a tree of shared prefixes, with Aho–Corasick failure links. Node 0 is the root. */
export interface Trie {
  /** Number of nodes. */
  readonly size: number
  /** Character → small class number ≥ 1; 0 for characters that no pattern holds. */
  readonly classes: Uint16Array
  readonly classCount: number
  /** Class of the character that leads to the node. */
  readonly label: Uint16Array
  /** Children as lists: first child, then siblings; 0 ends a list. */
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  readonly depth: Int32Array
  /** The longest proper suffix of the node's string that is itself a node. */
  readonly fail: Int32Array
  /** Nodes from shallow to deep. */
  readonly order: Int32Array
  /** The last pattern that ends at the node, and before each pattern the one that ends there too; −1 for none. */
  readonly lastEnd: Int32Array
  readonly previousEnd: Int32Array
}

/** Builds the tree and its failure links: linear in the total length of the patterns. Empty patterns are left out. */
export function buildTrie(patterns: readonly string[]): Trie {
  const room = patterns.reduce((sum, p) => sum + p.length, 1)
  const classes = new Uint16Array(65536)
  const label = new Uint16Array(room)
  const firstChild = new Int32Array(room)
  const nextSibling = new Int32Array(room)
  const depth = new Int32Array(room)
  const lastEnd = new Int32Array(room).fill(-1)
  const previousEnd = new Int32Array(patterns.length).fill(-1)
  // The root has a child for nearly every character: no list but a table.
  const rootChild = new Int32Array(65536)
  let classCount = 1
  let size = 1

  const child = (node: number, k: number): number => {
    if (node === 0) return rootChild[k]!
    let at = firstChild[node]!
    while (at !== 0 && label[at] !== k) at = nextSibling[at]!
    return at
  }
  for (const [id, pattern] of patterns.entries()) {
    let node = 0
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i)
      const k = classes[code] || (classes[code] = classCount++)
      let next = child(node, k)
      if (next === 0) {
        next = size++
        label[next] = k
        depth[next] = i + 1
        nextSibling[next] = firstChild[node]!
        firstChild[node] = next
        if (node === 0) rootChild[k] = next
      }
      node = next
    }
    if (node === 0) continue
    previousEnd[id] = lastEnd[node]!
    lastEnd[node] = id
  }

  const fail = new Int32Array(size)
  const order = new Int32Array(size)
  let filled = 1
  for (let read = 0; read < filled; read++) {
    const node = order[read]!
    for (let next = firstChild[node]!; next !== 0; next = nextSibling[next]!) {
      const k = label[next]!
      let suffix = node
      let target = 0
      while (suffix !== 0 && target === 0) {
        suffix = fail[suffix]!
        target = child(suffix, k)
      }
      fail[next] = target
      order[filled++] = next
    }
  }
  return { size, classes, classCount, label, firstChild, nextSibling, depth, fail, order, lastEnd, previousEnd }
}
