import { characterKind, characterTable } from './character-table'
import { unitsOf } from './code-units'
import { newsCharacters } from './plausibility'
import { residueCharacters } from './residue'
import { simplifyClass, simplifyTable } from './simplify-table'

/** What a text contains, so that a step with nothing to do is not run. */
export const found = {
  /** Something that is no text: controls, invisible characters, symbols outside the basic plane, private use. */
  control: 1,
  /** A pinyin vowel with a tone mark. */
  tone: 2,
  /** `?` or the replacement character: something may have been lost here. */
  question: 4,
  /** Two punctuation marks side by side. */
  punctuationPair: 8,
  /** A rare character or an ASCII letter soon after punctuation: maybe misread bytes. */
  misread: 16,
  /** An empty line, or a line end at either end of the text. */
  blankLine: 32,
  /** White space other than a single line feed. */
  space: 64,
  /** A character with another simplified form. */
  traditional: 128,
  /** Punctuation, a digit or a variant with another canonical form. */
  width: 256,
  /** `<` or `&`: maybe left-over markup. */
  markup: 2048,
  /** White space other than a line feed and the plain blank. */
  otherSpace: 4096,
} as const

const bit = {
  control: 1,
  tone: 2,
  question: 4,
  punctuation: 8,
  rare: 16,
  newline: 32,
  space: 64,
  traditional: 128,
  width: 256,
  letter: 512,
  word: 1024,
  markup: 2048,
  otherSpace: 4096,
} as const

const toneLetters = '\u0300\u0301\u0304\u030cāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡɑ'

const buildClasses = (): Uint16Array => {
  const classes = new Uint16Array(65536)
  const { kinds, folded } = characterTable()
  const simplified = simplifyTable().classes
  for (let i = 0; i < 65536; i++) {
    const kind = kinds[i]!
    if (kind === characterKind.remove) classes[i] = bit.control
    else if (kind === characterKind.lineEnd || kind === characterKind.space)
      classes[i] = i === 0x20 ? bit.space : bit.space | bit.otherSpace
    else if (kind === characterKind.contextual || folded[i] !== i) classes[i] = bit.width
    if ((simplified[i]! & (simplifyClass.character | simplifyClass.compatibility)) !== 0) classes[i]! |= bit.traditional
  }
  classes.fill(bit.control, 0xe000, 0xf900) // private use
  classes.fill(bit.control, 0x2600, 0x27c0) // pictographs
  classes.fill(bit.control, 0x2b00, 0x2c00)
  classes.fill(bit.control | bit.traditional, 0xd800, 0xdc00) // outside the basic plane: symbols, rare Han
  for (const c of residueCharacters()) classes[c.charCodeAt(0)]! |= bit.traditional
  // Characters that misread bytes give: those no news text has, in either script, and the rest of GBK's two-byte signs.
  const common = newsCharacters()
  const { full } = simplifyTable()
  for (let i = 0x3400; i < 0xa000; i++) if (!common.has(full[i]! & 0xffff)) classes[i]! |= bit.rare
  for (const [from, to] of [
    [0x391, 0x451],
    [0x2550, 0x2642],
    [0x3041, 0x30fe],
    [0x3105, 0x3129],
    [0x40, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ] as const)
    for (let i = from; i <= to; i++) classes[i]! |= bit.rare
  for (let i = 0x41; i <= 0x7a; i++) if (i <= 0x5a || i >= 0x61) classes[i]! |= bit.letter | bit.word
  for (const c of '0123456789.-%+/_ ') classes[c.charCodeAt(0)]! |= bit.word
  for (const c of toneLetters) classes[c.charCodeAt(0)]! |= bit.tone
  for (const c of '，。！？；：、,!?;:') classes[c.charCodeAt(0)]! |= bit.punctuation
  classes[0x3f]! |= bit.question
  classes[0xfffd]! |= bit.question
  classes[0x3c]! |= bit.markup
  classes[0x26]! |= bit.markup
  classes[0x3e]! |= bit.question // > of a tag that lost its first character
  classes[0x0a] = bit.newline
  return classes
}

let classes: Uint16Array | undefined

/** One pass over the text; returns the bits of {@link found}. */
export const survey = (text: string): number => {
  const table = (classes ??= buildClasses())
  const units = unitsOf(text)
  const { length } = text
  let all = 0
  let pairs = 0
  let previous: number = bit.newline
  for (let i = 0; i < length; i++) {
    const cls = table[units[i]!]!
    all |= cls
    pairs |= cls & previous
    previous = cls
  }
  pairs |= previous & bit.newline
  const plain =
    bit.control | bit.tone | bit.question | bit.space | bit.traditional | bit.width | bit.markup | bit.otherSpace
  return (
    (all & plain) |
    ((pairs & bit.punctuation) !== 0 ? found.punctuationPair : 0) |
    ((pairs & bit.newline) !== 0 ? found.blankLine : 0) |
    ((all & (bit.rare | bit.letter)) !== 0 && hasMisreadSigns(text, table) ? found.misread : 0)
  )
}

/** Is there a rare character, or one letter alone, within three characters after punctuation? */
const hasMisreadSigns = (text: string, table: Uint16Array): boolean => {
  const units = unitsOf(text)
  const { length } = text
  let rare = 0
  let letters = 0
  let previous = 0
  let before = 0
  let beforeThat = 0
  for (let i = 0; i < length; i++) {
    const cls = table[units[i]!]!
    const near = previous | before | beforeThat
    rare |= (cls >> 1) & near
    letters |= previous & ~((cls | before) >> 1) & (near << 6)
    beforeThat = before
    before = previous
    previous = cls
  }
  return (rare & bit.punctuation) !== 0 || (letters & bit.letter) !== 0
}
