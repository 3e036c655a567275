import type { CompiledVocabulary } from './compile-vocabulary'
import { indexOf } from './compile-vocabulary'
import type { Concept } from './concept'
import { cutsNumber } from './cuts-number'
import { FoldedText } from './folded-text'
import { guardPasses } from './guard'
import { jointsFit } from './label-form'
import { applyPolicy, byPlace, nesting, type Occurrence, type OverlapPolicy } from './overlap'
import { ownQuotes, quotes } from './own-quotes'
import { nowhere, type Situation } from './situation'
import { matchSlot } from './slot'
import type { VocabularyIndex } from './vocabulary-index'

/** One occurrence of a concept in clean text. */
export interface ConceptMatch<Id extends string = string> {
  readonly concept: Concept<Id>
  /** The label (or slot pattern) that matched, as the vocabulary writes it. */
  readonly label: string
  /** With the formula's own quotation marks. */
  readonly start: number
  readonly end: number
  /** Without marks at the edges. */
  readonly innerStart: number
  readonly innerEnd: number
  /** In quotation marks of its own, wholly or in part, or a member of a short quoted list. */
  readonly quoted: boolean
  /** Number (in the same result) of the match of another concept that holds this one, or null. */
  readonly nestedIn: number | null
  /** Number of the match whose concept absorbs this one: not counted. */
  readonly shadowedBy: number | null
}

export interface FindOptions {
  /** Default `nested`. */
  readonly overlap?: OverlapPolicy
  /** What is known of the report. Default: nothing. */
  readonly situation?: Situation
}

const reader = new FoldedText()

/**
 * All occurrences of a vocabulary's concepts in clean simplified text, by place.
 *
 * Characters decide, never words: quotation marks, separators and spaces between them count as {@link labelForm} says. A label
 * that begins or ends with a digit or letter is not cut out of a longer number or word, and one that begins with a numeral
 * not out of a larger numeral (党的二|十大战略). Then every guard of the label is asked; then overlaps are settled
 * ({@link OverlapPolicy}). Time is linear in the text.
 */
export function findConcepts<Id extends string>(
  text: string,
  vocabulary: CompiledVocabulary<Id>,
  options: FindOptions = {},
): ConceptMatch<Id>[] {
  const index = indexOf(vocabulary)
  const folded = reader.read(text)
  const kept = occurrences(folded, index, options.situation ?? nowhere)
  if (kept.length === 0) return []
  const chosen = applyPolicy(kept, options.overlap ?? 'nested')
  const { nestedIn, shadowedBy } = nesting(chosen, index.absorbers)
  return chosen.map((o, i) => {
    const innerStart = folded.at[o.start]!
    const innerEnd = folded.at[o.end - 1]! + 1
    const marks = ownQuotes(text, innerStart, innerEnd)
    return {
      concept: vocabulary.concepts[o.concept]!,
      label: o.label,
      start: innerStart - (marks & quotes.left),
      end: innerEnd + ((marks & quotes.right) >> 1),
      innerStart,
      innerEnd,
      quoted: marks !== 0,
      nestedIn: nestedIn[i]!,
      shadowedBy: shadowedBy[i]!,
    }
  })
}

/** An occurrence before its guards are asked. */
interface Hit extends Occurrence {
  readonly guards: readonly number[]
}

/** What stands after the rules for labels and the guards, by place, once each. */
function occurrences(text: FoldedText, index: VocabularyIndex, situation: Situation): readonly Occurrence[] {
  const hits: Hit[] = []
  /** By guard: (start, end) of its `not` phrases, by end. */
  let refused: Map<number, number[]> | null = null
  index.matcher.scan(text.units.subarray(0, text.length), (pattern, start, end) => {
    const use = index.uses[pattern]!
    if (use.kind === 'slot') {
      const span = matchSlot(use.slot, text, start)
      if (span !== null && !cutsNumber(text, span[0], span[1]))
        hits.push({ concept: use.concept, label: use.slot.label, start: span[0], end: span[1], guards: use.guards })
    } else if (!jointsFit(use.form, text, start)) return
    else if (use.kind === 'label') {
      if (!cutsNumber(text, start, end))
        hits.push({ concept: use.concept, label: use.label, start, end, guards: use.guards })
    } else {
      refused ??= new Map()
      const spans = refused.get(use.guard)
      if (spans) spans.push(start, end)
      else refused.set(use.guard, [start, end])
    }
  })
  if (hits.length === 0) return hits
  const guarded = hits.some((hit) => hit.guards.length > 0)
  const kept = guarded ? askGuards(hits, refused, text, index, situation) : hits
  kept.sort(byPlace)
  // Two labels of a concept that differ in marks only are found at the same place: one occurrence.
  return kept.filter((o, i) => {
    const last = kept[i - 1]
    return last === undefined || last.concept !== o.concept || last.start !== o.start || last.end !== o.end
  })
}

function askGuards(
  hits: readonly Hit[],
  refused: ReadonlyMap<number, readonly number[]> | null,
  text: FoldedText,
  index: VocabularyIndex,
  situation: Situation,
): Hit[] {
  const known = new Map<string, boolean>()
  const textHolds = (wanted: string) => {
    let answer = known.get(wanted)
    if (answer === undefined) known.set(wanted, (answer = text.text.includes(wanted)))
    return answer
  }
  return hits.filter(({ guards, start, end }) => {
    if (guards.length === 0) return true
    const quoted = ownQuotes(text.text, text.at[start]!, text.at[end - 1]! + 1) !== 0
    return guards.every((number) => {
      const spans = refused?.get(number)
      if (spans !== undefined && isCovered(spans, start, end, index.longestNot)) return false
      return guardPasses(index.guards[number]!, text, start, end, quoted, situation, textHolds)
    })
  })
}

/** Is `[start, end)` inside one of the spans, which are sorted by end and at most `longest` long? */
function isCovered(spans: readonly number[], start: number, end: number, longest: number): boolean {
  let low = 0
  let high = spans.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle * 2 + 1]! < end) low = middle + 1
    else high = middle
  }
  for (let i = low; i * 2 < spans.length && spans[i * 2 + 1]! <= start + longest; i++)
    if (spans[i * 2]! <= start) return true
  return false
}
