import { blockSize, UnitBlock } from '../../text/code-units'
import { buildFilter, FILTER_FACTOR, FILTER_MASK, LANES_CLOSE, LANES_OPEN } from './bigram-filter'
import {
  type Automaton,
  BASE,
  CHECK,
  EXIT,
  EXIT_BEFORE,
  FAIL,
  HIT,
  LENGTH,
  NEXT,
  PATTERN,
  packAutomaton,
} from './double-array'
import { LeftmostLongest } from './leftmost-longest'
import { buildTrie } from './trie'

/** One occurrence: number of the pattern, and its half-open range in UTF-16 code units. */
export type OnHit = (pattern: number, start: number, end: number) => void

/**
 * Finds strings in text. Built once, then only read: one matcher can serve any number of texts.
 *
 * Text is a string or its UTF-16 code units. Time is linear in the text plus the number of hits, whatever the text: the
 * filter only decides where the automaton starts, and the automaton reads each character a bounded number of times.
 */
export interface Matcher {
  /** How many patterns it was built from. */
  readonly size: number
  /** Every occurrence of every pattern, nested and overlapping ones too, by end and then longest first. */
  scan(text: string | Uint16Array, onHit: OnHit): void
  /** Occurrences that do not overlap: the leftmost, at one start the longest; equal patterns count for the first. */
  scanLongest(text: string | Uint16Array, onHit: OnHit): void
}

/** Zeros behind the text: the filter reads ahead. */
const PADDING = 8

/** Long texts are read in pieces that stay in the first-level cache. */
const PIECE = 1 << 13

/**
 * How it works. The naive search tries every pattern at every place. Here a bigram filter passes over the places where no
 * pattern can begin, one table row a character; where one may begin, an Aho–Corasick automaton (a double array, so one step
 * is one cell) reads on and reports what ends where, following failure links, until nothing or only one character is
 * pending; then the filter takes over behind it. On news text the filter does most of the reading, which is why this is
 * faster than an automaton alone; on text made to defeat the filter the automaton does the work, so it never gets slow.
 *
 * Aho & Corasick 1975, doi:10.1145/360825.360855; shift-and filter after Baeza-Yates & Gonnet 1992,
 * doi:10.1145/135239.135243; double array: Aoe 1989, doi:10.1109/32.31365.
 *
 * @param patterns compared code unit by code unit, no folding; an empty one never matches
 * @example compileMatcher(['稳中求进', '求进']).scan('坚持稳中求进', (p, start, end) => …) // (0, 2, 6), (1, 4, 6)
 */
export function compileMatcher(patterns: readonly string[]): Matcher {
  const single = patterns.some((p) => p.length === 1)
  const automaton = packAutomaton(buildTrie(patterns), !single)
  const longest = patterns.reduce((most, p) => Math.max(most, p.length), 0)
  const rows = single ? null : buildFilter(patterns)
  const length = Math.max(PIECE, longest * 4)
  let spare: Uint16Array | null = null

  const scan = (text: string | Uint16Array, onHit: OnHit) => {
    if (longest === 0) return
    // Taken out of the field while in use: a callback may scan with the same matcher.
    const units = spare ?? new Uint16Array(length + PADDING)
    spare = null
    // Each piece begins so far back that every hit that ends behind the piece before it is whole, and reports only those.
    for (let from = 0, done = 0; done < text.length; from = done - longest + 1) {
      const to = Math.min(from + length, text.length)
      readPiece(units, text, from, to)
      if (rows === null) scanEverywhere(automaton, units, from, to - from, done - from, onHit)
      else scanFiltered(automaton, rows, units, from, to - from, done - from, onHit)
      done = to
    }
    spare = units
  }

  const scanLongest = (text: string | Uint16Array, onHit: OnHit) => {
    const selection = new LeftmostLongest(longest, onHit)
    scan(text, selection.add)
    selection.end()
  }
  return Object.freeze({ size: patterns.length, scan, scanLongest })
}

let block: UnitBlock | undefined

/** The units of `text[from, to)` with zeros behind them. */
function readPiece(units: Uint16Array, text: string | Uint16Array, from: number, to: number) {
  if (typeof text !== 'string') units.set(text.subarray(from, to))
  else {
    block ??= new UnitBlock()
    for (let at = from; at < to; at += blockSize) {
      const end = Math.min(at + blockSize, to)
      block.read(text, at, end)
      units.set(block.units.subarray(0, end - at), at - from)
    }
  }
  units.fill(0, to - from, to - from + PADDING)
}

