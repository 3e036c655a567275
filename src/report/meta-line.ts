import words from '../../data/report/labels.json' with { type: 'json' }
import { precisionOf, writeEdtf } from './edtf'
import { readWrittenDate, type WrittenDate } from './written-date'

/** What a page prints about itself above or below its text. */
export interface PageMeta {
  /** EDTF. */
  readonly published: string | null
  /** The words that the date was read from. */
  readonly publishedText: string | null
  readonly outlet: string | null
  /** Raw names, not yet divided. */
  readonly authors: string | null
}

type Field = 'source' | 'published' | 'author' | 'other'

let labels: readonly { readonly label: string; readonly field: Field; readonly rank: number }[] | undefined

/** All labels, longest first, so that 发布时间 is not read as 时间. */
function allLabels() {
  labels ??= (['source', 'published', 'author', 'other'] as const)
    .flatMap((field) => words[field].labels.map((label, rank) => ({ label, field, rank })))
    .sort((a, b) => b.label.length - a.label.length)
  return labels
}

interface Entry {
  readonly field: Field
  readonly label: string
  readonly rank: number
  readonly value: string
}

/** Reads the fields of meta lines (`日期: 2023-10-20 来源:某报 点击:`) and of bare ones (`某报 2023-10-20 08:12`). */
export function readMetaLines(lines: readonly string[]): PageMeta {
  const entries = lines.flatMap(entriesOf)
  const dated = entries
    .filter((e) => e.field === 'published')
    .sort((a, b) => a.rank - b.rank)
    .map((e) => ({ text: `${e.label}: ${e.value}`.trim(), date: readWrittenDate(e.value) }))
    .find((e) => e.date && writeEdtf(e.date))
  const bare = dated ? null : bareDate(lines)
  const date = dated?.date ?? bare?.date ?? null
  const source = entries.find((e) => e.field === 'source' && outletOf(e.value))
  return {
    published: date && writeEdtf(date),
    publishedText: dated?.text ?? bare?.text ?? null,
    outlet: source ? outletOf(source.value) : bareOutlet(lines),
    authors: entries.find((e) => e.field === 'author' && e.value !== '')?.value ?? null,
  }
}

const META =
  /(?:来\s?源|稿源|日\s?期|时\s?间|作者|编辑|点击|浏览|阅读|发布)\s?[:：]|^(?:\S{2,16}\s)?(?:(?:19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)日?(?:\s|$)/

/** Whether a short line is one of the page's own (`日期: … 来源: …`, `某报 2023-10-20 08:12`), where cleaning left it in. */
export const isMetaLine = (line: string): boolean => line.length <= 80 && META.test(line)

function entriesOf(line: string): Entry[] {
  const found: { at: number; end: number; label: string; field: Field; rank: number }[] = []
  for (let colon = nextColon(line, 0); colon >= 0; colon = nextColon(line, colon + 1)) {
    const stop = line[colon - 1] === ' ' ? colon - 1 : colon
    const before = line.slice(Math.max(0, stop - 8), stop).replace(/[\s　]/g, '')
    const label = allLabels().find((l) => before.endsWith(l.label))
    if (!label) continue
    let at = stop
    for (let n = label.label.length; n > 0; at--) if (line[at - 1] !== ' ' && line[at - 1] !== '　') n--
    if (standsAlone(label.label, label.field, line[at - 1])) found.push({ at, end: colon + 1, ...label })
  }
  return found.map((f, i) => ({
    field: f.field,
    label: f.label,
    rank: f.rank,
    value: trimValue(line.slice(f.end, found[i + 1]?.at ?? line.length)),
  }))
}

/** 活动时间: is no publication date: a short label must not be the end of a longer word. */
function standsAlone(label: string, field: Field, before: string | undefined): boolean {
  return label.length >= 4 || field === 'other' || before === undefined || !/\p{Script=Han}/u.test(before)
}

function nextColon(line: string, from: number): number {
  for (let i = from; i < line.length; i++) if (line[i] === ':' || line[i] === '：' || line[i] === '丨') return i
  return -1
}

const trimValue = (value: string): string =>
  value.replace(/^[\s【[(（|丨]+/, '').replace(/[\s】\])）【[(（|丨,，;；]+$/, '')

/** The outlet's name without the date, counters and channel words that stand behind it; null for 本站 and the like. */
function outletOf(value: string): string | null {
  let name = value
  const date = readWrittenDate(name)
  if (date && date.start > 1) name = name.slice(0, date.start)
  else if (date) name = name.slice(date.end).replace(/^[\s:：\d]+/, '')
  name = trimValue(name)
  const gap = name.search(/\s|　|【|\[|\||丨/)
  if (gap > 0) name = name.slice(0, gap)
  name = name.replace(/^[“"《]|[”"》]$/g, '')
  if (name === '' || name.length > 30 || words.noOutlet.values.includes(name.toLowerCase())) return null
  return name
}

/** A line that is nothing but a date, a time and perhaps the name of a paper. */
function bareDate(lines: readonly string[]): { text: string; date: WrittenDate } | null {
  for (const line of lines) {
    const date = readWrittenDate(line)
    if (date?.year == null || precisionOf(writeEdtf(date)) !== 'day') continue
    // Behind a label that is none of ours (活动时间：) it is some other date.
    if (/[:：]\s?$/.test(line.slice(0, date.start))) continue
    return { text: line.slice(date.start, date.end), date }
  }
  return null
}

function bareOutlet(lines: readonly string[]): string | null {
  for (const line of lines) {
    const date = readWrittenDate(line)
    if (!date) continue
    const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replace(
      /\d{1,2}[:：]\d\d(?:[:：]\d\d)?|星期.|周[一二三四五六日]/g,
      ' ',
    )
    for (const word of rest.split(/[\s　|丨/·]+/))
      if (
        word.length >= 3 &&
        word.length <= 20 &&
        words.outletSuffix.endings.some((e) => word.endsWith(e) && word.length > e.length)
      )
        return outletOf(word)
  }
  return null
}
