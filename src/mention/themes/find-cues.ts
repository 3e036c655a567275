import { type CueIndex, GAP } from './cue-index'
import { type Folded, isBreak } from './fold'

/** Cues found in one directive, in the order of their ends. Valid until the next call. */
export interface FoundCues {
  length: number
  readonly cue: number[]
  /** Range in the folded text. */
  readonly start: number[]
  readonly end: number[]
}

const hits: FoundCues = { length: 0, cue: [], start: [], end: [] }
const found: FoundCues = { length: 0, cue: [], start: [], end: [] }
/** Where the head of a gap cue ended last. */
const lastHeads = new Map<number, number>()

/**
 * The cues of a text that no longer cue holds: in 安全生产 the cues 安全 and 生产 are silent. A silent word silences what it
 * holds in the same way and is not reported; the words between the parts of a gap cue stay heard.
 */
export function findCues(index: CueIndex, folded: Folded): FoundCues {
  hits.length = 0
  if (lastHeads.size > 0) lastHeads.clear()
  const { heads, byTail } = index
  index.matcher.scan(folded.units.subarray(0, folded.length), (pattern, start, end) => {
    push(hits, pattern, start, end)
    const gaps = byTail[pattern]
    if (gaps !== undefined)
      for (const gap of gaps) {
        const headEnd = lastHeads.get(gap.head)
        if (headEnd !== undefined && inOneClause(folded.units, headEnd, start)) push(hits, gap.cue, headEnd, end)
      }
    if (heads[pattern] === 1) lastHeads.set(pattern, end)
  })
  return dropHeld(index)
}

/**
 * Hits come by end, at one end the longest first. Read backwards by ends, a hit is held by a longer one exactly if some
 * swallowing hit read before began at or before it.
 */
function dropHeld(index: CueIndex): FoundCues {
  const { cue, start, end } = hits
  let first = Number.POSITIVE_INFINITY
  found.length = 0
  for (let last = hits.length - 1; last >= 0; ) {
    let group = last
    while (group > 0 && end[group - 1] === end[last]) group--
    for (let i = group; i <= last; i++) {
      const c = cue[i]!
      if (c >= index.plain) push(found, c, start[i]!, end[i]!)
      else if (start[i]! < first) {
        if (index.swallows[c] === 1) first = start[i]!
        if (index.uses[c]!.length > 0) push(found, c, start[i]!, end[i]!)
      }
    }
    last = group - 1
  }
  return found
}

/** True where 1 to {@link GAP} characters without a break lie between the two places. */
function inOneClause(units: Uint16Array, from: number, to: number): boolean {
  if (to <= from || to - from > GAP) return false
  for (let i = from; i < to; i++) if (isBreak(units[i]!)) return false
  return true
}

function push(list: FoundCues, cue: number, start: number, end: number) {
  const i = list.length++
  list.cue[i] = cue
  list.start[i] = start
  list.end[i] = end
}
