import type { Directive } from '../directive/directive'
import type { Grade, Stance } from './mention'
import { type CueIndex, cueIndex, WEIGHTS } from './themes/cue-index'
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
/** Manner categories say how, not what. Beside a theme they need two full reasons (codebook §4). */
const MANNER = new Set(['style.execution', 'style.method', 'style.spirit'])
const ENOUGH_MANNER = 6
/** When nothing reaches a label, the best theme with this much is taken. */
const ENOUGH_ALONE = 2

let board: ScoreBoard | undefined

/**
 * Themes of one directive, slogan or none.
 *
 * Every label is earned by spans that can be shown: a mention of a core formulation (its own category), one strong cue, or
 * a medium one with a weak one beside it. A longer cue silences the shorter inside it (生产 in 安全生产). Inside a frame (`以…为契机`, `按照…要求`, `为…提供保障`) everything weighs half, so an occasion alone gives nothing.
 * A generic formulation gives no category by itself, and the same words twice are one reason. How a thing is done
 * (`style.execution`, `.method`, `.spirit`) becomes a label beside what is done only on two full reasons.
 *
 * @param text clean text of the directive
 * @param mentions its mentions that count (not shadowed)
 * @param offset place of `text` in the clean text that the mentions' offsets count in
 * @returns labels by falling weight, ties in the order of the scheme; an empty text gives `other.none`
 * @example categorise('要完善县乡村三级养老服务网络。', [], 0).categories // ['people.care']
 */
export function categorise(text: string, mentions: readonly ThemeMention[], offset: number): Categorised {
  const index = cueIndex()
  const folded = fold(text)
  const frames = findFrames(text, folded)
  const cues = findCues(index, folded)
  const scores = (board ??= new ScoreBoard(index.categories))
  scores.clear()

  const reasons: Reason[] = []
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    if (mention.grade === 'generic') continue
    const start = mention.cleanStart - offset
    const end = mention.cleanEnd - offset
    const weight = WEIGHTS['strong']! * factorAt(frames, start, end)
    const category = scores.numberOf(mention.category)
    const counted = counts.get(mention.concept) ?? 0
    if (weight > counted) {
      scores.add(category, weight, weight - counted)
      counts.set(mention.concept, weight)
    }
    reasons.push({ category, concept: mention.concept, start, end })
  }
  weighCues(index, folded, cues, frames, mentions, offset, scores, reasons)
  return decide(scores, reasons, text, offset)
}

interface Reason {
  readonly category: number
  /** Null: a cue, the words of the span. */
  readonly concept: string | null
  readonly start: number
  readonly end: number
}

/** Weight that a cue has given in this directive already; the stamp says in which. */
const weighed: number[] = []
const stamps: number[] = []
let stamp = 0

function weighCues(
  index: CueIndex,
  folded: Folded,
  cues: FoundCues,
  frames: readonly number[],
  mentions: readonly ThemeMention[],
  offset: number,
  scores: ScoreBoard,
  reasons: Reason[],
) {
  stamp++
  for (let i = cues.length - 1; i >= 0; i--) {
    const cue = cues.cue[i]!
    const start = folded.at[cues.start[i]!]!
    const end = folded.at[cues.end[i]! - 1]! + 1
    if (insideCore(mentions, start + offset, end + offset)) continue
    const factor = factorAt(frames, start, end)
    const before = stamps[cue] === stamp ? weighed[cue]! : 0
    if (factor <= before) continue
    stamps[cue] = stamp
    weighed[cue] = factor
    for (const use of index.uses[cue]!) {
      scores.add(use.category, use.weight * factor, use.weight * (factor - before))
      reasons.push({ category: use.category, concept: null, start, end })
    }
  }
}

function decide(scores: ScoreBoard, reasons: readonly Reason[], text: string, offset: number): Categorised {
  const name = (category: number) => scores.categories[category]!
  let given = scores.earned(ENOUGH, ONE_REASON)
  if (given.some((c) => !MANNER.has(name(c))))
    given = given.filter((c) => !MANNER.has(name(c)) || scores.totalOf(c) >= ENOUGH_MANNER)
  if (given.length === 0) given = scores.earned(ENOUGH_ALONE, 0).slice(0, 1)
  if (given.length === 0) return { categories: [NO_CATEGORY], evidence: [] }
  const evidence: Directive['categoryEvidence'] = []
  for (const category of given)
    for (const reason of reasons) {
      if (reason.category !== category) continue
      const start = reason.start + offset
      const end = reason.end + offset
      evidence.push({
        category: name(category),
        basis: reason.concept === null ? 'cue' : 'concept',
        term: reason.concept ?? text.slice(reason.start, reason.end),
        cleanStart: start,
        cleanEnd: end,
        start,
        end,
      })
    }
  return { categories: given.map(name), evidence }
}

function factorAt(frames: readonly number[], start: number, end: number): number {
  for (let i = 0; i < frames.length; i += 2) if (start >= frames[i]! && end <= frames[i + 1]!) return frameFactor
  return 1
}

function insideCore(mentions: readonly ThemeMention[], start: number, end: number): boolean {
  for (const m of mentions) if (m.grade === 'core' && start >= m.cleanStart && end <= m.cleanEnd) return true
  return false
}
