import type { Force } from './directive'
import type { Enumerator } from './enumerator'
import type { Opening } from './opener'
import type { Range } from './paragraph'
import type { Segment } from './segment'
import type { Speaker } from './speaker'
import type { CueType } from './words'

/** Speech that is going on. */
export interface Speech {
  readonly speaker: Speaker
  readonly cue: string | null
  readonly type: CueType
  /** Quotation it is confined to, or -1. */
  readonly quote: number
  readonly announced: number | null
  /** Those addressed before the mark with which the content begins (叮嘱村医，要…). */
  readonly addressed?: Range | undefined
}

/** A directive unit as found, before it becomes a row. */
export interface Unit {
  readonly paragraph: number
  readonly start: number
  end: number
  readonly speech: Speech
  readonly opener: string | null
  /** Offset of the opener. */
  readonly at: number
  readonly addressee: Range | null
  readonly force: Force
  readonly enumerator: Enumerator | null
  readonly opening: 'yao' | 'enumerator' | 'modal' | 'bare' | 'pivot'
  segments: number
  /** The last piece had no closing mark. */
  open: boolean
}

/** A unit that an opener opens. */
export function unitOf(opening: Opening, paragraph: number, speech: Speech, s: Segment, addressed: Range | null): Unit {
  const exhorts = speech.type === 'exhort' && opening.force === 'require'
  return {
    paragraph,
    start: opening.start,
    end: s.end,
    speech,
    opener: opening.word,
    at: opening.at,
    addressee: opening.addressee ?? addressed,
    force: exhorts ? 'exhort' : opening.force,
    enumerator: opening.enumerator,
    opening: opening.kind,
    segments: 1,
    open: s.open,
  }
}
