import { unitsOf } from '../text/code-units'
import { isAddressee } from './addressee'
import { hasPredicate, imperativeAt, isAdjunct, isTopic, skipTime, startsPredicate } from './clause-kind'
import type { Force } from './directive'
import { type Enumerator, enumeratorAt } from './enumerator'
import type { Clause, Range } from './paragraph'
import { findWord, words } from './words'
import { isCondition, isFreeYao, nextYao } from './yao'

/** Where and how a unit opens. */
export interface Opening {
  /** First character of the unit: its adjunct, its addressee or the opener. */
  readonly start: number
  /** The opener itself. */
  readonly at: number
  readonly word: string
  readonly kind: 'yao' | 'enumerator' | 'modal'
  readonly force: Force
  readonly addressee: Range | null
  readonly enumerator: Enumerator | null
}

/** How many clauses of a segment may stand before the one that opens it. */
const reach = 6

/**
 * The opener of a segment (what stands between two of 。；or after the reporting verb), or undefined.
 *
 * ```
 * 下一步，各专班要紧盯目标，加快节奏；    time adjunct + addressee + 要
 * ^start       ^at
 * 安全责任重于泰山，各级要压实责任。      a statement before it is frame
 *                   ^start
 * 完善服务功能，要提升品位。              a verb phrase before it: 要 after a comma opens nothing
 * 监考人员必须持证上岗。                  behind an open unit: a modal that is not the first word elaborates it (codebook §1)
 * ```
 *
 * @param unitOpen whether a unit stands open before the segment: then a verb phrase before 要 elaborates that unit
 */
export function findOpener(
  text: string,
  clauses: readonly Clause[],
  from: number,
  to: number,
  opaque: readonly Range[],
  unitOpen: boolean,
): Opening | undefined {
  let start = clauses[from]!.start
  if (!mayOpen(text, start, clauses[to - 1]!.end)) return undefined
  let verbPhrase = false
  for (let k = from; k < to && k < from + reach; k++) {
    const c = clauses[k]!
    const opening = openerOfClause(text, c, opaque)
    if (opening && isGoal(text, opening, c, k + 1 < to ? clauses[k + 1] : undefined, opaque)) return undefined
    if (opening) {
      if (verbPhrase && !(unitOpen && opening.addressee)) return undefined
      if (unitOpen && opening.kind === 'modal' && opening.at > headOf(text, clauses[from]!)) return undefined
      return opening.start === start ? opening : movedTo(opening, start)
    }
    if (isAdjunct(text, c)) continue
    const at = skipTime(text, c.start, c.end)
    const next = k + 1 < to ? clauses[k + 1] : undefined
    if (startsPredicate(text, c) || text[c.end - 1] === '了')
      start = next?.start ?? start // 井盖松了，…
    else if (imperativeAt(text, at, c.end) > 0 && !isTopic(text, c, next, opaque)) {
      if (!unitOpen) return undefined
      verbPhrase = true
    } else if (imperativeAt(text, at, c.end) > 0 || hasPredicate(text, at, c.end, opaque)) start = next?.start ?? start
  }
  return undefined
}

let openerCharacters: Uint8Array | undefined

/** Is there a character in `[start, end)` without which nothing opens? Most pieces of text are passed over here. */
function mayOpen(text: string, start: number, end: number): boolean {
  if (!openerCharacters) {
    openerCharacters = new Uint8Array(65536)
    for (const c of '要必务须应理不严禁') openerCharacters[c.charCodeAt(0)] = 1
    for (const c of '一二三四五六七八九十第其首再最（(123456789') openerCharacters[c.charCodeAt(0)]! |= 2 // at the head only
  }
  const units = unitsOf(text)
  if (openerCharacters[units[start]!]! & 2) return true
  for (let i = start; i < end; i++) if (openerCharacters[units[i]!]! & 1) return true
  return false
}

/** 乡村要振兴，产业是关键: what somebody wants, and what it takes; a saying, no instruction. */
function isGoal(text: string, o: Opening, c: Clause, next: Clause | undefined, opaque: readonly Range[]): boolean {
  if (o.kind !== 'yao' || !next || c.end - c.start > 10 || stripAdverbs(text, c.start, o.at) === c.start) return false
  return imperativeAt(text, next.start, next.end) === 0 && hasPredicate(text, next.start, next.end, opaque)
}

/** The opener inside one clause: at its head, or after its subject. */
export function openerOfClause(text: string, c: Clause, opaque: readonly Range[]): Opening | undefined {
  const { start, end } = c
  let at = start
  const item = enumeratorAt(text, at, end + 1)
  if (item) {
    const inner = text.charCodeAt(item.end) === 0xff0c ? item.end + 1 : item.end
    const force = forceAt(text, inner, end)
    return { start, at, word: item.word, kind: 'enumerator', force, addressee: null, enumerator: item }
  }
  at = headOf(text, c)
  const head = openerAt(text, at, end)
  if (head) return placed(head, start, null)
  return openerAfterSubject(text, at, end, start, opaque)
}

/** First word of a clause behind words of time and the adverbs of an opener (下一步, 同时, 更): where a modal must stand to open. */
function headOf(text: string, { start, end }: Clause): number {
  const w = words()
  let at = skipTime(text, start, end)
  for (let adverb = w.openerAdverbs.at(text, at, end); adverb && !isFreeYao(text, at, end); ) {
    const next = at + adverb.word.length
    if (!isFreeYao(text, next, end) && !w.modals.at(text, next, end) && !w.openerAdverbs.at(text, next, end)) break
    at = next
    adverb = w.openerAdverbs.at(text, at, end)
  }
  return text[at] === '越' && isFreeYao(text, at + 1, end) ? at + 1 : at // 越是节假日，越要绷紧
}

