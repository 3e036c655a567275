import { characterKind, characterTable } from './character-table'
import { blockSize, UnitBlock } from './code-units'
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
  /** A rare character or an ASCII letter right after punctuation: maybe misread bytes. */
  misread: 16,
  /** An empty line, or a line end at either end of the text. */
  blankLine: 32,
  /** White space other than a single line feed. */
  space: 64,
  /** A character with another simplified form. */
  traditional: 128,
  /** Punctuation, a digit or a variant with another canonical form. */
  width: 256,
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
} as const

const toneLetters = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡɑ'

const buildClasses = (): Uint16Array => {
  const classes = new Uint16Array(65536)
  const { kinds, folded } = characterTable()
  const simplified = simplifyTable().classes
  const converted = simplifyClass.character | simplifyClass.phrase | simplifyClass.compatibility
  for (let i = 0; i < 65536; i++) {
    const kind = kinds[i]!
    if (kind === characterKind.remove) classes[i] = bit.control
    else if (kind === characterKind.lineEnd || kind === characterKind.space) classes[i] = bit.space
    else if (kind === characterKind.contextual || folded[i] !== i) classes[i] = bit.width
    if ((simplified[i]! & (simplifyClass.character | simplifyClass.compatibility)) !== 0) classes[i]! |= bit.traditional
  }
  void converted
  classes.fill(bit.control, 0xe000, 0xf900) // private use
  classes.fill(bit.control | bit.traditional, 0xd800, 0xdc00) // outside the basic plane: symbols, rare Han
  for (const c of toneLetters) classes[c.charCodeAt(0)]! |= bit.tone
  for (const c of '，。！？；：、,!?;:') classes[c.charCodeAt(0)]! |= bit.punctuation
  classes[0x3f]! |= bit.question
  classes[0xfffd]! |= bit.question
  classes[0x0a] = bit.newline
  return classes
}

let classes: Uint16Array | undefined
const block = new UnitBlock()

/** One pass over the text; returns the bits of {@link found}. */
export const survey = (text: string): number => {
  const table = (classes ??= buildClasses())
  const { units } = block
  let all = 0
  let pairs = 0
  let follows = 0
  let previous: number = bit.newline
  for (let at = 0; at < text.length; at += blockSize) {
    const size = Math.min(blockSize, text.length - at)
    block.read(text, at, at + size)
    for (let i = 0; i < size; i++) {
      const cls = table[units[i]!]!
      all |= cls
      pairs |= cls & previous
      follows |= (cls >> 1) & previous
      previous = cls
    }
  }
  pairs |= previous & bit.newline
  const plain = bit.control | bit.tone | bit.question | bit.space | bit.traditional | bit.width
  return (
    (all & plain) |
    ((pairs & bit.punctuation) !== 0 ? found.punctuationPair : 0) |
    ((pairs & bit.newline) !== 0 ? found.blankLine : 0) |
    ((follows & bit.punctuation) !== 0 ? found.misread : 0)
  )
}
