import type { Directive } from '../directive/directive'
import type { Grade, Stance } from './mention'
import { cueIndex, WEIGHTS } from './themes/cue-index'
import { type FoundCues, findCues } from './themes/find-cues'
import { type Folded, fold } from './themes/fold'
import { findFrames } from './themes/frames'
import { ScoreBoard } from './themes/score-board'
import { frameFactor } from './themes/theme-files'

/** What categorising needs of a mention: any row of the `mentions` table has it. */
export interface ThemeMention {
  readonly concept: string
  readonly category: string
  readonly grade: Grade
  readonly cleanStart: number
  readonly cleanEnd: number
  readonly stance: Stance | null
}

export interface Categorised {
  /** Ids `top.sub`, the best supported first; `['other.none']` when nothing fits. */
  readonly categories: string[]
  /** The spans that earned them. `start` and `end` repeat the clean span: the caller maps them to the source. */
  readonly evidence: Directive['categoryEvidence']
}

/** Given to a directive that no theme fits. */
export const NO_CATEGORY = 'other.none'

/** Thirds that make a label. */
const ENOUGH = 3
/** At least one reason must weigh this: weak words alone never add up to a theme. */
const ONE_REASON = 1.5
/** Manner categories say how, not what. Beside a theme they need two full reasons. */
const MANNER = new Set(['style.execution', 'style.method', 'style.spirit'])
const ENOUGH_MANNER = 6
/** When nothing reaches a label, the best theme with this much is taken. */
const ENOUGH_ALONE = 2

let board: ScoreBoard | undefined

/**
 * Themes of one directive, slogan or none.
 *
 * Every label is earned by spans that can be shown: a mention of a core formulation (its own category), one strong cue, or
 * a medium one with a weak one beside it. A longer cue silences the shorter inside it (生产 in 安全生产). Inside a frame
 * (`以…为契机`, `按照…要求`, `为…提供保障`) everything weighs half, so an occasion alone gives nothing. A generic formulation gives
 * no category by itself, and the same words twice are one reason. How a thing is done (`style.execution`, `.method`, `.spirit`)
 * becomes a label beside what is done only on two full reasons. The rules in words: `docs/codebook.md`.
 *
 * @param text clean text of the directive
 * @param mentions its mentions that count (not shadowed)
 * @param offset place of `text` in the clean text that the mentions' offsets count in
 * @returns labels by falling weight, ties in the order of the scheme; an empty text gives `other.none`
 * @example categorise('要完善县乡村三级养老服务网络。', [], 0).categories // ['people.care']
 */
export function categorise(text: string, mentions: readonly ThemeMention[], offset: number): Categorised {
  const folded = fold(text)
  const frames = findFrames(text, folded)
  const cues = findCues(folded)
  const scores = (board ??= new ScoreBoard(cueIndex().categories))
  scores.clear()
  const slogans = mentions.filter((mention) => mention.grade === 'core')
  weighSlogans(slogans, frames, offset, scores)
  weighCues(cues, folded, frames, slogans, offset, scores)
  const given = decide(scores)
  if (given.length === 0) return { categories: [NO_CATEGORY], evidence: [] }
  return {
    categories: given.map((category) => scores.categories[category]!),
    evidence: showReasons(given, scores, cues, folded, slogans, text, offset),
  }
}

function weighSlogans(slogans: readonly ThemeMention[], frames: readonly number[], offset: number, scores: ScoreBoard) {
  for (let i = 0; i < slogans.length; i++) {
    const { concept, category, cleanStart, cleanEnd } = slogans[i]!
    const factor = factorAt(frames, cleanStart - offset, cleanEnd - offset)
    let before = 0
    for (let j = 0; j < i; j++)
      if (slogans[j]!.concept === concept)
        before = Math.max(before, factorAt(frames, slogans[j]!.cleanStart - offset, slogans[j]!.cleanEnd - offset))
    const weight = WEIGHTS['strong']!
    if (factor > before) scores.add(scores.numberOf(category), weight * factor, weight * (factor - before))
  }
}