type Bare = Omit<Opening, 'start' | 'addressee'>

const placed = (b: Bare, start: number, addressee: Range | null): Opening => ({
  start,
  at: b.at,
  word: b.word,
  kind: b.kind,
  force: b.force,
  addressee,
  enumerator: b.enumerator,
})

const movedTo = (o: Opening, start: number): Opening => placed(o, start, o.addressee)

/** 要, a negated 要 or a modal exactly at `at`. */
function openerAt(text: string, at: number, end: number): Bare | undefined {
  const w = words()
  const negated = w.prohibitYao.at(text, at, end)
  if (negated) return { at, word: negated.word, kind: 'yao', force: 'prohibit', enumerator: null }
  if (isFreeYao(text, at, end))
    return { at, word: '要', kind: 'yao', force: forceAt(text, at + 1, end), enumerator: null }
  const modal = w.modals.at(text, at, end)
  if (!modal || w.notModal.at(text, at, end)) return undefined
  if (modal.word.startsWith('应') && praises(text, at + modal.word.length, end)) return undefined
  return { at, word: modal.word, kind: 'modal', force: modal.value, enumerator: null }
}

/** 应当给予充分肯定: praise within reach of the modal. */
function praises(text: string, from: number, end: number): boolean {
  const stop = Math.min(end, from + 8)
  const w = words()
  for (let i = from; i < stop; i++) if (w.evaluationAfterModal.at(text, i, stop)) return true
  return false
}

const forceAt = (text: string, at: number, end: number): Force =>
  words().modals.at(text, at, end)?.value ?? words().headWords.at(text, at, end)?.value ?? 'require'

/** Subject and 要 (各单位要), or an addressee and a modal (各县必须). */
function openerAfterSubject(
  text: string,
  from: number,
  end: number,
  start: number,
  opaque: readonly Range[],
): Opening | undefined {
  let yaoFrom = from
  let yao = nextYao(text, yaoFrom, end, opaque)
  while (yao?.word) {
    if (isCondition(yao.word)) break
    yaoFrom = yao.wordStart + yao.word.length
    yao = nextYao(text, yaoFrom, end, opaque)
  }
  const yaoAt = yao && !yao.word ? yao.at : end
  const modalAt = modalAfterSubject(text, from, Math.min(yaoAt, from + 30, end), end)
  if (modalAt > from) {
    const head = openerAt(text, modalAt, end)
    if (head) return placed(head, start, addresseeOf(text, from, modalAt))
  }
  if (yaoAt >= end) return undefined
  if (!takesYao(text, from, yaoAt, end, opaque)) return undefined
  const stem = stripAdverbs(text, from, yaoAt)
  const negated = text[yaoAt - 1] === '不'
  return {
    start,
    at: yaoAt,
    word: negated ? '不要' : '要',
    kind: 'yao',
    force: negated ? 'prohibit' : forceAt(text, yaoAt + 1, end),
    addressee: addresseeOf(text, from, stem),
    enumerator: null,
  }
}

function modalAfterSubject(text: string, from: number, limit: number, end: number): number {
  const w = words()
  for (let i = from + 1; i < limit; i++) {
    const modal = w.modals.at(text, i, end)
    if (!modal || w.notModal.at(text, i, end)) continue
    if (isAddressee(text, from, stripAdverbs(text, from, i))) return i
    const long = modal.word.startsWith('必须') || modal.word.startsWith('务必')
    if (long && i - from <= 14 && !hasPredicate(text, from, i, [])) return i
    i += modal.word.length - 1
  }
  return -1
}

/** End of the subject phrase `[from, to)` without the adverbs at its tail (各地都|要). */
function stripAdverbs(text: string, from: number, to: number): number {
  const w = words()
  for (let hit = w.openerAdverbs.before(text, to, from); hit && to - hit.word.length >= from; ) {
    to -= hit.word.length
    hit = to > from ? w.openerAdverbs.before(text, to, from) : undefined
  }
  return to
}

const addresseeOf = (text: string, from: number, to: number): Range | null => {
  const end = stripAdverbs(text, from, to)
  return isAddressee(text, from, end) ? { start: from, end } : null
}

/** 办不了的|要…, 不合格的|要…: a relative clause that stands for those it describes. */
const isHeadless = (text: string, from: number, to: number): boolean =>
  text[to - 1] === '的' && to - from <= 16 && findWord(words().headless, text, from, Math.min(from + 3, to)) >= 0

/** May a free 要 at `at` have `[from, at)` as its subject? */
function takesYao(text: string, from: number, at: number, end: number, opaque: readonly Range[]): boolean {
  const w = words()
  if (at - from > 40 || at + 1 >= end) return false // 创新为要
  const stem = stripAdverbs(text, from, at)
  if (stem <= from) return true
  const noSubject = w.notBeforeYao.before(text, stem, from)
  if (noSubject && !isAddressee(text, from, stem) && !isHeadless(text, from, stem)) return false // 全社会|都要
  if (w.embedding.at(text, from, at)) return false
  if (w.prepositions.at(text, from, at) && w.nounEnds.before(text, end, at)) return false
  return !hasPredicate(text, from, stem, opaque) || isAddressee(text, from, stem)
}
