import type { Paragraph } from '../report/report'
import type { CueHit } from './cue-finder'
import { words } from './words'

const OPENER = '要必务应须不严'
let openerStart: Uint8Array | undefined

/**
 * Can attributed speech begin in the paragraph that holds these cues? A verb of plain speaking (说 表示) counts only where an
 * opener stands in the paragraph too, because only an opener makes a unit after it; a speaker's label counts by its colon, a
 * quotation at the head of the paragraph by its mark (whoever acts behind it is taken to say it).
 */
export function mayHoldSpeech(text: string, p: Paragraph, hits: readonly CueHit[]): boolean {
  if (hits.length === 0) return hasLabel(text, p) || (text[p.start] === '“' && hasOpenerWord(text, p))
  return hits.some((h) => h.type !== 'say') || hasOpenerWord(text, p)
}

function hasOpenerWord(text: string, p: Paragraph): boolean {
  if (!openerStart) {
    openerStart = new Uint8Array(65536)
    for (const c of OPENER) openerStart[c.charCodeAt(0)] = 1
  }
  const w = words()
  for (let i = p.start; i < p.end; i++) {
    const code = text.charCodeAt(i)
    if (!openerStart[code]) continue
    if (code === 0x8981 || w.modals.at(text, i, p.end)) return true
  }
  return false
}

/** A colon among the first characters, as after a speaker's name. */
function hasLabel(text: string, p: Paragraph): boolean {
  const stop = Math.min(p.end, p.start + 40)
  for (let i = p.start; i < stop; i++) {
    const c = text.charCodeAt(i)
    if (c === 0xff1a || c === 0x3a) return true
  }
  return p.end - p.start < 40 && text.charCodeAt(p.start) === 0x3010
}
