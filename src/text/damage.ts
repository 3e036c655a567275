import { Edits, type StepOutcome } from './edits'
import { gbkTable } from './gbk'
import { allLeads, type Break, type GlossTail, type Reading, readAgain } from './misread'
import { charactersRead, syllableOf } from './pinyin'
import { plausibility } from './plausibility'
import type { Span } from './span'

/**
 * Punctuation that byte-wise programs divide text at, by its GBK code; their half-width forms stand for them where a
 * later clean-up changed the width.
 */
const splitMarks: Readonly<Record<string, number>> = {
  '。': 0xa1a3,
  '！': 0xa3a1,
  '!': 0xa3a1,
  '？': 0xa3bf,
  '?': 0xa3bf,
  '，': 0xa3ac,
  ',': 0xa3ac,
  '、': 0xa1a2,
  '；': 0xa3bb,
  ';': 0xa3bb,
  '：': 0xa3ba,
  ':': 0xa3ba,
}

/** A new reading must make the text more plausible by this many bits: none of 24,000 clean texts in four forms reaches it by chance. */
const leastGain = 8
/** Comparisons of characters that the repair of one text may cost. */
const leastBudget = 400_000
const budgetPerUnit = 8
/** After punctuation, three steps of running text cost about 21 bits, of misread bytes about 50. */
const suspectLength = 3
const suspectSum = -40
/** Where a gloss was put in the middle of a character the place is damaged for certain; any sensible reading is better. */
const leastGainAtGloss = 0

let marks: Uint16Array | undefined

/** {@link splitMarks} by unit. */
const markCodes = (): Uint16Array => {
  if (marks === undefined) {
    marks = new Uint16Array(65536)
    for (const [mark, code] of Object.entries(splitMarks)) marks[mark.charCodeAt(0)] = code
  }
  return marks
}

/** What stands after a digit: then a digit was lost. */
const countedUnits = '年月日时点分个家名人项万亿千百元吨次'
const rolesBeforeName = /(?:記者|记者|員|员|讯|訊|电|電)$/

const isHan = (unit: number) => unit >= 0x3400 && unit < 0xa000

export interface DamageOutcome {
  readonly outcome: StepOutcome | null
  /** Places in the text before this step that are damaged and stay so. */
  readonly unrepaired: readonly Span<'source'>[]
}

/** The end of a gloss whose opening bracket was eaten: `jī)` at `at`, or null. */
const glossTailIn =
  (text: string, glossed: boolean): GlossTail =>
  (at) => {
    let from = at
    if (text[from] === '(' || text[from] === '（') from++
    let close = from
    while (close - from <= 8 && close < text.length && text[close] !== ')' && text[close] !== '）') {
      if (text.charCodeAt(close) > 0x310) return null
      close++
    }
    if (close === from || close - from > 8 || close >= text.length) return null
    const syllable = syllableOf(text.slice(from, close))
    if (syllable === null) return null
    if (!syllable.toned && !(glossed && charactersRead(syllable.spelling) !== '')) return null
    return { end: close + 1, syllable: syllable.spelling }
  }

/**
 * Restores text whose GBK bytes were cut at the wrong place (noise 1.3, 1.4, 1.4b), by decoding the bytes again. Breaks
 * are found where a `?` or U+FFFD stands before a gloss or before punctuation, and where punctuation is followed by a
 * character that hardly ever stands there. What has no convincing reading stays as it is and is reported.
 *
 * @param glosses readings learned from the undamaged glosses of the same text.
 */
