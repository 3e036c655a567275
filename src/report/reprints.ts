import { dayNumber, daysBetween, precisionOf } from './edtf'
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
  /** Share of the shorter text that is in the other, 0.25 … 1, estimated from the signatures. */
  readonly overlap: number
}

export interface Reprints {
  /** Original's id by reprint's id. Originals and unique reports are not keys. */
  readonly reprintOf: ReadonlyMap<string, string>
  /** One edge a reprint, by original's place in time, then by the reprint's. */
  readonly edges: readonly ReprintEdge[]
}

/** Share of the shorter text's sampled features that the longer one must hold. */
const OVERLAP = 0.65
/** The same with every feature weighed by its rarity: set phrases that many texts share make no reprint. */
const OVERLAP_RARE = 0.4
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
  const values = new Uint32Array(rows.length * SIGNATURE_SIZE)
  const size = new Uint8Array(rows.length)
  rows.forEach((row, i) => {
    const own = readSignature(row.signature)
    values.set(own, i * SIGNATURE_SIZE)
    size[i] = own.length
  })
  const found = clusterSketches({
    count: rows.length,
    id: (i) => rows[i]!.id,
    date: (i) => rows[i]!.date,
    value: (at) => values[at]!,
    size: (i) => size[i]!,
  })
  const reprintOf = new Map<string, string>()
  const edges: ReprintEdge[] = []
  for (const { original, reprint, overlap } of found) {
    const from = rows[original]!
    const to = rows[reprint]!
    if (from.id === to.id || reprintOf.has(to.id)) continue
    reprintOf.set(to.id, from.id)
    edges.push({ original: from.id, reprint: to.id, lagDays: daysBetween(from.date, to.date), overlap })
  }
  return { reprintOf, edges }
}

/** Reports as clustering sees them: report `i` has its signature's values at `16 i … 16 i + size(i)`, ascending. */
export interface SketchedReports {
  readonly count: number
  readonly id: (report: number) => string
  readonly date: (report: number) => string | null
  readonly value: (at: number) => number
  readonly size: (report: number) => number
}

/** As {@link clusterReprints}, over reports by number: every reprint with its original, by the original's place in time. */
export function clusterSketches(
  reports: SketchedReports,
): { readonly original: number; readonly reprint: number; readonly overlap: number }[] {
  const order = inTime(reports)
  const sketches: Sketches = { ...reports, order, holders: new Uint8Array(reports.count * SIGNATURE_SIZE).fill(1) }
  forEachBucket(sketches, (slots, from, to) => {
    const holders = Math.min(to - from, 255)
    for (let at = from; at < to; at++) sketches.holders[slots[at]!] = holders
  })
  // Clusters are joined by place in time: a root is the first of its cluster.
  const root = joinSimilar(sketches, reports.date)
  const clusters = new Map<number, number[]>()
  for (let k = 0; k < root.length; k++) {
    const r = find(root, k)
    if (r === k) continue
    const list = clusters.get(r)
    if (list) list.push(k)
    else clusters.set(r, [r, k])
  }
  const found: { readonly original: number; readonly reprint: number; readonly overlap: number }[] = []
  for (const cluster of clusters.values()) {
    // Ascending in time. A member that shares nothing with the original came in by way of a round-up of both.
    const originals: number[] = []
    for (const reprint of cluster) {
      let overlap = 0
      const original = originals.find(
        (o) => (overlap = compare(sketches, order[o]!, order[reprint]!, 0).overlap) >= SAME_STORY,
      )
      if (original === undefined) originals.push(reprint)
      else found.push({ original, reprint, overlap })
    }
  }
  found.sort((a, b) => a.original - b.original || a.reprint - b.reprint)
  return found.map((f) => ({ original: order[f.original]!, reprint: order[f.reprint]!, overlap: f.overlap }))
}

/** Reports in order of time; of one day in order of id, then of signature. Without a year they come last. */
function inTime({ count, id, date, value, size }: SketchedReports): Uint32Array {
  const keys = Array.from({ length: count }, (_, i) => timeKey(date(i)))
  const compare = (a: number, b: number): number => {
    if (keys[a] !== keys[b]) return keys[a]! < keys[b]! ? -1 : 1
    const [x, y] = [id(a), id(b)]
    if (x !== y) return x < y ? -1 : 1
    for (let k = 0; k < SIGNATURE_SIZE; k++) {
      const difference =
        (k < size(a) ? value(a * SIGNATURE_SIZE + k) : -1) - (k < size(b) ? value(b * SIGNATURE_SIZE + k) : -1)
      if (difference !== 0) return difference
    }
    return 0
  }
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = 1; i < count; i++) if (compare(i - 1, i) > 0) return order.sort(compare)
  return order
}

/** Sorts a month or a year behind its days and everything without a year last. */
function timeKey(date: string | null): string {
  const precision = precisionOf(date)
  if (precision === 'day') return date!
  if (precision === 'month') return `${date}-99`
  return precision === 'year' ? `${date}-99-99` : '~'
}

/** Signatures side by side: report `i` has its values at `16 i … 16 i + size(i)`. */
interface Sketches {
  readonly count: number
  readonly value: (at: number) => number
  readonly size: (report: number) => number
  /** Reports in order of time. */
  readonly order: Uint32Array
  /** Number of reports that hold the value (at most 255): a value weighs 1 / √holders. */
  readonly holders: Uint8Array
}

