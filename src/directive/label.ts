import { titleBefore } from '../report/people/title'
import type { Cast } from './cast'
import type { ParsedParagraph } from './paragraph'
import { official, type Speaker } from './speaker'

/** Speaker's label at the head of a paragraph, as in scripts and interviews, and how many clauses it takes. */
export interface Label {
  readonly speaker: Speaker
  readonly clauses: number
}

const other: Speaker = {
  source: null,
  title: null,
  type: 'unknown',
  form: null,
  person: null,
  standing: 'citizen',
  how: 'label',
}

/** 【同期声】县委书记 陆庆阳：…, 李明：…, or such a label alone on its line. Undefined where the paragraph has none. */
export function labelSpeaker(text: string, p: ParsedParagraph, cast: Cast): Label | undefined {
  const first = p.clauses[0]
  if (!first || (first.mark !== 'colon' && !(first.mark === 'none' && p.clauses.length === 1))) return undefined
  if (first.end - first.start > 40) return undefined
  const script = text.slice(first.start, first.end).includes('同期')
  const named = cast.before(text, first.end, first.start)
  if (named) {
    const at = first.end - named.word.length
    const titled = titleBefore(text, text[at - 1] === ' ' ? at - 1 : at, first.start)
    if (script || at === first.start || titled) {
      const prefix = text.slice(first.start, titled ? titled.start : at)
      if (prefix === '' || script)
        return { speaker: official(named.value, named.word, 'label', cast, text), clauses: 1 }
    }
    return undefined
  }
  return script && first.mark === 'colon' ? { speaker: other, clauses: 1 } : undefined
}
