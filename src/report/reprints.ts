import { daysBetween, precisionOf } from './edtf'
import { readSignature, SIGNATURE_SIZE } from './signature'

/** What clustering needs of a report. */
export interface ReprintInput {
  readonly id: string
  readonly signature: string | null
  /** EDTF. Reports without a year count as later than all dated ones. */
  readonly date: string | null
}

/** A text and one later printing of it. */
export interface ReprintEdge {
  readonly original: string
  readonly reprint: string
  /** Days from the original to the reprint; null where one of them has no whole date. */
  readonly lagDays: number | null
  /** Share of the shorter text that is in the other, estimated from the signatures, 0.6 … 1 where they were compared directly. */
  readonly overlap: number
}

export interface Reprints {
  /** Original's id by reprint's id. Originals and unique reports are not keys. */
  readonly reprintOf: ReadonlyMap<string, string>
  /** One edge a reprint, by original's place in time, then by the reprint's. */
  readonly edges: readonly ReprintEdge[]
}

/** Share of the shorter text's sampled features that the longer one must hold. */
const OVERLAP = 0.6
/** Shared features below this are too few to tell, whatever their share. */
const FEWEST_SHARED = 4
/** A text less than this share of another's length is an excerpt or one item of a round-up, not a reprint. */
const SHORTEST = 0.3
/** Two copies of one text that lost different parts still share this much; two texts that a round-up joins share nothing. */
const SAME_STORY = 0.25
/** Days after which a text in print again must be the same almost to the word: notices are worded alike every year. */
const LATE = 60
const OVERLAP_LATE = 0.85
/** Neighbours compared within one bucket: buckets of set phrases can be large, so work stays linear. */
const WINDOW = 12

/**
 * Finds which reports print the same text. The earliest dated member of a cluster is its original, ties go to the smaller id.
 *
 * Every signature value is a bucket; reports that share a bucket are compared with their nearest neighbours in it, so time and memory
 * grow with the number of reports (values are ordered by radix sort). The outcome does not depend on the order of the input.
 *
 * @param rows reports; those without a signature are never reprints. Of rows with equal ids the first by date counts.
 * @example
 * clusterReprints(study.reports).reprintOf.get('mirror.txt') // 'paper.txt'
 */
export function clusterReprints(rows: readonly ReprintInput[]): Reprints {
  const order = [...rows].sort(byTime)
  const sketches = order.map((row) => readSignature(row.signature))
  const clusters = new Map<number, number[]>()
  const root = joinSimilar(sketches, order)
  for (let i = 0; i < order.length; i++) {
    const r = find(root, i)
    const list = clusters.get(r)
    if (list) list.push(i)
    else clusters.set(r, [i])
  }
  const found: { readonly original: number; readonly reprint: number; readonly overlap: number }[] = []
  for (const cluster of clusters.values()) {
    if (cluster.length === 1) continue
    // Ascending in time. A member that shares nothing with the original came in by way of a round-up of both.
    const originals: number[] = []
    for (const reprint of cluster) {
      let overlap = 0
      const original = originals.find((o) => (overlap = compare(sketches[o]!, sketches[reprint]!, 0).overlap) >= SAME_STORY)
      if (original === undefined) originals.push(reprint)
      else found.push({ original, reprint, overlap })
    }
  }
  found.sort((a, b) => a.original - b.original || a.reprint - b.reprint)
  const reprintOf = new Map<string, string>()
  const edges: ReprintEdge[] = []
  for (const { original, reprint, overlap } of found) {
    const from = order[original]!
    const to = order[reprint]!
    if (from.id === to.id || reprintOf.has(to.id)) continue
    reprintOf.set(to.id, from.id)
    edges.push({ original: from.id, reprint: to.id, lagDays: daysBetween(from.date, to.date), overlap })
  }
  return { reprintOf, edges }
}

function byTime(a: ReprintInput, b: ReprintInput): number {
  const x = timeKey(a.date)
  const y = timeKey(b.date)
  if (x !== y) return x < y ? -1 : 1
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return (a.signature ?? '') < (b.signature ?? '') ? -1 : 1
}

/** Sorts a month or a year behind its days and everything without a year last. */
function timeKey(date: string | null): string {
  const precision = precisionOf(date)
  if (precision === 'day') return date!
  if (precision === 'month') return `${date}-99`
  return precision === 'year' ? `${date}-99-99` : '~'
}

