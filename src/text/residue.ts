import data from '../../data/text/residue.json' with { type: 'json' }
import { Edits, type StepOutcome } from './edits'

const zhu = '著'

interface Residue {
  readonly always: ReadonlyMap<string, string>
  readonly hant: ReadonlyMap<string, string>
}

const pairUp = (rows: readonly { from: string; to: string }[]): [string, string][] =>
  rows.flatMap(({ from, to }) => Array.from(from, (c, i): [string, string] => [c, to[i]!]))

let residue: Residue | undefined

const tables = (): Residue =>
  (residue ??= {
    always: new Map(pairUp(data.variants)),
    hant: new Map(pairUp([...data.variants, ...data.hantVariants])),
  })

/** Characters that {@link foldResidue} may change, for the survey. */
export const residueCharacters = (): string => [...tables().hant.keys()].join('')

/** Is 著 at `at` a word with zhù (显著, 专著, 著名), so not the particle 着? */
const isZhu = (text: string, at: number): boolean => {
  const { zhe } = data
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  if (before !== '' && zhe.evident.before.includes(before)) return true
  if (before !== '' && zhe.written.before.includes(before) && !zhe.written.notFollowedBy.includes(after || ' '))
    return true
  if (zhe.authored.after.some((word) => text.startsWith(word, at + 1))) return true
  if (after === '' || !zhe.famous.after.includes(after)) return false
  return !(zhe.verbs.before.includes(before || ' ') && zhe.verbs.after.some((word) => text.startsWith(word, at + 1)))
}

/**
 * After conversion to simplified characters: printing variants of single characters, and, in text judged traditional or
 * mixed, 著 → 着 where it is the particle (data/text/residue.json). One unit for one unit.
 */
export const foldResidue = (text: string, traditional: boolean): StepOutcome | null => {
  const edits = new Edits()
  const map = traditional ? tables().hant : tables().always
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x4e00 || unit >= 0xa000) continue
    if (text[i] === zhu) {
      if (traditional && !isZhu(text, i)) edits.replace(i, i + 1, '着')
      continue
    }
    const to = map.get(text[i]!)
    if (to !== undefined) edits.replace(i, i + 1, to)
  }
  return edits.apply(text)
}