/** The factor with which a cue has counted in this directive already; the stamp says in which. */
let counted = new Float32Array(0)
let stamps = new Int32Array(0)
let stamp = 0

/** Adds the cues' weights; a cue inside a slogan is left out (its length is set to 0), so that evidence skips it too. */
function weighCues(
  cues: FoundCues,
  folded: Folded,
  frames: readonly number[],
  slogans: readonly ThemeMention[],
  offset: number,
  scores: ScoreBoard,
) {
  const { useFrom, useCategory, useWeight } = cueIndex()
  if (stamps.length === 0) {
    stamps = new Int32Array(useFrom.length)
    counted = new Float32Array(useFrom.length)
  }
  stamp++
  for (let i = 0; i < cues.length; i++) {
    const cue = cues.cue[i]!
    const start = folded.at[cues.start[i]!]!
    const end = folded.at[cues.end[i]! - 1]! + 1
    if (slogans.length > 0 && insideSlogan(slogans, start + offset, end + offset)) {
      cues.end[i] = cues.start[i]!
      continue
    }
    const factor = frames.length === 0 ? 1 : factorAt(frames, start, end)
    const before = stamps[cue] === stamp ? counted[cue]! : 0
    if (factor <= before) continue
    stamps[cue] = stamp
    counted[cue] = factor
    for (let u = useFrom[cue]!; u < useFrom[cue + 1]!; u++)
      scores.add(useCategory[u]!, useWeight[u]! * factor, useWeight[u]! * (factor - before))
  }
}

function decide(scores: ScoreBoard): readonly number[] {
  const earned = scores.earned(ENOUGH, ONE_REASON)
  if (earned.length === 0) return scores.earned(ENOUGH_ALONE, 0).slice(0, 1)
  const isManner = (category: number) => MANNER.has(scores.categories[category]!)
  if (earned.every(isManner)) return earned
  return earned.filter((category) => !isManner(category) || scores.totalOf(category) >= ENOUGH_MANNER)
}

/** For every given category its slogans, then its cues in text order. */
function showReasons(
  given: readonly number[],
  scores: ScoreBoard,
  cues: FoundCues,
  folded: Folded,
  slogans: readonly ThemeMention[],
  text: string,
  offset: number,
): Directive['categoryEvidence'] {
  const { useFrom, useCategory } = cueIndex()
  const rows = new Map<number, Directive['categoryEvidence']>(given.map((category) => [category, []]))
  const show = (category: number, basis: 'concept' | 'cue', term: string, start: number, end: number) =>
    rows
      .get(category)
      ?.push({ category: scores.categories[category]!, basis, term, cleanStart: start, cleanEnd: end, start, end })
  for (const { category, concept, cleanStart, cleanEnd } of slogans)
    show(scores.numberOf(category), 'concept', concept, cleanStart, cleanEnd)
  for (let i = cues.length - 1; i >= 0; i--) {
    if (cues.end[i] === cues.start[i]) continue
    const cue = cues.cue[i]!
    for (let u = useFrom[cue]!; u < useFrom[cue + 1]!; u++) {
      if (!rows.has(useCategory[u]!)) continue
      const start = folded.at[cues.start[i]!]!
      const end = folded.at[cues.end[i]! - 1]! + 1
      show(useCategory[u]!, 'cue', text.slice(start, end), start + offset, end + offset)
    }
  }
  return [...rows.values()].flat()
}

function factorAt(frames: readonly number[], start: number, end: number): number {
  for (let i = 0; i < frames.length; i += 2) if (start >= frames[i]! && end <= frames[i + 1]!) return frameFactor
  return 1
}

function insideSlogan(slogans: readonly ThemeMention[], start: number, end: number): boolean {
  for (const slogan of slogans) if (start >= slogan.cleanStart && end <= slogan.cleanEnd) return true
  return false
}
