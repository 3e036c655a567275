import roles from '../../data/places/roles.json' with { type: 'json' }
import { type FollowWords, followWords } from './follow-words'
import type { PlaceOccurrence } from './place-index'

/**
 * What a place is in the story.
 *
 * - `acts`     its committee, government or officials act, or it holds the meeting: the report is its own
 * - `topic`    it opens a title or the first sentence
 * - `visited`  officials went there on duty
 * - `own`      named as those name it whose own it is (为周口高质量发展)
 * - `studied`  officials went there to learn or to court investors, or guests came from there: not the report's place
 * - `named`    anything else
 */
export type PlaceRole = 'acts' | 'topic' | 'visited' | 'own' | 'studied' | 'named'

/** How far behind a place's name the purpose of the visit is looked for. */
const PURPOSE = 48

let words: Record<'acts' | 'visitors' | 'ownAfter' | 'ownBefore' | 'goes' | 'maybeGoes' | 'inspects' | 'studies', FollowWords> | undefined

function roleWords() {
  words ??= {
    acts: followWords(roles.acts.words),
    visitors: followWords(roles.visitors.words),
    ownAfter: followWords(roles.ownAfter.words),
    ownBefore: followWords(roles.ownBefore.words),
    goes: followWords(roles.goes.words),
    maybeGoes: followWords(roles.maybeGoes.words),
    inspects: followWords(roles.inspects.words),
    studies: followWords(roles.studies.words),
  }
  return words
}

/**
 * Reads the role from what stands directly around the name.
 *
 * @param previous the name found before this one: 、 continues a list of places only behind a place (到鹤壁市、长垣市)
 * @param from start of the sentence or paragraph that holds the name
 * @param to end of that paragraph
 * @param opening offset at which the story's first sentence (or the title) begins
 */
export function roleOf(
  text: string,
  name: PlaceOccurrence,
  previous: PlaceOccurrence | undefined,
  from: number,
  to: number,
  opening: number,
): PlaceRole {
  const w = roleWords()
  const { start, end } = name
  if (w.visitors.at(text, end)) return 'studied'
  const went = w.goes.endingAt(text, start, from) || ROAD.test(text.slice(Math.max(from, start - 16), start))
  const listed = text.charCodeAt(start - 1) === 0x3001 && previous?.end === start - 1
  if (went || listed || w.maybeGoes.endingAt(text, start, from)) {
    const purpose = purposeOf(text, end, Math.min(to, end + PURPOSE), w)
    if (purpose) return purpose
    if (went) return 'visited'
  }
  if (w.inspects.endingAt(text, start, from)) return 'visited'
  if (w.studies.endingAt(text, start, from)) return 'studied'
  if (w.acts.at(text, end) && !isWrongActor(text, end)) return 'acts'
  if (start === opening) return 'topic'
  if (name.form !== 'full' && (w.ownAfter.at(text, end) || w.ownBefore.endingAt(text, start, from))) return 'own'
  if (name.form === 'full' && w.ownBefore.endingAt(text, start, from) && w.ownAfter.at(text, end)) return 'own'
  return 'named'
}

/** 赴浙江省杭州市: the verb of going may stand before the name of the province. */
const ROAD = /[到赴往进][^，。；,;、]{2,8}$/

/** 委托 and 委员 are no committee; 长期 and 长江 no mayor; 代表 no deputy. */
function isWrongActor(text: string, end: number): boolean {
  const pair = text.slice(end, end + 2)
  return /^(?:委托|委派|长期|长江|长城|长三|长足|长远|代表|组织部门)/.test(pair)
}

/** What was done there: the first verb of inspection or of study in the rest of the sentence. */
function purposeOf(text: string, from: number, to: number, w: ReturnType<typeof roleWords>): 'visited' | 'studied' | null {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 10) return null
    if (w.studies.at(text, i)) return 'studied'
    if (w.inspects.at(text, i)) return 'visited'
  }
  return null
}
