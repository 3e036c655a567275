import type { OnHit } from '../../vocabulary/matcher/matcher'
import { type CueIndex, cueIndex, GAP } from './cue-index'
import { type Folded, isBreak } from './fold'

/** Cues found in one directive, the last first. Ranges are those of the folded text. Valid until the next call. */
export interface FoundCues {
  length: number
  cue: Int32Array
  start: Int32Array
  end: Int32Array
}

const room = (size: number): FoundCues => ({
  length: 0,
  cue: new Int32Array(size),
  start: new Int32Array(size),
  end: new Int32Array(size),
})

let hits = room(256)
let found = room(256)
let units: Uint16Array = new Uint16Array(0)
let index: CueIndex | undefined
/** Where the head of a gap cue ended last, by its number; only heads of this text count. */
let headEnds = new Int32Array(0)

/**
 * The cues of a text that no longer cue holds: in 安全生产 the cues 安全 and 生产 are silent. A silent word silences what it
 * holds in the same way and is not reported; the words between the parts of a gap cue stay heard.
 */
export function findCues(folded: Folded): FoundCues {
  if (index === undefined) {
    index = cueIndex()
    headEnds = new Int32Array(index.heads.reduce((a, b) => Math.max(a, b), 0) + 1)
  }
  hits.length = 0
  headEnds.fill(-1)
  units = folded.units
  index.matcher.scan(units.subarray(0, folded.length), collect)
  return dropHeld(index)
}

const collect: OnHit = (pattern, start, end) => {
  const { byTail, heads } = index!
  add(pattern, start, end)
  const gaps = byTail[pattern]!
  if (gaps !== null)
    for (const gap of gaps) {
      const headEnd = headEnds[gap.head]!
      if (headEnd >= 0 && inOneClause(headEnd, start)) add(gap.cue, headEnd, end)
    }
  const head = heads[pattern]!
  if (head !== 0) headEnds[head] = end
}

function add(cue: number, start: number, end: number) {
  if (hits.length === hits.cue.length) hits = grown(hits)
  const i = hits.length++
  hits.cue[i] = cue
  hits.start[i] = start
  hits.end[i] = end
}

function grown(list: FoundCues): FoundCues {
  const larger = room(list.cue.length * 2)
  larger.cue.set(list.cue)
  larger.start.set(list.start)
  larger.end.set(list.end)
  larger.length = list.length
  return larger
}

/** True where 1 to {@link GAP} characters without a break lie between the two places. */
function inOneClause(from: number, to: number): boolean {
  if (to <= from || to - from > GAP) return false
  for (let i = from; i < to; i++) if (isBreak(units[i]!)) return false
  return true
}

/**
 * Hits come by end, at one end the longest first. Read backwards by ends, a hit is held by a longer one exactly if some
 * swallowing hit read before began at or before it.
 */
function dropHeld({ plain, swallows, useFrom }: CueIndex): FoundCues {
  const { cue, start, end } = hits
  if (found.cue.length < hits.length) found = room(hits.cue.length)
  let first = 0x7fffffff
  let kept = 0
  for (let last = hits.length - 1; last >= 0; ) {
    let group = last
    while (group > 0 && end[group - 1] === end[last]) group--
    for (let i = group; i <= last; i++) {
      const c = cue[i]!
      if (c < plain) {
        if (start[i]! >= first) continue
        if (swallows[c] === 1) first = start[i]!
      }
      if (useFrom[c] === useFrom[c + 1]) continue
      found.cue[kept] = c
      found.start[kept] = start[i]!
      found.end[kept++] = end[i]!
    }
    last = group - 1
  }
  found.length = kept
  return found
}
