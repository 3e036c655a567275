import { type Clause, type Range, skipOpaque } from './paragraph'
import { findWord, words } from './words'

/** 是 */
const IS = 0x662f

/** After time words and connectives at the head of a clause (同时 下一步 此外): where the clause proper begins. */
export function skipTime(text: string, at: number, end: number): number {
  const w = words()
  for (;;) {
    const hit = w.time.at(text, at, end)
    if (!hit) return at
    at += hit.word.length
  }
}

/** Length of the word with which an imperative begins at `at`; 0 where the clause begins otherwise. */
export function imperativeAt(text: string, at: number, end: number): number {
  const w = words()
  const future = w.future.at(text, at, end)
  if (future) return future.word === '将' && !isFuture(text, at, end) ? 1 : 0
  const head = w.headWords.at(text, at, end) ?? w.modals.at(text, at, end) ?? w.imperatives.at(text, at, end)
  if (head) return head.word.length
  const noun = w.nounVerbs.at(text, at, end)
  if (noun) return noun.word.length
  return w.coverbs.at(text, at, end)?.word.length ?? 0
}

/** Does the clause begin with a verb or an adverb proper, not only with a preposition? */
export function strongImperativeAt(text: string, at: number, end: number): boolean {
  const w = words()
  if (w.future.at(text, at, end)) return false
  return Boolean(
    w.headWords.at(text, at, end) ??
      w.modals.at(text, at, end) ??
      w.imperatives.at(text, at, end) ??
      w.nounVerbs.at(text, at, end),
  )
}

/** As {@link strongImperativeAt}, without the verbs that head noun phrases as often (改革, 建设). */
export const verbAt = (text: string, at: number, end: number): boolean =>
  strongImperativeAt(text, at, end) &&
  (words().nounVerbs.at(text, at, end) === undefined || words().imperatives.at(text, at, end) !== undefined)

/** 将, 会, 愿 before a verb phrase: what the speaker will do. 将 before a noun phrase is a preposition (将责任压实). */
export function isFuture(text: string, at: number, end: number): boolean {
  const w = words()
  const hit = w.future.at(text, at, end)
  if (!hit) return false
  const next = at + hit.word.length
  if (hit.word !== '将' && hit.word !== '会' && hit.word !== '正') return true
  if (hit.word === '会') return !'议后前上场中期'.includes(text[next] ?? ' ') // 会后
  return Boolean(w.imperatives.at(text, next, end)) || '以把对按从在为与向于进继不'.includes(text[next] ?? ' ')
}

/** Is there a predicate of a statement in `[start, end)`: 是, a result, a degree? */
export function hasPredicate(text: string, start: number, end: number, opaque: readonly Range[]): boolean {
  const w = words()
  for (let i = start; i < end; i++) {
    const skipped = skipOpaque(opaque, i)
    if (skipped > i) {
      i = skipped - 1
      continue
    }
    if (w.predicates.at(text, i, end)) return true
    if (text.charCodeAt(i) === IS && !isPartOfWord(text, i, start, end)) return true
  }
  return false
}

/** Is the 是 at `at` only a part of 还是, 是否, 一是 …? */
function isPartOfWord(text: string, at: number, from: number, end: number): boolean {
  const table = words().notCopula
  for (let start = Math.max(from, at - 5); start <= at; start++) {
    const hit = table.at(text, start, end)
    if (hit && start + hit.word.length > at) return true
  }
  return false
}

/**
 * A clause that only sets time, place or topic for the next one. It begins with a preposition or a time word; where a verb
 * phrase of its own follows the prepositional phrase (对项目实行台账管理) it is no adjunct.
 */
export function isAdjunct(text: string, clause: Clause): boolean {
  const w = words()
  const at = skipTime(text, clause.start, clause.end)
  if (at >= clause.end) return true
  const preposition = w.prepositions.at(text, at, clause.end)
  if (!preposition) return false
  if (!'以对用向从与在同'.includes(preposition.word)) return true
  if (w.localizers.before(text, clause.end, at)) return true
  if (preposition.word === '对' && text.slice(Math.max(at + 1, clause.end - 8), clause.end).includes('的')) return true // 对…的行为
  return findWord(w.imperatives, text, at + 3, clause.end) < 0
}

/**
 * Do these clauses state something and not instruct? A subject of its own with a predicate, a topic followed by 事关 …,
 * times past, praise.
 *
 * @param mayInstruct a later clause that begins like an imperative makes the sentence instruct after all (codebook §3)
 */
export function isStatement(
  text: string,
  clauses: readonly Clause[],
  from: number,
  to: number,
  opaque: readonly Range[],
  mayInstruct: boolean,
): boolean {
  const w = words()
  const first = clauses[from]
  if (!first) return false
  if (w.background.at(text, first.start, first.end)) return true
  const at = skipTime(text, first.start, first.end)
  const imperative = imperativeAt(text, at, first.end) > 0
  const next = clauses[from + 1]
  const tail = from + 1 < to && next !== undefined && startsPredicate(text, next)
  const praise = findWord(w.evaluation, text, clauses[to - 1]!.start, clauses[to - 1]!.end) >= 0
  const predicate = imperative ? nominalTopic(text, at, first.end, opaque) : hasPredicate(text, at, first.end, opaque)
  if (!predicate && !tail && !(praise && !imperative)) return false
  if (!mayInstruct) return true
  for (let k = from + 1; k < to; k++) {
    const c = clauses[k]!
    const verb = skipTime(text, c.start, c.end)
    if (nominalTopic(text, verb, c.end, opaque)) continue // 发展是基础
    if (strongImperativeAt(text, verb, c.end) || text[verb] === '由') return false // 由纪委启动问责
  }
  return true
}

/** A clause that begins with the predicate of what stands before it: 事关…, 是…, 将有力促进…. */
export const startsPredicate = (text: string, c: Clause): boolean =>
  words().predicateStarts.at(text, c.start, c.end) !== undefined || isFuture(text, c.start, c.end)

/**
 * Is a clause that begins like an imperative only the topic of a statement (推动X是Y; 做好X，事关Y) or of a warning (发展产业|不能
 * 一哄而上)?
 */
export function isTopic(text: string, c: Clause, next: Clause | undefined, opaque: readonly Range[]): boolean {
  const at = skipTime(text, c.start, c.end)
  return (
    nominalTopic(text, at, c.end, opaque) ||
    warns(text, at, c.end) ||
    (next !== undefined && startsPredicate(text, next))
  )
}

/** 不能, 不可 after the verb phrase that is its subject; in the object of 确保 or 做到 they belong to that. */
function warns(text: string, start: number, end: number): boolean {
  const w = words()
  return !w.embedding.at(text, start, end) && findWord(w.warnings, text, start + 3, end) >= 0
}

/** A verb phrase as subject: 推动产业转型升级|是…, 全面从严治党|永远在路上, 发展产业|不能一哄而上. */
function nominalTopic(text: string, start: number, end: number, opaque: readonly Range[]): boolean {
  for (let i = start; i < end; i++)
    if (text.charCodeAt(i) === IS && skipOpaque(opaque, i) === i && !isPartOfWord(text, i, start, end)) return true
  const w = words()
  if (w.predicatesOfTopics.before(text, end, start + 2)) return true
  if (findWord(w.predicatesInTopics, text, start + 2, end) >= 0) return true
  const noun = w.nounVerbs.at(text, start, end)
  return noun !== undefined && findWord(w.predicates, text, start + noun.word.length, end) >= 0
}
