import type { Directive } from '../directive/directive'
import type { Grade, Stance } from './mention'
import { type CueIndex, cueIndex, GAP, WEIGHTS } from './themes/cue-index'
import { type Folded, fold } from './themes/fold'
import { type Frame, findFrames } from './themes/frames'
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
  /** Ids `top.sub`, strongest first; `['other.none']` when nothing fits. */
  readonly categories: string[]
  /** The spans that earned them. `start` and `end` repeat the clean span: the caller maps them to the source. */
  readonly evidence: Directive['categoryEvidence']
}

/** Given to a directive that no theme fits. */
export const NO_CATEGORY = 'other.none'

/** Thirds that make a label: within one segment, and over the whole directive. */
const ENOUGH = 3
const ENOUGH_SPREAD = Number(process.env.SPREAD ?? 4)

interface Hit {
  pattern: number
  start: number
  end: number
  segment: number
}

/**
 * Themes of one directive, slogan or none.
 *
 * Every label is earned by spans that can be shown: a mention of a core formulation (its own category), one strong cue, or
 * two different weak cues in one segment. A longer cue silences the shorter inside it (生产 in 安全生产). Inside a frame
 * (`以…为契机`, `按照…要求`, `为…提供保障`) everything weighs half, so an occasion alone gives nothing. A generic formulation
 * gives no category by itself.
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
  const frames = findFrames(text, folded.clauseStarts)
  const hits = findHits(index, folded)
  const scores = new Map<string, Score>()

  for (const mention of mentions) {
    if (mention.grade === 'generic') continue
    const start = mention.cleanStart - offset
    const end = mention.cleanEnd - offset
    addWeight(scores, mention.category, segmentAt(folded, start), WEIGHTS['strong']! * factorAt(frames, start, end), {
      basis: 'concept',
      term: mention.concept,
      start,
      end,
    })
  }
  for (const hit of hits) {
    if (insideCore(mentions, hit, offset)) continue
    const factor = factorAt(frames, hit.start, hit.end)
    for (const use of index.uses[hit.pattern]!) {
      addWeight(scores, index.categories[use.category]!, hit.segment, use.weight * factor, {
        basis: 'cue',
        term: text.slice(hit.start, hit.end),
        start: hit.start,
        end: hit.end,
      })
    }
  }
  return decide(scores, offset)
}

interface Reason {
  basis: 'concept' | 'cue'
  term: string
  start: number
  end: number
}

interface Score {
  total: number
  best: number
  segment: number
  inSegment: number
  reasons: (Reason & { weight: number })[]
}

/** Adds a span once per wording: the same words twice are one reason. */
function addWeight(scores: Map<string, Score>, category: string, segment: number, weight: number, reason: Reason) {
  let score = scores.get(category)
  if (!score) scores.set(category, (score = { total: 0, best: 0, segment: -1, inSegment: 0, reasons: [] }))
  const seen = score.reasons.find((r) => r.term === reason.term)
  if (seen && seen.weight >= weight) return
  if (score.segment !== segment) {
    score.segment = segment
    score.inSegment = 0
  }
  const gain = seen ? weight - seen.weight : weight
  score.total += gain
  score.inSegment += gain
  score.best = Math.max(score.best, score.inSegment)
  score.reasons.push({ ...reason, weight })
}

function decide(scores: ReadonlyMap<string, Score>, offset: number): Categorised {
  const given = [...scores].filter(([, s]) => s.best >= ENOUGH || s.total >= ENOUGH_SPREAD)
  given.sort((a, b) => b[1].total - a[1].total)
  if (given.length === 0) return { categories: [NO_CATEGORY], evidence: [] }
  return {
    categories: given.map(([category]) => category),
    evidence: given.flatMap(([category, score]) =>
      score.reasons.map(({ basis, term, start, end }) => ({
        category,
        basis,
        term,
        cleanStart: start + offset,
        cleanEnd: end + offset,
        start: start + offset,
        end: end + offset,
      })),
    ),
  }
}

function factorAt(frames: readonly Frame[], start: number, end: number): number {
  for (const frame of frames) if (start >= frame.start && end <= frame.end) return frameFactor
  return 1
}

function segmentAt(folded: Folded, start: number): number {
  let low = 0
  let high = folded.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (folded.at[middle]! < start) low = middle + 1
    else high = middle
  }
  return folded.length === 0 ? 0 : folded.segment[low]!
}

const insideCore = (mentions: readonly ThemeMention[], hit: Hit, offset: number): boolean =>
  mentions.some((m) => m.grade === 'core' && hit.start + offset >= m.cleanStart && hit.end + offset <= m.cleanEnd)

/** Cues in the text that no longer cue holds, in text order. */
function findHits(index: CueIndex, folded: Folded): Hit[] {
  const { at, segment, clause } = folded
  const hits: Hit[] = []
  const lastHead = new Map<number, number>()
  index.matcher.scan(folded.units.subarray(0, folded.length), (pattern, start, end) => {
    hits.push({ pattern, start, end, segment: segment[start]! })
    for (const gap of index.byTail.get(pattern) ?? []) {
      const head = lastHead.get(gap.head)
      if (head === undefined) continue
      const headEnd = head
      if (start > headEnd && start - headEnd <= GAP && clause[headEnd - 1] === clause[start])
        hits.push({ pattern: gap.pattern, start: headEnd, end, segment: segment[start]! })
    }
    if (index.heads[pattern]) lastHead.set(pattern, end)
  })
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Hit[] = []
  let reach = 0
  for (const hit of hits) {
    const bare = hit.pattern >= index.swallows.length
    if (!bare && hit.end <= reach) continue
    if (!bare && index.swallows[hit.pattern] === 1 && hit.end > reach) reach = hit.end
    if (index.uses[hit.pattern]!.length === 0) continue
    kept.push({ ...hit, start: at[hit.start]!, end: at[hit.end - 1]! + 1 })
  }
  return kept
}
