import { type FrameRule, frameRules } from './theme-files'

/** Words that may stand before a frame at the head of its clause. */
const leads = ['要', '并', '更', '还要', '切实', '坚持', '紧紧', '严格']

interface Opener {
  readonly open: string
  readonly rule: FrameRule
}

let openers: (readonly Opener[] | undefined)[] | undefined

function openersByCode(): (readonly Opener[] | undefined)[] {
  if (openers) return openers
  const table: (Opener[] | undefined)[] = new Array(65536)
  for (const rule of frameRules) for (const open of rule.open) (table[open.charCodeAt(0)] ??= []).push({ open, rule })
  return (openers = table)
}

/**
 * Finds the stretches of a text that are only occasion, standard or distant goal, clause by clause: a flat list of starts
 * and ends, ascending. A frame never leaves its clause. Behind an opener each closer is looked for once, so the cost is
 * linear in the text.
 *
 * @param clauseStarts starts of the clauses and the text's length, ascending
 * @example findFrames('以主题教育为契机推动工作', [0, 12]) // [0, 8]
 */
export function findFrames(text: string, clauseStarts: readonly number[]): number[] {
  const table = openersByCode()
  const frames: number[] = []
  for (let c = 0; c + 1 < clauseStarts.length; c++) {
    const to = clauseStarts[c + 1]!
    let head = -1
    for (let i = clauseStarts[c]!; i < to; i++) {
      const candidates = table[text.charCodeAt(i)]
      if (candidates === undefined) continue
      if (head < 0) head = afterLeads(text, clauseStarts[c]!)
      const end = longestFrame(text, i, i <= head, to, candidates)
      if (end > i) {
        frames.push(i, end)
        i = end - 1
      }
    }
  }
  return frames
}

function afterLeads(text: string, at: number): number {
  let head = at
  for (const lead of leads) if (text.startsWith(lead, head)) head += lead.length
  return head
}

function longestFrame(text: string, at: number, atHead: boolean, to: number, candidates: readonly Opener[]): number {
  let best = -1
  for (const { open, rule } of candidates) {
    if (!(atHead || rule.anywhere) || !text.startsWith(open, at)) continue
    if (rule.toEnd) best = to
    const clause = text.slice(at + open.length, to)
    for (const close of rule.close ?? []) {
      const found = clause.indexOf(close)
      if (found >= 0) best = Math.max(best, at + open.length + found + close.length)
    }
  }
  return best
}
