import words from '../../data/report/labels.json' with { type: 'json' }
import type { Span } from '../text/span'
import { readDateline } from './dateline'
import { isMetaLine } from './meta-line'

/** Lines above this length are sentences of the body, however they end. */
const LONGEST_LINE = 64
/** A headline has a kicker, a main line and at most three lines of speech. */
const MOST_LINES = 5

/** Title of a report and how many of its first paragraphs it fills (0: the text has none). */
export interface Title {
  readonly text: string | null
  readonly lines: number
}

/**
 * Finds the title in the first paragraphs. Lines of a title stand alone, without an end mark, above a body that has one; a title split
 * over lines is joined with spaces. A first line that opens the story (a dateline, a date and a comma, a sentence) is no title.
 */
export function findTitle(text: string, paragraphs: readonly Span<'clean'>[]): Title {
  let lines = 0
  while (lines < MOST_LINES && lines < paragraphs.length - 1 && isTitleLine(text, paragraphs[lines]!, lines)) lines++
  if (lines === 0) return { text: null, lines }
  const parts: string[] = []
  for (let i = 0; i < lines; i++) {
    const line = text.slice(paragraphs[i]!.start, paragraphs[i]!.end)
    if (!parts.includes(line)) parts.push(line)
  }
  return { text: joinTitle(parts), lines }
}

/** Puts the lines of a title together; a subtitle's dash needs no space before it. Column labels and site names are left off. */
export function joinTitle(lines: readonly string[]): string | null {
  let joined = ''
  for (const line of lines) joined += joined === '' || line.startsWith('—') ? line : ` ${line}`
  const title = withoutSiteName(withoutColumn(joined.trim()))
  return title === '' ? null : title
}

function isTitleLine(text: string, line: Span<'clean'>, index: number): boolean {
  const length = line.end - line.start
  if (length < 2 || length > LONGEST_LINE) return false
  const words = text.slice(line.start, line.end)
  if (endsSentence(words) || words.includes('。') || opensStory(words) || isHeading(words) || isMetaLine(words))
    return false
  // Commas show running text: headlines divide their clauses by spaces, with a comma or two at most in the main line.
  const commas = words.match(/[，,；;]/g)?.length ?? 0
  return commas <= (index === 0 ? 2 : 0)
}

/** An end mark, a comma, or a colon that does not introduce the speech of a headline (…时强调：). */
function endsSentence(line: string): boolean {
  const last = line[line.length - 1]!
  if (last === '：' || last === ':') return !/(?:强调|指出|要求|提出|表示|说)[：:]$/.test(line)
  if (last === '”') return /[。！？；，]”$/.test(line)
  return '。；;，,、…'.includes(last)
}

const STORY =
  /^(?:\d{4}年)?(?:\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|近日|日前|昨日|昨天|今天|今日|连日来|近期)(?:[，,、至上下中晚]|在|，)/

/** A date or 近日 before a comma, a dateline, a byline or a question: the story begins here. */
function opensStory(line: string): boolean {
  if (/^(?:问|答|记者|主持人)\s?[:：]|^[□■●◆]|^本[报网刊台](?:特约)?评论员/.test(line)) return true
  return (
    STORY.test(line) ||
    /^(?:本报|本网|本台)?(?:见习|通讯|全媒体)?(?:记者|通讯员|作者)[\s:：]/.test(line) ||
    readDateline(line) !== null
  )
}

/** 一、 （一） 第一条 同志们： open sections and speeches, not reports. */
function isHeading(line: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百\d]{1,5}[条章节回]|各位|同志们)/.test(
    line,
  )
}

/** `【先锋要闻】`, `特别关注丨` before a title name the page's column. A title that is nothing but its brackets is kept. */
function withoutColumn(title: string): string {
  const first = title.charCodeAt(0)
  if (first !== 0x3010 && first !== 0x5b && !hasBar(title)) return title // 【 [
  const match = /^(?:[【[][^】\]]{2,12}[】\]]|[^\s丨|｜│]{2,8}[丨|｜│])\s*(?=\S)/.exec(title)
  return match ? title.slice(match[0].length) : title
}

/** A bar that may end a column's label. */
function hasBar(title: string): boolean {
  const limit = Math.min(title.length, 9)
  for (let i = 2; i < limit; i++) {
    const c = title.charCodeAt(i)
    if (c === 0x4e28 || c === 0x7c || c === 0xff5c || c === 0x2502) return true // 丨 | ｜ │
  }
  return false
}

/** A sign that divides a title from the name of the site. */
function hasDivider(title: string): boolean {
  for (let i = 0; i < title.length; i++) {
    const c = title.charCodeAt(i)
    if (c === 0x5f || c === 0x7c || c === 0x2d) return true // _ | -
  }
  return false
}

/** `…_某市人民政府网`: browsers' titles end in the name of the site. */
function withoutSiteName(title: string): string {
  if (!hasDivider(title)) return title
  const at = Math.max(title.lastIndexOf('_'), title.lastIndexOf('|'), title.lastIndexOf(' - '), title.lastIndexOf('--'))
  if (at < 4) return title
  const site = title.slice(at).replace(/^[_|\s-]+/, '')
  const isSite =
    words.outletSuffix.endings.some((e) => site.endsWith(e)) || /(?:人民政府|政府|门户|要闻|频道|动态)$/.test(site)
  return isSite && site.length <= 24 ? title.slice(0, at).trim() : title
}

/** Han characters and digits of a text: what two printings of one title share. */
export function bareText(text: string): string {
  return text.replace(/[^\p{Script=Han}0-9]+/gu, '')
}

/** Whether a text begins with these characters, punctuation and spaces aside. */
export function beginsWith(text: string, start: number, title: string): boolean {
  let i = start
  let j = 0
  while (j < title.length) {
    if (!isBare(title.charCodeAt(j))) {
      j++
      continue
    }
    while (i < text.length && !isBare(text.charCodeAt(i))) i++
    if (i >= text.length || text.charCodeAt(i) !== title.charCodeAt(j)) return false
    i++
    j++
  }
  return true
}

const isBare = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) || (c >= 48 && c <= 57) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xd800 && c <= 0xdfff)