export const repairBytes = (text: string, glosses: ReadonlyMap<string, string>): DamageOutcome => {
  const unrepaired: Span<'source'>[] = []
  const gbk = gbkTable()
  if (gbk === null) return { outcome: null, unrepaired }
  const model = plausibility()
  const edits = new Edits()
  const glossTail = glossTailIn(text, glosses.size > 0)
  const readAs = (unit: number, syllable: string): boolean => {
    const character = String.fromCharCode(unit)
    const learned = glosses.get(character)
    return learned === undefined ? charactersRead(syllable).includes(character) : learned === syllable
  }
  const accept = (reading: Reading | null, start: number, least: number): boolean => {
    if (reading === null || reading.gain < least) return false
    isDamaged = true
    // The ASCII character between 記者 and a name was a blank; what it was elsewhere cannot be known.
    const blank = reading.lostAscii && rolesBeforeName.test(reading.text) && isHan(text.charCodeAt(reading.end))
    // After a full stop it was most often a line end.
    const line =
      reading.lostAscii &&
      reading.text.endsWith('。') &&
      isHan(text.charCodeAt(reading.end)) &&
      !countedUnits.includes(text[reading.end]!)
    edits.replace(start, reading.end, reading.text + (blank ? ' ' : line ? '\n' : ''))
    const eatenTag = reading.lostAscii && text[reading.end] === '/'
    if (reading.unsure || (reading.lostAscii && !blank && !eatenTag)) unrepaired.push({ start, end: reading.end })
    return true
  }
  const tables = { gbk, model, glossTail, readAs, budget: { left: leastBudget + budgetPerUnit * text.length } }
  const read = (at: Break) => (tables.budget.left > 0 ? readAgain(text, at, tables) : null)

  const codes = markCodes()
  let isDamaged = text.includes('?') || text.includes('\ufffd')
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const mark = codes[unit]!
    const isLost = unit === 0x3f || unit === 0xfffd
    if ((mark === 0 && !isLost) || at < edits.end) continue
    if (isLost) {
      // Of a row of question marks only the last may stand for a byte; the others are lost spaces.
      if (text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit) continue
      const tail = glossTail(at + 1)
      if (tail !== null) {
        // The last byte of the character before and the lost byte are a character with this reading.
        const trail = gbk.codes[text.charCodeAt(at - 1)]! & 0xff
        const leads =
          trail === 0
            ? []
            : allLeads.filter((lead) => {
                const glossed = gbk.units[(trail << 8) | lead]!
                return glossed !== 0 && readAs(glossed, tail.syllable)
              })
        const reading = read({ start: at, next: tail.end, bytes: [], leads: leads.length > 0 ? leads : allLeads })
        if (!accept(reading, at, leastGainAtGloss)) unrepaired.push({ start: at, end: tail.end })
        continue
      }
      const next = codes[text.charCodeAt(at + 1)] ?? 0
      if (next !== 0 && isReadable(text, at + 2, next & 0xff)) {
        const reading = read({ start: at, next: at + 2, bytes: [next >> 8, next & 0xff], leads: allLeads })
        if (accept(reading, at, leastGain)) continue
      }
    }
    if (mark !== 0 && isSuspect(text, at + 1) && isReadable(text, at + 1, mark & 0xff)) {
      const reading = read({ start: at, next: at + 1, bytes: [mark >> 8, mark & 0xff], leads: allLeads })
      if (accept(reading, at, leastGain)) continue
    }
    if (unit === 0xfffd) unrepaired.push({ start: at, end: at + 1 })
  }
  return { outcome: edits.apply(text), unrepaired }

  /** Do the next two pairs of bytes, divided anew after `pending`, make characters at all? Most undamaged text fails here. */
  function isReadable(text: string, at: number, pending: number): boolean {
    let lead = pending
    for (let i = at; i < at + 2; i++) {
      const code = gbk!.codes[text.charCodeAt(i)] ?? 0
      if (code === 0) return true
      const unit = gbk!.units[(lead << 8) | (code >> 8)]!
      if (unit === 0 || !model.isKnown(model.fold(unit))) return false
      lead = code & 0xff
    }
    return true
  }

  /**
   * Is what follows punctuation a rare character, or an ASCII letter beside Han characters? In a text that is known to be
   * damaged, an unlikely sequence is suspect too.
   */
  function isSuspect(text: string, at: number): boolean {
    const unit = text.charCodeAt(at)
    if (unit >= 0x40 && unit < 0x7f) return isHan(text.charCodeAt(at + 1)) || unit > 0x7a
    if (!(unit >= 0x80)) return false
    let sum = 0
    let before = model.fold(unit)
    if (!model.isKnown(before)) return true
    for (let i = 1; i <= suspectLength; i++) {
      const next = at + i < text.length ? model.fold(text.charCodeAt(at + i)) : 0x0a
      if (next >= 0x40 && next < 0x7f && isHan(text.charCodeAt(at + i + 1))) return true
      if (next < 0x80) break
      if (!model.isKnown(next) && isHan(next)) return true
      if (isDamaged) sum += model.follows(before, next)
      before = next
    }
    return sum < suspectSum
  }
}
