import data from '../../data/directive/openers.json'
import { WordTable } from '../report/people/word-table'

/** 一是, 二要, 第三, 首先, （四）: an item of a list. */
export interface Enumerator {
  readonly word: string
  readonly end: number
  /** 1-based; 0 for 最后, which is whatever comes last. */
  readonly ordinal: number
  /** Items of one list are written alike. */
  readonly style: string
}

const numerals = data.enumerators.numerals
let fixed: WordTable<number> | undefined

const ordinalOf = (c: string | undefined): number => (c ? numerals.indexOf(c) + 1 : 0)

/** Value of 一 … 十 or an ASCII digit at the head of `s`; 0 for anything else. */
export function numeralValue(s: string): number {
  const chinese = ordinalOf(s[0])
  if (chinese > 0) return chinese === 10 && ordinalOf(s[1]) > 0 ? 10 + ordinalOf(s[1]) : chinese
  const digit = s.charCodeAt(0) - 48
  return digit >= 1 && digit <= 9 ? digit : s[0] === '两' ? 2 : 0
}

/** The enumerator at `at`, or undefined. 第一 needs a mark, 要 or 是 after it (第一产业 is no item); （一） needs its brackets. */
export function enumeratorAt(text: string, at: number, end: number): Enumerator | undefined {
  const c = text[at]!
  if (c === '（' || c === '(') {
    const value = numeralValue(text.slice(at + 1, at + 3))
    const close = at + 2
    if (value > 0 && (text[close] === '）' || text[close] === ')') && close < end)
      return { word: text.slice(at, close + 1), end: close + 1, ordinal: value, style: 'bracket' }
    return undefined
  }
  if (c === '第') {
    const value = ordinalOf(text[at + 1])
    const after = text[at + 2] ?? ''
    if (value > 0 && '，,、：:'.includes(after))
      return { word: text.slice(at, at + 2), end: at + 3, ordinal: value, style: '第' }
    if (value > 0 && (after === '要' || after === '是'))
      return { word: text.slice(at, at + 3), end: at + 3, ordinal: value, style: '第' }
    return undefined
  }
  const digit = text.charCodeAt(at) - 48
  if (digit >= 1 && digit <= 9) {
    const mark = text[at + 1] ?? ''
    if ('.．、'.includes(mark) && mark !== '' && text.charCodeAt(at + 2) > 0x2000)
      return { word: text.slice(at, at + 2), end: at + 2, ordinal: digit, style: 'digit' }
    return undefined
  }
  const value = ordinalOf(c)
  if (value > 0) {
    const after = text[at + 1] ?? ''
    if (after === '是' && text[at + 2] !== '否') return { word: c + after, end: at + 2, ordinal: value, style: '是' }
    if (after === '要' && at + 2 < end) return { word: c + after, end: at + 2, ordinal: value, style: '要' }
    // 一、二、三产 is no list item
    if (after === '、' && at + 2 < end && text[at + 3] !== '、')
      return { word: c + after, end: at + 2, ordinal: value, style: '、' }
    return undefined
  }
  fixed ??= new WordTable(data.enumerators.ordinals as [string, number][])
  const word = fixed.at(text, at, end)
  if (!word) return undefined
  const stop = at + word.word.length
  const after = text[stop] ?? ''
  if (!('，,要是：:、'.includes(after) || text.startsWith('必须', stop))) return undefined
  return { word: word.word, end: stop, ordinal: word.value, style: word.word[0] === '其' ? '其' : '首' }
}

/** Does a mark follow at `at`, and the first item of a list after it (：一是…)? */
export function listFollows(text: string, at: number, end: number): boolean {
  if (!'，：,:'.includes(text[at] ?? ' ') || at + 1 >= end) return false
  return enumeratorAt(text, at + 1, end)?.ordinal === 1
}

/** The number announced in 三点要求, 四个方面, 五条意见 inside `s`, or null. */
export function announcedCount(s: string): number | null {
  for (let i = 0; i + 1 < s.length; i++) {
    const value = numeralValue(s.slice(i, i + 2))
    if (value < 2) continue
    const unit = s[i + 1]!
    if ('点条个项方'.includes(unit)) return value
  }
  return null
}
