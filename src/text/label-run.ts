import { furnitureTable, isOf, type Label, startBit } from './furniture-table'

/** A run of labels with values, dates and buttons: 日期：2023-10-20 来源：云岭日报 点击：. */
export interface LabelRun {
  /** End of what was understood. */
  readonly end: number
  /** The first label, or null where there are only dates. */
  readonly first: Label | null
  readonly labels: number
  readonly dates: number
}

/** Longest piece between blanks that is looked at. */
const longestToken = 64
/** Longest value of a label. */
const longestValue = 40

const isSeparator = (unit: number) => isOf(unit, startBit.separator)

const dateToken =
  /(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[-./]\d{1,2}[-./]\d{1,2}|\d{4}(?!\d))|\d{1,2}\.\d{1,2}\.20\d\d/y
const clockToken = /[ T]?\d{1,2}[:：]\d{2}(?::\d{2})?/y
const weekday = /星期[一二三四五六日天]/y

const match = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** End of a date with its time at `at`, or `at`. */
export const dateEnd = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  if (!(unit >= 0x30 && unit < 0x3a) && text[at] !== '星' && text[at] !== 'T') return at
  const day = match(dateToken, text, at)
  if (day > 0) {
    const end = at + day
    return end + match(clockToken, text, end)
  }
  return at + (match(weekday, text, at) || match(clockToken, text, at))
}

const isHan = (unit: number) => (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)

/** Is `text[from, to)` written like a personal name: two to four Han characters, or with a dot up to ten? */
export const looksLikeName = (text: string, from: number, to: number): boolean => {
  let dots = 0
  for (let i = from; i < to; i++) {
    if (text[i] === '·') dots++
    else if (!isHan(text.charCodeAt(i))) return false
  }
  const length = to - from
  return dots > 0 ? length >= 4 && length <= 12 : length >= 2 && length <= 4
}

/** The longest label at `at` that is followed by a separator, a colon, a slash or the end. */
export const labelAt = (text: string, at: number, end: number): Label | null => {
  if (at >= end || !isOf(text.charCodeAt(at), startBit.label)) return null
  for (const label of furnitureTable().labels.get(text[at]!) ?? []) {
    const after = at + label.word.length
    if (after > end || !text.startsWith(label.word, at)) continue
    const unit = after < end ? text.charCodeAt(after) : 0x20
    if (unit === 0xff1a || unit === 0x2f || unit === 0x3a || (isSeparator(unit) && label.word.length > 1)) return label
  }
  return null
}

/** A label right before the colon at `colon`, inside a token that began at `from`: its start, or −1. */
const gluedLabel = (text: string, from: number, colon: number): number => {
  for (let start = Math.max(from + 1, colon - 5); start < colon - 1; start++)
    if (labelAt(text, start, colon + 1)?.word.length === colon - start) return start
  return -1
}

const isOutlet = (token: string) =>
  token.length >= 3 && token.length <= 16 && furnitureTable().outlets.some((ending) => token.endsWith(ending))

const nothing = (end: number): LabelRun => ({ end, first: null, labels: 0, dates: 0 })

/** Does a line begin with a label, a digit or a bracket, or end with a date after the name of an outlet? */
const mayBegin = (text: string, from: number, end: number): boolean => {
  const unit = text.charCodeAt(from)
  if (unit < 0x80 || isSeparator(unit)) return true
  if (labelAt(text, from, end) !== null) return true
  const last = text.charCodeAt(end - 1)
  return end - from < longestToken && ((last >= 0x30 && last <= 0x39) || last === 0x65e5)
}

/** Reads labels, dates and buttons from `from` as far as they go, within `[from, end)`. */
export const readLabels = (text: string, from: number, end: number): LabelRun =>
  mayBegin(text, from, end) ? readRun(text, from, end) : nothing(from)

const readRun = (text: string, from: number, end: number): LabelRun => {
  const { valueless } = furnitureTable()
  let at = from
  let understood = from
  let first: Label | null = null
  let labels = 0
  let dates = 0
  const tokenEnd = (start: number) => {
    const limit = Math.min(end, start + longestToken)
    let i = start
    while (i < limit && !isSeparator(text.charCodeAt(i))) i++
    return i
  }
  for (;;) {
    while (at < end && isSeparator(text.charCodeAt(at))) at++
    if (at >= end) return { end, first, labels, dates }
    const dated = dateEnd(text, at)
    if (dated > at && dated <= end) {
      dates++
      understood = at = dated
      continue
    }
    const label = labelAt(text, at, end)
    if (label !== null) {
      let value = at + label.word.length
      while (value < end && (text[value] === '：' || text[value] === '/' || text[value] === ':' || text[value] === ' '))
        value++
      first ??= label
      labels++
      understood = at = valueEnd(value, label)
      if (at < 0) return { end: value, first, labels, dates }
      continue
    }
    const stop = tokenEnd(at)
    const token = text.slice(at, stop)
    if (
      valueless.has(token) ||
      /^\d{1,7}$/.test(token) ||
      (isOutlet(token) && (dates > 0 || dateEnd(text, stop + 1) > stop + 1))
    ) {
      understood = at = stop
      continue
    }
    return { end: understood, first, labels, dates }
  }

  /** End of the value that begins at `start`; `start` itself where it is empty. */
  function valueEnd(start: number, label: Label): number {
    let i = start
    for (let tokens = 0; i < end; tokens++) {
      while (i < end && isSeparator(text.charCodeAt(i))) i++
      if (i >= end) return end
      if (labelAt(text, i, end) !== null) return i
      const dated = dateEnd(text, i)
      let stop = dated > i ? dated : tokenEnd(i)
      const colon = text.slice(i, stop).indexOf('：')
      if (colon > 0) {
        const glued = gluedLabel(text, i, i + colon)
        if (glued > 0) stop = glued
        else if (tokens > 0) return i
      }
      if (tokens > 0 && !continuesValue(i, stop, label)) return i
      if (stop - start > longestValue || hasSentence(i, stop)) return tokens > 0 ? i : start
      i = stop
    }
    return end
  }
  /** A second token of a value: another name, or the rest of a date or outlet. */
  function continuesValue(i: number, stop: number, label: Label): boolean {
    if (dateEnd(text, i) > i) return label.word.endsWith('间') || label.word.endsWith('期')
    if (label.kind !== 'meta' || label.word.includes('作者'))
      return looksLikeName(text, i, stop) || text.slice(i, stop).includes('、')
    return label.word.includes('源') && isOutlet(text.slice(i, stop))
  }
  function hasSentence(i: number, stop: number): boolean {
    for (let k = i; k < stop; k++) if ('。，；！？'.includes(text[k]!)) return true
    return false
  }
}
