import actors from '../../data/directive/actors.json'
import { titleBefore, titleEnds } from '../report/people/title'
import type { Person } from '../report/report'
import { bodyLevelBefore, type Cast } from './cast'
import { skipTime } from './clause-kind'
import { words } from './words'

/** Who is printed as the one who speaks or acts. `form` is what was printed. */
export type Subject =
  | { readonly kind: 'official'; readonly person: Person; readonly form: string; readonly end: number }
  | { readonly kind: 'pronoun' | 'title' | 'meeting' | 'superior'; readonly form: string; readonly end: number }
  | { readonly kind: 'group'; readonly form: string; readonly level: number; readonly end: number }
  | { readonly kind: 'audience' | 'citizen' | 'document' | 'unknown'; readonly form: string; readonly end: number }

/** A name after one of these is no subject (在…陪同下, 由…主持). */
const blockers = '与和同向对由被给跟为受经请让把据按及、在以陪随从往到'
const blockingVerbs = [
  '听取',
  '陪同',
  '会见',
  '传达',
  '学习',
  '贯彻',
  '落实',
  '按照',
  '根据',
  '代表',
  '委托',
  '拜访',
  '接待',
]
/** 他 before one of these is 他们, 他国, 他人 …; after one, 其他, 吉他 …. */
const afterPronoun = '们国人山乡方日律'
const beforePronoun = '其吉排利维'

/**
 * The subject with which a clause begins, read up to `limit`: a named official, 他, a title without a name, 会议. Adjuncts of time
 * and scene before it are passed over.
 */
export function clauseSubject(text: string, start: number, limit: number, cast: Cast): Subject | undefined {
  const at = skipTime(text, start, limit)
  for (let i = at; i < limit; i++) {
    const hit = cast.at(text, i, limit)
    if (!hit) continue
    const end = i + hit.word.length
    const title = titleBefore(text, i, start)
    const from = title?.start ?? i
    if (from > at && !mayPrecede(text, at, from)) return undefined
    if (text[end] === '的' || presenceFollows(text, end, limit)) return undefined
    return { kind: 'official', person: hit.value, form: hit.word, end }
  }
  const superior = words().superiorPersons.at(text, at, limit)
  if (superior && text[at + superior.word.length] !== '的')
    return { kind: 'superior', form: superior.word, end: at + superior.word.length }
  const pronoun = text[at]!
  if ((pronoun === '他' || pronoun === '她') && !afterPronoun.includes(text[at + 1] ?? ' '))
    return { kind: 'pronoun', form: pronoun, end: at + 1 }
  if (text.startsWith('会议', at) || text.startsWith('全会', at) || text.startsWith('大会', at))
    return { kind: 'meeting', form: text.slice(at, at + 2), end: at + 2 }
  return titleSubject(text, at, limit) ?? bodySubject(text, at, limit)
}

/** 代表们围绕…, 与会人员…, 居民反映…, …等先后发言: the clause begins with the audience or residents, who do something. */
export function audienceAt(text: string, start: number, limit: number): Subject | undefined {
  const at = skipTime(text, start, limit)
  if (words().speakInTurn.before(text, limit, at) && !text.slice(at, limit).includes('听'))
    return { kind: 'unknown', form: text.slice(at, limit), end: limit }
  const noun = words().actorNouns.at(text, at, limit)
  if (!noun || (noun.value !== 'audience' && noun.value !== 'citizen')) return undefined
  const end = at + noun.word.length
  if (!actors.audienceDoes.characters.includes(text[end] ?? ' ') || text.slice(end, end + 5).includes('的'))
    return undefined // 企业反映的问题
  return { kind: noun.value, form: noun.word, end }
}

/**
 * 选调生崔小满谈了体会，她说…: the resident or worker of whom the sentence began to tell, whom a pronoun in it means. None where a
 * preposition or verb of meeting stands before the noun (与村民交谈).
 */
export function citizenIn(text: string, start: number, limit: number): Subject | undefined {
  for (let i = start; i < limit && !actors.beforeOthers.characters.includes(text[i]!); i++) {
    const noun = words().actorNouns.at(text, i, limit)
    if (noun?.value === 'citizen') return { kind: 'citizen', form: noun.word, end: i + noun.word.length }
  }
  return undefined
}

