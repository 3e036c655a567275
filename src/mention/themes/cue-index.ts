import { compileMatcher, type Matcher } from '../../vocabulary/matcher/matcher'
import { silentWords, themeFiles } from './theme-files'

/** A cue with a gap: the matcher finds the head, then the tail at most `GAP` characters behind it in the same clause. */
export interface GapCue {
  readonly head: number
  readonly tail: number
  /** Number of the pseudo-pattern that stands for the whole cue in {@link CueIndex.uses}. */
  readonly pattern: number
}

/** What one pattern says: a category (number in {@link CueIndex.categories}) and how strongly. */
export interface CueUse {
  readonly category: number
  readonly weight: number
}

export interface CueIndex {
  readonly matcher: Matcher
  readonly categories: readonly string[]
  /** Pattern → uses. A pattern without any is a silent word or only part of a gap cue. */
  readonly uses: readonly (readonly CueUse[])[]
  /** 1 where the pattern swallows the shorter ones inside it: all but the bare parts of gap cues. */
  readonly swallows: Uint8Array
  /** Gap cues by the pattern of their tail. */
  readonly byTail: ReadonlyMap<number, readonly GapCue[]>
  /** 1 where the pattern is the head of a gap cue. */
  readonly heads: Uint8Array
}

/** Thirds of a label: one strong cue is enough, a medium one needs a weak one beside it, weak ones must be three. */
export const WEIGHTS: Readonly<Record<string, number>> = { strong: 3, medium: 2, weak: 1 }

/** Characters that may stand between the parts of a gap cue. */
export const GAP = 12

const skipped = /[“”‘’"'「」『』《》、\s·]/g

let built: CueIndex | undefined

/** The cue lists as one matcher, built on first use. */
export function cueIndex(): CueIndex {
  return (built ??= build())
}

function build(): CueIndex {
  const numbers = new Map<string, number>()
  const patterns: string[] = []
  const uses: CueUse[][] = []
  const swallows: number[] = []
  const categories: string[] = []
  const gapTexts: { head: number; tail: number; uses: CueUse[] }[] = []
  const gapNumbers = new Map<string, number>()
  const pattern = (text: string) => {
    const folded = text.replace(skipped, '')
    let number = numbers.get(folded)
    if (number === undefined) {
      number = patterns.push(folded) - 1
      numbers.set(folded, number)
      uses.push([])
      swallows.push(0)
    }
    return number
  }
  const add = (list: CueUse[], use: CueUse) => {
    if (!list.some((other) => other.category === use.category)) list.push(use)
  }
  for (const file of themeFiles)
    for (const theme of file.themes) {
      const category = categories.push(theme.category) - 1
      for (const group of theme.cues) {
        const use = { category, weight: WEIGHTS[group.strength] ?? 0 }
        for (const cue of group.terms.join(' ').split(' ')) {
          const [head, tail] = cue.split('…')
          if (tail === undefined) {
            const number = pattern(cue)
            swallows[number] = 1
            add(uses[number]!, use)
          } else {
            let number = gapNumbers.get(cue)
            if (number === undefined) {
              number = gapTexts.push({ head: pattern(head!), tail: pattern(tail), uses: [] }) - 1
              gapNumbers.set(cue, number)
            }
            add(gapTexts[number]!.uses, use)
          }
        }
      }
    }
  for (const word of silentWords) swallows[pattern(word)] = 1

  const size = patterns.length
  const heads = new Uint8Array(size)
  const byTail = new Map<number, GapCue[]>()
  for (const gap of gapTexts) {
    const cue = { head: gap.head, tail: gap.tail, pattern: uses.push(gap.uses) - 1 }
    heads[gap.head] = 1
    const list = byTail.get(gap.tail)
    if (list) list.push(cue)
    else byTail.set(gap.tail, [cue])
  }
  return {
    matcher: compileMatcher(patterns),
    categories,
    uses,
    swallows: Uint8Array.from(swallows),
    byTail,
    heads,
  }
}
