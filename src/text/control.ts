import { characterKind, characterTable } from './character-table'
import { Edits, type StepOutcome } from './edits'

/** Takes out control, zero-width and other invisible characters (data/text/characters.json, `remove`). */
export const removeControls = (text: string): StepOutcome | null => {
  const { kinds } = characterTable()
  const edits = new Edits()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (kinds[unit] === characterKind.remove) edits.remove(i, i + 1)
    // Variation selectors of the supplementary plane, U+E0100–E01EF, and language tags U+E0000–E007F.
    else if (unit === 0xdb40 && isSelector(text.charCodeAt(i + 1))) edits.remove(i, ++i + 1)
  }
  return edits.apply(text)
}

const isSelector = (low: number) => low >= 0xdc00 && low <= 0xddef
