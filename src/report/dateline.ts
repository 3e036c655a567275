import words from '../../data/report/bylines.json' with { type: 'json' }
import { readNames } from './byline'

/** The opening of a news report (`本报讯（记者 高某）`, `新华社长沙9月1日电`), before its first sentence. */
export interface Dateline {
  /** Offset behind the dateline, in the paragraph handed in. */
  readonly end: number
  /** The paper, agency or account that names itself, or null for 本报 and for a bare byline. */
  readonly outlet: string | null
  /** What stands between an agency's name and 电: usually the city. */
  readonly place: string | null
  readonly authors: readonly string[]
}

const MAX_NAME = 20
const MAX_BYLINE = 60
const agencies = (): readonly string[] => words.agencies.names

/**
 * Reads the dateline at the head of a paragraph, or null where there is none. Also taken: a byline in brackets without 讯 (the rest of a
 * damaged head), `记者 某某 报道：`, and the damaged head itself (`?。ㄓ浾?` is `　（记者 ` split at an odd byte).
 */
export function readDateline(paragraph: string): Dateline | null {
  if (!mayOpen(paragraph)) return null
  const lead = leadIn(paragraph)
  const announced = announcement(paragraph, lead)
  const at = announced?.end ?? lead
  const byline = bylineAt(paragraph, at)
  if (!announced && !byline) return null
  const end = skipMarks(paragraph, byline?.end ?? at)
  return {
    end,
    outlet: announced?.outlet ?? byline?.outlet ?? null,
    place: announced?.place ?? null,
    authors: byline?.names ?? [],
  }
}

/** A dateline shows within its first clause: by 讯, 电, 消息, 记者, 通讯员, a bracket or the damaged head. */
function mayOpen(text: string): boolean {
  const limit = Math.min(text.length, MAX_NAME + 10)
  for (let i = 0; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (
      c === 0x8baf ||
      c === 0x7535 ||
      c === 0x6d88 ||
      c === 0x8005 ||
      c === 0x901a ||
      c === 40 ||
      c === 0xff08 ||
      c === 0x3113
    )
      return true
    if (c === 0xff0c || c === 44) return false
  }
  return false
}

/** Spaces, squares and opening brackets that papers put before a dateline. */
function leadIn(text: string): number {
  let i = 0
  while (i < text.length && ' 　□■●【〔[△▲'.includes(text[i]!)) i++
  return i
}

function skipMarks(text: string, at: number): number {
  let i = at
  while (i < text.length && ' 　:：】〕],，'.includes(text[i]!)) i++
  return i
}

interface Announcement {
  readonly end: number
  readonly outlet: string | null
  readonly place: string | null
}

/** `金山网讯`, `某县融媒体11月28日讯`, `新华社长沙9月1日电`, `央视网消息`: a name without punctuation, then the word. */
function announcement(text: string, start: number): Announcement | null {
  const limit = Math.min(text.length, start + MAX_NAME + 8)
  let i = start
  for (; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c === XUN && isDatelineXun(text, i, start)) return announced(text, start, i, i + 1)
    if (c === DIAN && isDatelineDian(text, i, start)) return announced(text, start, i, i + 1)
    if (c === XIAO && text.startsWith('消息', i) && isMedium(text.slice(start, i)))
      return announced(text, start, i, i + 2 + bracketLength(text, i + 2))
    if (!isNameUnit(c)) return null
  }
  return null
}

/** Length of a bracket with 1 to 12 characters in it, such as （新闻联播）, or 0. */
function bracketLength(text: string, at: number): number {
  const limit = Math.min(text.length, at + 14)
  if (at >= limit || !isBracket(text.charCodeAt(at))) return 0
  for (let i = at + 1; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x29 || c === 0xff09) return i > at + 1 ? i + 1 - at : 0
    if (isBracket(c)) return 0
  }
  return 0
}

const isBracket = (c: number): boolean => c === 0x28 || c === 0xff08

