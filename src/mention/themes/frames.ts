import { type FrameRule, frameRules } from './theme-files'

/** A stretch of the text that is only occasion, standard or distant goal: `[start, end)` in the text. */
export interface Frame {
  readonly start: number
  readonly end: number
}

/** Words that may stand before a frame at the head of its clause. */
const leads = ['要', '并', '更', '还要', '切实', '坚持', '紧紧', '严格']

let byFirst: Map<string, { open: string; rule: FrameRule }[]> | undefined

function openers() {
  if (byFirst) return byFirst
  byFirst = new Map()
  for (const rule of frameRules)
    for (const open of rule.open) {
      const first = open[0]!
      const list = byFirst.get(first)
      if (list) list.push({ open, rule })
      else byFirst.set(first, [{ open, rule }])
    }
  return byFirst
}

/**
 * Finds the frames of a text, clause by clause. A frame never leaves its clause. Each clause is read once for openers; a
 * closer is looked for only behind an opener, so the cost is linear in the text times the (small) number of closers.
 *
 * @param clauseStarts starts of the clauses and the text's length, ascending
 */
export function findFrames(text: string, clauseStarts: readonly number[]): Frame[] {
  const table = openers()
  const frames: Frame[] = []
  for (let c = 0; c + 1 < clauseStarts.length; c++) {
    const from = clauseStarts[c]!
    const to = clauseStarts[c + 1]!
    if (to - from < 4) continue
    let head = from
    for (const lead of leads) if (text.startsWith(lead, head)) head += lead.length
    for (let i = from; i < to; i++) {
      const candidates = table.get(text[i]!)
      if (!candidates) continue
      const end = longestFrame(text, i, head, to, candidates)
      if (end > i) {
        frames.push({ start: i, end })
        i = end - 1
      }
    }
  }
  return frames
}

function longestFrame(
  text: string,
  at: number,
  head: number,
  to: number,
  candidates: readonly { open: string; rule: FrameRule }[],
): number {
  let best = -1
  for (const { open, rule } of candidates) {
    if (!(rule.anywhere || at <= head) || !text.startsWith(open, at)) continue
    if (rule.toEnd) {
      best = Math.max(best, to)
      continue
    }
    for (const close of rule.close ?? []) {
      const found = text.indexOf(close, at + open.length)
      if (found >= 0 && found + close.length <= to) best = Math.max(best, found + close.length)
    }
  }
  return best
}