/** Text before a subject inside its clause: short, no verb that governs the name, no preposition directly before it. */
function mayPrecede(text: string, from: number, to: number): boolean {
  if (to - from > 24 || blockers.includes(text[to - 1]!)) return false
  const before = text.slice(from, to)
  return !blockingVerbs.some((w) => before.includes(w))
}

/** 陪同, 参加 directly after the name: one of those present. With 并讲话 he acts all the same. */
function presenceFollows(text: string, at: number, limit: number): boolean {
  const w = words()
  const stop = Math.min(at + 6, limit)
  for (let i = at; i < stop; i++) {
    const hit = w.presence.at(text, i, limit)
    if (hit)
      return hit.word.startsWith('陪同') || !/讲话|主持|致辞|强调|指出|要求|部署|宣布/.test(text.slice(i, limit + 12))
  }
  return false
}

/** 党中央高度重视…, 市委作出部署…: a body of party or state begins the clause and does something. */
function bodySubject(text: string, at: number, limit: number): Subject | undefined {
  const body = words().bodies.at(text, at, limit)
  if (!body) return undefined
  const end = at + body.word.length
  const acts = /^(?:高度|明确|提出|作出|做出|召开|决定|始终|坚持|强调|指出|号召|要求|多次|对|把|从|着眼|统筹)/.test(
    text.slice(end, end + 4),
  )
  return acts ? { kind: 'group', form: body.word, level: body.value, end } : undefined
}

/** 县委书记到河东镇…: a title with no name after it begins the clause. */
function titleSubject(text: string, start: number, limit: number): Subject | undefined {
  const stop = Math.min(limit, start + 16)
  const ends = titleEnds()
  for (let end = start + 2; end <= stop; end++) {
    if (!ends[text.charCodeAt(end - 1)]) continue
    const title = titleBefore(text, end, start)
    if (title && title.start === start && title.kind === 'official')
      return { kind: 'title', form: text.slice(start, end), end }
  }
  return undefined
}

/** 童振轩、桂雅琴|要求: two who speak together, where nothing but their names stands in the clause. */
function twoOfficials(text: string, end: number, from: number, second: string, cast: Cast): Subject | undefined {
  const join = end - second.length - 1
  if (join <= from || !'、和与'.includes(text[join]!)) return undefined
  const first = cast.before(text, join, from)
  if (!first || join - first.word.length > from) return undefined
  return { kind: 'group', form: `${first.value.name}、${cast.before(text, end, from)!.value.name}`, level: 0, end }
}

/**
 * The subject that ends exactly at `end`, directly before a reporting verb; the clause starts at `from`. Undefined where
 * what stands there is none of the known kinds.
 */
export function subjectBefore(text: string, end: number, from: number, cast: Cast): Subject | undefined {
  const w = words()
  const named = cast.before(text, end, from)
  if (named)
    return (
      twoOfficials(text, end, from, named.word, cast) ?? {
        kind: 'official',
        person: named.value,
        form: named.word,
        end,
      }
    )
  const last = text[end - 1]!
  if ((last === '他' || last === '她') && !beforePronoun.includes(text[end - 2] ?? ' '))
    return { kind: 'pronoun', form: last, end }
  if (w.superiorPersons.before(text, end, from)) return { kind: 'superior', form: text.slice(from, end), end }
  const level = bodyLevelBefore(text, end, from)
  if (level > 0) {
    const body = w.bodies.before(text, end, from)!.word
    if (end - body.length <= from || level >= 8) return { kind: 'group', form: body, level, end }
  }
  const form = text.slice(from, end)
  const noun = w.actorNouns.before(text, end, from)
  if (noun?.value === 'meeting' || (last === '会' && !w.notMeetings.before(text, end, from)))
    return { kind: 'meeting', form, end }
  if (w.activities.has(form)) return { kind: 'group', form, level: 0, end }
  if (noun?.value === 'group') return { kind: 'group', form: form.length <= 12 ? form : noun.word, level: 0, end }
  if (noun) return { kind: noun.value, form, end }
  const title = titleBefore(text, end, from)
  if (title && title.start - from <= 8)
    return {
      kind: title.kind === 'official' ? 'title' : title.kind === 'plural' ? 'group' : 'citizen',
      form: text.slice(title.start, end),
      level: 0,
      end,
    } as Subject
  return undefined
}