const XUN = 0x8baf // 讯
const DIAN = 0x7535 // 电
const XIAO = 0x6d88 // 消

const isNameUnit = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) ||
  (c >= 48 && c <= 57) ||
  (c >= 65 && c <= 90) ||
  (c >= 97 && c <= 122) ||
  c === 0xb7 ||
  c === 32

function isDatelineXun(text: string, at: number, start: number): boolean {
  if (at === start) return false
  if (words.compounds.before.includes(text[at - 1]!) || words.compounds.after.includes(text[at + 1] ?? ' '))
    return false
  return at - start <= MAX_NAME
}

/** 电 ends a dateline only behind a date or an agency: 水电, 发电 and 电力 do not. */
function isDatelineDian(text: string, at: number, start: number): boolean {
  if (at === start || text[at + 1] === '力' || text[at + 1] === '网' || text[at + 1] === '商') return false
  return (
    text[at - 1] === '日' || agencies().some((name) => text.startsWith(name, start) && at - start <= name.length + 6)
  )
}

const media = ['网', '社', '台', '报', '客户端', '融媒', '融媒体', '中心', '新闻']
const isMedium = (name: string): boolean => {
  if (name.length < 3) return false
  const trimmed = name.trim()
  for (const word of media) if (trimmed.endsWith(word)) return true
  return false
}

function announced(text: string, start: number, nameEnd: number, end: number): Announcement {
  let name = text.slice(start, nameEnd)
  if (name.includes('日')) name = name.replace(/\s?\d{1,2}月\d{1,2}日\s?$/, '')
  name = name.trim()
  let place: string | null = null
  const agency = agencies().find((a) => name.startsWith(a))
  if (agency) {
    place = name.slice(agency.length).trim() || null
    name = agency
  }
  const own = words.own.names.find((o) => name.startsWith(o))
  if (own) return { end, outlet: null, place: name.slice(own.length).trim() || null }
  return { end, outlet: name === '' ? null : name, place }
}

interface Byline {
  readonly end: number
  readonly names: readonly string[]
  readonly outlet: string | null
}

/** `（记者 高某 通讯员 应某）`, `记者 高某 报道：`, and the damaged `?。ㄓ浾?高某)`. */
function bylineAt(text: string, from: number): Byline | null {
  let at = from
  while (at < text.length && ' 　】〕]:：'.includes(text[at]!)) at++
  if (at >= text.length) return null
  const first = text.charCodeAt(at)
  const damaged = '?？。!！ㄓ'.includes(text[at]!) ? /^[?？]?[。!！]?ㄓ浾[?？]?/.exec(text.slice(at, at + 8)) : null
  if (damaged || isBracket(first)) {
    const open = at + (damaged ? damaged[0].length : 1)
    const close = closeBracket(text, open)
    if (close < 0) return null
    const inside = text.slice(open, close)
    if (!damaged && !/记者|通讯员|作者|实习生|撰稿|采写|文\/图|报道员/.test(inside)) return null
    return { end: close + 1, names: readNames(damaged ? `记者 ${inside}` : inside), outlet: null }
  }
  const reach = text.slice(at, at + 24)
  if (!reach.includes('记者') && !reach.includes('通讯员')) return null
  const told =
    /^(.{0,14}?)((?:见习|实习|首席|全媒体|融媒体?|本报|本网|本台)?记者|通讯员)[\s　]?([^，。,:：；！？“”]{2,36}?)[\s　]?(?:报道|发自.{2,8})[:：，,\s　]?/.exec(
      text.slice(at, at + MAX_BYLINE),
    )
  if (!told || /[，。,；]/.test(told[1]!)) return null
  const outlet = told[1]!.trim()
  return {
    end: at + told[0].length,
    names: readNames(`${told[2]} ${told[3]}`),
    outlet: outlet !== '' && isMedium(outlet) ? outlet : null,
  }
}

function closeBracket(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_BYLINE)
  for (let i = from; i < limit; i++) if (text[i] === ')' || text[i] === '）') return i
  return -1
}
