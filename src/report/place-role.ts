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

let words:
  | Record<'acts' | 'visitors' | 'ownAfter' | 'ownBefore' | 'goes' | 'maybeGoes' | 'inspects' | 'studies', FollowWords>
  | undefined

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
  const went = w.goes.endingAt(text, start, from) || onTheWay(text, start, from)
  const listed = text.charCodeAt(start - 1) === 0x3001 && previous?.end === start - 1
  if (went || listed || w.maybeGoes.endingAt(text, start, from)) {
    const purpose = purposeOf(text, end, Math.min(to, end + PURPOSE), w)
    if (purpose) return purpose
    if (went) return 'visited'
  }
  if (w.inspects.endingAt(text, start, from)) return 'visited'
  if (w.studies.endingAt(text, start, from)) return 'studied'
  if (w.acts.at(text, end) && !isWrongActor(text, end)) return 'acts'
  if (start === opening || (previous?.start === opening && previous.end === start)) return 'topic'
  if (name.form !== 'full' && (w.ownAfter.at(text, end) || w.ownBefore.endingAt(text, start, from))) return 'own'
  if (name.form === 'full' && w.ownBefore.endingAt(text, start, from) && w.ownAfter.at(text, end)) return 'own'
  return 'named'
}

/** 赴浙江省杭州市: the verb of going may stand before the name of the province. */
function onTheWay(text: string, start: number, from: number): boolean {
  for (let i = start - 1; i >= Math.max(from, start - 9); i--) {
    const c = text.charCodeAt(i)
    if (c === 0xff0c || c === 44 || c === 0x3002 || c === 0xff1b || c === 59 || c === 0x3001) return false
    if (c === 0x5230 || c === 0x8d74 || c === 0x5f80 || c === 0x8fdb) return i < start - 2
  }
  return false
}

/** 委托 is no committee, 长期 and 长江 no mayor, 代表 no deputy. */
function isWrongActor(text: string, end: number): boolean {
  const c = text.charCodeAt(end)
  const next = text[end + 1] ?? ''
  if (c === 0x59d4) return '托派屈'.includes(next) // 委
  if (c === 0x957f) return '期江城三足远久春沙途'.includes(next) // 长
  return c === 0x4ee3 && '表理价'.includes(next) // 代
}

/** What was done there: the first verb of inspection or of study in the rest of the sentence. */
function purposeOf(
  text: string,
  from: number,
  to: number,
  w: ReturnType<typeof roleWords>,
): 'visited' | 'studied' | null {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 10) return null
    if (w.studies.at(text, i)) return 'studied'
    if (w.inspects.at(text, i)) return 'visited'
  }
  return null
}