/** Share of the shorter text in the longer, among features that both signatures sampled alike, and whether that makes them one text. */
function compare(
  { value, size, holders }: Sketches,
  a: number,
  b: number,
  lagDays: number,
): { readonly overlap: number; readonly same: boolean } {
  let x = a * SIGNATURE_SIZE
  let y = b * SIGNATURE_SIZE
  const endX = x + size(a)
  const endY = y + size(b)
  // Up to here a signature holds every feature of its text.
  const limit = Math.min(
    size(a) < SIGNATURE_SIZE ? Infinity : value(endX - 1),
    size(b) < SIGNATURE_SIZE ? Infinity : value(endY - 1),
  )
  let inA = 0
  let inB = 0
  let shared = 0
  let rareA = 0
  let rareB = 0
  let rareShared = 0
  for (;;) {
    const p = x < endX ? value(x) : Infinity
    const q = y < endY ? value(y) : Infinity
    if (p === Infinity && q === Infinity) break
    if (Math.min(p, q) > limit) break
    if (p === q) {
      shared++
      rareShared += 1 / Math.sqrt(holders[x]!)
    }
    if (p <= q) {
      inA++
      rareA += 1 / Math.sqrt(holders[x++]!)
    }
    if (q <= p) {
      inB++
      rareB += 1 / Math.sqrt(holders[y++]!)
    }
  }
  const shorter = Math.min(inA, inB)
  if (shorter === 0) return { overlap: 0, same: false }
  const overlap = shared / shorter
  const same =
    shared >= FEWEST_SHARED &&
    overlap >= (lagDays > LATE ? OVERLAP_LATE : OVERLAP) &&
    rareShared >= OVERLAP_RARE * Math.min(rareA, rareB) &&
    shorter >= SHORTEST * Math.max(inA, inB)
  return { overlap, same }
}

const NO_DAY = -0x8000_0000

function joinSimilar(sketches: Sketches, date: (report: number) => string | null): Int32Array {
  const { count, order } = sketches
  const place = new Int32Array(count)
  for (let k = 0; k < count; k++) place[order[k]!] = k
  const days = Int32Array.from({ length: count }, (_, i) => dayNumber(date(i)) ?? NO_DAY)
  const root = Int32Array.from(place.keys())
  forEachBucket(sketches, (slots, from, to) => {
    for (let j = from + 1; j < to; j++)
      for (let i = Math.max(from, j - WINDOW); i < j; i++) {
        const x = Math.floor(slots[i]! / SIGNATURE_SIZE)
        const y = Math.floor(slots[j]! / SIGNATURE_SIZE)
        const a = find(root, place[x]!)
        const b = find(root, place[y]!)
        if (a === b) continue
        // A date that is no whole day is no lag.
        const lag = days[x]! === NO_DAY || days[y]! === NO_DAY ? 0 : days[y]! - days[x]!
        if (compare(sketches, x, y, lag).same) root[Math.max(a, b)] = Math.min(a, b)
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
const MOST_AT_ONCE = 1 << 20

/** Calls back with every run of two or more reports that share a value, as slots of the signatures in order of time. */
function forEachBucket(sketches: Sketches, visit: (slots: Uint32Array, from: number, to: number) => void): void {
  const { value, size, order } = sketches
  const total = order.reduce((n, i) => n + size(i), 0)
  const slices = 2 ** Math.max(0, Math.ceil(Math.log2(total / MOST_AT_ONCE)))
  const inSlice = new Uint32Array(slices)
  for (const i of order)
    for (let at = i * SIGNATURE_SIZE; at < i * SIGNATURE_SIZE + size(i); at++) inSlice[value(at) & (slices - 1)]!++
  const most = inSlice.reduce((a, b) => Math.max(a, b), 0)
  // One set of arrays for all slices: what is thrown away here would lie about until much later.
  let slots = new Uint32Array(most)
  let spare = new Uint32Array(most)
  for (let slice = 0; slice < slices; slice++) {
    const n = inSlice[slice]!
    let k = 0
    for (const i of order)
      for (let at = i * SIGNATURE_SIZE; at < i * SIGNATURE_SIZE + size(i); at++)
        if ((value(at) & (slices - 1)) === slice) slots[k++] = at
    for (const shift of [0, 11, 22]) {
      sortByBits(slots, spare, n, value, shift)
      ;[slots, spare] = [spare, slots]
    }
    for (let from = 0; from < n; ) {
      const own = value(slots[from]!)
      let to = from + 1
      while (to < n && value(slots[to]!) === own) to++
      if (to - from > 1) visit(slots, from, to)
      from = to
    }
  }
}

/** One stable pass of a radix sort: slots by 11 bits of their values. */
function sortByBits(slots: Uint32Array, to: Uint32Array, n: number, value: Sketches['value'], shift: number): void {
  const start = new Uint32Array(2049)
  for (let k = 0; k < n; k++) start[((value(slots[k]!) >>> shift) & 2047) + 1]!++
  for (let i = 0; i < 2048; i++) start[i + 1]! += start[i]!
  for (let k = 0; k < n; k++) to[start[(value(slots[k]!) >>> shift) & 2047]!++] = slots[k]!
}
