import type { Directive } from '../directive/directive'
import type { Report } from '../report/report'
import type { Stance } from './mention'
import { rejectedBy } from './rejection'
import { ownerOf } from './relay'
import { speakerRank } from './speaker-rank'

/** How a formulation is used, with the words that show it. */
export interface StanceJudgement {
  readonly stance: Stance | null
  /** The refusing word or the owner, as printed. */
  readonly stanceEvidence: string | null
  readonly relayedFrom: string | null
}

export const narrated: StanceJudgement = { stance: 'narrated', stanceEvidence: null, relayedFrom: null }
const promoted: StanceJudgement = { stance: 'promoted', stanceEvidence: null, relayedFrom: null }

/** A mention with its quotation marks. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

/**
 * Stance of a formulation inside a directive (codebook §7): `rejected` under a word of refusal; `relayed` where the text prints
 * a body above the speaker as its owner; null where an owner is printed and its place relative to the speaker is unknown;
 * else `promoted`. An owner of the speaker's own level or below is no relay: a leader naming the own committee's
 * formulation promotes it.
 *
 * @param places the report's mentions, by start
 * @param number which of them is judged
 */
export function judgeStance(
  places: readonly Place[],
  number: number,
  directive: Directive,
  report: Report,
): StanceJudgement {
  const place = places[number]!
  const text = report.clean.text
  const floor = directive.cleanStart
  const word = rejectedBy(text, place.start, place.end, floor)
  if (word !== null) return { stance: 'rejected', stanceEvidence: word, relayedFrom: null }
  const owner = ownerOf(text, places, number, floor)
  if (owner === null) return promoted
  const rank = speakerRank(directive, report)
  if (rank === null ? owner.rank <= 1 : owner.rank < rank)
    return { stance: 'relayed', stanceEvidence: owner.text, relayedFrom: owner.text }
  return rank === null ? { stance: null, stanceEvidence: owner.text, relayedFrom: null } : promoted
}
