import data from '../../../data/people/surnames.json'

const SINGLE = 1
const AMBIGUOUS = 2
const COMPOUND = 4
const TRANSCRIBED = 8

/** First characters of Tibetan, Uyghur, Mongol and similar names as transcribed: such names may run to seven characters without a dot. */
const transcribed = '阿买艾吐图巴扎旦格索尼多洛次仁嘎乌木哈努肉热古库沙依玉麦亚地迪帕孜拉白玛贡达'

let table: Uint8Array | undefined

function classes(): Uint8Array {
  if (table) return table
  table = new Uint8Array(65536)
  for (const c of data.single) table[c.charCodeAt(0)]! |= SINGLE
  for (const c of data.ambiguous) table[c.charCodeAt(0)]! |= AMBIGUOUS
  for (const c of data.compound) table[c.charCodeAt(0)]! |= COMPOUND
  for (const c of transcribed) table[c.charCodeAt(0)]! |= TRANSCRIBED
  return table
}

/** Can a name begin with this character code? */
export const startsName = (code: number): boolean => classes()[code] !== 0

/** Is the only reading of the character as a family name one that needs evidence (于 和 方 时 …)? */
export const isAmbiguous = (code: number): boolean => (classes()[code]! & AMBIGUOUS) !== 0

/** Is the character a family name of one character? */
export const isFamilyName = (code: number): boolean => (classes()[code]! & SINGLE) !== 0

/** Does a transcribed name of a minority language often begin so? */
export const isTranscribed = (code: number): boolean => (classes()[code]! & TRANSCRIBED) !== 0

/** Length of the family name at `at`: 2 for 欧阳 司马 …, 1 for the rest, 0 for none. */
export function familyNameLength(text: string, at: number): number {
  const bits = classes()[text.charCodeAt(at)]!
  if (bits & COMPOUND && data.compound.includes(text.slice(at, at + 2))) return 2
  return bits & (SINGLE | AMBIGUOUS) ? 1 : 0
}
