import { compileMatcher, type Matcher } from '../../vocabulary/matcher/matcher'
import { silentWords, themeFiles } from './theme-files'

/** A cue with a gap: the matcher finds the head, then the tail at most {@link GAP} characters behind it in the same clause. */
export interface GapCue {
  readonly head: number
  readonly cue: number
}

/**
 * All cue lists as one matcher. Cues `0 … plain - 1` are patterns of the matcher; gap cues have the numbers behind. What cue
 * `c` says stands at `useFrom[c] … useFrom[c + 1] - 1` of `useCategory` (a number in `categories`) and `useWeight` (thirds of a
 * label); a silent word and a mere part of a gap cue say nothing.
 */
export interface CueIndex {
  readonly matcher: Matcher
  readonly plain: number
  readonly categories: readonly string[]
  readonly useFrom: Uint16Array
  readonly useCategory: Uint8Array
  readonly useWeight: Uint8Array
  /** 1 where the pattern swallows the shorter ones inside it: all but mere parts of gap cues. */
  readonly swallows: Uint8Array
  /** For the head of a gap cue its number among heads, counted from 1; 0 elsewhere. */
  readonly heads: Uint16Array
  /** Gap cues by the pattern of their tail. */
  readonly byTail: readonly (readonly GapCue[] | null)[]
}

/** Thirds of a label: one strong cue is enough, a medium one needs a weak one beside it. */
export const WEIGHTS: Readonly<Record<string, number>> = { strong: 3, medium: 2, weak: 1 }

/** Most characters between the parts of a gap cue. */
export const GAP = 12

/** What cue matching does not look at, as `fold` drops it from the text. */
const unseen = /[“”‘’"'「」『』《》〈〉\s·]/g

interface CueUse {
  readonly category: number
  readonly weight: number
}

let built: CueIndex | undefined

/** The cue lists, compiled on first use. */
export function cueIndex(): CueIndex {
  return (built ??= build())
}

function build(): CueIndex {
  const categories: string[] = []
  const plainCues = new Map<string, CueUse[]>()
  const gapCues = new Map<string, CueUse[]>()
  for (const file of themeFiles)
    for (const theme of file.themes) {
      const category = categories.push(theme.category) - 1
      for (const group of theme.cues) {
        const use = { category, weight: WEIGHTS[group.strength] ?? 0 }
        for (const cue of group.terms.join(' ').split(' ')) {
          const text = cue.replace(unseen, '')
          const lists = text.includes('…') ? gapCues : plainCues
          const list = lists.get(text)
          if (list) list.push(use)
          else lists.set(text, [use])
        }
      }
    }
  const silent = silentWords.map((word) => word.replace(unseen, ''))
  const parts = [...gapCues.keys()].flatMap((cue) => cue.split('…'))
  const patterns = [...new Set([...plainCues.keys(), ...silent, ...parts])]
  const numbers = new Map(patterns.map((pattern, number) => [pattern, number]))
  const swallows = new Uint8Array(patterns.length)
  for (const text of [...plainCues.keys(), ...silent]) swallows[numbers.get(text)!] = 1

  const heads = new Uint16Array(patterns.length)
  const byTail: (GapCue[] | null)[] = patterns.map(() => null)
  let headCount = 0
  let cues = patterns.length
  for (const text of gapCues.keys()) {
    const [head, tail] = text.split('…').map((part) => numbers.get(part)!) as [number, number]
    if (heads[head] === 0) heads[head] = ++headCount
    const list = (byTail[tail] ??= [])
    list.push({ head: heads[head]!, cue: cues++ })
  }
  const uses = [...patterns.map((pattern) => plainCues.get(pattern) ?? []), ...gapCues.values()]
  const flat = uses.flat()
  let from = 0
  return {
    matcher: compileMatcher(patterns),
    plain: patterns.length,
    categories,
    useFrom: Uint16Array.from([0, ...uses.map((list) => (from += list.length))]),
    useCategory: Uint8Array.from(flat, (use) => use.category),
    useWeight: Uint8Array.from(flat, (use) => use.weight),
    swallows,
    heads,
    byTail,
  }
}
