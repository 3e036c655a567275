import type { Folded } from './fold'
import { type FrameRule, frameRules } from './theme-files'

/** Words that may stand before a frame at the head of its clause. */
const leads = ['要', '并', '更', '还要', '切实', '坚持', '紧紧', '严格']

interface Opener {
  readonly open: string
  readonly rule: FrameRule
}

let byFirst: Map<number, Opener[]> | undefined

function openersByCode(): Map<number, Opener[]> {
  if (byFirst) return byFirst
  byFirst = new Map()
  for (const rule of frameRules)
    for (const open of rule.open) {
      const code = open.charCodeAt(0)
      const list = byFirst.get(code)
      if (list) list.push({ open, rule })
      else byFirst.set(code, [{ open, rule }])
    }
  return byFirst
}

/**
 * Finds the stretches of a text that are only occasion, standard or distant goal: a flat list of starts and ends,
 * ascending. A frame never leaves its clause. Behind an opener each closer is looked for once, so the cost is linear in the
 * text.
 *
 * @param folded the same text, from `fold`
 * @example findFrames('以主题教育为契机推动工作', fold('以主题教育为契机推动工作')) // [0, 8]
 */
export function findFrames(text: string, folded: Folded): number[] {
  const { openers, clauseStarts } = folded
  const frames: number[] = []
  let covered = 0
  for (let k = 0; k < openers.length; k += 2) {
    const at = openers[k]!
    if (at < covered) continue
    const clause = openers[k + 1]!
    const candidates = openersByCode().get(text.charCodeAt(at))!
    const end = longestFrame(text, at, clauseStarts[clause]!, clauseStarts[clause + 1]!, candidates)
    if (end > at) {
      frames.push(at, end)
      covered = end
    }
  }
  return frames
}

function longestFrame(text: string, at: number, from: number, to: number, candidates: readonly Opener[]): number {
  let best = -1
  for (const { open, rule } of candidates) {
    if (!text.startsWith(open, at) || !(rule.anywhere || isHead(text, from, at))) continue
    if (rule.toEnd) best = to
    const rest = text.slice(at + open.length, to)
    for (const close of rule.close ?? []) {
      const found = rest.indexOf(close)
      if (found >= 0) best = Math.max(best, at + open.length + found + close.length)
    }
  }
  return best
}

/** Is `at` the head of the clause that begins at `from`, up to words that may stand before? */
function isHead(text: string, from: number, at: number): boolean {
  let head = from
  for (const lead of leads) if (text.startsWith(lead, head)) head += lead.length
  return at <= head
}
