import { type DateParts, isDate } from './edtf'

/** A date found in a short text, with where it stood. */
export interface WrittenDate extends DateParts {
  readonly start: number
  readonly end: number
}

// Each pattern reads a bounded number of digits and single separators: linear in the text.
const YEAR = '(?:19[4-9]\\d|20\\d\\d)'
const NUMERIC = new RegExp(`(?<!\\d)(${YEAR})\\s?[-/.年]\\s?(\\d{1,2})(?:\\s?[-/.月]\\s?(\\d{1,2})(?!\\d))?(?!\\d)`)
const COMPACT = new RegExp(`(?<!\\d)(${YEAR})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)`)
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](${YEAR})(?!\\d)`)
const HAN =
  /([〇零○Ｏ一二两三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月)?(?:([一二三四五六七八九十]{1,3})[日号])?/
const MONTH_DAY = /(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/
const BARE_MONTH_DAY = /(?<!\d)(\d\d)-(\d\d)(?!\d)/
const YEAR_ONLY = new RegExp(`(?<!\\d)(${YEAR})(?=年|$)`)
const HAN_MONTH_DAY = /([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]/

/**
 * The first date in a short text (a page's date line, a date field), in the forms pages print: `2021年01月20日`, `2023-10-20 08:12`,
 * `2023/10/20`, `2023.10`, `24.01.2017 17:12`, `20260820`, `二〇二三年十月二十日`, `10月20日`, `10-20`. Where day and month cannot be told
 * apart (`03/04/2023`) the day comes first, as pages that put the year last print it. Null when there is none or when no calendar has it.
 *
 * @example readWrittenDate('发布时间：2023-10-20 08:12') // { year: 2023, month: 10, day: 20, start: 5, end: 15 }
 */
export function readWrittenDate(text: string): WrittenDate | null {
  const found = [
    read(text, NUMERIC, (m) => [num(m[1]), num(m[2]), num(m[3])]),
    read(text, COMPACT, (m) => [num(m[1]), num(m[2]), num(m[3])]),
    read(text, DAY_FIRST, (m) => dayFirst(num(m[1])!, num(m[2])!, num(m[3])!)),
    read(text, HAN, (m) => [hanYear(m[1]!), hanNumber(m[2]), hanNumber(m[3])]),
  ].filter((date) => date !== null)
  const whole = found.sort((a, b) => precision(b) - precision(a) || a.start - b.start)[0]
  return (
    whole ??
    read(text, MONTH_DAY, (m) => [null, num(m[1]), num(m[2])]) ??
    read(text, HAN_MONTH_DAY, (m) => [null, hanNumber(m[1]), hanNumber(m[2])]) ??
    read(text, BARE_MONTH_DAY, (m) => [null, num(m[1]), num(m[2])]) ??
    (NUMERIC.test(text) || COMPACT.test(text) ? null : read(text, YEAR_ONLY, (m) => [num(m[1]), null, null]))
  )
}

type Parts = readonly [year: number | null, month: number | null, day: number | null]

function read(text: string, pattern: RegExp, parts: (match: RegExpExecArray) => Parts): WrittenDate | null {
  const match = pattern.exec(text)
  if (!match) return null
  const [year, month, day] = parts(match)
  const date = { year, month, day }
  return isDate(date) ? { ...date, start: match.index, end: match.index + match[0].length } : null
}

const precision = (d: DateParts): number => (d.day !== null ? 2 : d.month !== null ? 1 : 0)
const num = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits))
const dayFirst = (a: number, b: number, year: number): Parts => (b > 12 && a <= 12 ? [year, a, b] : [year, b, a])

const HAN_DIGITS = '零一二三四五六七八九'
const hanDigit = (c: string): number => ('〇○Ｏ'.includes(c) ? 0 : c === '两' ? 2 : HAN_DIGITS.indexOf(c))
const hanYear = (year: string): number => [...year].reduce((n, c) => n * 10 + hanDigit(c), 0)

/** 一 … 三十一. */
export function hanNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  const ten = text.indexOf('十')
  if (ten < 0) return text.length === 1 ? hanDigit(text) : null
  const tens = ten === 0 ? 1 : hanDigit(text[0]!)
  const ones = ten === text.length - 1 ? 0 : hanDigit(text[ten + 1]!)
  return text.length > 3 || ten > 1 ? null : tens * 10 + ones
}
