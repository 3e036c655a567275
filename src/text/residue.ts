import data from '../../data/text/residue.json' with { type: 'json' }
import { blockSize, UnitBlock } from './code-units'
import type { StepOutcome } from './edits'

/** 著 */
const zhu = 0x8457
/** 着 */
const zhe = 0x7740

interface Residue {
  /** By unit: what it is read as in any text, 0 for itself. */
  readonly always: Uint16Array
  /** The same in text judged traditional; 著 is marked by itself. */
  readonly hant: Uint16Array
  readonly characters: string
}

const build = (): Residue => {
  const always = new Uint16Array(65536)
  const rows = data.variants
  const put = (table: Uint16Array, { from, to }: { from: string; to: string }) => {
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(i)
  }
  for (const row of rows) put(always, row)
  const hant = always.slice()
  for (const row of data.hantVariants) put(hant, row)
  hant[zhu] = zhu
  return { always, hant, characters: [...rows, ...data.hantVariants].map(({ from }) => from).join('') }
}

let residue: Residue | undefined
const tables = (): Residue => (residue ??= build())
const block = new UnitBlock()

/** Characters that {@link foldResidue} may change, for the survey. */
export const residueCharacters = (): string => tables().characters

/** Is 著 at `at` a word with zhù (显著, 专著, 著名), so not the particle 着? */
const isZhu = (text: string, at: number): boolean => {
  const rule = data.zhe
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  if (before !== '' && rule.evident.before.includes(before)) return true
  if (before !== '' && rule.written.before.includes(before) && !rule.written.notFollowedBy.includes(after || ' '))
    return true
  if (rule.authored.after.some((word) => text.startsWith(word, at + 1))) return true
  if (after === '' || !rule.famous.after.includes(after)) return false
  return !(rule.verbs.before.includes(before || ' ') && rule.verbs.after.some((word) => text.startsWith(word, at + 1)))
}

/**
 * After conversion to simplified characters: printing variants of single characters, and, in text judged traditional or
 * mixed, 著 → 着 where it is the particle (data/text/residue.json). One unit for one unit.
 */
export const foldResidue = (text: string, traditional: boolean): StepOutcome | null => {
  const table = traditional ? tables().hant : tables().always
  const { units } = block
  let changed = 0
  let result = ''
  for (let from = 0; from < text.length; from += blockSize) {
    const size = Math.min(blockSize, text.length - from)
    block.read(text, from, from + size)
    for (let i = 0; i < size; i++) {
      const unit = units[i]!
      const to = table[unit]!
      if (to === 0 || (to === zhu && isZhu(text, from + i))) continue
      units[i] = to === zhu ? zhe : to
      changed++
    }
    if (changed > 0) result = (result === '' ? text.slice(0, from) : result) + block.toString(size)
  }
  return changed === 0 ? null : { text: result, patch: null, edits: changed, changed, removed: 0 }
}
