import { TifaError } from '../error'
import {
  byCodePoint,
  type ConceptName,
  conceptNamed,
  type MentionFilter,
  type Observation,
  type Observed,
  observe,
  type ReprintPolicy,
} from '../observation'
import type { Segmenter } from '../segment/segmenter'
import { assoc, padjust } from '../stats'
import { COLLOCATE_COLUMNS } from './collocates-columns'
import { methodOf } from './method'
import { type Counted, countCharacters, countWords, standsBeside } from './neighbours'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface CollocateOptions extends MentionFilter {
  /** Whose neighbours. Default: every concept with a mention. */
  readonly concepts?: readonly ConceptName[]
  /** Cuts words. Without one, neighbours are sequences of 2 to 4 characters: never a silent other segmenter. */
  readonly segmenter?: Segmenter
  /** Words (or, without a segmenter, characters) on each side. Default 5 words or 10 characters. */
  readonly window?: number
  /** Leave out neighbours met fewer times. Default 3. */
  readonly minimum?: number
  readonly reprints?: ReprintPolicy
}

/** One word beside one concept, from the table of positions: in a window or not, this word or another. */
export interface CollocateRow {
  readonly concept: string
  readonly label: string
  readonly collocate: string
  readonly a: number
  readonly left: number
  readonly right: number
  readonly inWindows: number
  readonly total: number
  readonly positions: number
  readonly expected: number
  readonly logDice: number | null
  readonly strength: number | null
  readonly g2: number | null
  readonly p: number | null
  readonly q: number | null
}

/**
 * Which words stand beside a formulation?
 *
 * Every position of the texts is either inside a window (up to `window` words from a mention, same paragraph, the
 * mention's own words left out, a position near two mentions once) or not; the 2×2 table of word × window gives
 * logDice (Rychlý 2008), observed ÷ expected, signed G² and q over all listed words of the call. Punctuation and
 * non-Han tokens hold their places but are not listed. Reports without text are left out.
 *
 * G² takes positions for independent: read it as a ranking. Rows: by concept id, logDice, word.
 *
 * @throws TifaError `invalid-option`, `unknown-concept`
 * @example collocates(study, { concepts: ['xiangmu-weiwang'], segmenter, window: 5 }).rows.slice(0, 10).map((r) => [r.collocate, r.a, r.logDice])
 */
export function collocates(study: Observed, options: CollocateOptions = {}): Result<CollocateRow> {
  const { segmenter } = options
  const window = wholeOption('window', options.window ?? (segmenter ? 5 : 10), 1)
  const minimum = wholeOption('minimum', options.minimum ?? 3, 1)
  const observation = observe(study, options)
  const chosen =
    options.concepts === undefined
      ? observation.concepts
          .map((_, c) => c)
          .filter((c) => observation.conceptStart[c + 1]! > observation.conceptStart[c]!)
      : [...new Set(options.concepts.map((name) => conceptNamed(observation, name)))].sort((a, b) => a - b)
  if (observation.reports.length > 0 && observation.reports.every((row) => row.text === undefined))
    throw new TifaError('invalid-option', 'collocates reads the reports’ text, which this study was coded without')
  const counted = segmenter
    ? countWords(observation, chosen, segmenter, window)
    : countCharacters(observation, chosen, window)
  const drafts = chosen.flatMap((c) => rowsOf(observation, c, counted, minimum))
  const q = padjust({ p: drafts.map((row) => row.p), method: 'BH' }).adjusted
  return {
    kind: 'collocates',
    rows: drafts.map((row, i) => ({ ...row, q: q[i] ?? null })),
    columns: COLLOCATE_COLUMNS,
    method: methodOf(study, {
      analysis: 'collocates',
      unit: segmenter ? 'word' : 'sequence of 2 to 4 characters',
      denominator: 'positions of the texts',
      reprints: observation.reprints,
      tests: ['log-likelihood ratio G²'],
      correction: 'Benjamini–Hochberg over all listed neighbours',
      notes: [
        `window: ${window} ${segmenter ? 'words' : 'characters'} on each side`,
        `segmenter: ${segmenter?.id ?? 'none'}`,
      ],
    }),
    mentions: (row) => {
      const c = observation.conceptIndex.get(row.concept)
      if (c === undefined) return []
      return Array.from(
        observation.mentionsByConcept.subarray(observation.conceptStart[c]!, observation.conceptStart[c + 1]!),
      )
        .filter((m) => standsBeside(observation, m, row.collocate, window, segmenter))
        .map((m) => observation.mentions.at(m)!.id)
    },
  }
}

function rowsOf(observation: Observation, c: number, counted: Counted, minimum: number): CollocateRow[] {
  const info = observation.concepts[c]!
  const { tokens, positions: inWindows } = counted.near.get(c)!
  const rows: CollocateRow[] = []
  for (const [word, { left, right }] of tokens) {
    const a = left + right
    if (a < minimum) continue
    const total = counted.totals.get(word)!
    const table = { a, b: inWindows - a, c: total - a, d: counted.positions - inWindows - total + a }
    const g2 = assoc.g2(table)
    rows.push({
      concept: info.id,
      label: info.label,
      collocate: word,
      a,
      left,
      right,
      inWindows,
      total,
      positions: counted.positions,
      expected: (inWindows * total) / counted.positions,
      logDice: assoc.overlap(table).logDice,
      strength: assoc.strength(table).ratio,
      g2: g2.signed,
      p: g2.p,
      q: null,
    })
  }
  return rows.sort((x, y) => (y.logDice ?? 0) - (x.logDice ?? 0) || y.a - x.a || byCodePoint(x.collocate, y.collocate))
}