/** The filter in front of the automaton. `offset` is where `units` begins in the text; hits count that end behind `floor`. */
function scanFiltered(
  automaton: Automaton,
  rows: Uint16Array,
  units: Uint16Array,
  offset: number,
  length: number,
  floor: number,
  onHit: OnHit,
) {
  const { cells, classes, rootBase, hits } = automaton
  // A lane closes three characters behind the beginning it speaks about, so go on two past the last pair.
  const stop = length + 2
  let i = 0
  let state = 0
  let left = units[0]!
  let read = 0
  while (i < stop) {
    // Four characters at a time: nearly always none of them closes a lane.
    const c1 = units[i + 1]!
    const c2 = units[i + 2]!
    const c3 = units[i + 3]!
    const c4 = units[i + 4]!
    const s1 = ((state << 1) | LANES_OPEN) & rows[(Math.imul(left, FILTER_FACTOR) + c1) & FILTER_MASK]!
    const s2 = ((s1 << 1) | LANES_OPEN) & rows[(Math.imul(c1, FILTER_FACTOR) + c2) & FILTER_MASK]!
    const s3 = ((s2 << 1) | LANES_OPEN) & rows[(Math.imul(c2, FILTER_FACTOR) + c3) & FILTER_MASK]!
    const s4 = ((s3 << 1) | LANES_OPEN) & rows[(Math.imul(c3, FILTER_FACTOR) + c4) & FILTER_MASK]!
    if (((s1 | s2 | s3 | s4) & LANES_CLOSE) === 0) {
      i += 4
      state = s4
      left = c4
      continue
    }
    if ((s1 & LANES_CLOSE) !== 0) {
      i += 1
      state = s1
      left = c1
    } else if ((s2 & LANES_CLOSE) !== 0) {
      i += 2
      state = s2
      left = c2
    } else if ((s3 & LANES_CLOSE) !== 0) {
      i += 3
      state = s3
      left = c3
    } else {
      i += 4
      state = s4
      left = c4
    }
    const start = i - 3
    if (start < read) continue // the automaton has been here

    // From here the automaton reads, as in scanEverywhere.
    let at = start
    let kind = classes[units[at]!]!
    let base = rootBase
    let fail = EXIT
    for (;;) {
      const cell = (base + kind) << 2
      if (cells[cell + CHECK] === base) {
        at++
        kind = classes[units[at]!]!
        base = cells[cell + BASE]!
        fail = cells[cell + FAIL]!
        for (let hit = at > floor ? cells[cell + HIT]! : 0; hit !== 0; hit = hits[hit + NEXT]!)
          onHit(hits[hit + PATTERN]!, offset + at - hits[hit + LENGTH]!, offset + at)
      } else if (fail >= 0) {
        base = cells[(fail << 2) + BASE]!
        fail = cells[(fail << 2) + FAIL]!
      } else {
        if (fail === EXIT_BEFORE) at--
        break
      }
    }
    read = at > start ? at : start + 1
    if (read > i) {
      i = read
      left = units[i]!
      state = 0
    }
  }
}

/** Patterns of one character make the filter useless: here the automaton starts wherever the one before it stopped. */
function scanEverywhere(
  automaton: Automaton,
  units: Uint16Array,
  offset: number,
  length: number,
  floor: number,
  onHit: OnHit,
) {
  const { cells, classes, rootBase, hits } = automaton
  let base = rootBase
  let fail = EXIT
  for (let at = 0; at < length; ) {
    const cell = (base + classes[units[at]!]!) << 2
    if (cells[cell + CHECK] === base) {
      at++
      base = cells[cell + BASE]!
      fail = cells[cell + FAIL]!
      for (let hit = at > floor ? cells[cell + HIT]! : 0; hit !== 0; hit = hits[hit + NEXT]!)
        onHit(hits[hit + PATTERN]!, offset + at - hits[hit + LENGTH]!, offset + at)
    } else if (fail >= 0) {
      base = cells[(fail << 2) + BASE]!
      fail = cells[(fail << 2) + FAIL]!
    } else {
      if (base === rootBase) at++
      base = rootBase
      fail = EXIT
    }
  }
}