/** Share of the shorter text in the longer, among features that both signatures sampled alike, and whether that makes them one text. */
function compare(a: Uint32Array, b: Uint32Array, lagDays: number): { readonly overlap: number; readonly same: boolean } {
  const limit = Math.min(reach(a), reach(b))
  let inA = 0
  let inB = 0
  let shared = 0
  while (inA < a.length || inB < b.length) {
    const x = inA < a.length ? a[inA]! : Infinity
    const y = inB < b.length ? b[inB]! : Infinity
    if (Math.min(x, y) > limit) break
    if (x === y) shared++
    if (x <= y) inA++
    if (y <= x) inB++
  }
  const shorter = Math.min(inA, inB)
  const overlap = shorter === 0 ? 0 : shared / shorter
  const needed = lagDays > LATE ? OVERLAP_LATE : OVERLAP
  return { overlap, same: shared >= FEWEST_SHARED && overlap >= needed && shorter >= SHORTEST * Math.max(inA, inB) }
}

/** The value up to which a signature holds every feature of its text. */
const reach = (sketch: Uint32Array): number => (sketch.length < SIGNATURE_SIZE ? Infinity : sketch[sketch.length - 1]!)

function joinSimilar(sketches: readonly Uint32Array[], order: readonly ReprintInput[]): Int32Array {
  const root = Int32Array.from(sketches, (_, i) => i)
  forEachBucket(sketches, (docs, from, to) => {
    for (let j = from + 1; j < to; j++)
      for (let i = Math.max(from, j - WINDOW); i < j; i++) {
        const x = docs[i]!
        const y = docs[j]!
        const a = find(root, x)
        const b = find(root, y)
        if (a === b) continue
        const lag = daysBetween(order[x]!.date, order[y]!.date) ?? 0
        if (!compare(sketches[x]!, sketches[y]!, lag).same) continue
        root[Math.max(a, b)] = Math.min(a, b)
      }
  })
  return root
}

function find(root: Int32Array, i: number): number {
  let r = i
  while (root[r] !== r) r = root[r]!
  for (let at = i; root[at] !== r; ) {
    const next = root[at]!
    root[at] = r
    at = next
  }
  return r
}

/** Values sorted at a time: keeps memory flat for large corpora, which are then taken in slices of the values' low bits. */
const MOST_AT_ONCE = 1 << 22

/** Calls back with every run of two or more reports that share a value, reports in ascending order. */
function forEachBucket(sketches: readonly Uint32Array[], visit: (docs: Uint32Array, from: number, to: number) => void): void {
  const total = sketches.reduce((n, s) => n + s.length, 0)
  const slices = 2 ** Math.max(0, Math.ceil(Math.log2(total / MOST_AT_ONCE)))
  for (let slice = 0; slice < slices; slice++) {
    let n = 0
    for (const sketch of sketches) for (const value of sketch) if ((value & (slices - 1)) === slice) n++
    let values = new Uint32Array(n)
    let docs = new Uint32Array(n)
    n = 0
    for (let i = 0; i < sketches.length; i++)
      for (const value of sketches[i]!)
        if ((value & (slices - 1)) === slice) {
          values[n] = value
          docs[n++] = i
        }
    ;[values, docs] = radixSort(values, docs)
    for (let from = 0; from < n; ) {
      let to = from + 1
      while (to < n && values[to] === values[from]) to++
      if (to - from > 1) visit(docs, from, to)
      from = to
    }
  }
}

/** Sorts values, and the reports beside them, in three stable passes of 11 bits. */
function radixSort(values: Uint32Array<ArrayBuffer>, docs: Uint32Array<ArrayBuffer>): [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>] {
  let [fromV, fromD] = [values, docs]
  let [toV, toD] = [new Uint32Array(values.length), new Uint32Array(docs.length)]
  for (const shift of [0, 11, 22]) {
    const start = new Uint32Array(2049)
    for (const value of fromV) start[((value >>> shift) & 2047) + 1]!++
    for (let i = 0; i < 2048; i++) start[i + 1]! += start[i]!
    for (let i = 0; i < fromV.length; i++) {
      const at = start[(fromV[i]! >>> shift) & 2047]!++
      toV[at] = fromV[i]!
      toD[at] = fromD[i]!
    }
    ;[fromV, fromD, toV, toD] = [toV, toD, fromV, fromD]
  }
  return [fromV, fromD]
}
