import cues from '../../data/mention/rejection.json' with { type: 'json' }
import { clauseStart } from './clause'
import { WordList } from './word-list'

/** How many characters may stand between the word and the formulation that it refuses. */
const REACH = 16
const LONGEST_WORD = 4

let lists:
  | {
      refusing: WordList
      removal: ReadonlySet<string>
      turning: WordList
      steps: WordList
      notRefusing: readonly string[]
    }
  | undefined
const load = () =>
  (lists ??= {
    refusing: new WordList([...cues.removal.terms, ...cues.negation.terms]),
    removal: new Set(cues.removal.terms),
    turning: new WordList([...cues.spoilers.terms, ...cues.boundaries.terms]),
    steps: new WordList(cues.steps.terms),
    notRefusing: cues.notRefusing.terms,
  })

/**
 * The word that refuses the formulation at `[start, end)`, or null.
 *
 * It stands before it in the same clause, with at most 16 characters between, none of them a new step or a spoiler
 * (data/mention/rejection.json). Across 、 it governs a formulation that is itself a member of the list, beside a member of
 * the same kind: 力戒形式主义、官僚主义 but not 克服困难、优化营商环境.
 *
 * @param floor start of the directive
 */
export function rejectedBy(text: string, start: number, end: number, floor: number): string | null {
  const from = clauseStart(text, start, Math.max(floor, start - REACH - LONGEST_WORD))
  const { refusing, removal, turning, steps, notRefusing } = load()
  const found = refusing.lastIn(text, from, start)
  if (found === null || start - found.end > REACH) return null
  const at = found.end - found.word.length
  if (notRefusing.some((w) => text.startsWith(w, at) || text.startsWith(w, at - 1))) return null
  const between = text.slice(found.end, start)
  const plain = between.replace(/[“‘][^”’]*[”’]/g, '') // what quoted members say decides nothing
  if (turning.lastIn(plain, 0, plain.length) !== null) return null
  if (removal.has(found.word) && steps.lastIn(plain, 0, plain.length) !== null) return null
  return reachesOver(between, end - start) ? found.word : null
}

/** Is the formulation the word's only object so far, or the next member of a list of its kind? */
function reachesOver(between: string, length: number): boolean {
  let open = 0
  for (const c of between) {
    if ('“‘「『'.includes(c)) open++
    else if ('”’」』'.includes(c) && open-- === 0) return false // the word stands in a quotation that has ended
  }
  const mark = between.lastIndexOf('、')
  if (mark < 0) return true
  const lead = between.slice(mark + 1)
  if (lead !== '' && !'“‘「『'.includes(lead)) return false
  const neighbour = between.slice(between.lastIndexOf('、', mark - 1) + 1, mark)
  return '”’」』'.includes(neighbour.at(-1) ?? '无') || neighbour.length === length
}
