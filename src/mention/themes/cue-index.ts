import { compileMatcher, type Matcher } from '../../vocabulary/matcher/matcher'
import { silentWords, themeFiles } from './theme-files'

/** What one cue says: a category (number in {@link CueIndex.categories}) and its weight in thirds of a label. */
export interface CueUse {
  readonly category: number
  readonly weight: number
}

/** A cue with a gap: the matcher finds the head, then the tail at most {@link GAP} characters behind it in the same clause. */
export interface GapCue {
  readonly head: number
  readonly cue: number
}

/** All cue lists as one matcher. Cues `0 … plain - 1` are patterns of the matcher; gap cues have the numbers behind. */
export interface CueIndex {
  readonly matcher: Matcher
  readonly plain: number
  readonly categories: readonly string[]
  readonly categoryNumbers: ReadonlyMap<string, number>
  /** Cue → uses; none for a silent word and for what is only part of a gap cue. */
  readonly uses: readonly (readonly CueUse[])[]
  /** 1 where the pattern swallows the shorter ones inside it: all but mere parts of gap cues. */
  readonly swallows: Uint8Array
  /** 1 where the pattern is the head of a gap cue. */
  readonly heads: Uint8Array
  /** Gap cues by the pattern of their tail. */
  readonly byTail: readonly (readonly GapCue[] | undefined)[]
}

/** Thirds of a label: one strong cue is enough, a medium one needs a weak one beside it. */
export const WEIGHTS: Readonly<Record<string, number>> = { strong: 3, medium: 2, weak: 1 }

/** Most characters between the parts of a gap cue. */
export const GAP = 12

/** What cue matching does not look at, as `fold` drops it from the text. */
const unseen = /[“”‘’"'「」『』《》〈〉\s·]/g

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
  const uses: CueUse[][] = patterns.map((pattern) => plainCues.get(pattern) ?? [])
  const swallows = new Uint8Array(patterns.length)
  for (const text of [...plainCues.keys(), ...silent]) swallows[numbers.get(text)!] = 1

  const heads = new Uint8Array(patterns.length)
  const byTail: GapCue[][] = []
  for (const [text, gapUses] of gapCues) {
    const [head, tail] = text.split('…').map((part) => numbers.get(part)!) as [number, number]
    heads[head] = 1
    const gap = { head, cue: uses.push(gapUses) - 1 }
    if (byTail[tail]) byTail[tail].push(gap)
    else byTail[tail] = [gap]
  }
  return {
    matcher: compileMatcher(patterns),
    plain: patterns.length,
    categories,
    categoryNumbers: new Map(categories.map((category, number) => [category, number])),
    uses,
    swallows,
    heads,
    byTail,
  }
}
