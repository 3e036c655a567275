import actors from '../../data/directive/actors.json'
import type { Cast } from './cast'
import type { Speech } from './unit'
import { words } from './words'

/**
 * Does somebody else than the leading official plainly say what he will do about that official's words (要落实李书记要求), or what his own
 * body will (表示，市政府要认真研究…)?
 */
export function isAnswer(text: string, speech: Speech, start: number, end: number, cast: Cast): boolean {
  const { principal } = cast
  const { speaker } = speech
  if (!principal || speaker.type !== 'official' || speaker.person === principal) return false
  const names =
    actors.own.words.some((w) => text.startsWith(w, start)) || words().bodies.at(text, start, end) !== undefined
  if (speech.cue === '表示' && names) return true
  return cast.mentions(text, start, end).some((m) => m.person === principal)
}
